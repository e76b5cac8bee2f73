import CLibXML2

/// What all readers with libxml2 share.
enum LibXML2 {
  /// libxml2 sets itself up at its first use, which two threads must not be at once: the process
  /// would crash at its end. Whoever makes a parser asks for this before.
  static let isSetUp: Void = xmlInitParser()
}

import CLibXML2
import DocgenCore

/// Reads finished HTML with libxml2, which had no part in writing it. Only the starts of elements are
/// listened to, so that no tree is built and no depth of nesting matters.
package enum HTMLReader {
  /// What the text says and leads to. Any bytes will do: what is not UTF-8 is read as U+FFFD.
  package static func read(_ bytes: [UInt8]) -> HTMLFacts {
    if needsRepair(bytes) {
      return read(Array(String(decoding: bytes.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self).utf8))
    }
    let collector = HTMLFactsCollector(bytes)
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { parse($0, into: collector) }
    }
    return collector.finish()
  }

  /// libxml2 takes text for Latin-1 from the first byte on that is not UTF-8, and ends at a zero.
  private static func needsRepair(_ bytes: [UInt8]) -> Bool {
    bytes.firstIndex(of: 0, from: 0, to: bytes.count) != nil
      || String(validating: bytes, as: UTF8.self) == nil
  }

  private static func parse(
    _ buffer: UnsafeBufferPointer<CChar>, into collector: HTMLFactsCollector
  ) {
    LibXML2.isSetUp
    guard let start = buffer.baseAddress, let size = Int32(exactly: buffer.count),
      let context = htmlCreateMemoryParserCtxt(start, size)
    else { return }
    defer { htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(context, Int32(bitPattern: UInt32(options)))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    var handler = htmlSAXHandler()
    handler.startElement = { data, name, attributes in
      guard let data, let name else { return }
      HTMLReader.listener(data).begin(name, attributes)
    }
    handler.internalSubset = { data, _, _, _ in
      if let data { HTMLReader.listener(data).collector.facts.isDocument = true }
    }
    context.pointee.sax.pointee = handler
    // The parser is asked where it is, so the listener has to know it.
    let listener = Listener(context: context, collector: collector)
    withExtendedLifetime(listener) {
      context.pointee.userData = Unmanaged.passUnretained(listener).toOpaque()
      htmlParseDocument(context)
      context.pointee.userData = nil
    }
  }

  private static func listener(_ data: UnsafeMutableRawPointer) -> Listener {
    Unmanaged<Listener>.fromOpaque(data).takeUnretainedValue()
  }

  private final class Listener {
    private let context: htmlParserCtxtPtr
    let collector: HTMLFactsCollector

    init(context: htmlParserCtxtPtr, collector: HTMLFactsCollector) {
      self.context = context
      self.collector = collector
    }

    /// The parser stands behind the last attribute.
    func begin(
      _ name: UnsafePointer<xmlChar>,
      _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
      var offset = 0
      if let input = context.pointee.input, let cur = input.pointee.cur {
        offset = Int(input.pointee.consumed) + (cur - input.pointee.base)
      }
      collector.begin(name, HTMLAttributes(attributes), before: offset)
    }
  }
}

/// The attributes of the tag that is being read, names in small letters, references decoded. Only
/// valid until the next one.
struct HTMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) { self.pairs = pairs }

  var isEmpty: Bool { pairs?.pointee == nil }

  /// Empty for an attribute without a value, nil where there is none of the name.
  subscript(_ name: StaticString) -> String? {
    guard var pair = pairs else { return nil }
    while let key = pair.pointee {
      if Self.equals(key, name) {
        guard let value = (pair + 1).pointee else { return "" }
        return String(cString: value)
      }
      pair += 2
    }
    return nil
  }

  private static func equals(_ key: UnsafePointer<xmlChar>, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    let wanted = name.utf8Start
    for index in 0..<count where key[index] != wanted[index] { return false }
    return key[count] == 0
  }
}

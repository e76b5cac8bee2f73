import DocgenCore

/// A template's text with the file it is from, as diagnostics name it.
package struct TemplateSource: Sendable, Equatable {
  package var bytes: [UInt8]
  package var file: String

  package init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  package init(_ text: String, file: String) {
    self.init(bytes: Array(text.utf8), file: file)
  }

  /// The source with `indentation` before each of its lines.
  func indented(by indentation: [UInt8]) -> TemplateSource {
    if indentation.isEmpty { return self }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    for (index, byte) in bytes.enumerated() {
      if index == 0 || bytes[index - 1] == UInt8(ascii: "\n") {
        result.append(contentsOf: indentation)
      }
      result.append(byte)
    }
    return TemplateSource(bytes: result, file: file)
  }
}

/// The parts of a template in order. Its sections are balanced: every opening tag has its closing
/// tag, whatever the author wrote.
struct ParsedTemplate: Sendable {
  enum Part: Sendable, Equatable {
    /// A range of the source.
    case text(Range<Int>)
    case variable(TemplateName, isRaw: Bool)
    case section(TemplateName, isInverted: Bool)
    case close
    /// The indentation is that of a partial that stands alone on its line.
    case partial(TemplateName, indentation: [UInt8])
  }

  var source: TemplateSource
  var parts: [Part] = []
}

/// A name in a tag, with its place.
struct TemplateName: Sendable, Equatable {
  var text: String
  var span: SourceSpan

  /// `a.b.c` in its parts; none for the implicit iterator `.`.
  var components: [String] {
    text == "." ? [] : text.split(separator: ".").map(String.init)
  }
}

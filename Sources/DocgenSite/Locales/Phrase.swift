import DocgenMarkup

/// A text of the interface with `{name}`s in it, cut up once: a page has one for each of its
/// headings.
struct Phrase: Sendable, Equatable {
  private enum Part: Sendable, Equatable {
    case text(String)
    /// With the braces that it was written in, which stay where there is no value of that name.
    case value(name: String, written: String)
  }

  private let parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      parts.append(.text(String(rest[..<open])))
      parts.append(.value(name: String(name), written: String(rest[open...close])))
      rest = rest[rest.index(after: close)...]
    }
    self.parts = parts + [.text(String(rest))]
  }

  /// The text with values in place of its names.
  func filled(_ values: KeyValuePairs<String, String>) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .value(let name, let written):
        result += values.first { $0.key == name }?.value ?? written
      }
    }
    return result
  }
}

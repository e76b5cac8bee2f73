import DocgenCore

extension TemplateValue {
  /// The value as JSON, members sorted by name: what a template shows of a list or an object that
  /// it asks for as text, which is good for a script's data and makes a mistake visible.
  package var json: String {
    var writer = JSONWriter(forScripts: true)
    write(to: &writer, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Deeper values are shown as `null`; no author's data gets there.
  private static let deepest = 200

  private func write(to json: inout JSONWriter, depth: Int) {
    guard depth < Self.deepest else { return json.null() }
    switch self {
    case .null: json.null()
    case .bool(let flag): json.bool(flag)
    case .number(let number): json.number(written: number)
    case .text(let text): json.string(text)
    case .html(let bytes): json.string(String(decoding: bytes, as: UTF8.self))
    case .list(let elements), .record(let elements):
      json.array { json in
        for element in elements { json.element { element.write(to: &$0, depth: depth + 1) } }
      }
    case .object(let members):
      json.object { json in
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
          json.member(name) { value.write(to: &$0, depth: depth + 1) }
        }
      }
    }
  }
}

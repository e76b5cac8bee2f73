import DocgenCore

/// The `id` of an element. Two are the same only where their bytes are, as for a browser; `String` holds
/// `é` and `e` with an accent for the same, and takes twenty times as long to find that out.
struct ElementID: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: ElementID, b: ElementID) -> Bool {
    a.text.hasSameBytes(as: b.text)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

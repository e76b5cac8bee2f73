import DocgenCore

/// The `id` of an element. Two are the same only where their bytes are, as for a browser; `String` holds
/// `é` and `e` with an accent for the same, and hashing it takes ten times as long.
package struct ElementID: Hashable, Sendable {
  package var text: String

  package init(_ text: String) { self.text = text }

  package static func == (a: ElementID, b: ElementID) -> Bool {
    a.text.hasSameBytes(as: b.text)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// A page's identity across locales: the path of its file without extension and number prefixes,
/// with the front matter's `id` in place of the name (`guides/install`).
package struct ContentID: Hashable, Sendable, Comparable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func < (a: ContentID, b: ContentID) -> Bool { a.text < b.text }

  /// The last part: what `_category_.json` may name a page by.
  package var localID: String {
    String(text[(text.lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex)...])
  }
}

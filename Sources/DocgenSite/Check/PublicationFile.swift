import DocgenCore
import DocgenMarkup

/// A file of what will be published, with what can be read out of it.
struct PublicationFile: Sendable {
  enum Content: Sendable {
    case page(HTMLFacts)
    /// What a style sheet loads.
    case styles([HTMLReference])
    /// The addresses that a sitemap lists, and where it stops being XML.
    case sitemap([HTMLMark], fault: SourcePosition?)
    /// `robots.txt`, `llms.txt` and their kind.
    case text(SourceText)
    case other
  }

  /// Relative to the output folder.
  var path: String
  /// In bytes.
  var size: Int
  var content: Content

  /// Whether there is anything to read in a file of that name; otherwise its size is enough.
  static func isRead(_ path: String) -> Bool { form(of: path) != nil }

  init(path: String, size: Int) { (self.path, self.size, content) = (path, size, .other) }

  /// - Parameter source: the file that is published there as it is.
  init(path: String, copyOf source: String) {
    if Self.isRead(path), let bytes = try? FileSystem.read(source) {
      self.init(path: path, bytes: bytes)
    } else {
      self.init(path: path, size: (try? FileSystem.status(of: source))?.size ?? 0)
    }
  }

  init(path: String, bytes: [UInt8]) {
    self.path = path
    size = bytes.count
    switch Self.form(of: path) {
    case .page: content = .page(HTMLReader.read(bytes))
    case .styles: content = .styles(Self.references(inStyles: bytes))
    case .xml:
      let isSitemap =
        JoinedPath.name(of: path).hasPrefix("sitemap") || SitemapReader.isSitemap(bytes)
      content =
        isSitemap
        ? .sitemap(
          SitemapReader.addresses(in: bytes), fault: SitemapReader.fault(in: bytes))
        : .other
    case .text: content = .text(SourceText(bytes))
    case nil: content = .other
    }
  }

  private enum Form { case page, styles, xml, text }

  private static func form(of path: String) -> Form? {
    let name = JoinedPath.name(of: path)
    if name.hasSuffix(".html") || name.hasSuffix(".htm") { return .page }
    if name.hasSuffix(".css") { return .styles }
    if name.hasSuffix(".xml") { return .xml }
    return name == "robots.txt" || name == "llms.txt" ? .text : nil
  }

  private static func references(inStyles bytes: [UInt8]) -> [HTMLReference] {
    let found = StyleReferences.find(in: bytes)
    if found.isEmpty { return [] }
    let text = SourceText(bytes)
    return found.map {
      HTMLReference(use: .resource, url: $0.url, position: text.position(at: $0.offset))
    }
  }

  /// In the order of the text.
  var references: [HTMLReference] {
    switch content {
    case .page(let facts): facts.references
    case .styles(let references): references
    case .sitemap, .text, .other: []
    }
  }

  var facts: HTMLFacts? {
    if case .page(let facts) = content { facts } else { nil }
  }

  /// A page that readers come to: no piece for scripts, no redirect, not the page for unknown
  /// addresses.
  var readersPage: HTMLFacts? {
    guard let facts, facts.isDocument, facts.refresh == nil,
      JoinedPath.name(of: path) != "404.html"
    else { return nil }
    return facts
  }

  /// Whether search engines may show it.
  var isIndexed: Bool { readersPage.map { !$0.isHidden } ?? false }

  var isImage: Bool {
    let name = JoinedPath.name(of: path).lowercased()
    return [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp"]
      .contains(where: name.hasSuffix)
  }
}

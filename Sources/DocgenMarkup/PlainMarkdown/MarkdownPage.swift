/// A page as plain Markdown, for programs that read it: nothing in it needs docgen.
package struct MarkdownPage: Sendable, Equatable {
  /// What a heading starts.
  package struct Section: Sendable, Equatable {
    /// The heading's anchor in the page.
    package var id: String
    package var level: Int
    /// The heading's words, as Markdown.
    package var title: String
    /// Where its line starts in `bytes`.
    package var start: Int
  }

  /// UTF-8; ends with a line feed.
  package var bytes: [UInt8]
  /// In order.
  package var sections: [Section]

  /// A section with everything below it, or nil where no heading has that anchor.
  package func section(_ id: String) -> ArraySlice<UInt8>? {
    guard let index = sections.firstIndex(where: { $0.id == id }) else { return nil }
    let level = sections[index].level
    let next = sections[(index + 1)...].first { $0.level <= level }
    return bytes[sections[index].start..<(next?.start ?? bytes.count)]
  }
}

/// Where the links of a page lead from: they are written out, for a page that is read elsewhere has
/// no address.
package struct MarkdownAddresses: Sendable {
  /// Scheme and host; empty where the site doesn't say.
  package var site: String
  /// The page's own URL.
  package var page: String

  package init(site: String, page: String) {
    self.site = site
    self.page = page
  }

  func absolute(_ href: [UInt8]) -> [UInt8] {
    switch href.first {
    case ASCII.slash where href.count == 1 || href[1] != ASCII.slash: Array(site.utf8) + href
    case ASCII.hash: Array(page.utf8) + href
    default: href
    }
  }
}

extension MarkdownPage {
  /// Makes Markdown of a page's content.
  ///
  /// It is read from the finished HTML rather than from the author's text: there, components,
  /// partials, references and templates are what they have become and links lead where they lead, so
  /// that nothing has to be resolved a second time and no construct can be left over. Code is copied
  /// as it is; lines break where the author broke them.
  ///
  /// - Parameters:
  ///   - title: written above, where the content has no title of its own; else empty.
  ///   - html: what docgen has rendered. Whatever authors wrote in it as HTML may be less regular.
  package init(title: String, html: [UInt8], addresses: MarkdownAddresses) {
    var writer = MarkdownWriter(addresses: addresses)
    writer.reserve(html.count / 2)
    writer.appendTitle(title)
    html.withUnsafeBufferPointer { writer.append($0) }
    (bytes, sections) = writer.finish()
  }
}

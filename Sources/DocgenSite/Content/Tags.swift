import DocgenMarkup

/// A tag of one locale with its pages. `/tags` lists all tags, `/tags/<slug>` the pages of one.
package struct Tag: Sendable, Equatable {
  package var label: String
  /// Below the locale's base URL and the route base path.
  package var slug: String
  /// By title.
  package var pages: [ContentID]

  static let listSlug = "/tags"

  /// The address of a tag as a page names it: what the page says, else made from the label.
  static func slug(of tag: PageTag) -> String {
    let written = tag.permalink ?? Slugger.slug(of: tag.label)
    return listSlug + (written.hasPrefix("/") ? written : "/" + written)
  }

  /// The tags of each locale, sorted by label. A page without a translation has its tags in every
  /// locale; an unlisted one has none that a list shows.
  static func all(_ catalog: Catalog, locales: [SiteLocale]) -> [[Tag]] {
    let source = locales.first?.code ?? ""
    return locales.map { locale in
      let own = catalog.ids(in: locale.code)
      let known = Set(own)
      let fallbacks = locale.isDefault ? [] : catalog.ids(in: source).filter { !known.contains($0) }
      let pages =
        own.compactMap { catalog.page($0, in: locale.code) }
        + fallbacks.compactMap { catalog.page($0, in: source) }
      let tagged = pages.filter { !$0.frontMatter.tags.isEmpty && !$0.frontMatter.unlisted }
      var tags: [String: Tag] = [:]
      for page in tagged.sorted(by: { ($0.title, $0.id) < ($1.title, $1.id) }) {
        for written in page.frontMatter.tags {
          let slug = slug(of: written)
          if tags[slug]?.pages.last == page.id { continue }
          tags[slug, default: Tag(label: written.label, slug: slug, pages: [])].pages.append(
            page.id)
        }
      }
      return tags.values.sorted { ($0.label, $0.slug) < ($1.label, $1.slug) }
    }
  }
}

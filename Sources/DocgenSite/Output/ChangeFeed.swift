import DocgenMarkup

/// The pages of a locale that were changed last, as an Atom feed.
struct ChangeFeed {
  static let name = "atom.xml"

  static func isWanted(_ config: SiteConfig) -> Bool {
    config.feedLength > 0 && !config.url.isEmpty && !config.noIndex
  }

  /// A locale without pages in its own words has none.
  static func isWanted(in locale: Int, of site: Site) -> Bool {
    isWanted(site.config) && site.routes.routes.contains { isListed($0, in: locale, of: site) }
  }

  private static func isListed(_ route: Route, in locale: Int, of site: Site) -> Bool {
    guard route.locale == locale, !route.isFallback, case .page(let page) = route.target else {
      return false
    }
    return !site.catalog.pages[page].frontMatter.unlisted
  }

  private struct Entry {
    /// Since 1970, UTC.
    var seconds: Int
    var url: String
    var page: Page
  }

  private let site: Site
  private let locale: SiteLocale
  private let entries: [Entry]

  init(_ site: Site, locale index: Int) {
    self.site = site
    locale = site.locales[index]
    let all = site.routes.routes.compactMap { route -> Entry? in
      guard Self.isListed(route, in: index, of: site), case .page(let number) = route.target,
        let seconds = site.timeOfChange(site.catalog.pages[number])
      else { return nil }
      return Entry(
        seconds: seconds, url: site.absolute(route.path.encoded), page: site.catalog.pages[number])
    }
    entries = Array(
      all.sorted { ($1.seconds, $0.url) < ($0.seconds, $1.url) }.prefix(site.config.feedLength))
  }

  var bytes: [UInt8] {
    let home = site.absolute(URLPath.encode(locale.baseURL))
    let own = site.absolute(URLPath.join(locale.baseURL, Self.name).encoded)
    var output: [UInt8] = []
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    HTMLEscaping.appendEscaped(locale.lang, into: &output)
    output.append("\">\n")
    append("title", site.config.title, to: &output)
    if !site.config.tagline.isEmpty { append("subtitle", site.config.tagline, to: &output) }
    append("id", home, to: &output)
    appendLink(home, rel: "alternate", to: &output)
    appendLink(own, rel: "self", to: &output)
    append("updated", WrittenDate.timestamp(seconds: entries.first?.seconds ?? 0), to: &output)
    output.append("<author>")
    append("name", site.config.title, to: &output)
    output.append("</author>\n")
    for entry in entries {
      output.append("<entry>\n")
      append("title", entry.page.title, to: &output)
      append("id", entry.url, to: &output)
      appendLink(entry.url, rel: "alternate", to: &output)
      append("updated", WrittenDate.timestamp(seconds: entry.seconds), to: &output)
      if !entry.page.description.isEmpty {
        append("summary", entry.page.description, to: &output)
      }
      output.append("</entry>\n")
    }
    output.append("</feed>\n")
    return output
  }

  private func append(_ name: String, _ text: String, to output: inout [UInt8]) {
    output.append("<\(name)>")
    HTMLEscaping.appendEscaped(text, into: &output)
    output.append("</\(name)>\n")
  }

  private func appendLink(_ url: String, rel: String, to output: inout [UInt8]) {
    output.append("<link rel=\"\(rel)\" href=\"")
    HTMLEscaping.appendEscaped(url, into: &output)
    output.append("\"/>\n")
  }
}

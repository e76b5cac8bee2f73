import Testing

@testable import DocgenSite

@Suite struct RoutePathsTests {
  @Test(
    arguments: [
      (TrailingSlash.asComputed, "/a/b", "/docs/de/g/a/b", "de/g/a/b/index.html"),
      (.asComputed, "/a/", "/docs/de/g/a/", "de/g/a/index.html"),
      (.always, "/a/b", "/docs/de/g/a/b/", "de/g/a/b/index.html"),
      (.never, "/a/", "/docs/de/g/a", "de/g/a.html"),
      (.never, "/", "/docs/de/g", "de/g.html"),
      (.always, "/a.html", "/docs/de/g/a.html", "de/g/a.html"),
      (.always, "/../../x", "/docs/de/g/../../x/", nil),
      (.always, "/a\u{0}", "/docs/de/g/a\u{0}/", nil),
    ] as [(TrailingSlash, String, String, String?)])
  func slugs(trailingSlash: TrailingSlash, slug: String, path: String, file: String?) {
    var config = SiteConfig()
    config.baseURL = "/docs/"
    config.content.routeBasePath = "/g"
    config.trailingSlash = trailingSlash
    config.locales = [LocaleConfig(code: "en"), LocaleConfig(code: "de")]
    let locale = SiteLocale.all(of: config)[1]
    let url = config.path(slug: slug, locale: locale)
    #expect(url.text == path)
    #expect(config.output(of: url, locale: locale)?.string == file)
  }
}

import Testing

@testable import DocgenSite

@Suite struct SiteLocaleTests {
  @Test(arguments: [
    ("ar", TextDirection.rightToLeft), ("ar-EG", .rightToLeft), ("FA", .rightToLeft),
    ("he_IL", .rightToLeft), ("az-Arab", .rightToLeft), ("uz-Arab-AF", .rightToLeft),
    ("pa", .leftToRight), ("ks-Deva", .leftToRight), ("zh-Hans", .leftToRight),
    ("en", .leftToRight), ("", .leftToRight),
  ])
  func directionFollowsTheScript(lang: String, direction: TextDirection) {
    var config = SiteConfig()
    config.locales = [LocaleConfig(code: "en"), LocaleConfig(code: "x")]
    config.locales[1].lang = lang
    #expect(SiteLocale.all(of: config)[1].direction == direction)
  }

  @Test func theDefaultLocaleIsFirstAndAtTheRoot() {
    var config = SiteConfig()
    config.baseURL = "/docs/"
    config.defaultLocale = "de"
    config.locales = [LocaleConfig(code: "en"), LocaleConfig(code: "de")]
    let locales = SiteLocale.all(of: config)
    #expect(locales.map(\.code) == ["de", "en"])
    #expect(locales.map(\.baseURL) == ["/docs/", "/docs/en/"])
    #expect(locales.map(\.outputFolder) == ["", "en"])
  }

  @Test func whatIsConfiguredWins() {
    var config = SiteConfig()
    var locale = LocaleConfig(code: "zh-CN")
    (locale.path, locale.label, locale.lang) = ("cn", "中文", "zh-Hans")
    config.locales = [LocaleConfig(code: "en"), locale]
    let chinese = SiteLocale.all(of: config)[1]
    #expect(chinese.label == "中文")
    #expect(chinese.lang == "zh-Hans")
    #expect(chinese.baseURL == "/cn/")
  }
}

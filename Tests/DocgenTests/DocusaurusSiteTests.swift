import Foundation
import Testing

/// Sites as Docusaurus users write them.
@Suite struct BakerySiteTests {
  let site: Fixture

  init() throws { site = try Fixture.bakery.get() }

  @Test func itIsBuiltWithoutFindings() {
    #expect(site.status == 0, "\(site.text)")
    #expect(!site.text.contains("["), "\(site.text)")
  }

  @Test func itHasExactlyTheFilesThatAreExpected() throws {
    #expect(site.files == (try site.expectedFiles))
  }

  @Test func addressesEndWithASlash() throws {
    let page = try site.page("index.html")
    #expect(page.canonical == "https://bakery.example/")
    #expect(page.tag("a") { $0["href"] == "/bread/rye/#dough" } != nil)
    #expect(page.tag("a") { $0["href"] == "/bread/wheat/" } != nil)
    #expect(page.links(class: "navbar__link") == ["Recipes /"])
    #expect(page.next == "/bread/")
  }

  @Test func theSidebarIsTheWrittenOne() throws {
    let page = try site.page("bread/wheat/index.html")
    #expect(page.currentSidebarItem == "White bread")
    #expect(page.breadcrumbs == ["Bread", "White bread"])
    #expect(page.links(class: "menu__link").last == "Mill https://mill.example")
  }

  @Test func translationsOfDocusaurusAreUsed() throws {
    let page = try site.page("fr/bread/rye/index.html")
    #expect(page.lang == "fr-FR")
    #expect(page.title == "Pain de seigle | Bakery")
    #expect(page.breadcrumbs == ["Pain", "Pain de seigle"])
    #expect(page.links(class: "navbar__link") == ["Recettes /fr/"])
    #expect(page.holds("Boulangerie"))
    #expect(page.holds("Suivant"))
    #expect(try site.page("fr/bread/index.html").heading == "Tous les pains")
  }

  @Test func redirectsAndLogoAndFooter() throws {
    #expect(try site.page("loaf/index.html").tag("a")?["href"] == "/bread/rye/")
    let page = try site.page("index.html")
    #expect(page.tag("img") { $0["alt"] == "A loaf" }?["src"] == "/img/loaf.png")
    #expect(page.tag("footer") { $0.has(class: "footer--dark") } != nil)
  }

  @Test func noLinkOfTheOutputIsBroken() throws { try expectNoBrokenLinks(in: site, base: "/") }
}

/// Without slashes at the end, below a base URL and a route base path.
@Suite struct KioskSiteTests {
  let site: Fixture

  init() throws { site = try Fixture.kiosk.get() }

  @Test func itHasExactlyTheFilesThatAreExpected() throws {
    #expect(site.status == 0, "\(site.text)")
    #expect(site.files == (try site.expectedFiles))
  }

  @Test func addressesHaveNoSlashAtTheEnd() throws {
    let page = try site.page("docs.html")
    #expect(page.canonical == "https://kiosk.example/k/docs")
    #expect(page.tag("a") { $0["href"] == "/k/docs/papers/daily" } != nil)
    let inner = try site.page("docs/papers/daily.html")
    #expect(inner.tag("a") { $0["href"] == "/k/docs" } != nil)
    #expect(inner.previous == "/k/docs")
  }

  @Test func aSiteInOneLanguageHasNoMenuOfLanguages() throws {
    let page = try site.page("docs.html")
    #expect(page.localeMenu.isEmpty)
    #expect(page.alternates.isEmpty)
  }
}

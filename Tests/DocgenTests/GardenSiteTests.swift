import Foundation
import Testing

/// A site in docgen's own form: three locales, one of them from right to left.
@Suite struct GardenSiteTests {
  let site: Fixture

  init() throws { site = try Fixture.garden.get() }

  @Test func itIsBuiltWithNothingButTheFindingThatIsPlanted() {
    #expect(site.status == 0, "\(site.text)")
    #expect(
      site.text.contains("docs/locales/de/index.md:1:1: note: The front matter has lost its first"))
    #expect(site.text.contains("1 note in 1 file"))
  }

  @Test func itHasExactlyTheFilesThatAreExpected() throws {
    #expect(site.files == (try site.expectedFiles))
  }

  @Test(arguments: [
    ("index.html", "A garden | Garden", "en", "ltr"),
    ("seeds/index.html", "Seeds | Garden", "en", "ltr"),
    ("de/index.html", "Ein Garten | Garden", "de", "ltr"),
    ("ar/index.html", "حديقة | Garden", "ar", "rtl"),
    ("category/soil/index.html", "All about soil | Garden", "en", "ltr"),
    ("ar/404.html", "الصفحة غير موجودة | Garden", "ar", "rtl"),
  ])
  func titleAndLanguage(path: String, title: String, lang: String, direction: String) throws {
    let page = try site.page(path)
    #expect(page.title == title)
    #expect(page.lang == lang)
    #expect(page.direction == direction)
  }

  @Test func aPageSaysWhereItsTranslationsAre() throws {
    let page = try site.page("soil/compost/index.html")
    #expect(page.canonical == "https://garden.example/handbook/soil/compost")
    #expect(
      page.alternates == [
        "en https://garden.example/handbook/soil/compost",
        "de https://garden.example/handbook/de/soil/compost",
        "x-default https://garden.example/handbook/soil/compost",
      ])
    #expect(page.robots == nil)
    #expect(
      page.localeMenu == [
        "en /handbook/soil/compost", "de /handbook/de/soil/compost", "ar /handbook/ar/soil/compost",
      ])
  }

  @Test func aFallbackShowsTheSourcePageAndSaysSo() throws {
    let page = try site.page("ar/soil/compost/index.html")
    #expect(page.lang == "ar")
    #expect(page.direction == "rtl")
    #expect(page.article?["lang"] == "en")
    #expect(page.article?["dir"] == "ltr")
    #expect(page.robots == "noindex")
    #expect(page.canonical == "https://garden.example/handbook/soil/compost")
    #expect(page.tag("div") { $0.has(class: "theme-notice") } != nil)
    #expect(
      page.tag("a") { $0["href"] == "/handbook/soil/compost" && $0["hreflang"] == "en" } != nil)
    #expect(!page.alternates.contains { $0.hasPrefix("ar ") })
    #expect(page.heading == "Compost")
  }

  @Test func aFallbacksNoticeIsInTheReadersLanguage() throws {
    let page = try site.page("de/soil/clay/index.html")
    #expect(page.holds("Diese Seite ist noch nicht übersetzt."))
    #expect(!(try site.page("de/soil/compost/index.html")).holds("theme-notice"))
  }

  @Test func aPageOfOneLocaleIsBuiltThereOnly() throws {
    let page = try site.page("de/kleingarten/index.html")
    #expect(page.alternates == ["de https://garden.example/handbook/de/kleingarten"])
    #expect(page.robots == nil)
    #expect(
      page.localeMenu == ["en /handbook/", "de /handbook/de/kleingarten", "ar /handbook/ar/"])
    #expect(!site.files.contains("kleingarten/index.html"))
  }

  @Test func sitemapsHaveALocalesOwnPages() throws {
    let source = try site.file("sitemap-en.xml")
    #expect(source.contains("<loc>https://garden.example/handbook/soil/clay</loc>"))
    #expect(!source.contains("secret"))
    let translated = try site.file("de/sitemap.xml")
    #expect(translated.contains("<loc>https://garden.example/handbook/de/kleingarten</loc>"))
    #expect(!translated.contains("clay"))
  }

  @Test func theSidebarFollowsFoldersAndNumbers() throws {
    let page = try site.page("soil/clay/index.html")
    #expect(page.currentSidebarItem == "Clay")
    #expect(page.breadcrumbs == ["Soil", "Clay"])
    #expect(page.previous == "/handbook/soil/compost")
    #expect(page.next == "/handbook/tools/spade")
    #expect(
      page.links(class: "menu__link").suffix(6) == [
        "A garden /handbook/", "Soil /handbook/category/soil", "Compost /handbook/soil/compost",
        "Clay /handbook/soil/clay", "The spade /handbook/tools/spade",
        "Seeds and bulbs /handbook/seeds",
      ])
  }

  @Test func labelsAreTranslated() throws {
    let page = try site.page("de/soil/compost/index.html")
    #expect(page.breadcrumbs == ["Erde", "Kompost"])
    #expect(page.links(class: "navbar__link").first == "Werkzeug /handbook/de/tools/spade")
    #expect(page.tag("p") { $0.has(class: "footer__title") }?.text == "Mehr")
    #expect(page.holds("Weiter"))
  }

  @Test func anchorsOfTheSourcePageWorkOnItsTranslation() throws {
    let page = try site.page("de/soil/compost/index.html")
    #expect(page.tag("a") { $0["id"] == "layers" } != nil)
    #expect(page.tag("h2") { $0["id"] == "schichten" } != nil)
  }

  @Test func contentIsRendered() throws {
    let start = try site.page("index.html")
    #expect(start.meta("description") == "Where to begin")
    #expect(start.tag("h2") { $0["id"] == "watering" } != nil)
    #expect(start.tag("a") { $0["href"] == "/handbook/tools/spade#handle" } != nil)
    let spade = try site.page("tools/spade/index.html")
    #expect(spade.holds("Bends."))
    #expect(spade.tag("summary") { $0.text.contains("Steel") } != nil)
    #expect(spade.holds("<li><b>Robin</b>: thin &amp; clear</li>"))
    #expect(spade.holds("<li><b>Wren</b>: &lt;loud&gt;</li>"))
    let compost = try site.page("soil/compost/index.html")
    #expect(compost.tag("div") { $0.has(class: "alert") } != nil)
    #expect(
      compost.links(class: "table-of-contents__link") == [
        "Layers #layers", "Brown #brown", "Green #green", "Worms #worms",
      ])
  }

  @Test func imagesHaveTheirSizes() throws {
    let image = try site.page("seeds/index.html").tag("img") { $0["alt"] == "A leaf" }
    #expect(image?["src"] == "/handbook/img/leaf.svg")
    #expect(image?["width"] == "24")
    #expect(image?["height"] == "16")
  }

  @Test func aGeneratedIndexHasCards() throws {
    let page = try site.page("category/soil/index.html")
    #expect(page.heading == "All about soil")
    #expect(
      page.tags("a") { $0.has(class: "card") }.map { $0["href"] ?? "" }
        == ["/handbook/soil/compost", "/handbook/soil/clay"])
    #expect(page.holds("Leaves and patience"))
    #expect(page.currentSidebarItem == "Soil")
  }

  @Test func draftsAreNowhereAndUnlistedPagesAreHidden() throws {
    for path in site.files where path.hasSuffix(".html") {
      let html = try site.file(path)
      #expect(!html.contains("hoe"), "\(path)")
      if !path.contains("secret") { #expect(!html.contains("secret shed"), "\(path)") }
    }
    #expect(try site.page("tools/secret/index.html").robots == "noindex")
  }

  @Test(arguments: [
    ("shovel/index.html", "/handbook/tools/spade#handle"),
    ("earth/index.html", "/handbook/category/soil"),
    ("de/dirt/index.html", "/handbook/de/category/soil"),
  ])
  func oldAddressesLeadOn(path: String, target: String) throws {
    let page = try site.page(path)
    #expect(page.tag("meta") { $0["http-equiv"] == "refresh" }?["content"] == "0; url=\(target)")
    #expect(page.tag("a")?["href"] == target)
    #expect(page.robots == "noindex")
  }

  @Test func staticFilesAreInEveryLocale() throws {
    for folder in ["", "de/", "ar/"] {
      #expect(try site.file(folder + "robots.txt") == "User-agent: *\n")
    }
    #expect(try site.file("assets/styles/garden.css") == ":root { --accent: #2a6f3c; }\n")
    #expect(try site.page("index.html").html.contains("/handbook/assets/styles/garden.css"))
  }

  @Test func noLinkOfTheOutputIsBroken() throws {
    try expectNoBrokenLinks(in: site, base: "/handbook/")
  }
}

import Testing

@testable import DocgenSite

@Suite struct ReferenceResolverTests {
  private let site = PublicationSite(files: [
    "index.html": "", "a/index.html": "", "a/b.html": "", "a/c d.png": "", "中/index.html": "",
    "a/50%25.html": "", "zip.zip": "",
    "based/index.html": "<base href='/docs/a/'>", "away.html": "<base href='https://b.example/'>",
  ])

  private func path(_ url: String, _ from: String) -> String {
    let publication = site.publication
    return switch site.target(of: url, from: from) {
    case .file(let index, let fragment):
      publication.files[index].path + (fragment.map { "#" + $0 } ?? "")
    case .missing(let path): "missing \(path)"
    case .outside(let path): "outside \(path)"
    case .otherCase(let index, _): "case \(publication.files[index].path)"
    case .elsewhere: "elsewhere"
    case nil: "no file"
    }
  }

  @Test(arguments: [
    ("/docs/", "index.html"), ("/docs", "index.html"), ("/docs/a/", "a/index.html"),
    ("/docs/a", "a/index.html"), ("/docs/a/b", "a/b.html"), ("/docs/a/b.html", "a/b.html"),
    ("/docs/a/b/", "a/b.html"), ("/docs/index.html", "index.html"), ("b", "a/b.html"),
    ("./b.html?x=1#y", "a/b.html#y"), ("../zip.zip", "zip.zip"), ("../../../docs/", "index.html"),
    ("c%20d.png", "a/c d.png"), ("c d.png", "a/c d.png"), ("/docs/%E4%B8%AD/", "中/index.html"),
    ("/docs/中", "中/index.html"), ("50%25", "a/50%25.html"), ("50%2525", "a/50%25.html"),
    ("", "a/index.html"), ("#x", "a/index.html#x"), ("?q", "a/index.html"), ("#", "a/index.html"),
    ("#top", "a/index.html"), ("#TOP", "a/index.html"), ("#:~:text=x", "a/index.html"),
    ("#x:~:text=y", "a/index.html#x"), ("#/route", "a/index.html"), ("#!x", "a/index.html"),
    ("https://a.example/docs/a/#x", "a/index.html#x"), ("//A.example/docs/", "index.html"),
    ("http://a.example/docs/a", "a/index.html"), ("https://a.example.com/docs/", "elsewhere"),
    ("https://a.example/other", "elsewhere"), ("https://a.example", "elsewhere"),
    ("mailto:x@y", "elsewhere"), ("javascript:x", "elsewhere"), ("data:,x", "elsewhere"),
    ("/docs/x", "missing /docs/x"), ("x", "missing /docs/a/x"), ("/docsx", "outside /docsx"),
    ("/", "outside /"), ("/docs/A/", "case a/index.html"), ("B", "case a/b.html"),
    ("/docs//a//b", "a/b.html"), ("@site/a", "missing /docs/a/@site/a"),
  ])
  func whereAReferenceLeads(url: String, expected: String) {
    #expect(path(url, "a/index.html") == expected)
  }

  @Test(arguments: [
    ("b", "a/b.html"), ("#x", "a/index.html#x"), ("/docs/", "index.html"),
    ("../zip.zip", "zip.zip"),
  ])
  func aBaseChangesRelativeReferences(url: String, expected: String) {
    #expect(path(url, "based/index.html") == expected)
  }

  @Test func aBaseElsewhereLeadsAway() {
    #expect(path("b", "away.html") == "elsewhere")
    #expect(path("/docs/a/", "away.html") == "elsewhere")
  }

  @Test func localesMayHaveTheirOwnBase() {
    let publication = Publication(
      ["index.html", "zh/a/index.html"].map { PublicationFile(path: $0, size: 0) },
      bases: [.init(url: "/docs/", folder: ""), .init(url: "/cn/", folder: "zh/")], origin: nil)
    #expect(publication.address(of: 1) == "/cn/a/")
    #expect(publication.outputPath(of: "/cn/a") == "zh/a")
    #expect(publication.outputPath(of: "/docs/a") == "a")
    #expect(publication.outputPath(of: "/x") == nil)
  }
}

import DocgenCore
import Testing

@testable import DocgenSite

@Suite("A site that is kept in memory")
struct LiveSiteTests {
  private func options(_ site: GrowingSite) -> BuildOptions {
    var options = BuildOptions(site: site.folder.path, year: 2026)
    options.includesDrafts = true
    options.workers = 2
    return options
  }

  /// What a fresh build writes, by path, and what it reports.
  private func built(_ site: GrowingSite) async throws -> (
    files: [String: [UInt8]], findings: [Diagnostic]
  ) {
    let output = try TemporaryFolder()
    var options = options(site)
    options.output = output("built")
    let report = await SiteBuilder(options).build()
    var files: [String: [UInt8]] = [:]
    for entry in FileSystem.list(output("built"), named: "").value
    where entry.kind == .file && !entry.path.hasPrefix(".") {
      files[entry.path] = try FileSystem.read(output("built/" + entry.path))
    }
    return (files, report.diagnostics)
  }

  /// The same of a site in memory.
  private func served(_ live: LiveSite, _ site: GrowingSite) async throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in await live.searchFiles() { files[path.string] = bytes }
    for file in live.model?.published.files ?? [] {
      switch live.content(at: "/" + file.path.string) {
      case .page(let route): files[file.path.string] = live.render(route: route).html
      case .made(let bytes, _): files[file.path.string] = bytes
      case .file(let source, _):
        files[file.path.string] = try FileSystem.read(site.folder(source))
      case .elsewhere, .missing: Issue.record("nothing is at \(file.path.string)")
      }
    }
    return files
  }

  @Test("after any changes is what a fresh build makes", arguments: [1, 2, 3, 4] as [UInt64])
  func equalsFreshBuild(seed: UInt64) async throws {
    var site = try GrowingSite(seed: seed)
    let opened = try #require(await LiveSite.opened(options(site)).value)
    var live = await opened.completed()
    var kinds: Set<ChangeKind> = []
    for step in 0..<30 {
      var changed: Set<String> = []
      for _ in 0..<Int.random(in: 1...3, using: &site.random) { changed.formUnion(try site.step()) }
      let update = await live.updated(changed)
      live = update.site
      kinds.insert(update.kind)
      let fresh = try await built(site)
      let kept = try await served(live, site)
      let place = Comment(
        rawValue: "seed \(seed), step \(step): \(changed.sorted()) \(update.kind)")
      #expect(kept.keys.sorted() == fresh.files.keys.sorted(), place)
      let different = fresh.files.keys.filter { kept[$0] != fresh.files[$0] }
      #expect(different.sorted() == [], place)
      let rendered = try #require(await live.renderedFindings())
      let found = live.reported(live.stageFindings + rendered.values.joined())
      #expect(found == fresh.findings, place)
      if !different.isEmpty { return }
    }
    #expect(kinds.isSuperset(of: [.body, .files, .everything]))
  }

  @Test("shows a page from openings as it is in the whole site")
  func opensEarly() async throws {
    let site = try GrowingSite(seed: 9)
    try site.folder.write(
      "---\ntitle: Fig\ndescription: Soft\n---\n\n## Care\n\n![leaf](./root.svg) [plum](./trees/plum.md)\n",
      to: "docs/fig.md")
    let opened = try #require(await LiveSite.opened(options(site)).value)
    let whole = await opened.completed()
    let routes = try #require(whole.model).site.routes.routes
    var early = 0
    var paths: Set<String> = []
    for route in routes.indices {
      guard let page = await opened.opened(for: route) else { continue }
      early += 1
      paths.insert(routes[route].path.text)
      #expect(page.render(route: route).html == whole.render(route: route).html)
    }
    #expect(early > routes.count / 3)
    #expect(paths.contains("/fig"))
  }

  @Test("keeps the last good page, templates and configuration, and takes the next good ones")
  func keepsLastGood() async throws {
    let site = try GrowingSite(seed: 5)
    let opened = try #require(await LiveSite.opened(options(site)).value)
    let live = await opened.completed()
    let route = try #require(live.model?.site.routes.index(at: URLPath("/care/soil")))
    let good = live.render(route: route).html
    let text = try site.folder.read("docs/care/soil.md")
    for (file, broken) in [
      ("docs/care/soil.md", "---\ntitle: [\n---\ntext\n"),
      ("templates/partials/footer.html", "{{#unknown}}"),
      ("docgen.yml", "title: [\n"),
    ] {
      let before = try? site.folder.read(file)
      try site.folder.write(broken, to: file)
      let bad = await live.updated([file]).site
      #expect(bad.render(route: route).html == good, "\(file)")
      #expect(bad.stageFindings.contains { $0.severity == .error && $0.span?.file == file })
      if let before {
        try site.folder.write(before, to: file)
      } else {
        try FileSystem.removeFile(site.folder(file))
      }
      let mended = await bad.updated([file]).site
      #expect(mended.stageFindings == live.stageFindings)
      #expect(mended.render(route: route).html == good)
    }
    try site.folder.write(text + "\nNew.\n", to: "docs/care/soil.md")
    let next = await live.updated(["docs/care/soil.md"])
    #expect(next.kind == .body)
    #expect(next.site.render(route: route).html != good)
  }

  @Test(
    "rebuilds as much as a kind of file asks for",
    arguments: [
      ("docs/care/soil.md", "# soil\n\nOther text.\n", .structure),
      ("docs/_wash.mdx", "Wash your hands, see [the start](/). Often.\n", .body),
      ("docs/new.md", "# New\n", .files),
      ("docs/care/_category_.json", "{\"label\": \"Nursing\"}", .files),
      ("docs/locales/de/trees/plum.md", "# Pflaume\n", .files),
      ("static/new.txt", "text", .files),
      ("styles/own.css", "b { color: red }\n", .files),
      // A component may include it.
      ("templates/partials/footer.html", "<footer></footer>\n", .everything),
      ("templates/components/Badge.html", "<i>{{attributes.text}}</i>\n", .everything),
      ("data/fruit.json", "{\"best\": \"fig\"}", .everything),
      ("docgen.yml", "title: Grove\n", .everything),
    ] as [(String, String, ChangeKind)])
  func kinds(file: String, text: String, kind: ChangeKind) async throws {
    let site = try GrowingSite(seed: 3)
    let opened = try #require(await LiveSite.opened(options(site)).value)
    let live = await opened.completed()
    try site.folder.write(text, to: file)
    #expect(await live.updated([file]).kind == kind)
  }

  @Test("looks again at the routes that show a page, and at no others")
  func affectedRoutes() async throws {
    let site = try GrowingSite(seed: 3)
    try site.folder.write(
      "import Soil from './soil.md'\n\n# Bed\n\n<Soil />\n", to: "docs/care/bed.md")
    try site.folder.write("# Soil\n\nDry.\n", to: "docs/care/soil.md")
    let opened = try #require(await LiveSite.opened(options(site)).value)
    let live = await opened.completed()
    try site.folder.write("# Soil\n\nWet.\n", to: "docs/care/soil.md")
    let update = await live.updated(["docs/care/soil.md"])
    let routes = try #require(update.site.model).site.routes.routes
    #expect(update.kind == .body)
    #expect(
      update.affectedRoutes?.map { routes[$0].path.text }.sorted()
        == ["/care/bed", "/care/soil", "/de/care/bed", "/de/care/soil"])
  }

  @Test(
    "knows how far a change reaches",
    arguments: [
      ("# Soil\n\nOld text.\n", "# Soil\n\nNew text.\n", .body),
      ("# Soil\n", "# Soil\n", .nothing),
      ("# Soil\n", "# Earth\n", .structure),
      ("# Soil\n", "# Soil\n\n![](./a.png)\n", .assets),
      ("# Soil\n", "# Soil\n\n[](./a.md) [](/b) [](https://c.example)\n", .body),
      ("# Soil\n", "---\nsidebar_position: 4\n---\n# Soil\n", .structure),
      ("# Soil\n", "import P from './_p.mdx'\n\n# Soil\n\n<P />\n", .files),
    ] as [(String, String, ChangeKind)])
  func reach(old: String, new: String, kind: ChangeKind) {
    let config = SiteConfig()
    let parser = PageParser(folder: SiteFolder(path: "."), config: config, options: .init())
    let file = ContentFile(
      locale: "en", contentPath: "soil.md", sourceFile: "docs/soil.md", size: 0, isPartial: false)
    let pages = [old, new].map { parser.parse(Array($0.utf8), file).value }
    #expect(ChangeKind(from: pages[0], to: pages[1]) == kind)
  }
}

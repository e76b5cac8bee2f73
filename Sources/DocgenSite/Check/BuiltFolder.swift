import DocgenCore
import DocgenMarkup

/// Any folder of finished HTML, whoever made it, checked without its sources.
package struct BuiltFolder: Sendable {
  let path: String
  /// Nil: what the front page's canonical link says, else `/`.
  let baseURL: String?
  /// Scheme and host; nil: the front page's canonical link's.
  let origin: String?
  let workers: Int
  /// The way to other sites; nil where they are not asked.
  package var external: ExternalAccess?

  package init(path: String, baseURL: String?, origin: String?, workers: Int) {
    (self.path, self.baseURL, self.origin, self.workers) = (path, baseURL, origin, workers)
  }

  /// Whether a folder is finished HTML rather than a site: it has pages and no configuration, or was
  /// built by docgen.
  package static func isBuilt(_ path: String) -> Bool {
    func holds(_ name: String) -> Bool { FileSystem.exists(path + "/" + name) }
    if holds(OutputManifest.name) { return true }
    if (DocusaurusSite.configFiles + [SiteConfigReader.ownFile]).contains(where: holds) {
      return false
    }
    if holds("index.html") { return true }
    return !holds(ContentConfig().path)
      && FileSystem.list(path, named: "").value.contains { $0.path.hasSuffix(".html") }
  }

  /// Everything that is wrong; places are those of the files, relative to the folder.
  package func check() async -> Diagnosed<ExternalSummary?> {
    let listing = FileSystem.list(path, named: "")
    let entries = listing.value.filter { $0.kind == .file }
    if !entries.contains(where: { $0.path.hasSuffix(".html") }) {
      let problem = Diagnostic(
        .error, "check/no-pages", "There is no HTML in '\(path)'",
        hint: "name the folder of a site, or one that was built")
      return Diagnosed(nil, listing.diagnostics + [problem])
    }
    let files = await read(entries)
    let publication = publication(files)
    let site = await LinkedPublication(publication, workers: workers)
    let outside = await externalOutcome(site)
    let findings = await site.findings(workers: workers) + (outside?.findings ?? [])
    let placed = findings.map { ($0, place(of: $0, in: publication)) }
    let found = FindingReport(publication: publication, repeats: 5).diagnostics(placed)
    return Diagnosed(
      outside?.summary, listing.diagnostics + found + (outside?.diagnostics ?? []))
  }

  private func externalOutcome(_ linked: LinkedPublication) async -> ExternalCheck.Outcome? {
    guard let external else { return nil }
    return await ExternalCheck(
      site: linked, config: ExternalConfig(), access: external, folder: nil
    ).run()
  }

  /// The largest first, so that no worker ends up with a long one alone.
  private func read(_ entries: [FileEntry]) async -> [PublicationFile] {
    await concurrentMap(
      entries.sorted { ($1.size, $0.path) < ($0.size, $1.path) }, workers: workers
    ) { entry in
      PublicationFile(path: entry.path, copyOf: path + "/" + entry.path)
    }
  }

  private func publication(_ files: [PublicationFile]) -> Publication {
    let front = files.first { $0.path == "index.html" }?.facts
    let canonical = front?.references.first { $0.use == .canonical }.map { URLParts($0.url) }
    let base = baseURL ?? canonical?.path ?? "/"
    return Publication(
      files, bases: [.init(url: URLPath.join(base, "/").text, folder: "")],
      origin: origin ?? canonical?.origin)
  }

  private func place(of finding: Finding, in publication: Publication) -> FindingPlace {
    let start = finding.position ?? SourcePosition(line: 1, column: 1)
    return FindingPlace(
      span: SourceSpan(file: publication.files[finding.file].path, start: start))
  }
}

/// `https://example.com/docs/` in its two halves.
private struct URLParts {
  var origin: String?
  var path: String?

  init(_ url: String) {
    let bytes = url.utf8
    guard bytes.starts(with: "https://".utf8) || bytes.starts(with: "http://".utf8) else { return }
    let slash = bytes.indices.dropFirst(8).first { bytes[$0] == ASCII.slash }
    origin = String(url[..<(slash ?? url.endIndex)])
    path = slash.map { String(url[$0...].prefix { $0 != "?" && $0 != "#" }) } ?? "/"
  }
}

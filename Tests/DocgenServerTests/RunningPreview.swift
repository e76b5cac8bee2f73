import DocgenCore
import DocgenSite

@testable import DocgenServer

/// A preview at a free port, with a small site of its own, while a test runs.
final class RunningPreview: Sendable {
  let site: TemporaryFolder
  let client: HTTPClient
  private let task: Task<Void, any Error>

  /// - Parameter prepare: writes further files.
  init(
    followsLinks: Bool = false, _ prepare: (TemporaryFolder) throws -> Void = { _ in }
  ) async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      title: Orchard
      baseUrl: /book/
      locales: {en: {}, de: {}}
      redirects: [{from: /prune, to: /plum}]

      """, to: "docgen.yml")
    try folder.write("# Start\n\nSee [plums](./plum.md).\n", to: "docs/index.md")
    try folder.write("# Plum\n\nSweet.\n", to: "docs/plum.md")
    try folder.write("# Pflaume\n\nSüß.\n", to: "docs/locales/de/plum.md")
    try folder.write("---\ndraft: true\n---\n# Idea\n", to: "docs/idea.md")
    try folder.write("---\nunlisted: true\n---\n# Secret garden\n", to: "docs/garden.md")
    try folder.write("0123456789", to: "static/film.mp4")
    try folder.write("secret", to: "secret.txt")
    try prepare(folder)
    site = folder
    var options = PreviewOptions(build: BuildOptions(site: folder.path, year: 2026))
    options.build.includesDrafts = true
    options.port = .number(0)
    options.followsLinks = followsLinks
    let (urls, events) = AsyncStream<String>.makeStream()
    let server = PreviewServer(options) { event in
      if case .listening(let url, _) = event { events.yield(url) }
    }
    task = Task { try await server.run() }
    var port: UInt16 = 0
    for await url in urls {
      port = url.split(separator: ":").last.flatMap { UInt16($0.prefix { $0 != "/" }) } ?? 0
      break
    }
    client = HTTPClient(port: port)
  }

  deinit { task.cancel() }
}

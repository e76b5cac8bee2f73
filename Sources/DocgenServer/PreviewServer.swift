import DocgenCore
import DocgenMCP
import DocgenSite
import FlyingSocks

/// `docgen serve`: a site in memory, served while it is written.
///
/// Connections are accepted by the kernel from the start and answered as soon as the openings of all
/// files are read; the rest of the site is read behind that. From then on each burst of changes
/// makes a new build, and each tab is told where its page has become another.
package struct PreviewServer: Sendable {
  private let options: PreviewOptions
  private let report: @Sendable (PreviewEvent) -> Void

  package init(
    _ options: PreviewOptions, report: @escaping @Sendable (PreviewEvent) -> Void = { _ in }
  ) {
    self.options = options
    self.report = report
  }

  /// Serves until the task is cancelled.
  ///
  /// - Throws: `PreviewFailure` where it can't begin.
  package func run() async throws {
    let start = ContinuousClock.now
    let pool = SocketPool.make()
    try await pool.prepare()
    let listener = try listen(pool)
    let executor = WorkExecutor()
    let opened = await Task(executorPreference: executor) { [options] in
      await LiveSite.opened(options.build, schemas: options.schemas)
    }.value
    guard let site = opened.value else { throw PreviewFailure(diagnostics: opened.diagnostics) }

    let collector = ChangeCollector(site: options.build.site)
    let preview = Preview(site, options: options, executor: executor, report: report)
    let names = HostNames(host: options.host, port: listener.port)
    let responder = Responder(
      preview: preview, names: names, followsLinks: options.followsLinks,
      mcp: MCPEndpoint(
        server: DocumentationServer(version: options.version) {
          await preview.currentDocumentation()
        }, names: names))
    let server = HTTPServer(listener: listener, limits: HTTPServer.Limits()) {
      await responder.respond(to: $0)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask { await server.run() }
      group.addTask {
        report(.listening(url: url(listener.port, site), isOpenToOthers: !isLoopback))
        let watch = await FolderWatch(
          site: options.build.site, folders: site.folders, collector: collector, pool: pool,
          forcesPolling: options.polls
        ) { report(.polling(reason: $0)) }
        async let watching: Void = watch.run()
        await preview.complete(since: start)
        for await paths in collector.bursts { await preview.apply(paths, watch: watch) }
        await watching
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  // MARK: Address

  private var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(options.host) }

  private func url(_ port: UInt16, _ site: LiveSite) -> String {
    let host = ["0.0.0.0", "::", "127.0.0.1"].contains(options.host) ? "localhost" : options.host
    return "http://\(host.contains(":") ? "[\(host)]" : host):\(port)\(site.home)"
  }

  private func listen(_ pool: some AsyncSocketPool) throws -> Listener {
    let address = options.host == "localhost" ? "127.0.0.1" : options.host
    switch options.port {
    case .number(let port):
      do { return try Listener(address: address, port: port, pool: pool) } catch {
        throw failure(error, port: port)
      }
    case .automatic:
      for port in PreviewOptions.defaultPort..<PreviewOptions.defaultPort + 100 {
        do { return try Listener(address: address, port: port, pool: pool) } catch {
          guard case .portInUse = error else { throw failure(error, port: port) }
        }
      }
      throw failure(.portInUse, port: PreviewOptions.defaultPort + 99)
    }
  }

  private func failure(_ failure: Listener.Failure, port: UInt16) -> PreviewFailure {
    let found =
      switch failure {
      case .portInUse:
        Diagnostic(
          .error, "serve/port-in-use", "Another program listens at port \(port)",
          hint: "take another one with '--port \(port == .max ? port - 1 : port + 1)', or the next "
            + "free one with '--port auto'")
      case .portNotAllowed:
        Diagnostic(
          .error, "serve/port-not-allowed", "Listening at port \(port) is not allowed",
          hint: "ports from 1024 on are for everybody: '--port 3000'")
      case .unknownAddress:
        Diagnostic(
          .error, "serve/unknown-host", "'\(options.host)' is no address of this machine",
          hint: "leave '--host' out, or give an IP address in numbers")
      case .other(let reason):
        Diagnostic(.error, "serve/cannot-listen", "Nobody can listen at port \(port): \(reason)")
      }
    return PreviewFailure(diagnostics: [found])
  }
}

extension LiveSite {
  /// What is to be watched for it.
  var folders: FolderWatch.Folders {
    FolderWatch.Folders(deep: watchedFolders, flat: watchedFlatFolders)
  }
}

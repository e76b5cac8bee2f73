import DocgenCore
import DocgenSite

/// Answers requests from the current build.
struct Responder: Sendable {
  let preview: Preview
  let names: HostNames
  /// Out of the site's folder.
  let followsLinks: Bool
  let mcp: MCPEndpoint

  /// Below it is what only the preview has.
  static let ownFolder = "/__docgen/"

  func respond(to request: HTTPRequest) async -> HTTPResponse {
    let path: RequestPath
    do throws(HTTPProblem) {
      path = try RequestPath(target: request.target)
    } catch {
      return HTTPResponse(error.status)
    }
    guard let host = path.authority ?? request["host"], names.include(host) else {
      return HTTPResponse(
        .misdirectedRequest,
        text: "This preview does not answer to that host name. 'docgen serve --host' sets it.")
    }
    if path.path == MCPEndpoint.path { return await mcp.respond(to: request) }
    guard ["GET", "HEAD"].contains(request.method) else {
      var response = HTTPResponse(.methodNotAllowed)
      response.headers.append(("Allow", "GET, HEAD"))
      return response
    }
    var response = await content(path, request)
    response.headers.append(("Cache-Control", "no-cache"))
    return response
  }

  private func content(_ path: RequestPath, _ request: HTTPRequest) async -> HTTPResponse {
    if path.path.hasPrefix(Self.ownFolder) { return await own(path, request) }
    let site = await preview.site
    switch site.content(at: path.path) {
    case .page(let route):
      return await page(route, path.path, .ok, request)
    case .made(let bytes, let output):
      return made(bytes, output, request)
    case .file(let file, let output):
      return self.file(site.absolute(file, followingLinks: followsLinks), output, request)
    case .elsewhere(let target):
      var response = HTTPResponse(.found)
      response.headers.append(("Location", target.encoded))
      return response
    case .missing(.some(let route)):
      if let (bytes, output) = await preview.searchFile(at: path.path) {
        return made(bytes, output, request)
      }
      return await page(route, path.path, .notFound, request)
    case .missing(nil):
      return await withoutSite()
    }
  }

  private func made(
    _ bytes: [UInt8], _ output: OutputPath, _ request: HTTPRequest
  ) -> HTTPResponse {
    tagged(
      HTTPResponse(.ok, type: ContentType.of(output.string), bytes),
      LiveSite.version(of: bytes), request)
  }

  // MARK: Pages

  private func page(
    _ route: Int, _ path: String, _ status: HTTPStatus, _ request: HTTPRequest
  ) async -> HTTPResponse {
    let (page, site) = await preview.page(at: route, path: path)
    let version = page.version
    let near = status == .notFound ? site.suggestion(for: path) : nil
    var response = HTTPResponse(
      status, type: ContentType.of("page.html"),
      PageDressing(version: version, suggestion: near).dressed(page.html))
    response.headers.append(("X-Docgen-Version", version))
    return status == .ok ? tagged(response, version, request) : response
  }

  /// A page of nothing but findings, where there have never been pages or templates.
  private func withoutSite() async -> HTTPResponse {
    HTTPResponse(
      .unavailable, type: ContentType.of("page.html"),
      PageDressing(version: LiveSite.version(of: []), suggestion: nil).dressed(
        Array(
          """
          <!doctype html><html lang="en"><head><meta charset="utf-8"><title>docgen</title></head>
          <body><p>There is nothing to show yet. The findings say why.</p></body></html>
          """.utf8)))
  }

  /// With an entity tag, by which a browser that has the same bytes is spared them.
  private func tagged(
    _ response: HTTPResponse, _ version: String, _ request: HTTPRequest
  ) -> HTTPResponse {
    var response = response
    let tag = "\"\(version)\""
    response.headers.append(("ETag", tag))
    if Self.matches(request["if-none-match"], tag) {
      response.status = .notModified
      response.body = .bytes([])
    }
    return response
  }

  private static func matches(_ header: String?, _ tag: String) -> Bool {
    guard let header else { return false }
    return header == "*"
      || header.split(separator: ",").contains {
        let known = $0.drop { $0 == " " }
        return (known.hasPrefix("W/") ? known.dropFirst(2) : known)
          .prefix { $0 != " " } == tag
      }
  }

  // MARK: Files

  private func file(
    _ path: String?, _ output: OutputPath, _ request: HTTPRequest
  ) -> HTTPResponse {
    guard let path else {
      return HTTPResponse(.forbidden, text: "A symbolic link leads out of the site.")
    }
    guard let status = try? FileSystem.status(of: path), status.kind == .file else {
      return HTTPResponse(.notFound)
    }
    let version = "\(status.size)-\(status.modified)"
    let type = ContentType.of(output.string)
    // A part of what the browser has must be of the same file.
    let isCurrent = request["if-range"].map { $0 == "\"\(version)\"" } ?? true
    var response: HTTPResponse
    switch ByteRange(isCurrent ? request["range"] : nil, size: status.size) {
    case .whole:
      response = HTTPResponse(.ok, type: type, [])
      response.body = .file(path, 0..<status.size)
    case .part(let range):
      response = HTTPResponse(.partialContent, type: type, [])
      response.body = .file(path, range)
      response.headers.append(
        ("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(status.size)"))
    case .unsatisfiable:
      response = HTTPResponse(.rangeNotSatisfiable)
      response.headers.append(("Content-Range", "bytes */\(status.size)"))
      return response
    }
    response.headers.append(("Accept-Ranges", "bytes"))
    return tagged(response, version, request)
  }

  // MARK: Its own

  private func own(_ path: RequestPath, _ request: HTTPRequest) async -> HTTPResponse {
    switch path.path {
    case Self.ownFolder + "client.js":
      let bytes = Array(BrowserClient.script.utf8)
      return tagged(
        HTTPResponse(.ok, type: ContentType.of("client.js"), bytes),
        LiveSite.version(of: bytes), request)
    case Self.ownFolder + "events":
      let parameters = path.parameters
      var response = HTTPResponse(.ok, type: "text/event-stream", [])
      if request.method == "GET" {
        response.body = .stream(
          await preview.connect(
            path: decoded(parameters["path"] ?? "/"), version: parameters["version"] ?? ""))
      }
      return response
    default:
      return HTTPResponse(.notFound)
    }
  }

  /// The browser says where it is as its address line has it.
  private func decoded(_ path: String) -> String {
    (try? RequestPath(target: path))?.path ?? "/"
  }
}

import DocgenCore
import DocgenSite
import MCPProtocol

/// A site's documentation as a server of the Model Context Protocol, whatever carries its messages.
///
/// It has no sessions: everything that a request needs is in it, so that both generations of the
/// protocol, any number of clients and a site that is being edited need no state.
package struct DocumentationServer: Sendable {
  /// Of docgen.
  let version: String
  /// The current build's pages; nil where there is no site to tell of.
  let documentation: @Sendable () async -> Documentation?

  package init(version: String, documentation: @escaping @Sendable () async -> Documentation?) {
    self.version = version
    self.documentation = documentation
  }

  /// Whether a request is of revision 2026-07-28 or later: its method is, or it names its revision.
  package static func isStateless(method: String, params: JSONValue?) -> Bool {
    method == MCPMethod.discover || params?["_meta"]?[RequestEnvelope.Key.revision] != nil
  }

  /// The answer to a message; nil where it asks for none.
  package func answer(_ message: JSONRPCMessage) async -> JSONRPCMessage? {
    guard case .request(let id, let method, let params) = message else { return nil }
    do throws(JSONRPCError) {
      return .result(id: id, try await result(of: Request(method: method, params: params)))
    } catch {
      return .error(id: id, error)
    }
  }

  private func result(of request: Request) async throws(JSONRPCError) -> JSONValue {
    guard let documentation = await documentation() else {
      throw JSONRPCError(
        code: JSONRPCError.Code.internalError, message: "There is no site to read at the moment.")
    }
    switch (request.method, request.isStateless) {
    case (MCPMethod.initialize, _):
      return InitializeResult(
        revision: request.revision.rawValue, capabilities: Self.capabilities,
        server: implementation(documentation), instructions: instructions(documentation)
      ).json
    case (MCPMethod.discover, true):
      let result = DiscoverResult(
        supportedVersions: [ProtocolRevision.july2026.rawValue], capabilities: Self.capabilities,
        server: implementation(documentation), instructions: instructions(documentation))
      return complete(result.json, request, documentation, isKept: true)
    case (MCPMethod.ping, false): return [:]
    case (MCPMethod.listTools, _):
      let tools = DocumentationTools(documentation: documentation).all
      return complete(
        ["tools": .array(tools.map(\.json))], request, documentation, isKept: true)
    case (MCPMethod.callTool, _):
      let result = try await DocumentationTools(documentation: documentation).call(request.params)
      return complete(result.json, request, documentation, isKept: false)
    case (MCPMethod.listResources, _):
      let resources = DocumentationResources(documentation: documentation)
      return complete(
        try resources.list(request.params), request, documentation, isKept: true)
    case (MCPMethod.listResourceTemplates, _):
      let resources = DocumentationResources(documentation: documentation)
      return complete(
        ["resourceTemplates": .array(resources.templates.map(\.json))], request, documentation,
        isKept: true)
    case (MCPMethod.readResource, _):
      let resources = DocumentationResources(documentation: documentation)
      return complete(
        try resources.read(request.params, isStateless: request.isStateless), request,
        documentation, isKept: true)
    default:
      throw JSONRPCError(
        code: JSONRPCError.Code.methodNotFound, message: "There is no method '\(request.method)'.")
    }
  }

  /// What revision 2026-07-28 says of a result beside its contents.
  ///
  /// - Parameter isKept: whether clients may keep it for a while. Zero time: a preview may change at
  ///   any moment, and asking again costs little.
  private func complete(
    _ result: JSONValue, _ request: Request, _ documentation: Documentation, isKept: Bool
  ) -> JSONValue {
    guard request.isStateless else { return result }
    var members = (result.members ?? []).filter { !["resultType", "_meta"].contains($0.key) }
    members.insert(JSONValue.Member("resultType", "complete"), at: 0)
    if isKept { members += [.init("ttlMs", 0), .init("cacheScope", "public")] }
    members.append(
      .init("_meta", [RequestEnvelope.Key.server: implementation(documentation).json]))
    return .object(members)
  }

  // MARK: What it is

  private static let capabilities: ServerCapabilities = {
    var capabilities = ServerCapabilities()
    capabilities.tools = ServerCapabilities.Tools()
    capabilities.resources = ServerCapabilities.Resources()
    return capabilities
  }()

  private func implementation(_ documentation: Documentation) -> Implementation {
    Implementation(
      name: "docgen", version: version, title: documentation.title,
      description: documentation.tagline.isEmpty ? nil : documentation.tagline)
  }

  private func instructions(_ documentation: Documentation) -> String {
    let locales = documentation.locales
    let languages =
      locales.count > 1
      ? " It is there in \(locales.joined(separator: ", ")); \(locales[0]) is the original." : ""
    return """
      The documentation of \(documentation.title).\(languages) Find pages with search_docs, and read \
      them, or a section of one, with read_page before you rely on what they say.
      """
  }
}

import DocgenCore
import DocgenMCP
import MCPProtocol

/// The documentation as an MCP server over Streamable HTTP: one POST, one answer in JSON. There are no
/// sessions and no streams, which both generations of the protocol allow.
struct MCPEndpoint: Sendable {
  static let path = "/mcp"

  let server: DocumentationServer
  let names: HostNames

  func respond(to request: HTTPRequest) async -> HTTPResponse {
    guard isOfOwnOrigin(request) else { return HTTPResponse(.forbidden) }
    guard request.method == "POST" else {
      var response = HTTPResponse(
        .methodNotAllowed, text: "Programs that speak MCP send their requests here with POST.")
      response.headers.append(("Allow", "POST"))
      return response
    }
    guard accepts("application/json", request), accepts("text/event-stream", request) else {
      return HTTPResponse(
        .notAcceptable, text: "'Accept' has to name application/json and text/event-stream.")
    }
    guard mediaType(request["content-type"] ?? "") == "application/json" else {
      return HTTPResponse(.badRequest, text: "'Content-Type' has to be application/json.")
    }
    let messages: [JSONRPCMessage]
    do throws(MalformedValue) {
      messages = try JSONRPCMessage.read(request.body)
    } catch {
      return refusal(JSONRPCError(code: JSONRPCError.Code.parseError, message: "\(error)."))
    }
    guard messages.count == 1, let message = messages.first else {
      return refusal(
        JSONRPCError(
          code: JSONRPCError.Code.invalidRequest, message: "A request's body is one message."))
    }
    if let problem = RoutingHeaders.problem(in: request, for: message) {
      return refusal(problem, to: message)
    }
    guard let answer = await server.answer(message) else {
      return HTTPResponse(.accepted, type: "text/plain", [])
    }
    return response(answer, to: message)
  }

  // MARK: Answers

  private func response(_ answer: JSONRPCMessage, to message: JSONRPCMessage) -> HTTPResponse {
    HTTPResponse(status(of: answer, to: message), type: "application/json", answer.bytes)
  }

  /// The older generation has errors as answers like others.
  private func status(of answer: JSONRPCMessage, to message: JSONRPCMessage) -> HTTPStatus {
    guard case .error(_, let error) = answer, RoutingHeaders.isStateless(message) else {
      return .ok
    }
    switch error.code {
    case JSONRPCError.Code.methodNotFound: return .notFound
    case JSONRPCError.Code.internalError: return .ok
    default: return .badRequest
    }
  }

  private func refusal(
    _ error: JSONRPCError, to message: JSONRPCMessage? = nil
  ) -> HTTPResponse {
    var id: RequestID?
    if case .request(let request, _, _) = message { id = request }
    return HTTPResponse(
      .badRequest, type: "application/json", JSONRPCMessage.error(id: id, error).bytes)
  }

  // MARK: Headers

  /// A page of another site must not read what is being written here.
  private func isOfOwnOrigin(_ request: HTTPRequest) -> Bool {
    guard let origin = request["origin"] else { return true }
    guard let scheme = origin.firstRange(of: "://") else { return false }
    return names.include(String(origin[scheme.upperBound...]))
  }

  private func accepts(_ type: String, _ request: HTTPRequest) -> Bool {
    let ranges = (request["accept"] ?? "*/*").split(separator: ",").map { mediaType(String($0)) }
    let family = type.prefix { $0 != "/" } + "/*"
    return ranges.contains { $0 == type || $0 == "*/*" || $0 == family }
  }

  /// Without parameters.
  private func mediaType(_ text: String) -> String {
    text.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
  }
}

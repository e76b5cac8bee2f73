import DocgenCore
import Testing

@testable import DocgenServer

/// The MCP server below the preview.
@Suite struct MCPEndpointTests {
  static let envelope =
    #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","#
    + #""io.modelcontextprotocol/clientCapabilities":{}}"#
  static let headers = """
    Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\n
    """

  static func post(
    _ body: String, headers: String, to preview: RunningPreview, method: String = "POST"
  ) async -> (status: Int, body: JSONValue?) {
    let port = preview.client.port
    let request =
      "\(method) /mcp HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n"
      + "Content-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
    let answer = await String(decoding: preview.client.send(Array(request.utf8)), as: UTF8.self)
    let status = answer.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    let text = answer.firstRange(of: "\r\n\r\n").map { String(answer[$0.upperBound...]) } ?? ""
    return (status, try? JSONValue(parsing: Array(text.utf8)))
  }

  static func routed(_ method: String, name: String? = nil) -> String {
    headers + "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: \(method)\r\n"
      + (name.map { "Mcp-Name: \($0)\r\n" } ?? "")
  }

  @Test func readsTheCurrentBuild() async throws {
    let preview = try await RunningPreview()
    let body =
      #"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"read_page","#
      + #""arguments":{"page":"plum"},"# + Self.envelope + "}}"
    let first = await Self.post(
      body, headers: Self.routed("tools/call", name: "read_page"), to: preview)
    #expect(first.status == 200)
    #expect(first.body?["id"] == 7)
    #expect(first.body?["result"]?["content"]?.elements?.first?["text"] == "# Plum\n\nSweet.\n")
    try preview.site.write("# Plum\n\nSour.\n", to: "docs/plum.md")
    var text: JSONValue?
    for _ in 0..<100 where text != "# Plum\n\nSour.\n" {
      try await Task.sleep(for: .milliseconds(100))
      text =
        await Self.post(
          body, headers: Self.routed("tools/call", name: "read_page"), to: preview
        ).body?["result"]?["content"]?.elements?.first?["text"]
    }
    #expect(text == "# Plum\n\nSour.\n")
  }

  @Test func takesRequestsAfterAHandshake() async throws {
    let preview = try await RunningPreview()
    let opening =
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","#
      + #""capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"#
    let opened = await Self.post(opening, headers: Self.headers, to: preview)
    #expect(opened.body?["result"]?["protocolVersion"] == "2025-11-25")
    let note = #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#
    #expect(await Self.post(note, headers: Self.headers, to: preview).status == 202)
    let list = #"{"jsonrpc":"2.0","id":2,"method":"tools/list"}"#
    let tools = await Self.post(
      list, headers: Self.headers + "MCP-Protocol-Version: 2025-11-25\r\n", to: preview)
    #expect(tools.body?["result"]?["tools"]?.elements?.count == 3)
    for revision in ["1999-01-01", "newest", ""] {
      let headers = Self.headers + "MCP-Protocol-Version: \(revision)\r\n"
      #expect(await Self.post(list, headers: headers, to: preview).status == 400, "\(revision)")
    }
  }

  @Test func refusesWhatIsNoRequest() async throws {
    let preview = try await RunningPreview()
    let list =
      #"{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{"# + Self.envelope + "}}"
    let routed = Self.routed("tools/list")
    func status(_ body: String, _ headers: String, method: String = "POST") async -> Int {
      await Self.post(body, headers: headers, to: preview, method: method).status
    }
    #expect(await status(list, routed) == 200)
    #expect(await status("{", Self.headers) == 400)
    #expect(await status("[]", Self.headers) == 400)
    #expect(await status(list, Self.headers) == 400)
    #expect(await status(list, Self.routed("tools/call")) == 400)
    #expect(await status(list, routed + "Mcp-Method: tools/list\r\n") == 400)
    #expect(
      await status(list, "Accept: text/html\r\n" + "Content-Type: application/json\r\n") == 406)
    #expect(await status(list, routed + "Origin: http://evil.example\r\n") == 403)
    #expect(
      await status(list, routed + "Origin: http://localhost:\(preview.client.port)\r\n") == 200)
    #expect(await status("", Self.headers, method: "GET") == 405)
    #expect(await status("", Self.headers, method: "DELETE") == 405)
    let unknown =
      #"{"jsonrpc":"2.0","id":2,"method":"ping","params":{"# + Self.envelope + "}}"
    #expect(await status(unknown, Self.routed("ping")) == 404)
  }
}

import DocgenCore
import MCPProtocol
import Testing

@Suite struct MessageTests {
  private func read(_ text: String) throws -> [JSONRPCMessage] {
    try JSONRPCMessage.read(Array(text.utf8))
  }

  @Test(
    arguments: [
      .request(id: .number(1), method: "ping", params: nil),
      .request(id: .text("listen-1"), method: "x", params: ["a": [1, 2.5, nil, true]]),
      .notification(method: "notifications/initialized", params: nil),
      .result(id: .number(3), ["content": []]),
      .error(id: nil, JSONRPCError(code: -32700, message: "Parse error")),
      .error(id: .number(7), JSONRPCError(code: 1, message: "", data: ["x": "y"])),
    ] as [JSONRPCMessage])
  func comeBack(message: JSONRPCMessage) throws {
    #expect(try JSONRPCMessage.read(message.bytes) == [message])
  }

  @Test func asOthersWriteThem() throws {
    #expect(
      try read(#"{"jsonrpc":"2.0","id":"server-error","error":{"code":-32600,"message":"m"}}"#)
        == [.error(id: .text("server-error"), JSONRPCError(code: -32600, message: "m"))])
    #expect(
      try read(#"[{"jsonrpc":"2.0","method":"a"},{"id":2.0,"result":null}]"#)
        == [.notification(method: "a", params: nil), .result(id: .number(2), nil)])
    #expect(
      try read(#"{"id":1,"result":{},"error":null}"#) == [.result(id: .number(1), [:])])
  }

  @Test(arguments: [
    "", "null", "[1]", "{}", #"{"jsonrpc":"2.0"}"#, #"{"result":{}}"#,
    #"{"id":{},"method":"x"}"#, #"{"id":1,"error":{}}"#, #"{"id":1,"method":"x""#,
  ])
  func garbage(text: String) {
    #expect(throws: MalformedValue.self) { try read(text) }
  }

  @Test func theEnvelopeIsReadAsItIsWritten() throws {
    var capabilities = ClientCapabilities()
    capabilities.elicitation = .init(forms: true, urls: true)
    let envelope = RequestEnvelope(
      revision: "2026-07-28", capabilities: capabilities,
      client: Implementation(name: "c", version: "1"), logLevel: .warning)
    #expect(try RequestEnvelope(params: ["_meta": .object(envelope.members)]) == envelope)
    #expect(throws: MalformedValue.self) { try RequestEnvelope(params: [:]) }
    #expect(throws: MalformedValue.self) { try RequestEnvelope(params: nil) }
  }
}

import DocgenCore
import MCPProtocol
import Testing

@Suite struct HeaderValueTests {
  @Test(arguments: [
    ("add", "add"), ("a b", "a b"), ("", ""), ("~!@", "~!@"),
    ("Zürich", "=?base64?WsO8cmljaA==?="), (" a", "=?base64?IGE=?="), ("a ", "=?base64?YSA=?="),
    ("a\r\nb", "=?base64?YQ0KYg==?="), ("\u{7F}", "=?base64?fw==?="),
    ("=?base64?YQ==?=", "=?base64?PT9iYXNlNjQ/WVE9PT89?="),
  ])
  func encoding(text: String, value: String) {
    #expect(HeaderValue.encode(text) == value)
    #expect(HeaderValue.decode(value) == text)
  }

  @Test(arguments: ["=?base64?YQ?=", "=?base64?Y Q=?=", "=?base64?YR==?=", "=?base64?/w==?="])
  func whatCannotBeDecoded(value: String) { #expect(HeaderValue.decode(value) == nil) }

  @Test func base64OfAnyLengthComesBack() {
    var generator = SystemRandomNumberGenerator()
    for length in 0..<70 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let text = Base64.encode(bytes)
      #expect(text.utf8.count == (length + 2) / 3 * 4)
      #expect(Base64.decode(text) == bytes)
    }
  }
}

@Suite struct ParameterHeaderTests {
  private func schema(_ properties: JSONValue) -> JSONValue {
    ["type": "object", "properties": properties]
  }

  @Test func valuesOfACall() throws {
    let headers = try ParameterHeader.all(
      in: schema([
        "region": ["type": "string", "x-mcp-header": "Region"],
        "n": ["type": "integer", "x-mcp-header": "N"],
        "flag": ["type": "boolean", "x-mcp-header": "Flag"],
        "place": [
          "type": "object", "properties": ["city": ["type": "string", "x-mcp-header": "City"]],
        ],
        "text": ["type": "string", "default": ["x-mcp-header": "data, not schema"]],
      ]))
    #expect(
      headers.map(\.name)
        == ["Mcp-Param-Region", "Mcp-Param-N", "Mcp-Param-Flag", "Mcp-Param-City"])
    let arguments: JSONValue = [
      "region": "Zürich", "n": 42, "flag": true, "place": ["city": nil], "text": "x",
    ]
    #expect(
      headers.map { $0.value(in: arguments) } == ["=?base64?WsO8cmljaA==?=", "42", "true", nil])
    #expect(headers[0].value(in: [:]) == nil)
    #expect(headers[0].value(in: ["region": ["a"]]) == nil)
  }

  @Test(
    arguments: [
      ["a": ["type": "number", "x-mcp-header": "A"]],
      ["a": ["x-mcp-header": "A"]],
      ["a": ["type": "string", "x-mcp-header": "A B"]],
      ["a": ["type": "string", "x-mcp-header": ""]],
      ["a": ["type": "string", "x-mcp-header": 1]],
      [
        "a": ["type": "string", "x-mcp-header": "A"],
        "b": ["type": "string", "x-mcp-header": "a"],
      ],
      ["a": ["type": "array", "items": ["type": "string", "x-mcp-header": "A"]]],
      ["a": ["anyOf": [["type": "string", "x-mcp-header": "A"]]]],
    ] as [JSONValue])
  func againstTheRules(properties: JSONValue) {
    #expect(throws: MalformedValue.self) { try ParameterHeader.all(in: schema(properties)) }
  }
}

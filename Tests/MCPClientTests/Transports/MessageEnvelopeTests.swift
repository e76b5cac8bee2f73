import Testing

@testable import MCPClient

struct MessageEnvelopeTests {
  static let outsides: [(String, MessageEnvelope.ID, Bool)] = [
    (#"{"jsonrpc":"2.0","id":7,"result":{}}"#, MessageEnvelope.ID.number(7), false),
    (#" { "result" : {"id": 3, "method": "x"} , "id" : 7 } "#, .number(7), false),
    (#"{"id":-1,"error":{"code":-32600,"message":"a \" } ] , b"}}"#, .number(-1), false),
    (#"{"id":null,"error":{}}"#, .null, false),
    (#"{"id":"server-error","error":{}}"#, .other, false),
    (#"{"id":1.5,"result":[]}"#, .other, false),
    (#"{"id":99999999999999999999,"result":[]}"#, .other, false),
    (#"{"method":"notifications/progress","params":{"id":1}}"#, .none, true),
    (#"{"id":"abc","method":"elicitation/create"}"#, .other, true),
    (#"{}"#, .none, false),
  ]

  @Test(arguments: outsides)
  func readsTheOutside(text: String, id: MessageEnvelope.ID, hasMethod: Bool) throws {
    let envelope = try #require(MessageEnvelope(Array(text.utf8)))
    #expect(envelope.id == id)
    #expect(envelope.hasMethod == hasMethod)
  }

  @Test(arguments: [
    "", " ", "null", "[]", "[{}]", "text", "{", #"{"id"}"#, #"{"id":}"#, #"{"id":1"#, #"{"id":1,}"#,
    #"{"id":1}x"#, #"{"id":1} {}"#, #"{"id":"1}"#, #"{"id":{"a":1}"#, #"{id:1}"#, "{\"a\":\"\\",
  ])
  func refusesWhatIsNoObject(text: String) {
    #expect(MessageEnvelope(Array(text.utf8)) == nil)
  }

  @Test func depthCostsNothing() throws {
    let depth = 1_000_000
    let text =
      #"{"result":"# + String(repeating: "[", count: depth)
      + String(repeating: "]", count: depth) + #","id":5}"#
    #expect(MessageEnvelope(Array(text.utf8))?.id == .number(5))
  }

  @Test(arguments: [
    (#"{"id":1}"#, [#"{"id":1}"#]),
    (#"[{"id":1}, {"id":2,"a":[1,2]}]"#, [#"{"id":1}"#, #"{"id":2,"a":[1,2]}"#]),
    (#"[1]"#, ["1"]),
  ])
  func splitsBatches(text: String, messages: [String]) throws {
    let batch = try #require(MessageEnvelope.batch(Array(text.utf8)))
    #expect(batch.map { String(decoding: $0, as: UTF8.self) } == messages)
  }

  @Test(arguments: ["[", "[{}", "[{},]", "[{}]x", "[]"])
  func refusesBrokenBatches(text: String) {
    #expect(MessageEnvelope.batch(Array(text.utf8)) == nil)
  }

  @Test func neverCrashes() {
    var random = SeededRandom(seed: 11)
    let alphabet = Array(#"{}[]":,\ni1d "#.utf8)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0..<24, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      _ = MessageEnvelope(text)
      _ = MessageEnvelope.batch(text)
    }
  }
}

/// SplitMix64: the same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

import DocgenCore

/// What one side said to a model. It may have several pieces of content.
public struct SamplingMessage: ProtocolValue {
  public var role: Role
  public var content: [Content]

  public init(role: Role, content: [Content]) {
    self.role = role
    self.content = content
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a sampling message")
    guard let role = Role(rawValue: try fields.requiredText("role")) else {
      throw MalformedValue(fields.subject, "has an unknown role")
    }
    self.init(role: role, content: try Content.oneOrMore(fields.required("content")))
  }

  public var json: JSONValue {
    ["role": .string(role.rawValue), "content": Content.oneOrMore(content)]
  }
}

/// A server asks the client's model.
public struct SamplingRequest: ProtocolValue {
  public var messages: [SamplingMessage]
  /// How long the answer may be, in tokens.
  public var maximumTokens: Int
  public var systemPrompt: String?
  public var temperature: Double?
  public var stopSequences: [String]
  /// Names, or parts of names, of the models that would suit, the best first.
  public var modelHints: [String]
  /// "none", "thisServer", "allServers"
  public var includeContext: String?
  /// What the model may call; the server runs it.
  public var tools: [Tool]
  /// `{"mode": "auto"}` and the like.
  public var toolChoice: JSONValue?
  public var metadata: JSONValue?

  public init(messages: [SamplingMessage], maximumTokens: Int) {
    self.messages = messages
    self.maximumTokens = maximumTokens
    stopSequences = []
    modelHints = []
    tools = []
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a sampling request")
    guard let tokens = fields.integer("maxTokens") else {
      throw MalformedValue(fields.subject, "has no 'maxTokens'")
    }
    self.init(messages: try fields.requiredValues("messages"), maximumTokens: tokens)
    systemPrompt = fields.text("systemPrompt")
    temperature = fields.number("temperature")
    stopSequences = fields.texts("stopSequences") ?? []
    modelHints =
      fields["modelPreferences"]?["hints"]?.elements?.compactMap { $0["name"]?.string } ?? []
    includeContext = fields.text("includeContext")
    tools = try fields.values("tools")
    toolChoice = fields["toolChoice"]
    metadata = fields["metadata"]
  }

  public var json: JSONValue {
    let hints = modelHints.map { JSONValue.object([.init("name", .string($0))]) }
    return .fields(
      ("messages", .array(messages.map(\.json))), ("maxTokens", .integer(maximumTokens)),
      ("systemPrompt", .text(systemPrompt)), ("temperature", temperature.map(JSONValue.number)),
      (
        "stopSequences",
        stopSequences.isEmpty ? nil : .array(stopSequences.map(JSONValue.string))
      ),
      ("modelPreferences", hints.isEmpty ? nil : ["hints": .array(hints)]),
      ("includeContext", .text(includeContext)), ("tools", .list(tools)),
      ("toolChoice", toolChoice), ("metadata", metadata))
  }
}

/// What the model answered.
public struct SamplingResult: ProtocolValue {
  public var role: Role
  public var content: [Content]
  /// The model's name.
  public var model: String
  /// "endTurn", "stopSequence", "maxTokens", "toolUse" or another word.
  public var stopReason: String?

  public init(
    role: Role = .assistant, content: [Content], model: String, stopReason: String? = "endTurn"
  ) {
    self.role = role
    self.content = content
    self.model = model
    self.stopReason = stopReason
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a sampling result")
    self.init(
      role: fields.text("role").flatMap(Role.init(rawValue:)) ?? .assistant,
      content: try Content.oneOrMore(fields.required("content")),
      model: fields.text("model") ?? "", stopReason: fields.text("stopReason"))
  }

  public var json: JSONValue {
    .fields(
      ("role", .string(role.rawValue)), ("content", Content.oneOrMore(content)),
      ("model", .string(model)), ("stopReason", .text(stopReason)))
  }
}

extension Content {
  /// Before revision 2025-11-25 there was always one, and no list.
  fileprivate static func oneOrMore(_ json: JSONValue) throws(MalformedValue) -> [Content] {
    guard let elements = json.elements else { return [try Content(json: json)] }
    var content: [Content] = []
    for element in elements { content.append(try Content(json: element)) }
    return content
  }

  fileprivate static func oneOrMore(_ content: [Content]) -> JSONValue {
    if content.count == 1, let only = content.first { return only.json }
    return .array(content.map(\.json))
  }
}

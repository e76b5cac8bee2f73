import DocgenCore

/// A piece of what tools, prompts and models say.
public enum Content: ProtocolValue {
  case text(String, Annotations? = nil)
  case image(Media)
  case audio(Media)
  case resourceLink(Resource)
  case resource(ResourceContents, Annotations? = nil)
  /// A model wants a tool to be called (sampling).
  case toolUse(id: String, name: String, input: JSONValue)
  /// What that call gave.
  case toolResult(id: String, CallToolResult)
  /// A kind of later revisions, or one that lacks something, as it came.
  case other(JSONValue)

  /// An image or sound.
  public struct Media: Sendable, Hashable {
    /// In base64.
    public var data: String
    public var mimeType: String
    public var annotations: Annotations?

    public init(data: String, mimeType: String, annotations: Annotations? = nil) {
      self.data = data
      self.mimeType = mimeType
      self.annotations = annotations
    }
  }

  public init(json: JSONValue) throws(MalformedValue) {
    guard json.members != nil else { throw MalformedValue("content", "is no object") }
    self = (try? Self.known(json)) ?? .other(json)
  }

  private static func known(_ json: JSONValue) throws(MalformedValue) -> Content? {
    let fields = try Fields(json, of: "content")
    let annotations: Annotations? = try fields.value("annotations")
    func media() throws(MalformedValue) -> Media {
      Media(
        data: try fields.requiredText("data"), mimeType: try fields.requiredText("mimeType"),
        annotations: annotations)
    }
    switch fields.text("type") {
    case "text": return .text(try fields.requiredText("text"), annotations)
    case "image": return .image(try media())
    case "audio": return .audio(try media())
    case "resource_link": return .resourceLink(try Resource(json: json))
    case "resource":
      return .resource(try ResourceContents(json: fields.required("resource")), annotations)
    case "tool_use":
      return .toolUse(
        id: try fields.requiredText("id"), name: try fields.requiredText("name"),
        input: fields["input"] ?? [:])
    case "tool_result":
      return .toolResult(
        id: try fields.requiredText("toolUseId"), try CallToolResult(json: json))
    default: return nil
    }
  }

  public var json: JSONValue {
    switch self {
    case .text(let text, let annotations):
      .fields(("type", "text"), ("text", .string(text)), ("annotations", annotations?.json))
    case .image(let media): media.json(type: "image")
    case .audio(let media): media.json(type: "audio")
    case .resourceLink(let resource):
      .object([.init("type", "resource_link")] + (resource.json.members ?? []))
    case .resource(let contents, let annotations):
      .fields(("type", "resource"), ("resource", contents.json), ("annotations", annotations?.json))
    case .toolUse(let id, let name, let input):
      ["type": "tool_use", "id": .string(id), "name": .string(name), "input": input]
    case .toolResult(let id, let result):
      .object(
        [.init("type", "tool_result"), .init("toolUseId", .string(id))]
          + (result.json.members ?? []))
    case .other(let json): json
    }
  }

  /// The text of a piece of text, or of a resource that is text.
  public var text: String? {
    switch self {
    case .text(let text, _): text
    case .resource(let contents, _): contents.text
    default: nil
    }
  }
}

extension Content.Media {
  fileprivate func json(type: String) -> JSONValue {
    .fields(
      ("type", .string(type)), ("data", .string(data)), ("mimeType", .string(mimeType)),
      ("annotations", annotations?.json))
  }
}

/// Who speaks, or is spoken to.
public enum Role: String, Sendable, Hashable {
  case user, assistant
}

/// For whom something is, and how much it matters.
public struct Annotations: ProtocolValue {
  public var audience: [Role]?
  /// From 0, can be left out, to 1, is needed.
  public var priority: Double?
  /// ISO 8601
  public var lastModified: String?

  public init(audience: [Role]? = nil, priority: Double? = nil, lastModified: String? = nil) {
    self.audience = audience
    self.priority = priority
    self.lastModified = lastModified
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "annotations")
    self.init(
      audience: fields.texts("audience")?.compactMap(Role.init(rawValue:)),
      priority: fields.number("priority"), lastModified: fields.text("lastModified"))
  }

  public var json: JSONValue {
    .fields(
      ("audience", audience.map { .array($0.map { .string($0.rawValue) }) }),
      ("priority", priority.map(JSONValue.number)), ("lastModified", .text(lastModified)))
  }
}

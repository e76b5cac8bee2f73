import DocgenCore

/// A conversation's beginning, which a server offers to its users.
public struct Prompt: ProtocolValue {
  public struct Argument: ProtocolValue {
    public var name: String
    public var title: String?
    public var description: String?
    public var isRequired: Bool

    public init(
      name: String, title: String? = nil, description: String? = nil, isRequired: Bool = false
    ) {
      self.name = name
      self.title = title
      self.description = description
      self.isRequired = isRequired
    }

    public init(json: JSONValue) throws(MalformedValue) {
      let fields = try Fields(json, of: "a prompt's argument")
      self.init(
        name: try fields.requiredText("name"), title: fields.text("title"),
        description: fields.text("description"), isRequired: fields.flag("required") ?? false)
    }

    public var json: JSONValue {
      .fields(
        ("name", .string(name)), ("title", .text(title)), ("description", .text(description)),
        ("required", .bool(isRequired)))
    }
  }

  public var name: String
  public var title: String?
  public var description: String?
  public var arguments: [Argument]
  public var icons: [Icon]
  public var meta: JSONValue?

  public init(
    name: String, title: String? = nil, description: String? = nil, arguments: [Argument] = [],
    icons: [Icon] = [], meta: JSONValue? = nil
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.arguments = arguments
    self.icons = icons
    self.meta = meta
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a prompt")
    self.init(
      name: try fields.requiredText("name"), title: fields.text("title"),
      description: fields.text("description"), arguments: try fields.values("arguments"),
      icons: try fields.values("icons"), meta: fields["_meta"])
  }

  public var json: JSONValue {
    .fields(
      ("name", .string(name)), ("title", .text(title)), ("description", .text(description)),
      ("arguments", .list(arguments)), ("icons", .list(icons)), ("_meta", meta))
  }
}

/// What one side says in a prompt.
public struct PromptMessage: ProtocolValue {
  public var role: Role
  public var content: Content

  public init(role: Role, content: Content) {
    self.role = role
    self.content = content
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a prompt's message")
    guard let role = Role(rawValue: try fields.requiredText("role")) else {
      throw MalformedValue(fields.subject, "has an unknown role")
    }
    self.init(role: role, content: try Content(json: fields.required("content")))
  }

  public var json: JSONValue { ["role": .string(role.rawValue), "content": content.json] }
}

/// A prompt with its arguments filled in.
public struct GetPromptResult: ProtocolValue {
  public var description: String?
  public var messages: [PromptMessage]
  public var meta: JSONValue?

  public init(description: String? = nil, messages: [PromptMessage], meta: JSONValue? = nil) {
    self.description = description
    self.messages = messages
    self.meta = meta
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a prompt's text")
    self.init(
      description: fields.text("description"), messages: try fields.requiredValues("messages"),
      meta: fields["_meta"])
  }

  public var json: JSONValue {
    .fields(
      ("description", .text(description)), ("messages", .array(messages.map(\.json))),
      ("_meta", meta))
  }
}

/// What an argument could be completed to.
public struct Completion: ProtocolValue {
  /// At most 100.
  public var values: [String]
  /// How many there are in all.
  public var total: Int?
  public var hasMore: Bool

  public init(values: [String], total: Int? = nil, hasMore: Bool = false) {
    self.values = values
    self.total = total
    self.hasMore = hasMore
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a completion")
    guard let values = fields.texts("values") else {
      throw MalformedValue(fields.subject, "has no 'values'")
    }
    self.init(
      values: values, total: fields.integer("total"), hasMore: fields.flag("hasMore") ?? false)
  }

  public var json: JSONValue {
    .fields(
      ("values", .array(values.map(JSONValue.string))), ("total", total.map(JSONValue.integer)),
      ("hasMore", .bool(hasMore)))
  }

  /// What has arguments to complete.
  public enum Reference: ProtocolValue {
    case prompt(name: String)
    case resourceTemplate(uri: String)

    public init(json: JSONValue) throws(MalformedValue) {
      let fields = try Fields(json, of: "a completion's reference")
      switch fields.text("type") {
      case "ref/prompt": self = .prompt(name: try fields.requiredText("name"))
      case "ref/resource": self = .resourceTemplate(uri: try fields.requiredText("uri"))
      default: throw MalformedValue(fields.subject, "is of an unknown kind")
      }
    }

    public var json: JSONValue {
      switch self {
      case .prompt(let name): ["type": "ref/prompt", "name": .string(name)]
      case .resourceTemplate(let uri): ["type": "ref/resource", "uri": .string(uri)]
      }
    }
  }
}

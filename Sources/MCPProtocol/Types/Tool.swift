import DocgenCore

/// Something that a server does when it is called.
public struct Tool: ProtocolValue {
  public var name: String
  /// For people; `name` where it is nil.
  public var title: String?
  /// For the model.
  public var description: String?
  /// JSON Schema of the arguments, an object's.
  public var inputSchema: JSONValue
  /// JSON Schema of `CallToolResult.structuredContent`.
  public var outputSchema: JSONValue?
  public var annotations: ToolAnnotations?
  public var icons: [Icon]
  public var meta: JSONValue?

  public init(
    name: String, title: String? = nil, description: String? = nil,
    inputSchema: JSONValue = ["type": "object"], outputSchema: JSONValue? = nil,
    annotations: ToolAnnotations? = nil, icons: [Icon] = [], meta: JSONValue? = nil
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.inputSchema = inputSchema
    self.outputSchema = outputSchema
    self.annotations = annotations
    self.icons = icons
    self.meta = meta
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a tool")
    self.init(
      name: try fields.requiredText("name"), title: fields.text("title"),
      description: fields.text("description"),
      inputSchema: fields["inputSchema"] ?? ["type": "object"],
      outputSchema: fields["outputSchema"], annotations: try fields.value("annotations"),
      icons: try fields.values("icons"), meta: fields["_meta"])
  }

  public var json: JSONValue {
    .fields(
      ("name", .string(name)), ("title", .text(title)), ("description", .text(description)),
      ("inputSchema", inputSchema), ("outputSchema", outputSchema),
      ("annotations", annotations?.json), ("icons", .list(icons)), ("_meta", meta))
  }
}

/// What a server says its tool does. It need not be true: nothing safe may hang on it where the
/// server isn't trusted.
public struct ToolAnnotations: ProtocolValue {
  public var title: String?
  /// Changes nothing; nil is false.
  public var readOnly: Bool?
  /// May destroy something; nil is true.
  public var destructive: Bool?
  /// Does nothing more when it is called again with the same arguments; nil is false.
  public var idempotent: Bool?
  /// Deals with things outside of the server's own world; nil is true.
  public var openWorld: Bool?

  public init(
    title: String? = nil, readOnly: Bool? = nil, destructive: Bool? = nil,
    idempotent: Bool? = nil, openWorld: Bool? = nil
  ) {
    self.title = title
    self.readOnly = readOnly
    self.destructive = destructive
    self.idempotent = idempotent
    self.openWorld = openWorld
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a tool's annotations")
    self.init(
      title: fields.text("title"), readOnly: fields.flag("readOnlyHint"),
      destructive: fields.flag("destructiveHint"), idempotent: fields.flag("idempotentHint"),
      openWorld: fields.flag("openWorldHint"))
  }

  public var json: JSONValue {
    .fields(
      ("title", .text(title)), ("readOnlyHint", .flag(readOnly)),
      ("destructiveHint", .flag(destructive)), ("idempotentHint", .flag(idempotent)),
      ("openWorldHint", .flag(openWorld)))
  }
}

/// What a call of a tool gave. A tool that failed is a result too, with `isError`.
public struct CallToolResult: ProtocolValue {
  public var content: [Content]
  public var structuredContent: JSONValue?
  public var isError: Bool
  public var meta: JSONValue?

  public init(
    content: [Content], structuredContent: JSONValue? = nil, isError: Bool = false,
    meta: JSONValue? = nil
  ) {
    self.content = content
    self.structuredContent = structuredContent
    self.isError = isError
    self.meta = meta
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a tool's result")
    self.init(
      content: try fields.values("content"), structuredContent: fields["structuredContent"],
      isError: fields.flag("isError") ?? false, meta: fields["_meta"])
  }

  public var json: JSONValue {
    .fields(
      ("content", .array(content.map(\.json))), ("structuredContent", structuredContent),
      ("isError", .bool(isError)), ("_meta", meta))
  }

  /// The text of the content, a line for each piece.
  public var text: String {
    content.compactMap(\.text).joined(separator: "\n")
  }
}

import DocgenCore

/// Something to read, which a server has.
public struct Resource: ProtocolValue {
  public var uri: String
  public var name: String
  public var title: String?
  public var description: String?
  public var mimeType: String?
  /// In bytes, before any encoding.
  public var size: Int?
  public var annotations: Annotations?
  public var icons: [Icon]
  public var meta: JSONValue?

  public init(
    uri: String, name: String, title: String? = nil, description: String? = nil,
    mimeType: String? = nil, size: Int? = nil, annotations: Annotations? = nil,
    icons: [Icon] = [], meta: JSONValue? = nil
  ) {
    self.uri = uri
    self.name = name
    self.title = title
    self.description = description
    self.mimeType = mimeType
    self.size = size
    self.annotations = annotations
    self.icons = icons
    self.meta = meta
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a resource")
    let uri = try fields.requiredText("uri")
    self.init(
      uri: uri, name: fields.text("name") ?? uri, title: fields.text("title"),
      description: fields.text("description"), mimeType: fields.text("mimeType"),
      size: fields.integer("size"), annotations: try fields.value("annotations"),
      icons: try fields.values("icons"), meta: fields["_meta"])
  }

  public var json: JSONValue {
    .fields(
      ("uri", .string(uri)), ("name", .string(name)), ("title", .text(title)),
      ("description", .text(description)), ("mimeType", .text(mimeType)),
      ("size", size.map(JSONValue.integer)), ("annotations", annotations?.json),
      ("icons", .list(icons)), ("_meta", meta))
  }
}

/// Resources whose addresses follow a pattern.
public struct ResourceTemplate: ProtocolValue {
  /// RFC 6570
  public var uriTemplate: String
  public var name: String
  public var title: String?
  public var description: String?
  /// Where all that match have the same.
  public var mimeType: String?
  public var annotations: Annotations?
  public var icons: [Icon]
  public var meta: JSONValue?

  public init(
    uriTemplate: String, name: String, title: String? = nil, description: String? = nil,
    mimeType: String? = nil, annotations: Annotations? = nil, icons: [Icon] = [],
    meta: JSONValue? = nil
  ) {
    self.uriTemplate = uriTemplate
    self.name = name
    self.title = title
    self.description = description
    self.mimeType = mimeType
    self.annotations = annotations
    self.icons = icons
    self.meta = meta
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a resource template")
    let template = try fields.requiredText("uriTemplate")
    self.init(
      uriTemplate: template, name: fields.text("name") ?? template, title: fields.text("title"),
      description: fields.text("description"), mimeType: fields.text("mimeType"),
      annotations: try fields.value("annotations"), icons: try fields.values("icons"),
      meta: fields["_meta"])
  }

  public var json: JSONValue {
    .fields(
      ("uriTemplate", .string(uriTemplate)), ("name", .string(name)), ("title", .text(title)),
      ("description", .text(description)), ("mimeType", .text(mimeType)),
      ("annotations", annotations?.json), ("icons", .list(icons)), ("_meta", meta))
  }
}

/// What is in a resource.
public struct ResourceContents: ProtocolValue {
  public enum Body: Sendable, Hashable {
    case text(String)
    /// In base64.
    case blob(String)
  }

  public var uri: String
  public var mimeType: String?
  public var body: Body
  public var meta: JSONValue?

  public init(uri: String, mimeType: String? = nil, body: Body, meta: JSONValue? = nil) {
    self.uri = uri
    self.mimeType = mimeType
    self.body = body
    self.meta = meta
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a resource's contents")
    let body: Body
    if let text = fields.text("text") {
      body = .text(text)
    } else if let blob = fields.text("blob") {
      body = .blob(blob)
    } else {
      throw MalformedValue(fields.subject, "have neither 'text' nor 'blob'")
    }
    self.init(
      uri: try fields.requiredText("uri"), mimeType: fields.text("mimeType"), body: body,
      meta: fields["_meta"])
  }

  public var json: JSONValue {
    let (text, blob): (String?, String?) =
      switch body {
      case .text(let text): (text, nil)
      case .blob(let blob): (nil, blob)
      }
    return .fields(
      ("uri", .string(uri)), ("mimeType", .text(mimeType)), ("text", .text(text)),
      ("blob", .text(blob)), ("_meta", meta))
  }

  public var text: String? {
    if case .text(let text) = body { return text }
    return nil
  }
}

import DocgenCore

/// Which program a client or server is.
public struct Implementation: ProtocolValue {
  public var name: String
  public var version: String
  /// For people; `name` where it is nil.
  public var title: String?
  public var description: String?
  public var websiteURL: String?
  public var icons: [Icon]

  public init(
    name: String, version: String, title: String? = nil, description: String? = nil,
    websiteURL: String? = nil, icons: [Icon] = []
  ) {
    self.name = name
    self.version = version
    self.title = title
    self.description = description
    self.websiteURL = websiteURL
    self.icons = icons
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "an implementation")
    self.init(
      name: try fields.requiredText("name"), version: fields.text("version") ?? "",
      title: fields.text("title"), description: fields.text("description"),
      websiteURL: fields.text("websiteUrl"), icons: try fields.values("icons"))
  }

  public var json: JSONValue {
    .fields(
      ("name", .string(name)), ("version", .string(version)), ("title", .text(title)),
      ("description", .text(description)), ("websiteUrl", .text(websiteURL)),
      ("icons", .list(icons)))
  }
}

/// An image that stands for something.
public struct Icon: ProtocolValue {
  /// An address, also with the scheme `data`.
  public var source: String
  public var mimeType: String?
  /// "48x48" or "any"
  public var sizes: [String]?
  /// "light" or "dark": the background that it is for.
  public var theme: String?

  public init(
    source: String, mimeType: String? = nil, sizes: [String]? = nil, theme: String? = nil
  ) {
    self.source = source
    self.mimeType = mimeType
    self.sizes = sizes
    self.theme = theme
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "an icon")
    self.init(
      source: try fields.requiredText("src"), mimeType: fields.text("mimeType"),
      sizes: fields.texts("sizes") ?? fields.text("sizes").map { [$0] },
      theme: fields.text("theme"))
  }

  public var json: JSONValue {
    .fields(
      ("src", .string(source)), ("mimeType", .text(mimeType)),
      ("sizes", sizes.map { .array($0.map(JSONValue.string)) }), ("theme", .text(theme)))
  }
}

import DocgenCore

/// What a server can do.
public struct ServerCapabilities: ProtocolValue {
  public struct Tools: Sendable, Hashable {
    /// Whether the server tells when its list of tools has changed.
    public var listChanged: Bool

    public init(listChanged: Bool = false) { self.listChanged = listChanged }
  }

  public struct Resources: Sendable, Hashable {
    /// Whether the server tells when a resource has changed.
    public var subscribe: Bool
    public var listChanged: Bool

    public init(subscribe: Bool = false, listChanged: Bool = false) {
      self.subscribe = subscribe
      self.listChanged = listChanged
    }
  }

  public struct Prompts: Sendable, Hashable {
    public var listChanged: Bool

    public init(listChanged: Bool = false) { self.listChanged = listChanged }
  }

  /// Nil where there are none, as for the others.
  public var tools: Tools?
  public var resources: Resources?
  public var prompts: Prompts?
  public var hasLogging = false
  public var hasCompletions = false
  /// By the extensions' names, as the server wrote them.
  public var extensions: JSONValue?
  public var experimental: JSONValue?

  public init() {}

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a server's capabilities")
    func flag(_ group: String, _ key: String) -> Bool { json[group]?[key]?.bool ?? false }
    if fields["tools"] != nil { tools = Tools(listChanged: flag("tools", "listChanged")) }
    if fields["resources"] != nil {
      resources = Resources(
        subscribe: flag("resources", "subscribe"), listChanged: flag("resources", "listChanged"))
    }
    if fields["prompts"] != nil { prompts = Prompts(listChanged: flag("prompts", "listChanged")) }
    hasLogging = fields["logging"] != nil
    hasCompletions = fields["completions"] != nil
    extensions = fields["extensions"]
    experimental = fields["experimental"]
  }

  public var json: JSONValue {
    .fields(
      ("tools", tools.map { ["listChanged": .bool($0.listChanged)] }),
      (
        "resources",
        resources.map { ["subscribe": .bool($0.subscribe), "listChanged": .bool($0.listChanged)] }
      ),
      ("prompts", prompts.map { ["listChanged": .bool($0.listChanged)] }),
      ("logging", hasLogging ? [:] : nil), ("completions", hasCompletions ? [:] : nil),
      ("extensions", extensions), ("experimental", experimental))
  }
}

/// What a server may ask of a client.
public struct ClientCapabilities: ProtocolValue {
  public struct Roots: Sendable, Hashable {
    /// Whether the client tells when its roots have changed; not since revision 2026-07-28.
    public var listChanged: Bool

    public init(listChanged: Bool = false) { self.listChanged = listChanged }
  }

  public struct Sampling: Sendable, Hashable {
    /// Whether the server may give the model tools to call.
    public var tools: Bool

    public init(tools: Bool = false) { self.tools = tools }
  }

  public struct Elicitation: Sendable, Hashable {
    public var forms: Bool
    /// Whether the user may be sent to an address.
    public var urls: Bool

    public init(forms: Bool = true, urls: Bool = false) {
      self.forms = forms
      self.urls = urls
    }
  }

  /// Nil where the client has none, as for the others.
  public var roots: Roots?
  public var sampling: Sampling?
  public var elicitation: Elicitation?
  public var extensions: JSONValue?
  public var experimental: JSONValue?

  public init() {}

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a client's capabilities")
    if let value = fields["roots"] {
      roots = Roots(listChanged: value["listChanged"]?.bool ?? false)
    }
    if let value = fields["sampling"] { sampling = Sampling(tools: value["tools"] != nil) }
    if let value = fields["elicitation"] {
      let urls = value["url"] != nil
      // Without either word it is forms, as before there were addresses.
      elicitation = Elicitation(forms: value["form"] != nil || !urls, urls: urls)
    }
    extensions = fields["extensions"]
    experimental = fields["experimental"]
  }

  public var json: JSONValue {
    .fields(
      ("roots", roots.map { $0.listChanged ? ["listChanged": true] : [:] }),
      ("sampling", sampling.map { $0.tools ? ["tools": [:]] : [:] }),
      (
        "elicitation",
        elicitation.map { .fields(("form", $0.forms ? [:] : nil), ("url", $0.urls ? [:] : nil)) }
      ),
      ("extensions", extensions), ("experimental", experimental))
  }
}

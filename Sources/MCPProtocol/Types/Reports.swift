import DocgenCore

/// How far a request has got.
public struct Progress: ProtocolValue {
  /// Grows from report to report.
  public var progress: Double
  public var total: Double?
  public var message: String?

  public init(progress: Double, total: Double? = nil, message: String? = nil) {
    self.progress = progress
    self.total = total
    self.message = message
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a progress report")
    guard let progress = fields.number("progress") else {
      throw MalformedValue(fields.subject, "has no 'progress'")
    }
    self.init(progress: progress, total: fields.number("total"), message: fields.text("message"))
  }

  public var json: JSONValue {
    .fields(
      ("progress", .number(progress)), ("total", total.map(JSONValue.number)),
      ("message", .text(message)))
  }
}

/// How much a log message matters; RFC 5424's severities, the least first.
public enum LogLevel: String, Sendable, CaseIterable {
  case debug, info, notice, warning, error, critical, alert, emergency
}

/// What a server wrote into its log.
public struct LogMessage: ProtocolValue {
  public var level: LogLevel
  /// The part of the server that wrote it.
  public var logger: String?
  /// Text, or anything else.
  public var data: JSONValue

  public init(level: LogLevel, logger: String? = nil, data: JSONValue) {
    self.level = level
    self.logger = logger
    self.data = data
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a log message")
    self.init(
      level: fields.text("level").flatMap(LogLevel.init(rawValue:)) ?? .info,
      logger: fields.text("logger"), data: fields["data"] ?? .null)
  }

  public var json: JSONValue {
    .fields(("level", .string(level.rawValue)), ("logger", .text(logger)), ("data", data))
  }
}

/// A folder or file that a server may work in.
public struct Root: ProtocolValue {
  /// With the scheme `file`.
  public var uri: String
  public var name: String?

  public init(uri: String, name: String? = nil) {
    self.uri = uri
    self.name = name
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a root")
    self.init(uri: try fields.requiredText("uri"), name: fields.text("name"))
  }

  public var json: JSONValue { .fields(("uri", .string(uri)), ("name", .text(name))) }
}

/// Which changes a client wants to be told of, since revision 2026-07-28.
public struct SubscriptionFilter: ProtocolValue {
  public var toolsListChanged: Bool
  public var promptsListChanged: Bool
  public var resourcesListChanged: Bool
  /// The addresses of resources.
  public var resources: [String]

  public init(
    toolsListChanged: Bool = false, promptsListChanged: Bool = false,
    resourcesListChanged: Bool = false, resources: [String] = []
  ) {
    self.toolsListChanged = toolsListChanged
    self.promptsListChanged = promptsListChanged
    self.resourcesListChanged = resourcesListChanged
    self.resources = resources
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a subscription's filter")
    self.init(
      toolsListChanged: fields.flag("toolsListChanged") ?? false,
      promptsListChanged: fields.flag("promptsListChanged") ?? false,
      resourcesListChanged: fields.flag("resourcesListChanged") ?? false,
      resources: fields.texts("resourceSubscriptions") ?? [])
  }

  public var json: JSONValue {
    .fields(
      ("toolsListChanged", toolsListChanged ? true : nil),
      ("promptsListChanged", promptsListChanged ? true : nil),
      ("resourcesListChanged", resourcesListChanged ? true : nil),
      (
        "resourceSubscriptions",
        resources.isEmpty ? nil : .array(resources.map(JSONValue.string))
      ))
  }
}

import DocgenCore

/// A server asks the user.
public struct ElicitationRequest: ProtocolValue {
  public enum Mode: Sendable, Hashable {
    /// To be filled in; JSON Schema of a flat object.
    case form(JSONValue)
    /// To be visited; `id` names it in the notification that it is done.
    case url(String, id: String?)
  }

  public var message: String
  public var mode: Mode

  public init(message: String, mode: Mode) {
    self.message = message
    self.mode = mode
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "an elicitation request")
    message = try fields.requiredText("message")
    switch fields.text("mode") ?? "form" {
    case "form": mode = .form(try fields.required("requestedSchema"))
    case "url": mode = .url(try fields.requiredText("url"), id: fields.text("elicitationId"))
    default: throw MalformedValue(fields.subject, "has an unknown 'mode'")
    }
  }

  public var json: JSONValue {
    switch mode {
    case .form(let schema):
      ["mode": "form", "message": .string(message), "requestedSchema": schema]
    case .url(let url, let id):
      .fields(
        ("mode", "url"), ("message", .string(message)), ("url", .string(url)),
        ("elicitationId", .text(id)))
    }
  }
}

/// What the user did.
public enum ElicitationResult: ProtocolValue {
  /// Filled it in, or agreed to visit the address; then there is no content.
  case accept(JSONValue?)
  /// Said no.
  case decline
  /// Said nothing.
  case cancel

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "an elicitation result")
    switch fields.text("action") {
    case "accept": self = .accept(fields["content"])
    case "decline": self = .decline
    case "cancel": self = .cancel
    default: throw MalformedValue(fields.subject, "has an unknown 'action'")
    }
  }

  public var json: JSONValue {
    switch self {
    case .accept(let content): .fields(("action", "accept"), ("content", content))
    case .decline: ["action": "decline"]
    case .cancel: ["action": "cancel"]
    }
  }
}

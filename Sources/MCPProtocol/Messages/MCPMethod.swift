/// The names of requests and notifications.
public enum MCPMethod {
  // Requests of clients
  public static let discover = "server/discover"
  public static let initialize = "initialize"
  /// Of both sides; gone in revision 2026-07-28.
  public static let ping = "ping"
  public static let listTools = "tools/list"
  public static let callTool = "tools/call"
  public static let listResources = "resources/list"
  public static let listResourceTemplates = "resources/templates/list"
  public static let readResource = "resources/read"
  public static let subscribe = "resources/subscribe"
  public static let unsubscribe = "resources/unsubscribe"
  public static let listPrompts = "prompts/list"
  public static let getPrompt = "prompts/get"
  public static let complete = "completion/complete"
  public static let setLogLevel = "logging/setLevel"
  public static let listen = "subscriptions/listen"

  // Requests of servers; input that a server requires since revision 2026-07-28
  public static let sample = "sampling/createMessage"
  public static let elicit = "elicitation/create"
  public static let listRoots = "roots/list"

  // Notifications
  public static let initialized = "notifications/initialized"
  public static let cancelled = "notifications/cancelled"
  public static let progress = "notifications/progress"
  public static let message = "notifications/message"
  public static let toolsChanged = "notifications/tools/list_changed"
  public static let promptsChanged = "notifications/prompts/list_changed"
  public static let resourcesChanged = "notifications/resources/list_changed"
  public static let resourceUpdated = "notifications/resources/updated"
  public static let rootsChanged = "notifications/roots/list_changed"
  public static let elicitationComplete = "notifications/elicitation/complete"
  public static let subscriptionAcknowledged = "notifications/subscriptions/acknowledged"

  /// The parameter that `Mcp-Name` repeats, for the requests that have that header.
  public static func routingParameter(of method: String) -> String? {
    switch method {
    case callTool, getPrompt: "name"
    case readResource: "uri"
    default: nil
    }
  }

  /// Whether a server may answer with `input_required` rather than a result.
  public static func mayRequireInput(_ method: String) -> Bool {
    routingParameter(of: method) != nil
  }
}

import DocgenCore
import MCPProtocol

/// The program around the client: who it is, and what servers may ask of it.
///
/// What is nil is not offered to servers; the configuration of a server may offer less, never more.
/// The functions get the server's name, are called concurrently, and must end when their task is
/// cancelled: a session waits for them where it has set a time limit.
public struct ClientProgram: Sendable {
  public var implementation: Implementation
  /// Asks a model. `modelHints` and `maximumTokens` are already within what is configured; with
  /// `sampling.model` that is the only hint.
  public var sample: (@Sendable (SamplingRequest, _ server: String) async throws -> SamplingResult)?
  /// Whether the model may call the tools that a server sends along.
  public var samplesWithTools = false
  /// Asks the user.
  public var elicit:
    (@Sendable (ElicitationRequest, _ server: String) async throws -> ElicitationResult)?
  /// Whether the user can be sent to an address; without it such questions are declined.
  public var visitsURLs = false
  /// Which folders and files servers may work in.
  public var roots: (@Sendable (_ server: String) async -> [Root])?
  /// From which severity on servers may send log messages; nil is what they like before revision
  /// 2026-07-28, and none since.
  public var logLevel: LogLevel?
  public var log: (@Sendable (LogMessage, _ server: String) -> Void)?
  /// Told of changes at a server as they are announced, subscribed to or not.
  public var changed: (@Sendable (ServerChange, _ server: String) -> Void)?

  public init(_ implementation: Implementation) { self.implementation = implementation }
}

/// Something at a server that is not as it was.
public enum ServerChange: Sendable, Hashable {
  /// The first element of a subscription: the part of its filter that the server honours.
  case subscribed(SubscriptionFilter)
  case tools, prompts, resources
  /// The contents of one resource.
  case resource(uri: String)
  /// What the user was sent to an address for is done.
  case elicitationComplete(id: String)
}

/// What a server said of itself when the session was opened, and how.
public struct ServerDetails: Sendable, Hashable {
  public var route: Route
  public var revision: ProtocolRevision
  public var implementation: Implementation?
  public var capabilities: ServerCapabilities
  /// For the model: how to use the server.
  public var instructions: String?
}

/// What holds for a session with a server, whichever way it is reached.
public struct SessionSettings: Sendable, Hashable {
  /// Which generation of the protocol is tried.
  public enum ProtocolEra: String, Sendable, CaseIterable {
    /// What the server speaks.
    case auto
    /// Revision 2026-07-28 and later, without a handshake.
    case stateless
    /// The revisions with an `initialize` handshake.
    case legacy
  }

  public enum Trust: String, Sendable, CaseIterable {
    case full
    /// Every tool that doesn't say it only reads needs the user's consent.
    case untrusted
  }

  /// For one tool call.
  public var timeout: Duration = .seconds(300)
  /// From the first packet, or the program's start, until the session is open.
  public var connectTimeout: Duration = .seconds(60)
  /// Between two signs of life on an idle session.
  public var keepaliveInterval: Duration = .seconds(180)
  public var protocolEra = ProtocolEra.auto
  public var supportsParallelToolCalls = false
  public var sampling = SamplingSettings()
  public var elicitation = ElicitationSettings()
  /// Whether to connect only when a tool is first used.
  public var isLazy = false
  public var trust = Trust.full

  public init() {}
}

/// What a server that asks the client's model may ask for.
public struct SamplingSettings: Sendable, Hashable {
  public enum LogLevel: String, Sendable, CaseIterable {
    case debug, info, warning
  }

  public var isEnabled = true
  /// Nil is the model that the program uses.
  public var model: String?
  public var maximumTokens = 4096
  public var timeout: Duration = .seconds(30)
  public var maximumRequestsPerMinute = 10
  /// Empty is every model.
  public var allowedModels: [String] = []
  /// 0 is none.
  public var maximumToolRounds = 5
  public var logLevel = LogLevel.info
  public var exposesClientTools = false

  public init() {}
}

/// What a server that asks the user may ask for.
public struct ElicitationSettings: Sendable, Hashable {
  public var isEnabled = true
  /// How long the user may take.
  public var timeout: Duration = .seconds(300)

  public init() {}
}

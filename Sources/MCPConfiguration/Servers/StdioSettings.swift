/// How a server that is a program on this machine is run.
public struct StdioSettings: Sendable, Hashable {
  /// In the form of `argv`, without the program's own name.
  public var arguments: [String] = []
  /// Added to what the program gets from its surroundings.
  public var environment: [String: Secret] = [:]
  /// Expanded; nil is the client's own.
  public var workingDirectory: String?
  /// How long nothing may be asked of the program before it is ended; zero is for ever. The next
  /// call starts it again.
  public var idleTimeout: Duration = .zero
  /// How long the program may run before it is ended and started again; zero is for ever.
  public var maximumLifetime: Duration = .zero

  public init() {}
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which of a server's tools are offered.
public struct ToolFilter: Sendable, Hashable {
  /// Names and patterns; nil is every tool, empty is none.
  public var include: [String]?
  /// Names and patterns; without meaning where `include` is there.
  public var exclude: [String] = []
  /// Whether the server's resources are offered as tools.
  public var offersResources = true
  /// Whether the server's prompts are offered as tools.
  public var offersPrompts = true

  public init() {}

  /// - Parameter name: as the server has it. `*`, `?` and `[…]` in patterns work as in the shell,
  ///   and letters' case counts.
  public func allows(_ name: String) -> Bool {
    func matches(_ pattern: String) -> Bool { fnmatch(pattern, name, FNM_NOESCAPE) == 0 }
    if let include { return include.contains(where: matches) }
    return !exclude.contains(where: matches)
  }
}

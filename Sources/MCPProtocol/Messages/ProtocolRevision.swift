/// A revision of the Model Context Protocol, named by its date.
public enum ProtocolRevision: String, Sendable, CaseIterable, Comparable {
  /// HTTP with server-sent events.
  case november2024 = "2024-11-05"
  /// Streamable HTTP.
  case march2025 = "2025-03-26"
  /// The header `MCP-Protocol-Version`, elicitation.
  case june2025 = "2025-06-18"
  /// The newest that opens with a handshake.
  case november2025 = "2025-11-25"
  /// Without handshake and session: every request says who asks and in which revision.
  case july2026 = "2026-07-28"

  public static let newest = july2026
  public static let newestWithHandshake = november2025

  /// Whether a session opens with `initialize`.
  public var hasHandshake: Bool { self < .july2026 }

  /// Whether requests over HTTP say the revision in a header.
  public var hasVersionHeader: Bool { self >= .june2025 }

  public static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
}

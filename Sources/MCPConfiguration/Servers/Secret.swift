/// Text that is never shown: printing it, or a value that holds it, prints `•••`.
public struct Secret: Sendable, Hashable {
  /// The text itself.
  public var value: String

  public init(_ value: String) { self.value = value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "•••" }
  public var debugDescription: String { description }
  /// Without children: `dump` looks here.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

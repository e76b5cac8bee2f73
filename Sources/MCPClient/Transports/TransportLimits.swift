/// How much of a server's words is taken before they count as an attack or a mistake, in bytes.
package struct TransportLimits: Sendable {
  /// For one HTTP body that is no event stream, and for one line of a program's output.
  package var body = 10 << 20
  /// For one server-sent event.
  package var event = 1 << 20

  package init() {}
}

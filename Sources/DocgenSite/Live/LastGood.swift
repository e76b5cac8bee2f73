import DocgenCore

/// The last reading of something that had no errors, and what the newest one found. Until there has
/// been one without errors it is simply the newest.
struct LastGood<Value: Sendable>: Sendable {
  private(set) var value: Value
  private(set) var diagnostics: [Diagnostic]
  private var isGood: Bool

  init(_ first: Diagnosed<Value>) {
    value = first.value
    diagnostics = first.diagnostics
    isGood = !Self.hasErrors(first)
  }

  mutating func take(_ new: Diagnosed<Value>) {
    if !Self.hasErrors(new) {
      value = new.value
      isGood = true
    } else if !isGood {
      value = new.value
    }
    diagnostics = new.diagnostics
  }

  private static func hasErrors(_ read: Diagnosed<Value>) -> Bool {
    read.diagnostics.contains { $0.severity == .error }
  }
}

/// How serious a finding is. `ignored` is what a policy makes of one that nobody wants to see.
public enum Severity: String, Sendable, Hashable, CaseIterable {
  case ignored, note, warning, error
}

/// One finding about the author's text or configuration, as a value: what is wrong, where, and what
/// to do. Formatting is elsewhere (`DiagnosticFormat`), and so is the decision whether it fails a
/// build (`DiagnosticPolicy`).
public struct Diagnostic: Sendable, Hashable {
  /// Another place that helps to understand the finding ("first defined here").
  public struct Note: Sendable, Hashable {
    public var message: String
    public var span: SourceSpan?

    package init(_ message: String, span: SourceSpan? = nil) {
      self.message = URLPasswords.hidden(in: message)
      self.span = span
    }
  }

  public var severity: Severity
  /// Stable, `area/what-is-wrong`: `link/unknown-page`.
  public var code: String
  /// One sentence in the user's words, without a full stop.
  public var message: String
  public var span: SourceSpan?
  public var notes: [Note]
  /// What to do about it: "did you mean 'guides/install'?".
  public var hint: String?
  /// The locale whose pages the finding is about, where it is about one: policies may differ.
  package var locale: String?

  package init(
    _ severity: Severity, _ code: String, _ message: String, at span: SourceSpan? = nil,
    notes: [Note] = [], hint: String? = nil, locale: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = URLPasswords.hidden(in: message)
    self.span = span
    self.notes = notes
    self.hint = hint.map(URLPasswords.hidden)
    self.locale = locale
  }
}

extension Diagnostic {
  /// The total order in which findings are reported: by file, place, code and words. It does not
  /// depend on which thread found what.
  package static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    let (fileA, fileB) = (a.span?.file ?? "", b.span?.file ?? "")
    if fileA != fileB { return fileA < fileB }
    let start = SourcePosition(line: 0, column: 0)
    let (placeA, placeB) = (a.span?.start ?? start, b.span?.start ?? start)
    if placeA != placeB { return placeA < placeB }
    return (a.code, a.message, a.locale ?? "") < (b.code, b.message, b.locale ?? "")
  }
}

/// A value together with what was found while making it. Content problems are collected, never
/// thrown, so that one run shows them all.
package struct Diagnosed<Value> {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Diagnosed: Sendable where Value: Sendable {}

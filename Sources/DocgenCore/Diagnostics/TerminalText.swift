/// A text as a terminal shows it.
package enum TerminalText {
  /// The columns that it fills: two for each wide character.
  package static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + TerminalCell.columns($1) }
  }
}

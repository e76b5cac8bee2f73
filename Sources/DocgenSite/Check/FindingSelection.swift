import DocgenCore

/// Which findings the user wants to see: by code (`link/unknown-page`) or by area (`link`).
package struct FindingSelection: Sendable {
  /// Empty: all.
  package var only: [String]
  package var ignored: [String]

  package init(only: [String] = [], ignored: [String] = []) {
    (self.only, self.ignored) = (only, ignored)
  }

  package func includes(_ code: String) -> Bool {
    let names = [code, String(code.prefix { $0 != "/" })]
    return (only.isEmpty || names.contains(where: only.contains))
      && !names.contains(where: ignored.contains)
  }
}

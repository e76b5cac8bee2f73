/// Code as HTML with its tokens in spans: `<span class="token keyword">let</span>`.
package enum SyntaxHighlighter {
  /// Appends `code`, escaped, with spans around what carries colour. The text of the output is the
  /// code, byte for byte, whatever the bytes; no span crosses a line feed; the time is linear.
  ///
  /// - Parameter language: a language's name or alias in lower case.
  /// - Returns: false where no such language is known; the code is then plain.
  @discardableResult
  package static func appendHighlighted(
    _ code: UnsafeBufferPointer<UInt8>, language: String, into output: inout [UInt8]
  ) -> Bool {
    guard let language = Language.named(language) else {
      HTMLEscaping.appendEscaped(code, into: &output)
      return false
    }
    var scanner = CodeScanner(code)
    language.lex(&scanner)
    scanner.finish(into: &output)
    return true
  }

  /// Whether `language`, in lower case, is known; plain text is.
  package static func knows(_ language: String) -> Bool { Language.named(language) != nil }

  /// All names and aliases, sorted: what a misspelt one is compared with.
  package static var languageNames: [String] { Language.byName.keys.sorted() }
}

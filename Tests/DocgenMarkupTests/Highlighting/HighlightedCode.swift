import DocgenMarkup

/// Highlighted code as tests write it: `⟨keyword let⟩ x` for a span of the class `keyword`.
enum HighlightedCode {
  static func marked(_ code: String, _ language: String) -> String {
    var output: [UInt8] = []
    Array(code.utf8).withUnsafeBufferPointer {
      _ = SyntaxHighlighter.appendHighlighted($0, language: language, into: &output)
    }
    return String(decoding: output, as: UTF8.self)
      .replacing("</span>", with: "⟩").replacing("<span class=\"token ", with: "⟨")
      .replacing("\">", with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  /// The code without the marks.
  static func plain(_ marked: String) -> String {
    marked.replacing(#/⟨[a-z-]+ /#, with: "").replacing("⟩", with: "")
  }
}

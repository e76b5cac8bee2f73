/// How a comment that fills a line is written.
struct CommentStyle: Sendable, Equatable {
  var open: [UInt8]
  /// Empty: it ends with its line.
  var close: [UInt8]

  private init(_ open: String, _ close: String = "") {
    self.open = Array(open.utf8)
    self.close = Array(close.utf8)
  }

  private static let slashes = CommentStyle("//")
  private static let block = CommentStyle("/*", "*/")
  private static let expression = CommentStyle("{/*", "*/}")
  private static let markup = CommentStyle("<!--", "-->")
  private static let hash = CommentStyle("#")
  private static let dashes = CommentStyle("--")
  private static let percent = CommentStyle("%")
  private static let apostrophe = CommentStyle("'")
  private static let rem = CommentStyle("REM")
  private static let exclamation = CommentStyle("!")
  private static let parenthesis = CommentStyle("(*", "*)")
  private static let asterisk = CommentStyle("*>")
  private static let semicolons = CommentStyle(";;")

  /// The styles in which a language's magic comments are read, as in Docusaurus; a language that is
  /// not listed has the usual ones.
  static func styles(for language: String) -> [CommentStyle] {
    switch language {
    case "js", "javascript", "ts", "typescript": [slashes, block]
    case "jsx", "tsx": [slashes, block, expression]
    case "html": [slashes, block, markup]
    case "python", "py", "bash": [hash]
    case "markdown", "md": [markup, expression, hash]
    case "sql": [dashes, block]
    case "lua", "haskell": [dashes]
    case "tex", "latex", "matlab": [percent]
    case "vb", "vba", "vbnet", "visual-basic": [apostrophe, rem]
    case "batch", "basic": [rem]
    case "fortran": [exclamation]
    case "fsharp": [slashes, parenthesis]
    case "ocaml", "sml": [parenthesis]
    case "cobol": [asterisk]
    case "wasm": [semicolons]
    default: [slashes, block, expression, hash, markup]
    }
  }
}

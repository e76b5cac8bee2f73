/// A language that needs no lexer of its own, as data: its words, what it delimits, and a few habits.
struct Grammar: Sendable {
  /// Something between two marks: a comment, a string.
  struct Delimited: Sendable {
    enum Position: Sendable { case anywhere, wordStart, lineStart, behindInclude }

    var kind: TokenKind
    var open: [UInt8]
    /// Empty: it runs to the end of the line.
    var close: [UInt8]
    /// The byte that takes the next one's meaning away.
    var escape: UInt8?
    /// False: it ends with its line at the latest.
    var spansLines = false
    /// What inside needs a `close` of its own; empty where nothing nests.
    var nested: [UInt8] = []
    /// It opens nothing where it isn't closed within so many bytes of its line.
    var longest: Int?
    /// It opens nothing but around one character, escaped or not: `'a` in Rust is a lifetime.
    var isCharacter = false
    /// What behind `close` makes it no end: `''$` in Nix's `''` strings.
    var notClosedBefore = ByteSet([])
    /// Code inside a string: `${` … `}`.
    var interpolation: (open: [UInt8], close: UInt8)?
    /// What has to follow the interpolation's mark; nil: anything. `{` in PHP means itself but in `{$`.
    var interpolationStart: ByteSet?
    /// Whether strings inside may hold what would close it.
    var hasStrings = false
    var position = Position.anywhere

    /// Bytes inside that mean nothing.
    fileprivate(set) var plain = ByteSet([])
  }

  /// A string whose end repeats what its author chose for its beginning: `$tag$ … $tag$`, `r#"…"#`.
  struct Tagged: Sendable {
    var kind = TokenKind.string
    /// What stands before the tag, and between it and the content.
    var open: (before: [UInt8], behind: [UInt8])
    /// The same at the end.
    var close: (before: [UInt8], behind: [UInt8])
    var tagPart: ByteSet

    init(
      _ kind: TokenKind = .string, open: (String, String), close: (String, String),
      tagPart: ByteSet = .identifierPart
    ) {
      self.kind = kind
      self.open = (Array(open.0.utf8), Array(open.1.utf8))
      self.close = (Array(close.0.utf8), Array(close.1.utf8))
      self.tagPart = tagPart
    }
  }

  /// A byte that makes an identifier behind it something: `$name`, `@decorator`.
  struct Sigil: Sendable {
    var byte: UInt8
    var kind: TokenKind
    /// What may follow the byte.
    var start = ByteSet.identifierStart
    var part = ByteSet.identifierPart
    /// Whether it counts only where a word could start: `-Option`, not `a-b`.
    var atWordStart = false
  }

  /// What a byte may begin.
  enum ByteClass: UInt8 {
    case plain, word, digit, delimiter, brace, lineEnd
  }

  var words = WordTable([:])
  /// Words that are names as well: reserved only where something follows that can't follow a name.
  var softWords = WordTable([:])
  var delimited: [Delimited] = []
  var tagged: [Tagged] = []
  /// The mark of a text that begins at the next line and ends with a line of its own: `<<` in Ruby.
  var hereDocumentMark: [UInt8] = []
  var sigils: [Sigil] = []
  var identifierStart = ByteSet.identifierStart
  var identifierPart = ByteSet.identifierPart
  /// What `Name` is; nil where capitals mean nothing.
  var capitalized: TokenKind?
  /// A byte without which `Name` is nothing: PowerShell's `Get-Item`.
  var capitalizedPart: UInt8?
  /// What stands behind a function's name.
  var callMarks: ByteSet = "("
  /// What makes a word right before it a name, though it be reserved: `for:` in Swift.
  var labelMarks = ByteSet([])
  /// Identifiers that belong to a string right behind them: Python's `f"…"`.
  var stringPrefixes = WordTable([:])
  /// What stands behind a key: `=` in TOML, `:` in JSON.
  var keyDelimiters = ByteSet([])
  /// Whether nothing but a line's first word is a key.
  var keysStartLines = false
  /// Whether `/…/` can be a regular expression.
  var hasRegexLiterals = false
  /// Whether `<Name …>` can be an element.
  var hasElements = false

  static let brackets: ByteSet = "{}()[]"

  private(set) var classes: [UInt8] = []
  private(set) var hasKeys = false
  /// For each byte, the place of the first in `delimited` that it opens.
  private(set) var firstDelimited: [Int] = []

  /// Fills in what follows from the rest; a grammar is used only through this.
  func prepared() -> Grammar {
    var grammar = self
    grammar.delimited = delimited.map(\.prepared).sorted {
      // By first byte, and the longest first: `"""` before `"`.
      ($0.open[0], $1.open.count) < ($1.open[0], $0.open.count)
    }
    grammar.classes = (UInt8.min...UInt8.max).map { byteClass(of: $0).rawValue }
    grammar.hasKeys = (UInt8.min...UInt8.max).contains(where: keyDelimiters.contains)
    grammar.firstDelimited = (UInt8.min...UInt8.max).map { byte in
      grammar.delimited.firstIndex { $0.open[0] == byte } ?? grammar.delimited.count
    }
    return grammar
  }

  private func byteClass(of byte: UInt8) -> ByteClass {
    if delimited.contains(where: { $0.open.first == byte }) { return .delimiter }
    if sigils.contains(where: { $0.byte == byte }) { return .delimiter }
    if tagged.contains(where: { $0.open.before.first == byte }) { return .delimiter }
    if !hereDocumentMark.isEmpty {
      if byte == hereDocumentMark[0] { return .delimiter }
      if byte == UInt8(ascii: "\n") { return .lineEnd }
    }
    if byte == UInt8(ascii: "/"), hasRegexLiterals { return .delimiter }
    if byte == UInt8(ascii: "<"), hasElements { return .delimiter }
    if identifierStart.contains(byte) { return .word }
    if ByteSet.digits.contains(byte) { return .digit }
    return Self.brackets.contains(byte) ? .brace : .plain
  }
}

extension Grammar.Delimited {
  fileprivate var prepared: Self {
    let quote = hasStrings ? UInt8(ascii: "\"") : nil
    let stops = [close.first, interpolation?.open.first, escape, nested.first, quote]
    var rule = self
    rule.plain =
      ByteSet(stops.compactMap(\.self) + (spansLines ? [] : [UInt8(ascii: "\n")])).inverted
    return rule
  }

  static func lineComment(_ open: String, position: Position = .anywhere) -> Self {
    Self(kind: .comment, open: Array(open.utf8), close: [], position: position)
  }

  static func blockComment(
    _ open: String, _ close: String, nests: Bool = false, position: Position = .anywhere
  ) -> Self {
    Self(
      kind: .comment, open: Array(open.utf8), close: Array(close.utf8), spansLines: true,
      nested: nests ? Array(open.utf8) : [], position: position)
  }

  /// A string with backslash escapes.
  /// - Parameter interpolation: how code starts and ends inside: `("${", "}")`.
  static func string(
    _ open: String, _ close: String? = nil, escape: Unicode.Scalar = "\\", spansLines: Bool = false,
    interpolation: (String, Unicode.Scalar)? = nil
  ) -> Self {
    Self(
      kind: .string, open: Array(open.utf8), close: Array((close ?? open).utf8),
      escape: UInt8(ascii: escape), spansLines: spansLines,
      interpolation: interpolation.map { (Array($0.0.utf8), UInt8(ascii: $0.1)) })
  }

  /// A string in which nothing is escaped.
  static func rawString(_ open: String, _ close: String? = nil, spansLines: Bool = true) -> Self {
    Self(
      kind: .string, open: Array(open.utf8), close: Array((close ?? open).utf8),
      spansLines: spansLines)
  }

  /// One character in quotes, where an apostrophe has other uses too.
  static func character(_ quote: String) -> Self {
    var rule = string(quote)
    rule.longest = 12
    rule.isCharacter = true
    return rule
  }

  /// A line's part in brackets and the like: a section's head.
  static func bracketed(
    _ open: String, _ close: String, as kind: TokenKind, position: Position = .anywhere
  ) -> Self {
    Self(kind: kind, open: Array(open.utf8), close: Array(close.utf8), position: position)
  }

  /// An attribute, which may have brackets and strings inside and go over lines.
  static func attribute(_ open: String) -> Self {
    var rule = bracketed(open, "]", as: .attributeName)
    rule.nested = [UInt8(ascii: "[")]
    rule.spansLines = true
    rule.hasStrings = true
    return rule
  }
}

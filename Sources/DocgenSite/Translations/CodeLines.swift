import DocgenMarkup

/// What of a code block a program reads: its lines without comments and without the contents of
/// texts, so that a translation with the same code has the same lines. The names of members count
/// as code in JSON and its like (`"name": "…"`), and so do numbers.
struct CodeLines {
  struct Line: Equatable {
    var code: String
    /// Lines of the block before it.
    var offset: Int
  }

  /// - Returns: nil for a language whose comments and texts are not known.
  static func find(in code: String, language: String) -> [Line]? {
    if let separators = SettingLines.separators[language] {
      return SettingLines.find(in: code, separators: separators)
    }
    guard let syntax = CodeSyntax.of(language) else { return nil }
    var reader = CodeLines(Array(code.utf8), syntax)
    reader.read()
    return reader.lines
  }

  private let bytes: [UInt8]
  private let syntax: CodeSyntax
  private var index = 0
  private var offset = 0
  private var line: [UInt8] = []
  private var lines: [Line] = []
  /// What ends the text that begins with the next line.
  private var heredoc: [UInt8]?
  /// Whether only what follows a prompt is code: the rest is output.
  private let hasPrompts: Bool

  private init(_ bytes: [UInt8], _ syntax: CodeSyntax) {
    self.bytes = bytes
    self.syntax = syntax
    hasPrompts =
      syntax.isShell
      && bytes.split(separator: ASCII.newline).contains {
        $0.drop(while: ASCII.isSpaceOrTab).starts(with: Self.prompt)
      }
  }

  private static let prompt = Array("$ ".utf8)

  private mutating func read() {
    skipOutput()
    while index < bytes.count {
      let byte = bytes[index]
      if byte == ASCII.newline {
        index += 1
        endLine()
        skipHeredoc()
        skipOutput()
      } else if startsComment() {
        index = bytes.endOfLine(from: index)
      } else if let comment = syntax.blockComments.first(where: { has($0.open) }) {
        skip(to: comment.close, from: index + comment.open.count)
      } else if readText() || readHeredoc() || readPlaceholder() {
        continue
      } else {
        line.append(byte)
        index += 1
      }
    }
    endLine()
  }

  private mutating func endLine() {
    var words = line.split(whereSeparator: ASCII.isWhitespace).map(Array.init)
    if syntax.isShell {
      // A command of a chat: what follows is said to it.
      if let first = words.first, first.first == ASCII.slash,
        !first.dropFirst().contains(ASCII.slash)
      {
        words = [first]
      }
      words = words.map(withoutPlaceholder)
    }
    let code = Array(words.joined(separator: [ASCII.space]))
    // A text alone goes on from the line before it: a translation may need fewer of them.
    if code.contains(where: { $0 != ASCII.quote }) {
      lines.append(Line(code: String(decoding: code, as: UTF8.self), offset: offset))
    }
    line = []
    offset += 1
  }

  /// `KEY=your_key` and `KEY=你的密钥` are the same.
  private func withoutPlaceholder(_ word: [UInt8]) -> [UInt8] {
    let start = word.firstIndex(of: ASCII.equals).map { $0 + 1 } ?? 0
    let value = word[start...]
    let isReaders =
      value.contains { $0 >= 0x80 } || Self.isPlaceholder(String(decoding: value, as: UTF8.self))
    return isReaders ? word[..<start] + [ASCII.less, ASCII.greater] : word
  }

  /// `your_api_key`, `YOUR_TOKEN`: readers put something else there.
  static func isPlaceholder(_ word: String) -> Bool {
    let lowercased = word.lowercased()
    return lowercased.hasPrefix("your-") || lowercased.hasPrefix("your_")
  }

  private func has(_ sign: [UInt8]) -> Bool { bytes[index...].starts(with: sign) }

  // MARK: Comments

  private func startsComment() -> Bool {
    guard syntax.lineComments.contains(where: has) else { return false }
    guard index > 0, !ASCII.isWhitespace(bytes[index - 1]) else { return true }
    return !has([ASCII.hash]) && ";,{}()".utf8.contains(bytes[index - 1])
  }

  private mutating func skip(to close: [UInt8], from start: Int) {
    index = start
    while index < bytes.count, !has(close) {
      if bytes[index] == ASCII.newline { endLine() }
      index += 1
    }
    index = min(bytes.count, index + close.count)
  }

  // MARK: Texts

  private mutating func readText() -> Bool {
    guard let sign = syntax.texts.first(where: { has($0.sign) }) else { return false }
    guard let end = end(of: sign, from: index + sign.sign.count) else { return false }
    let content = bytes[(index + sign.sign.count)..<end]
    index = end + sign.sign.count
    let isName = isName
    // One sign for all: an apostrophe in the translation's words may need the other.
    line.append(ASCII.quote)
    for byte in content {
      if isName { line.append(byte) } else if byte == ASCII.newline { endLine() }
    }
    line.append(ASCII.quote)
    return true
  }

  private func end(of text: CodeSyntax.Text, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index...].starts(with: text.sign) { return index }
      if bytes[index] == ASCII.newline, !text.hasLines { return nil }
      index += bytes[index] == ASCII.backslash && text.hasEscapes ? 2 : 1
    }
    return nil
  }

  /// Whether the text that has just ended is the name of a member.
  private var isName: Bool {
    let before = line.last { !ASCII.isWhitespace($0) }
    guard before.map({ "{,".utf8.contains($0) }) ?? true else { return false }
    return bytes[index...].first { !ASCII.isSpaceOrTab($0) } == ASCII.colon
  }

  // MARK: Shells

  private mutating func skipOutput() {
    while hasPrompts, index < bytes.count {
      let end = bytes.endOfLine(from: index)
      let text = bytes[index..<end].drop(while: ASCII.isSpaceOrTab)
      if text.starts(with: Self.prompt) {
        index = text.startIndex + Self.prompt.count
        return
      }
      let isContinued =
        index > 1 && bytes[index - 2] == ASCII.backslash && lines.last?.offset == offset - 1
      if isContinued { return }
      index = min(bytes.count, end + 1)
      endLine()
    }
  }

  /// `<<'EOF'`: what it is called matters to nobody.
  private mutating func readHeredoc() -> Bool {
    let sign = [ASCII.less, ASCII.less]
    guard syntax.isShell, has(sign), !has(sign + [ASCII.less]) else { return false }
    let word = bytes[(index + 2)...].drop { " -'\"\\".utf8.contains($0) }
      .prefix { ASCII.isAlphanumeric($0) || $0 == ASCII.underscore }
    guard !word.isEmpty else { return false }
    heredoc = Array(word)
    line += sign
    index = word.endIndex
    if index < bytes.count, "'\"".utf8.contains(bytes[index]) { index += 1 }
    return true
  }

  private mutating func skipHeredoc() {
    guard let word = heredoc else { return }
    heredoc = nil
    while index < bytes.count {
      let end = bytes.endOfLine(from: index)
      let text = bytes[index..<end].split(whereSeparator: ASCII.isWhitespace)
      index = min(bytes.count, end + 1)
      offset += 1
      if text.count == 1, text[0].elementsEqual(word) { return }
    }
  }

  /// `<your-key>`, which may be in the reader's words.
  private mutating func readPlaceholder() -> Bool {
    guard syntax.hasPlaceholders, bytes[index] == ASCII.less else { return false }
    let rest = bytes[(index + 1)...].prefix(60)
    guard let end = rest.firstIndex(of: ASCII.greater) else { return false }
    let name = bytes[(index + 1)..<end]
    guard let first = name.first, let last = name.last,
      ![first, last].contains(where: ASCII.isWhitespace), first != ASCII.equals,
      !name.contains(where: { $0 == ASCII.less || $0 == ASCII.newline })
    else { return false }
    line += [ASCII.less, ASCII.greater]
    index = end + 1
    return true
  }
}

/// How a language writes comments and texts.
private struct CodeSyntax {
  struct Text {
    var sign: [UInt8]
    /// Whether it may go over several lines.
    var hasLines = false
    var hasEscapes = true

    init(_ sign: String, hasLines: Bool = false, hasEscapes: Bool = true) {
      self.sign = Array(sign.utf8)
      (self.hasLines, self.hasEscapes) = (hasLines, hasEscapes)
    }
  }

  var lineComments: [[UInt8]]
  var blockComments: [(open: [UInt8], close: [UInt8])] = []
  /// Longer signs first.
  var texts: [Text]
  var hasPlaceholders = true
  var isShell = false

  init(comments: [String], texts: [Text]) {
    lineComments = comments.map { Array($0.utf8) }
    self.texts = texts
  }

  static func of(_ language: String) -> CodeSyntax? {
    if shells.contains(language) { return shell }
    if hashLanguages.contains(language) { return hash }
    if slashLanguages.contains(language) { return slash }
    return language == "sql" || language == "lua" ? dash : nil
  }

  private static let shells: Set<String> = [
    "bash", "console", "docker", "dockerfile", "fish", "powershell", "ps1", "sh", "shell",
    "shell-session", "shellsession", "terminal", "zsh",
  ]
  private static let hashLanguages: Set<String> = [
    "elixir", "hcl", "nix", "perl", "py", "python", "r", "rb", "ruby", "terraform", "toml",
  ]
  private static let slashLanguages: Set<String> = [
    "c", "c#", "c++", "cjs", "cpp", "cs", "csharp", "css", "dart", "go", "java", "javascript", "js",
    "json", "json5", "jsonc", "kotlin", "mjs", "php", "rs", "rust", "scala", "scss", "swift", "ts",
    "typescript",
  ]

  private static let shell: CodeSyntax = {
    var syntax = CodeSyntax(
      comments: ["#"],
      texts: [Text("\"", hasLines: true), Text("'", hasLines: true, hasEscapes: false)])
    syntax.isShell = true
    return syntax
  }()

  private static let hash = CodeSyntax(
    comments: ["#"],
    texts: [
      Text("\"\"\"", hasLines: true), Text("'''", hasLines: true), Text("\""), Text("'"),
    ])

  private static let slash: CodeSyntax = {
    var syntax = CodeSyntax(
      comments: ["//"],
      texts: [
        Text("\"\"\"", hasLines: true), Text("\""), Text("'"), Text("`", hasLines: true),
      ])
    syntax.blockComments = [(Array("/*".utf8), Array("*/".utf8))]
    syntax.hasPlaceholders = false
    return syntax
  }()

  private static let dash = CodeSyntax(comments: ["--"], texts: [Text("\""), Text("'")])
}

/// The lines of YAML and other files of settings: keys, and values that are no text. Texts stand
/// there without quotes, so that only numbers and flags are known to be none.
private enum SettingLines {
  /// By language.
  static let separators: [String: String] = [
    "cfg": "=:", "conf": "=:", "dotenv": "=", "env": "=", "ini": "=:", "properties": "=:",
    "yaml": ":", "yml": ":",
  ]

  static func find(in code: String, separators: String) -> [CodeLines.Line] {
    var lines: [CodeLines.Line] = []
    /// How far the key of a text that goes over several lines stands to the right.
    var textIndent: Int?
    let texts = code.utf8.split(separator: ASCII.newline, omittingEmptySubsequences: false)
    for (offset, text) in texts.enumerated() {
      let indent = text.prefix(while: ASCII.isSpaceOrTab).count
      if text.allSatisfy(ASCII.isWhitespace) { continue }
      if let key = textIndent, indent > key { continue }
      textIndent = nil
      let line = Setting(Array(text), separators: Array(separators.utf8))
      if line.startsText { textIndent = indent }
      if let code = line.code { lines.append(CodeLines.Line(code: code, offset: offset)) }
    }
    return lines
  }
}

/// One line of settings.
private struct Setting {
  /// Nil for a line of text, a comment or nothing.
  private(set) var code: String?
  private(set) var startsText = false

  init(_ line: [UInt8], separators: [UInt8]) {
    var rest = line[...].drop(while: ASCII.isWhitespace)
    if rest.first == ASCII.hash || rest.first == UInt8(ascii: ";") { return }
    if rest.first == ASCII.openBracket, !separators.elementsEqual([ASCII.colon]) {
      code = String(decoding: Self.trimmed(rest), as: UTF8.self)
      return
    }
    var key = ""
    while rest.first == ASCII.hyphen, rest.dropFirst().first.map(ASCII.isSpaceOrTab) ?? true {
      key += "- "
      rest = rest.dropFirst().drop(while: ASCII.isWhitespace)
    }
    if let end = Self.endOfKey(rest, separators) {
      key += String(
        decoding: rest[...end].filter { !Self.quotes.contains($0) }, as: UTF8.self)
      rest = rest[(end + 1)...]
    }
    let value = Self.value(rest)
    startsText = value.first.map { "|>".utf8.contains($0) } ?? false
    if key.isEmpty { return }
    code = Self.isCode(value) ? key + String(decoding: value, as: UTF8.self) : key
  }

  /// Where the separator behind a key is.
  private static func endOfKey(_ text: ArraySlice<UInt8>, _ separators: [UInt8]) -> Int? {
    guard let end = text.firstIndex(where: { !isKeyPart($0) }), end > text.startIndex,
      separators.contains(text[end])
    else { return nil }
    if text[end] != ASCII.colon { return end }
    return end + 1 == text.endIndex || ASCII.isWhitespace(text[end + 1]) ? end : nil
  }

  private static func isKeyPart(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || "_-./$@*\"'<>".utf8.contains(byte)
  }

  private static let quotes = Set("\"'".utf8)

  private static func value(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let comment = text.indices.first {
      text[$0] == ASCII.hash && ($0 == text.startIndex || ASCII.isWhitespace(text[$0 - 1]))
    }
    return Array(trimmed(text[..<(comment ?? text.endIndex)])).filter { !quotes.contains($0) }
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop(while: ASCII.isWhitespace)
    while let last = text.last, ASCII.isWhitespace(last) { text = text.dropLast() }
    return text
  }

  private static func isCode(_ value: [UInt8]) -> Bool {
    if flags.contains(String(decoding: value, as: UTF8.self)) { return true }
    return value.contains(where: ASCII.isDigit)
      && value.allSatisfy { ASCII.isAlphanumeric($0) || "_.:-+/%".utf8.contains($0) }
  }

  private static let flags: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "~"]
}

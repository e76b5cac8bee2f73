/// What stands behind the ticks of a fence: ```` ```ts title="a.ts" {1,3-5} showLineNumbers ````.
package struct CodeFenceInfo: Sendable, Equatable {
  /// The first word in lower case; nil where there is none.
  package var language: String?
  package var title: String?
  /// The lines of `{1,3-5}`, 1-based, as written; nil without braces.
  package var highlightedLines: [ClosedRange<Int>]?
  package var showsLineNumbers = false
  /// The N of `showLineNumbers=N`.
  package var firstLineNumber: Int?
  package var isNoInline = false
  package var isLive = false
  /// What the code is an example of: the S of `schema="S"`.
  package var schema: String?
  /// False for `check=false`: the code is no example that must be right.
  package var isChecked = true
  /// The words that mean nothing here, in order.
  package var otherWords: [String] = []

  package init() {}

  package init(_ info: String) {
    // Nearly always there is a language and nothing else.
    if info.utf8.allSatisfy({ ASCII.isAlphanumeric($0) || $0 == ASCII.hyphen }) {
      if !info.isEmpty { language = info.lowercased() }
      return
    }
    var rest = Substring(info.utf8.drop(while: ByteSet.whitespace.contains))
    let word = rest.prefix { !$0.isWhitespace && $0 != "{" }
    if !word.isEmpty, !word.hasPrefix("title=") {
      language = word.lowercased()
      rest = rest[word.endIndex...]
    }
    while let word = Self.nextWord(&rest) { read(word) }
  }

  /// The next word, where `title="two words"` is one.
  private static func nextWord(_ rest: inout Substring) -> Substring? {
    rest = rest.drop { $0.isWhitespace }
    guard !rest.isEmpty else { return nil }
    var end = rest.firstIndex { $0.isWhitespace } ?? rest.endIndex
    if rest.hasPrefix("title=") {
      let value = rest.dropFirst("title=".count)
      if let quote = value.first, quote == "\"" || quote == "'",
        let close = value.dropFirst().firstIndex(of: quote)
      {
        end = value.index(after: close)
      }
    }
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  private mutating func read(_ word: Substring) {
    if word.hasPrefix("title="), let title = Self.unquoted(word.dropFirst("title=".count)) {
      self.title = title
    } else if let lines = Self.lines(word) {
      highlightedLines = (highlightedLines ?? []) + lines
    } else if word == "showLineNumbers" {
      showsLineNumbers = true
    } else if word.hasPrefix("showLineNumbers="), let number = Int(word.dropFirst(16)) {
      showsLineNumbers = true
      firstLineNumber = number
    } else if word == "noInline" {
      isNoInline = true
    } else if word == "live" {
      isLive = true
    } else if word.hasPrefix("schema=") {
      let value = word.dropFirst("schema=".count)
      schema = Self.unquoted(value) ?? String(value)
    } else if let value = word.hasPrefix("check=") ? word.dropFirst("check=".count) : nil {
      isChecked = !["false", "\"false\"", "{false}"].contains(value)
    } else {
      otherWords.append(String(word))
    }
  }

  private static func unquoted(_ value: Substring) -> String? {
    guard let quote = value.first, quote == "\"" || quote == "'", value.count > 1,
      value.last == quote
    else { return nil }
    return String(value.dropFirst().dropLast())
  }

  /// `{1,3-5}`; nil for braces around anything else.
  private static func lines(_ word: Substring) -> [ClosedRange<Int>]? {
    guard word.hasPrefix("{"), word.hasSuffix("}"), word.utf8.count > 2 else { return nil }
    var lines: [ClosedRange<Int>] = []
    for part in word.dropFirst().dropLast().split(separator: ",") {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2 else {
        return nil
      }
      lines.append(min(first, last)...max(first, last))
    }
    return lines
  }
}

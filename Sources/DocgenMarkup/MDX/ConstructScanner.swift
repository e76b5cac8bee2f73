/// The pass before cmark-gfm: finds what Markdown has no word for, line by line, and puts
/// placeholders there. Its order of precedence is MDX's: whatever starts first wins, so code spans,
/// fences and escapes hide what is in them.
///
/// It reads each byte once or twice and copies in runs; a page without constructs is one copy.
struct ConstructScanner {
  struct Syntax: Sendable {
    /// MDX-lite; otherwise CommonMark, where tags are HTML and braces are text.
    var isMDX: Bool
    var admonitionKeywords: Set<String>
  }

  let source: [UInt8]
  let syntax: Syntax
  var result = ScannedText()

  /// Where the next unread byte stands.
  var index = 0
  /// Everything before it is in the output.
  var copied = 0
  /// The line of the output that is being written, as far as has been counted.
  private var outputLine = 1
  private var countedOutput = 0
  var fence: Fence?
  /// The colons of the admonitions that are open, outermost first.
  var openAdmonitions: [Int] = []
  var isAfterBlank = true
  /// Where the paragraph that is being read ends at the latest.
  private var paragraphEnd = -1
  /// The lengths of runs of backticks that nothing in the rest of the paragraph closes.
  var unclosedBackticks: [Int] = []
  /// What looking for ends that don't exist may still cost, in bytes. It bounds the work on text
  /// full of brackets that nothing closes; they are text once it is used up.
  var searchBudget: Int

  /// By a custom element's name: where its last closing tag stands, or -1.
  var lastClosingTags: [String: Int] = [:]

  /// Longer runs of backticks are text, as in cmark-gfm.
  static let longestCodeMark = 80
  var isAfterModuleStatement = false

  struct Fence {
    var marker: UInt8
    var count: Int
    var isQuoted: Bool
    /// ```` ```mdx-code-block ```` : its lines are Markdown, its fences are nothing.
    var isUnwrapped: Bool
  }

  init(_ source: [UInt8], syntax: Syntax) {
    self.source = source
    self.syntax = syntax
    searchBudget = 1_000_000 + 16 * source.count
  }

  static func scan(_ source: [UInt8], syntax: Syntax) -> ScannedText {
    var scanner = ConstructScanner(source, syntax: syntax)
    scanner.result.bytes.reserveCapacity(source.count + source.count / 16)
    while scanner.index < source.count { scanner.scanLine() }
    scanner.copy(upTo: source.count)
    return scanner.result
  }

  // MARK: Lines

  private mutating func scanLine() {
    let start = index
    let end = source.endOfLine(from: start)
    let prefix = Self.containerPrefix(in: source, from: start, to: end)
    let content = prefix.end
    if let open = fence, continueFence(open, content: content, end: end, isQuoted: prefix.isQuoted)
    {
      return
    }
    if content == end || source[content] == ASCII.carriageReturn {
      isAfterBlank = true
      index = min(end + 1, source.count)
      return
    }
    defer { isAfterBlank = false }
    if scanBlockStart(at: content, lineStart: start, end: end, isQuoted: prefix.isQuoted) { return }
    isAfterModuleStatement = false
    index = content
    let first = source[content]
    // A heading and a table row end with their line; other text goes on to the paragraph's end.
    let isOneLine = first == ASCII.hash || first == ASCII.pipe
    if end > paragraphEnd { startParagraph(from: end) }
    scanInline(limit: isOneLine ? end : paragraphEnd)
  }

  /// The constructs that only a line's beginning can start. True where it was one.
  private mutating func scanBlockStart(
    at content: Int, lineStart: Int, end: Int, isQuoted: Bool
  ) -> Bool {
    switch source[content] {
    case ASCII.backtick, ASCII.tilde:
      return openFence(at: content, end: end, isQuoted: isQuoted)
    case ASCII.colon:
      return scanAdmonitionLine(at: content, end: end)
    case ASCII.less, ASCII.openBrace:
      return syntax.isMDX && scanFlow(at: content)
    case UInt8(ascii: "i"), UInt8(ascii: "e"):
      guard syntax.isMDX, content == lineStart, isAfterBlank || isAfterModuleStatement else {
        return false
      }
      return scanModuleStatement(at: content)
    default:
      return false
    }
  }

  /// Skips what belongs to quotes and list items: spaces, `>`, list markers.
  static func containerPrefix(
    in source: [UInt8], from start: Int, to end: Int
  ) -> (end: Int, isQuoted: Bool) {
    var position = start
    var isQuoted = false
    while position < end {
      let byte = source[position]
      if ASCII.isSpaceOrTab(byte) {
        position += 1
      } else if byte == ASCII.greater {
        isQuoted = true
        position += 1
      } else if let afterMarker = listMarkerEnd(in: source, at: position, to: end) {
        position = afterMarker
      } else {
        break
      }
    }
    return (position, isQuoted)
  }

  private static func listMarkerEnd(in source: [UInt8], at start: Int, to end: Int) -> Int? {
    var position = start
    let byte = source[start]
    if byte == ASCII.hyphen || byte == ASCII.asterisk || byte == ASCII.plus {
      position += 1
    } else {
      while position < end, ASCII.isDigit(source[position]), position - start < 10 { position += 1 }
      guard position > start, position < end,
        source[position] == ASCII.period || source[position] == ASCII.closeParenthesis
      else { return nil }
      position += 1
    }
    return position < end && ASCII.isSpaceOrTab(source[position]) ? position + 1 : nil
  }

  private mutating func startParagraph(from lineEnd: Int) {
    paragraphEnd = Self.endOfParagraph(in: source, from: lineEnd)
    if !unclosedBackticks.isEmpty { unclosedBackticks = [] }
  }

  /// Where the paragraph that goes on behind `lineEnd` ends at the latest: before a blank line, a
  /// fence or an admonition's line.
  private static func endOfParagraph(in source: [UInt8], from lineEnd: Int) -> Int {
    var lineStart = lineEnd + 1
    while lineStart < source.count {
      let end = source.endOfLine(from: lineStart)
      let content = containerPrefix(in: source, from: lineStart, to: end).end
      if content == end || source[content] == ASCII.carriageReturn
        || source.holds("```", at: content) || source.holds("~~~", at: content)
        || source.holds(":::", at: content)
      {
        return lineStart - 1
      }
      lineStart = end + 1
    }
    return source.count
  }

  // MARK: Output

  /// Puts a construct's placeholder in place of its source; `index` goes behind it.
  mutating func place(_ kind: Construct.Kind, source range: Range<Int>, isFlow: Bool) {
    copy(upTo: range.lowerBound)
    Placeholder.append(result.constructs.count, isFlow: isFlow, to: &result.bytes)
    result.constructs.append(Construct(kind: kind, source: range, isFlow: isFlow))
    dropLines(in: range)
    copied = range.upperBound
    index = range.upperBound
  }

  /// Takes source out without a trace.
  mutating func drop(_ range: Range<Int>) {
    copy(upTo: range.lowerBound)
    dropLines(in: range)
    copied = range.upperBound
    index = range.upperBound
  }

  /// Puts the joiner beside an emphasis mark at `position`.
  mutating func insertJoiner(at position: Int) {
    copy(upTo: position)
    result.bytes.append(Placeholder.joiner)
  }

  private mutating func dropLines(in range: Range<Int>) {
    let count = source[range].count { $0 == ASCII.newline }
    guard count > 0 else { return }
    outputLine += result.bytes[countedOutput...].count { $0 == ASCII.newline }
    countedOutput = result.bytes.count
    result.lines.removed(count, afterLine: outputLine)
  }

  mutating func copy(upTo end: Int) {
    guard end > copied else { return }
    result.bytes.append(contentsOf: source[copied..<end])
    copied = end
  }
}

/// The lexer of every language that a `Grammar` describes.
///
/// It reads each byte once, besides short looks ahead. Code inside of strings is followed with a
/// stack of its own, not by recursion, so that no nesting is too deep.
struct GrammarLexer {
  /// Where reading goes on once a brace closes.
  enum Frame {
    /// In the string of a rule; `depth` counts the braces open since.
    case interpolation(rule: Int, depth: Int)
    /// In an element's tag, behind an attribute's expression.
    case tag(depth: Int)
    /// In an element's content, which a closing tag leaves and no brace.
    case content
    /// In an element's content, behind an expression.
    case expression(depth: Int)
  }

  /// How deep code in strings in code is followed; what is deeper stays string.
  static let deepest = 1000

  private static let openBrackets: ByteSet = "{(["
  private static let expressionEnd: ByteSet = ")]}\"'`"
  private static let wordBoundary: ByteSet = "\n\r\t ;(){}[],"

  let grammar: Grammar
  var frames: [Frame] = []
  /// The end of the last reserved word, behind which a `/` or `<` begins something.
  var keywordEnd = -1
  /// Before here a `/` has turned out not to begin a regular expression.
  private var regexBarrier = 0
  /// The ends of here-documents that begin at the next line.
  var hereDocuments: [[UInt8]] = []

  init(_ grammar: Grammar) { self.grammar = grammar }

  mutating func lex(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      switch grammar.classes[Int(scanner.current)] {
      case Grammar.ByteClass.word.rawValue: lexWord(&scanner)
      case Grammar.ByteClass.digit.rawValue: lexNumber(&scanner)
      case Grammar.ByteClass.delimiter.rawValue: lexDelimiter(&scanner)
      case Grammar.ByteClass.brace.rawValue: lexBrace(&scanner)
      case Grammar.ByteClass.lineEnd.rawValue:
        scanner.position += 1
        skipHereDocuments(&scanner)
      default: scanner.position += 1
      }
    }
  }

  // MARK: Delimiters

  private mutating func lexDelimiter(_ scanner: inout CodeScanner) {
    let start = scanner.position
    if lexTagged(&scanner) || lexHereDocumentMark(&scanner) { return }
    if openDelimited(&scanner, from: start) || lexSigil(&scanner) { return }
    if grammar.hasRegexLiterals, scanner.current == UInt8(ascii: "/"), lexRegex(&scanner) { return }
    if grammar.hasElements, lexElementStart(&scanner) { return }
    if grammar.identifierStart.contains(scanner.current) {
      lexWord(&scanner)
    } else if Grammar.brackets.contains(scanner.current) {
      lexBrace(&scanner)
    } else {
      scanner.position += 1
    }
  }

  /// Reads a comment or string at the position, which reaches back to `start` for its prefix.
  mutating func openDelimited(_ scanner: inout CodeScanner, from start: Int) -> Bool {
    let position = scanner.position
    var index = grammar.firstDelimited[Int(scanner.current)]
    while index < grammar.delimited.count, grammar.delimited[index].open[0] == scanner.current {
      if opens(index, scanner) {
        scanner.position = position + grammar.delimited[index].open.count
        lexDelimited(&scanner, rule: index, from: start)
        return true
      }
      index += 1
    }
    return false
  }

  private func opens(_ rule: Int, _ scanner: borrowing CodeScanner) -> Bool {
    guard scanner.starts(with: grammar.delimited[rule].open, at: scanner.position),
      isInPlace(grammar.delimited[rule].position, scanner)
    else { return false }
    guard let longest = grammar.delimited[rule].longest else { return true }
    return closes(grammar.delimited[rule], within: longest, scanner)
  }

  private func isInPlace(
    _ position: Grammar.Delimited.Position, _ scanner: borrowing CodeScanner
  ) -> Bool {
    switch position {
    case .anywhere: true
    case .lineStart: scanner.isAtLineStart
    case .wordStart:
      scanner.position == 0
        || Self.wordBoundary.contains(scanner[scanner.position - 1])
    case .behindInclude: isBehindInclude(scanner)
    }
  }

  private func isBehindInclude(_ scanner: borrowing CodeScanner) -> Bool {
    var end = scanner.position
    while end > 0, ByteSet.blanks.contains(scanner[end - 1]) { end -= 1 }
    return end >= 8
      && (scanner.starts(with: "include", at: end - 7)
        || scanner.starts(with: "import", at: end - 6))
  }

  private func closes(
    _ rule: Grammar.Delimited, within longest: Int, _ scanner: borrowing CodeScanner
  ) -> Bool {
    var index = scanner.position + rule.open.count
    if rule.isCharacter, scanner[index] != rule.escape {
      let next = scanner.index(after: .continuation, from: index + 1)
      return scanner[index] != UInt8(ascii: "\n") && scanner.starts(with: rule.close, at: next)
    }
    let limit = min(scanner.end, index + longest)
    while index < limit, scanner[index] != UInt8(ascii: "\n") {
      if scanner[index] == rule.escape {
        index += 2
      } else if scanner.starts(with: rule.close, at: index) {
        return index > scanner.position + rule.open.count
      } else {
        index += 1
      }
    }
    return false
  }

  /// Reads on in a comment or string, up to its end or to code inside of it.
  mutating func lexDelimited(_ scanner: inout CodeScanner, rule index: Int, from start: Int) {
    let rule = grammar.delimited[index]
    let content = scanner.position
    var depth = 1
    while !scanner.isAtEnd {
      scanner.skip(rule.plain)
      let byte = scanner.current
      if let interpolation = rule.interpolation,
        frames.count < Self.deepest,
        scanner.starts(with: interpolation.open, at: scanner.position),
        rule.interpolationStart?.contains(scanner[scanner.position + interpolation.open.count])
          ?? true
      {
        scanner.position += interpolation.open.count
        frames.append(.interpolation(rule: index, depth: 0))
        break
      } else if byte == rule.escape {
        scanner.position = min(scanner.position + 2, scanner.end)
      } else if !rule.close.isEmpty, scanner.starts(with: rule.close, at: scanner.position) {
        scanner.position += rule.close.count
        if rule.notClosedBefore.contains(scanner.current) {
          scanner.position = min(scanner.position + 1, scanner.end)
          continue
        }
        depth -= 1
        if depth == 0 { break }
      } else if byte == UInt8(ascii: "\n"), !rule.spansLines {
        break
      } else if rule.hasStrings, byte == UInt8(ascii: "\"") {
        skipString(&scanner)
      } else if !rule.nested.isEmpty, scanner.starts(with: rule.nested, at: scanner.position) {
        scanner.position += rule.nested.count
        depth += 1
      } else {
        scanner.position = min(scanner.position + 1, scanner.end)
      }
    }
    let isKeyed = rule.kind == .string && content > start && isKey(scanner, from: start)
    scanner.emit(isKeyed ? .property : rule.kind, from: start)
  }

  private func skipString(_ scanner: inout CodeScanner) {
    scanner.position += 1
    while !scanner.isAtEnd, scanner.current != UInt8(ascii: "\"") {
      scanner.position += scanner.current == UInt8(ascii: "\\") ? 2 : 1
    }
    scanner.position = min(scanner.position + 1, scanner.end)
  }

  private func lexSigil(_ scanner: inout CodeScanner) -> Bool {
    let start = scanner.position
    for sigil in grammar.sigils
    where sigil.byte == scanner.current && sigil.start.contains(scanner[start + 1]) {
      let before = scanner[start - 1]
      if sigil.atWordStart, before == sigil.byte || grammar.identifierPart.contains(before) {
        continue
      }
      scanner.position = scanner.index(after: sigil.part, from: start + 2)
      scanner.emit(sigil.kind, from: start)
      return true
    }
    return false
  }

  private mutating func lexBrace(_ scanner: inout CodeScanner) {
    let byte = scanner.current
    scanner.position += 1
    guard let frame = frames.last else { return }
    let change = Self.openBrackets.contains(byte) ? 1 : -1
    switch frame {
    case .interpolation(let rule, let depth):
      let close = grammar.delimited[rule].interpolation?.close
      if depth == 0, byte == close {
        frames.removeLast()
        lexDelimited(&scanner, rule: rule, from: scanner.position - 1)
      } else {
        frames[frames.count - 1] = .interpolation(rule: rule, depth: max(0, depth + change))
      }
    case .tag, .content, .expression: lexElementBrace(&scanner, byte, change)
    }
  }

  // MARK: What depends on the token before

  /// Whether an expression can begin here, rather than go on: behind an operator, an opening bracket
  /// or a reserved word.
  func expectsExpression(_ scanner: borrowing CodeScanner) -> Bool {
    var before = scanner.position - 1
    while before >= 0, ByteSet.whitespace.contains(scanner[before]) { before -= 1 }
    if before < 0 || before + 1 == keywordEnd { return true }
    return !grammar.identifierPart.contains(scanner[before])
      && !Self.expressionEnd.contains(scanner[before])
  }

  private mutating func lexRegex(_ scanner: inout CodeScanner) -> Bool {
    guard scanner.position >= regexBarrier, expectsExpression(scanner) else { return false }
    let start = scanner.position
    var isInClass = false
    var index = start + 1
    while index < scanner.end, scanner[index] != UInt8(ascii: "\n") {
      switch scanner[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass:
        scanner.position = scanner.index(after: .letters, from: index + 1)
        scanner.emit(.regex, from: start)
        return true
      default: break
      }
      index += 1
    }
    regexBarrier = index
    return false
  }
}

extension ByteSet {
  /// Bytes of a character behind its first; among other bytes above ASCII, which is near enough.
  static let continuation = ByteSet([], nonASCII: true)
  static let quotes: ByteSet = "\"'`"
  static let capitals: ByteSet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  static let smallLetters: ByteSet = "abcdefghijklmnopqrstuvwxyz"
}

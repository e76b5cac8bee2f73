/// Reads `import` and `export` statements: as much of them as a documentation page can mean without
/// JavaScript.
struct ModuleStatementReader {
  let bytes: [UInt8]
  /// How far it has looked: what a failed attempt cost.
  private(set) var reached = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  struct Statement {
    var imports: [ModuleImport] = []
    var exports: [ModuleExport] = []
    /// Behind the statement's line.
    var end: Int
    /// Whether all of its brackets and strings are closed.
    var isClosed = true
  }

  /// The statement at `start`, or nil where the line is prose ("import the file …").
  mutating func statement(at start: Int) -> Statement? {
    let (end, isClosed) = endOfStatement(from: start)
    var statement: Statement?
    if bytes.holds("import", at: start) { statement = importStatement(start..<end) }
    if bytes.holds("export", at: start) { statement = exportStatement(start..<end) }
    statement?.isClosed = isClosed
    return statement
  }

  /// Behind the first line end at which all brackets and strings are closed, or at the first blank
  /// line where they never are.
  private mutating func endOfStatement(from start: Int) -> (end: Int, isClosed: Bool) {
    var depth = 0
    var index = start
    defer { reached = index }
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case ASCII.openBrace, ASCII.openParenthesis, ASCII.openBracket: depth += 1
      case ASCII.closeBrace, ASCII.closeParenthesis, ASCII.closeBracket: depth -= 1
      case ASCII.quote, ASCII.apostrophe, ASCII.backtick:
        guard let end = endOfString(from: index) else { return (endOfBlock(from: start), false) }
        index = end
        continue
      case ASCII.slash where bytes.holds("//", at: index):
        index = bytes.endOfLine(from: index)
        continue
      case ASCII.slash where bytes.holds("/*", at: index):
        guard let end = bytes.firstIndex(of: "*/", from: index + 2, to: bytes.count) else {
          index = bytes.count
          return (endOfBlock(from: start), false)
        }
        index = end + 2
        continue
      case ASCII.newline where depth <= 0:
        return (index + 1, true)
      default: break
      }
      index += 1
    }
    return depth <= 0 ? (bytes.count, true) : (endOfBlock(from: start), false)
  }

  /// The end of the last line before a blank one.
  private func endOfBlock(from start: Int) -> Int {
    var index = start
    while true {
      let end = bytes.endOfLine(from: index)
      if end >= bytes.count { return bytes.count }
      let next = bytes.endOfLine(from: end + 1)
      if bytes[(end + 1)..<next].allSatisfy(ASCII.isWhitespace) { return end }
      index = end + 1
    }
  }

  /// Nil where a template literal is never closed; other strings end with their line.
  private func endOfString(from start: Int) -> Int? {
    let quote = bytes[start]
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == ASCII.backslash {
        index += 2
        continue
      }
      if bytes[index] == quote { return index + 1 }
      // Only a template literal goes on over the line's end; an apostrophe in prose doesn't.
      if bytes[index] == ASCII.newline, quote != ASCII.backtick { return index }
      index += 1
    }
    return quote == ASCII.backtick ? nil : bytes.count
  }

  /// `import A from 'x'`, `import A, {b} from 'x'`, `import * as A from 'x'`, `import 'x'`.
  private func importStatement(_ range: Range<Int>) -> Statement? {
    let words = range.lowerBound + 6..<range.upperBound
    guard let next = words.first.map({ bytes[$0] }),
      ASCII.isWhitespace(next) || [ASCII.quote, ASCII.apostrophe, ASCII.openBrace].contains(next),
      let path = lastString(in: words)
    else { return nil }
    let clause = text(bytes[words.lowerBound..<path.lowerBound - 1])
      .split(whereSeparator: \.isWhitespace)
    let isBare = clause.isEmpty
    guard isBare || clause.last == "from" else { return nil }
    var name: String?
    if let first = clause.first, clause.count >= 2, first != "*", !first.hasPrefix("{") {
      name = first.hasSuffix(",") ? String(first.dropLast()) : String(first)
    }
    let found = ModuleImport(name: name, path: text(bytes[path]), source: path)
    return Statement(imports: [found], end: range.upperBound)
  }

  /// The last quoted string of the statement, without its quotes.
  private func lastString(in range: Range<Int>) -> Range<Int>? {
    var end = range.upperBound - 1
    while end >= range.lowerBound,
      ASCII.isWhitespace(bytes[end]) || bytes[end] == UInt8(ascii: ";")
    {
      end -= 1
    }
    guard end > range.lowerBound, [ASCII.quote, ASCII.apostrophe].contains(bytes[end]) else {
      return nil
    }
    var start = end - 1
    while start >= range.lowerBound, bytes[start] != bytes[end] { start -= 1 }
    return start >= range.lowerBound ? start + 1..<end : nil
  }

  /// `export const a = …`; functions, defaults and re-exports are taken out and mean nothing here.
  private func exportStatement(_ range: Range<Int>) -> Statement? {
    let keywords: [StaticString] = [
      "export const ", "export let ", "export var ", "export default ", "export function ",
      "export async ", "export class ", "export {", "export *", "export type ",
      "export interface ",
    ]
    guard let keyword = keywords.first(where: { bytes.holds($0, at: range.lowerBound) }) else {
      return nil
    }
    var statement = Statement(end: range.upperBound)
    guard keyword.utf8CodeUnitCount <= 13, !bytes.holds("export {", at: range.lowerBound),
      !bytes.holds("export *", at: range.lowerBound),
      !bytes.holds("export type", at: range.lowerBound),
      let equals = bytes.firstIndex(of: ASCII.equals, from: range.lowerBound, to: range.upperBound)
    else { return statement }
    let declared = text(bytes[range.lowerBound + keyword.utf8CodeUnitCount..<equals])
    let name = declared.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
    var value = equals + 1..<range.upperBound
    while let last = value.last,
      ASCII.isWhitespace(bytes[last]) || bytes[last] == UInt8(ascii: ";")
    {
      value.removeLast()
    }
    statement.exports = [ModuleExport(name: String(name), value: value)]
    return statement
  }
}

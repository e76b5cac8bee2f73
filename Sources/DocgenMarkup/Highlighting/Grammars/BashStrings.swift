/// Strings and variables of the shells, and commands inside of them.
extension BashLexer {
  private static let specialVariables: ByteSet = "0123456789@*#?!$-"

  mutating func lexRawString(_ scanner: inout CodeScanner) {
    let start = scanner.position
    let close = scanner.index(of: UInt8(ascii: "'"), from: start + 1)
    scanner.position = min(close + 1, scanner.end)
    scanner.emit(.string, from: start)
    endWord(startingAt: start, scanner)
  }

  /// Reads a `"…"` string up to its end or to a command inside of it.
  mutating func lexString(_ scanner: inout CodeScanner, from start: Int) {
    endWord(startingAt: start, scanner)
    var start = start
    while !scanner.isAtEnd {
      scanner.position = scanner.index(after: Self.plainInString, from: scanner.position)
      switch scanner.current {
      case UInt8(ascii: "\\"):
        scanner.position = min(scanner.position + 2, scanner.end)
      case UInt8(ascii: "$"):
        scanner.emit(.string, from: start)
        if isRecipe, scanner.starts(with: "$$(", at: scanner.position) { scanner.position += 1 }
        if scanner[scanner.position + 1] == UInt8(ascii: "("),
          !isRecipe || scanner[scanner.position - 1] == UInt8(ascii: "$"),
          substitutions.count < GrammarLexer.deepest
        {
          substitutions.append(0)
          scanner.position += 2
          expectsCommand = scanner.current != UInt8(ascii: "(")
          return
        }
        start = scanner.position
        if lexVariable(&scanner) { start = scanner.position }
      default:
        scanner.position = min(scanner.position + 1, scanner.end)
        scanner.emit(.string, from: start)
        return
      }
    }
    scanner.emit(.string, from: start)
  }

  private static let plainInString = ("\"\\$" as ByteSet).inverted

  mutating func lexDollar(_ scanner: inout CodeScanner) {
    let start = scanner.position
    if scanner[start + 1] == UInt8(ascii: "'") {
      scanner.position = start + 2
      while !scanner.isAtEnd, scanner.current != UInt8(ascii: "'") {
        scanner.position += scanner.current == UInt8(ascii: "\\") ? 2 : 1
      }
      scanner.position = min(scanner.position + 1, scanner.end)
      scanner.emit(.string, from: start)
      endWord(startingAt: start, scanner)
    } else if lexVariable(&scanner) {
      endWord(startingAt: start, scanner)
    }
  }

  /// Behind a string or variable a command has its arguments, unless that was `NAME=`'s value.
  private mutating func endWord(startingAt start: Int, _ scanner: borrowing CodeScanner) {
    if scanner[start - 1] != UInt8(ascii: "=") { expectsCommand = false }
  }

  /// Reads `$name`, `$1`, `${…}`; false and one byte on where it is none.
  private func lexVariable(_ scanner: inout CodeScanner) -> Bool {
    if isRecipe, MakeLexer.lexReference(&scanner) { return true }
    let start = scanner.position
    if isRecipe, scanner[start + 1] == UInt8(ascii: "$") { scanner.position += 1 }
    let dollar = scanner.position
    let next = scanner[dollar + 1]
    if next == UInt8(ascii: "{") {
      let close = scanner.index(after: ("}\n\"" as ByteSet).inverted, from: dollar + 2)
      scanner.position = scanner[close] == UInt8(ascii: "}") ? close + 1 : close
    } else if ByteSet.identifierStart.contains(next), next < 0x80 {
      scanner.position = scanner.index(after: .identifierPart, from: dollar + 2)
    } else if Self.specialVariables.contains(next) {
      scanner.position = dollar + 2
    } else {
      scanner.position = dollar + 1
      return false
    }
    scanner.emit(.variable, from: start)
    return true
  }
}

/// JSX: elements in expressions, expressions in elements.
extension GrammarLexer {
  private enum State {
    case code, tag(isClosing: Bool), content
  }

  /// Enters an element at `<`; false where that is a comparison or a type parameter.
  mutating func lexElementStart(_ scanner: inout CodeScanner) -> Bool {
    guard scanner.current == UInt8(ascii: "<"), frames.count < Self.deepest,
      expectsExpression(scanner)
    else { return false }
    let name = scanner.position + 1
    let nameEnd = scanner.index(after: Self.namePart, from: name)
    if nameEnd == name ? scanner[name] != UInt8(ascii: ">") : !Self.behindName(scanner, nameEnd) {
      return false
    }
    lexElements(&scanner, from: openTag(&scanner))
    return true
  }

  /// What a brace means while an element is open around it.
  mutating func lexElementBrace(_ scanner: inout CodeScanner, _ byte: UInt8, _ change: Int) {
    guard let frame = frames.last else { return }
    let closes = byte == UInt8(ascii: "}")
    switch frame {
    case .tag(let depth):
      frames.removeLast()
      if depth == 0, closes {
        lexElements(&scanner, from: .tag(isClosing: false))
      } else {
        frames.append(.tag(depth: max(0, depth + change)))
      }
    case .expression(let depth):
      frames.removeLast()
      if depth == 0, closes {
        lexElements(&scanner, from: .content)
      } else {
        frames.append(.expression(depth: max(0, depth + change)))
      }
    case .interpolation, .content: break
    }
  }

  private mutating func lexElements(_ scanner: inout CodeScanner, from state: State) {
    var state = state
    while !scanner.isAtEnd {
      switch state {
      case .code: return
      case .tag(let isClosing): state = lexTag(&scanner, isClosing: isClosing)
      case .content: state = lexContent(&scanner)
      }
    }
  }

  /// Reads `<Name` or `</Name`.
  private func openTag(_ scanner: inout CodeScanner) -> State {
    let start = scanner.position
    let isClosing = scanner[start + 1] == UInt8(ascii: "/")
    scanner.position = scanner.index(after: Self.namePart, from: start + (isClosing ? 2 : 1))
    scanner.emit(.tag, from: start)
    return .tag(isClosing: isClosing)
  }

  private mutating func lexTag(_ scanner: inout CodeScanner, isClosing: Bool) -> State {
    while !scanner.isAtEnd {
      let start = scanner.position
      switch scanner.current {
      case UInt8(ascii: ">"):
        let isEmpty = start > 0 && scanner[start - 1] == UInt8(ascii: "/")
        scanner.take(1, as: .tag)
        if isClosing, case .content? = frames.last { frames.removeLast() }
        if !isClosing, !isEmpty { frames.append(.content) }
        return stateBehindTag
      case UInt8(ascii: "{") where frames.count < Self.deepest:
        scanner.position += 1
        frames.append(.tag(depth: 0))
        return .code
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let close = scanner.index(of: scanner.current, from: start + 1)
        scanner.position = min(close + 1, scanner.end)
        scanner.emit(.attributeValue, from: start)
      case UInt8(ascii: "/"):
        scanner.take(1, as: .tag)
      default:
        scanner.skip(Self.namePart)
        scanner.emit(.attributeName, from: start)
        if scanner.position == start { scanner.position += 1 }
      }
    }
    return .code
  }

  private mutating func lexContent(_ scanner: inout CodeScanner) -> State {
    while !scanner.isAtEnd {
      let next = scanner[scanner.position + 1]
      switch scanner.current {
      case UInt8(ascii: "{") where frames.count < Self.deepest:
        scanner.position += 1
        frames.append(.expression(depth: 0))
        return .code
      case UInt8(ascii: "<")
      where (Self.namePart.contains(next) || ("/>" as ByteSet).contains(next))
        && frames.count < Self.deepest:
        return openTag(&scanner)
      default:
        scanner.position += 1
      }
    }
    return .code
  }

  private var stateBehindTag: State {
    if case .content? = frames.last { .content } else { .code }
  }

  /// Whether what follows the name can follow an element's name, and no type parameter's.
  private static func behindName(_ scanner: borrowing CodeScanner, _ index: Int) -> Bool {
    let word = scanner.index(after: .blanks, from: index)
    return ("/> \t\r\n" as ByteSet).contains(scanner[index])
      && !scanner.starts(with: "extends ", at: word)
  }

  private static let namePart = ByteSet.identifierPart.union("-.:$")
}

/// A position in code, and the HTML of what lies before it.
///
/// A lexer moves `position` and says of some stretches what they are; the scanner writes them, and
/// whatever lies between them, escaped. So no lexer can lose or double a byte of the source. Spans
/// never cross a line's end, so that lines can be wrapped afterwards.
struct CodeScanner: ~Copyable {
  let code: UnsafeBufferPointer<UInt8>
  /// Where reading stops: the end of the code, or of an embedded language's part of it.
  private(set) var end: Int
  var position = 0
  private var written = 0
  private var html: MarkupBuffer

  init(_ code: UnsafeBufferPointer<UInt8>) {
    self.code = code
    self.end = code.count
    html = MarkupBuffer(capacity: code.count * 3 + 64)
  }

  /// Appends the HTML, with everything not yet written as plain text.
  consuming func finish(into output: inout [UInt8]) {
    end = code.count
    appendPlain(upTo: end)
    html.withBytes { output.append(contentsOf: $0) }
  }

  // MARK: Reading

  @inline(__always)
  var isAtEnd: Bool { position >= end }

  /// The byte there, or NUL outside of the code.
  @inline(__always)
  subscript(_ index: Int) -> UInt8 {
    UInt(bitPattern: index) < UInt(bitPattern: end) ? code[index] : 0
  }

  @inline(__always)
  var current: UInt8 { self[position] }

  /// Whether the position is the first of its line.
  var isAtLineStart: Bool { position == 0 || self[position - 1] == UInt8(ascii: "\n") }

  func bytes(from start: Int, to stop: Int) -> UnsafeBufferPointer<UInt8> {
    guard start < stop, start >= 0, stop <= code.count else { return .init(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: code[start..<stop])
  }

  @inline(__always)
  func starts(with bytes: [UInt8], at index: Int) -> Bool {
    guard index + bytes.count <= end else { return false }
    for offset in bytes.indices where code[index + offset] != bytes[offset] { return false }
    return true
  }

  func starts(with text: StaticString, at index: Int) -> Bool {
    text.withUTF8Buffer { wanted in
      index + wanted.count <= end
        && wanted.indices.allSatisfy { code[index + $0] == wanted[$0] }
    }
  }

  /// The first place from `index` on whose byte is not in the set.
  @inline(__always)
  func index(after set: ByteSet, from index: Int) -> Int {
    var index = index
    while index < end, set.contains(code[index]) { index += 1 }
    return index
  }

  /// The next place of a byte, or the end.
  @inline(__always)
  func index(of byte: UInt8, from index: Int) -> Int {
    var index = index
    while index < end, code[index] != byte { index += 1 }
    return min(index, end)
  }

  /// The line's end: the place of its line feed, or the end of the code.
  func lineEnd(from index: Int) -> Int { self.index(of: UInt8(ascii: "\n"), from: index) }

  /// The next place of some bytes, or nil.
  func index(of bytes: [UInt8], from index: Int) -> Int? {
    guard let first = bytes.first else { return index }
    var index = self.index(of: first, from: index)
    while index < end {
      if starts(with: bytes, at: index) { return index }
      index = self.index(of: first, from: index + 1)
    }
    return nil
  }

  // MARK: Moving

  mutating func skip(_ set: ByteSet) { position = index(after: set, from: position) }

  mutating func skipLine() { position = lineEnd(from: position) }

  /// Lets another lexer read up to `limit` and continues there, whatever that lexer did.
  mutating func embed(upTo limit: Int, _ lexer: (inout CodeScanner) -> Void) {
    let outerEnd = end
    let limit = min(limit, outerEnd)
    guard position < limit else { return }
    end = limit
    lexer(&self)
    end = outerEnd
    position = limit
  }

  // MARK: Writing

  /// Says that the bytes from `start` to the position are of one kind.
  @inline(__always)
  mutating func emit(_ kind: TokenKind, from start: Int) {
    emit(kind, from: start, to: position)
  }

  mutating func emit(_ kind: TokenKind, from start: Int, to stop: Int) {
    let stop = min(stop, end)
    var start = max(start, written)
    guard start < stop else { return }
    appendPlain(upTo: start)
    while start < stop {
      let lineEnd = code.firstIndex(of: ASCII.newline, from: start, to: stop) ?? stop
      if start < lineEnd { html.appendSpan(bytes(from: start, to: lineEnd), kind) }
      if lineEnd < stop { html.appendLineFeed() }
      start = lineEnd + 1
    }
    written = stop
  }

  /// `emit` for the next `count` bytes, and behind them.
  mutating func take(_ count: Int, as kind: TokenKind) {
    let start = position
    position = min(position + count, end)
    emit(kind, from: start)
  }

  private mutating func appendPlain(upTo stop: Int) {
    guard written < stop else { return }
    html.appendEscaped(bytes(from: written, to: stop))
    written = stop
  }
}

/// Growing memory for the HTML of one block.
///
/// Tokens are few bytes each. Appending to an array four times a token, with a check and a growth
/// test each, takes longer than finding it; here the memory is made sure of once.
struct MarkupBuffer: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    memory = .allocate(capacity: self.capacity)
  }

  deinit { memory.deallocate() }

  /// Gives what was written, for the time of the call.
  func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    body(UnsafeBufferPointer(start: memory, count: count))
  }

  /// Appends a token in its span. It must not hold a line feed.
  mutating func appendSpan(_ token: UnsafeBufferPointer<UInt8>, _ kind: TokenKind) {
    append(kind.openingTag)
    appendEscaped(token)
    append("</span>")
  }

  mutating func appendLineFeed() { append("\n") }

  /// Appends text escaped as `HTMLEscaping` does.
  mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < text.count {
      // In pieces, so that long text need not have room for six times its size.
      let end = min(start + 4096, text.count)
      reserve((end - start) * 6)  // "&quot;"
      var output = memory + count
      for index in start..<end {
        let byte = text[index]
        if HTMLEscaping.isMarkup(byte) {
          Self.write(HTMLEscaping.reference(for: byte), to: &output)
        } else {
          output.pointee = byte
          output += 1
        }
      }
      count = output - memory
      start = end
    }
  }

  private mutating func append(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    var output = memory + count
    Self.write(text, to: &output)
    count = output - memory
  }

  /// Writes where `reserve` has made room.
  @inline(__always)
  private static func write(_ text: StaticString, to output: inout UnsafeMutablePointer<UInt8>) {
    output.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    output += text.utf8CodeUnitCount
  }

  private mutating func reserve(_ additional: Int) {
    guard count + additional > capacity else { return }
    capacity = max(capacity * 2, count + additional)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
  }
}

import DocgenCore

/// Turns libyaml's character counts into lines and UTF-8 columns.
///
/// Places are asked for in nearly the order of the text, so a cursor that only moves forward reads
/// each byte once; asking for an earlier place starts over.
struct TextPlaces {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let first: SourcePosition
  private var position: SourcePosition
  private var character = 0
  private var byte = 0

  /// - Parameter first: the place of the first byte in its file.
  init(_ bytes: UnsafeBufferPointer<UInt8>, first: SourcePosition) {
    self.bytes = bytes
    self.first = first
    position = first
  }

  mutating func position(ofCharacter wanted: Int) -> SourcePosition {
    if wanted < character { restart() }
    while character < wanted, byte < bytes.count { step() }
    return position
  }

  mutating func position(ofByte wanted: Int) -> SourcePosition {
    restart()
    while byte < wanted, byte < bytes.count { step() }
    return position
  }

  /// The byte at a character, or nil at the end of the text.
  mutating func byte(atCharacter wanted: Int) -> UInt8? {
    _ = position(ofCharacter: wanted)
    return byte < bytes.count ? bytes[byte] : nil
  }

  private mutating func restart() {
    (position, character, byte) = (first, 0, 0)
  }

  /// Over one Unicode scalar.
  private mutating func step() {
    let isLineEnd = bytes[byte] == UInt8(ascii: "\n")
    repeat {
      byte += 1
      position.column += 1
    } while byte < bytes.count && bytes[byte] & 0xC0 == 0x80
    character += 1
    if isLineEnd { position = SourcePosition(line: position.line + 1, column: 1) }
  }
}

/// One Unicode scalar as a terminal shows it.
struct TerminalCell {
  var text: String
  /// Columns: 0 for a combining mark, 2 for wide characters.
  var width: Int
  /// Its UTF-8 bytes in the line.
  var start: Int
  var end: Int

  /// The cells of a line or of a part of it. Bytes that are not UTF-8 show as U+FFFD.
  ///
  /// - Parameter offset: where the bytes start in the line.
  static func cells(_ bytes: ArraySlice<UInt8>, at offset: Int) -> [TerminalCell] {
    var cells: [TerminalCell] = []
    cells.reserveCapacity(bytes.count)
    var rest = bytes
    var column = 0
    while let byte = rest.first {
      let length = min(rest.count, byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
      let scalar = String(validating: rest.prefix(length), as: UTF8.self)?.unicodeScalars.first
      let isTab = scalar == "\t"
      let width = isTab ? 4 - column % 4 : columns(scalar ?? "\u{FFFD}")
      let text = isTab ? String(repeating: " ", count: width) : shown(scalar ?? "\u{FFFD}")
      let start = offset + rest.startIndex - bytes.startIndex
      let end = start + (scalar == nil ? 1 : length)
      cells.append(TerminalCell(text: text, width: width, start: start, end: end))
      rest = rest.dropFirst(end - start)
      column += width
    }
    return cells
  }

  /// What stands for a scalar: itself, unless it is a control character or turns the direction of
  /// reading.
  static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    // The pictures of the control characters: ␀ to ␟.
    case 0..<0x20: String(Unicode.Scalar(0x2400 + UInt32(scalar.value)).map(Character.init) ?? " ")
    case 0x7F: "␡"
    case 0x80..<0xA0, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: String(Character(scalar))
    }
  }

  /// The columns of a scalar, by and large after East Asian Width (UAX #11).
  static func columns(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.value {
    case 0x200B...0x200D, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: return 0
    case 0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2705, 0x274C, 0x2753...0x2755,
      0x2795...0x2797, 0x2B50, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return 1
    }
  }
}

import DocgenCore

/// Makes any bytes a text that the rest of the pipeline can trust: UTF-8, lines that end with a line
/// feed, no control characters, no byte order mark. Lines stay where they are.
enum SourceCleaning {
  static func clean(_ source: MarkdownSource) -> Diagnosed<[UInt8]> {
    var bytes = source.body
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard needsCleaning(bytes) else { return Diagnosed(bytes) }
    var diagnostics: [Diagnostic] = []
    func report(_ code: String, _ message: String, at index: Int, hint: String) {
      let before = bytes[..<index]
      let line = source.firstLine + before.count { $0 == ASCII.newline }
      let column = index - (before.lastIndex(of: ASCII.newline) ?? -1)
      diagnostics.append(
        Diagnostic(
          .error, code, message,
          at: SourceSpan(file: source.file, line: line, column: column), hint: hint))
    }
    if let index = bytes.withUnsafeBufferPointer(firstInvalidUTF8) {
      report(
        "markdown/invalid-utf8", "The file is not valid UTF-8 here", at: index,
        hint: "save the file as UTF-8; what can't be read is shown as \u{FFFD}")
      bytes = Array(text(bytes).utf8)
    }
    if bytes.contains(ASCII.carriageReturn) { bytes = withLineFeeds(bytes) }
    if let index = bytes.firstIndex(where: isControl) {
      report(
        "markdown/control-character",
        "There is a control character (U+00\(hex(bytes[index]))) in the text", at: index,
        hint: "delete it; it is shown as \u{FFFD}")
      bytes = withoutControls(bytes)
    }
    return Diagnosed(bytes, diagnostics)
  }

  /// Bytes whose control characters are U+FFFD: for texts that escapes (`'\u0001'`) put some into.
  static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: isControl) else { return bytes }
    return bytes.flatMap { isControl($0) ? Array("\u{FFFD}".utf8) : [$0] }
  }

  /// One pass for the usual case, in which there is nothing to do: without a way out, so that the
  /// compiler can look at many bytes at once.
  private static func needsCleaning(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var combined: UInt8 = 0
      var controls: UInt8 = 0
      for byte in bytes {
        combined |= byte
        let isLow: UInt8 = byte < 0x20 ? 1 : 0
        let isAllowed: UInt8 = (byte == ASCII.newline ? 1 : 0) | (byte == ASCII.tab ? 1 : 0)
        controls |= (isLow & ~isAllowed) | (byte == 0x7F ? 1 : 0)
      }
      return controls != 0 || (combined >= 0x80 && firstInvalidUTF8(bytes) != nil)
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != ASCII.newline && byte != ASCII.tab || byte == 0x7F
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte != ASCII.carriageReturn {
        result.append(byte)
      } else if index + 1 == bytes.count || bytes[index + 1] != ASCII.newline {
        result.append(ASCII.newline)
      }
    }
    return result
  }

  /// Where the first byte stands that can't be part of UTF-8, or nil.
  private static func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        index = endOfASCII(in: bytes, from: index + 1)
        continue
      }
      // Nearly all that is not ASCII: Chinese, Japanese, Korean.
      let end = endOfThreeByteCharacters(in: bytes, from: index)
      if end > index {
        index = end
        continue
      }
      let length: Int
      var lowest: UInt8 = 0x80
      var highest: UInt8 = 0xBF
      switch first {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF:
        length = 3
        if first == 0xE0 { lowest = 0xA0 }
        if first == 0xED { highest = 0x9F }
      case 0xF0...0xF4:
        length = 4
        if first == 0xF0 { lowest = 0x90 }
        if first == 0xF4 { highest = 0x8F }
      default: return index
      }
      guard index + length <= bytes.count, (lowest...highest).contains(bytes[index + 1]) else {
        return index
      }
      for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }

  private static func endOfThreeByteCharacters(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = start
    while index + 2 < bytes.count, bytes[index] &- 0xE1 <= 0xEC - 0xE1,
      bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80
    {
      index += 3
    }
    return index
  }

  private static func endOfASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let words = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= bytes.count,
      words.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }
}

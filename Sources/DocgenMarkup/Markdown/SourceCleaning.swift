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
      bytes = bytes.flatMap { isControl($0) ? Array("\u{FFFD}".utf8) : [$0] }
    }
    return Diagnosed(bytes, diagnostics)
  }

  /// One pass for the usual case, in which there is nothing to do.
  private static func needsCleaning(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var combined: UInt8 = 0
      for byte in bytes {
        if byte < 0x20 || byte == 0x7F, byte != ASCII.newline, byte != ASCII.tab { return true }
        combined |= byte
      }
      return combined >= 0x80 && firstInvalidUTF8(bytes) != nil
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
        index += 1
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
}

/// Writes one JSON document as bytes, keys in the order in which they are given.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.member("title", "Install")
///       json.member("tags") { $0.array { for tag in tags { $0.value(tag) } } }
///     }
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  /// Whether every member and element stands on its own line.
  private let isIndented: Bool
  /// Whether `<` is escaped, so that `</script>` can't end the script that the data stands in.
  private let isForScripts: Bool
  private var depth = 0
  /// Whether the object or array that is open has something in it.
  private var hasElements = false

  package init(indented: Bool = false, forScripts: Bool = false) {
    isIndented = indented
    isForScripts = forScripts
  }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }

  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
  }

  /// A member of the open object whose value `write` writes.
  package mutating func member(_ key: String, _ write: (inout JSONWriter) -> Void) {
    separate()
    string(key)
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    write(&self)
    hasElements = true
  }

  /// An element of the open array that `write` writes.
  package mutating func element(_ write: (inout JSONWriter) -> Void) {
    separate()
    write(&self)
    hasElements = true
  }

  package mutating func member(_ key: String, _ text: String?) {
    member(key) { json in
      if let text { json.string(text) } else { json.null() }
    }
  }

  package mutating func member(_ key: String, _ number: Int?) {
    member(key) { json in
      if let number { json.number(number) } else { json.null() }
    }
  }

  /// A string, with everything escaped that a reader might not show or take for a line's end: JSON
  /// so written is good YAML and good JavaScript too.
  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      var index = 0
      while index < utf8.count {
        let length = lengthOfEscaped(utf8, at: index)
        if length > 0 {
          bytes += utf8[start..<index]
          escape(utf8[index..<index + length])
          start = index + length
        }
        index += max(length, 1)
      }
      bytes += utf8[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// How many bytes from here are a character that is escaped; 0 where none is.
  private func lengthOfEscaped(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch utf8[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0..<0x20, 0x7F: return 1
    case UInt8(ascii: "<"): return isForScripts ? 1 : 0
    case 0x20..<0x7F: return 0
    // U+0080 to U+009F
    case 0xC2: return utf8[index + 1] < 0xA0 ? 2 : 0
    // U+2028 and U+2029
    case 0xE2: return utf8[index + 1] == 0x80 && utf8[index + 2] & 0xFE == 0xA8 ? 3 : 0
    // U+FEFF
    case 0xEF: return utf8[index + 1] == 0xBB && utf8[index + 2] == 0xBF ? 3 : 0
    default: return 0
    }
  }

  private mutating func escape(_ character: Slice<UnsafeBufferPointer<UInt8>>) {
    switch character.first {
    case UInt8(ascii: "\""): bytes += #"\""#.utf8
    case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
    case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
    case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
    case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
    default:
      let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first?.value ?? 0
      let digits = String(scalar, radix: 16, uppercase: true)
      bytes += #"\u"#.utf8
      bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
      bytes += digits.utf8
    }
  }

  package mutating func number(_ number: Int) { bytes += String(number).utf8 }

  /// `5` rather than `5.0`; JSON has no infinity, so the nearest thing is `null`.
  package mutating func number(_ number: Double) {
    guard number.isFinite else { return null() }
    if let whole = Int(exactly: number) { return self.number(whole) }
    bytes += "\(number)".utf8
  }

  /// A number as it was written.
  package mutating func number(written source: String) { bytes += source.utf8 }

  package mutating func bool(_ flag: Bool) { bytes += (flag ? "true" : "false").utf8 }

  package mutating func null() { bytes += "null".utf8 }

  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let flag): bool(flag)
    case .integer(let number): self.number(number)
    case .number(let number): self.number(number)
    case .string(let text): string(text)
    case .array(let elements):
      array { json in
        for element in elements { json.element { $0.value(element) } }
      }
    case .object(let members):
      object { json in
        for member in members { json.member(member.key) { $0.value(member.value) } }
      }
    }
  }

  private mutating func nest(
    _ opening: UInt8, _ closing: UInt8, _ content: (inout JSONWriter) -> Void
  ) {
    bytes.append(opening)
    depth += 1
    hasElements = false
    content(&self)
    depth -= 1
    if hasElements { breakLine() }
    bytes.append(closing)
  }

  private mutating func separate() {
    if hasElements { bytes.append(UInt8(ascii: ",")) }
    breakLine()
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }
}

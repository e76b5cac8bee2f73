extension ImageSize {
  /// `width` and `height` of the root element, with the `viewBox` for what they leave open.
  static func svg(_ bytes: [UInt8]) -> ImageSize? {
    guard let attributes = rootAttributes(bytes) else { return nil }
    func value(_ name: String) -> String? { attributes.last { $0.name == name }?.value }
    let box = value("viewBox").map(numbers).flatMap { $0.count == 4 ? ($0[2], $0[3]) : nil }
    let width = value("width").flatMap(pixels)
    let height = value("height").flatMap(pixels)
    switch (width, height, box) {
    case (let width?, let height?, _): return rounded(width, height)
    case (let width?, nil, let box?): return rounded(width, width * box.1 / box.0)
    case (nil, let height?, let box?): return rounded(height * box.0 / box.1, height)
    case (nil, nil, let box?): return rounded(box.0, box.1)
    default: return nil
    }
  }

  private static func rounded(_ width: Double, _ height: Double) -> ImageSize? {
    guard let width = Int(exactly: width.rounded()), let height = Int(exactly: height.rounded())
    else { return nil }
    return ImageSize(width, height)
  }

  /// A length in CSS pixels. Nil for what depends on the page: percentages and font sizes.
  private static func pixels(_ text: String) -> Double? {
    let text = text.utf8.drop(while: isSpace)
    let digits = text.prefix { 0x30...0x39 ~= $0 || $0 == 0x2E || $0 == 0x2B || $0 == 0x2D }
    guard let number = Double(String(Substring(digits))) else { return nil }
    let unit = Substring(text.dropFirst(digits.count).prefix { !isSpace($0) })
    switch unit {
    case "", "px": return number
    case "pt": return number * 96 / 72
    case "pc": return number * 16
    case "in": return number * 96
    case "cm": return number * 96 / 2.54
    case "mm": return number * 96 / 25.4
    default: return nil
    }
  }

  private static func numbers(_ text: String) -> [Double] {
    text.utf8.split { isSpace($0) || $0 == UInt8(ascii: ",") }
      .compactMap { Double(String(Substring($0))) }
  }

  private struct SVGAttribute {
    var name: String
    var value: String
  }

  /// The attributes of the first element, where that is `svg`; nil otherwise. Skips what may stand
  /// before it: declaration, comments and document type with its subset.
  private static func rootAttributes(_ bytes: [UInt8]) -> [SVGAttribute]? {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while true {
      rest = rest.drop(while: isSpace)
      if rest.starts(with: "<!--".utf8) {
        guard let end = after("-->", rest.dropFirst(4)) else { return nil }
        rest = end
      } else if rest.starts(with: "<?".utf8) {
        guard let end = after("?>", rest) else { return nil }
        rest = end
      } else if rest.starts(with: "<!DOCTYPE".utf8) {
        let subset = rest.firstIndex { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ">") }
        guard let subset else { return nil }
        if bytes[subset] == UInt8(ascii: "["), let end = after("]", rest[subset...]) { rest = end }
        guard let end = after(">", rest) else { return nil }
        rest = end
      } else {
        break
      }
    }
    guard rest.first == UInt8(ascii: "<") else { return nil }
    rest = rest.dropFirst()
    let name = rest.prefix { !isSpace($0) && !isTagEnd($0) }
    guard name.elementsEqual("svg".utf8) || name.reversed().starts(with: "gvs:".utf8) else {
      return nil
    }
    return attributes(rest.dropFirst(name.count))
  }

  private static func attributes(_ tag: ArraySlice<UInt8>) -> [SVGAttribute]? {
    var rest = tag
    var found: [SVGAttribute] = []
    while true {
      rest = rest.drop(while: isSpace)
      guard let first = rest.first else { return nil }
      if isTagEnd(first) { return found }
      let name = rest.prefix { !isSpace($0) && $0 != UInt8(ascii: "=") && !isTagEnd($0) }
      rest = rest.dropFirst(name.count).drop(while: isSpace)
      guard rest.first == UInt8(ascii: "=") else { return nil }
      rest = rest.dropFirst().drop(while: isSpace)
      guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { return nil }
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: quote) else { return nil }
      found.append(
        SVGAttribute(
          name: String(decoding: name, as: UTF8.self),
          value: String(decoding: rest[..<end], as: UTF8.self)))
      rest = rest[(end + 1)...]
    }
  }

  private static func after(_ text: String, _ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = text.utf8.first else { return bytes }
    var rest = bytes
    while let index = rest.firstIndex(of: first) {
      rest = rest[index...]
      if rest.starts(with: text.utf8) { return rest.dropFirst(text.utf8.count) }
      rest = rest.dropFirst()
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isTagEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}

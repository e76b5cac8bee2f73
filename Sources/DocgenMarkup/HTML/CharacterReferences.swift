import CLibXML2

/// `&amp;`, `&#39;` and their kind in attribute values. In text cmark-gfm decodes them.
enum CharacterReferences {
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(ASCII.ampersand) else { return text(bytes) }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == ASCII.ampersand,
        let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let character = character(text(bytes[index + 1..<end]))
      {
        result.append(character)
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return text(result)
  }

  private static func character(_ name: String) -> String? {
    guard name.hasPrefix("#") else {
      guard let entity = htmlEntityLookup(name) else { return nil }
      return Unicode.Scalar(entity.pointee.value).map { String(Character($0)) }
    }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
    return String(Character(scalar))
  }
}

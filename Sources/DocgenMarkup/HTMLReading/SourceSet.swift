/// The URLs of a `srcset`, by the rules of the HTML standard: candidates are separated by commas,
/// which may also be a part of a URL.
enum SourceSet {
  static func urls(of text: String) -> [String] {
    var urls: [String] = []
    var rest = text.utf8[...]
    while true {
      rest = rest.drop { ASCII.isWhitespace($0) || $0 == comma }
      if rest.isEmpty { return urls }
      var url = rest.prefix { !ASCII.isWhitespace($0) }
      rest = rest[url.endIndex...]
      if url.last == comma {
        while url.last == comma { url.removeLast() }
      } else {
        rest = afterDescriptors(rest)
      }
      urls.append(String(Substring(url)))
    }
  }

  /// Widths and densities: up to a comma that stands in no brackets.
  private static func afterDescriptors(_ text: Substring.UTF8View) -> Substring.UTF8View {
    var isInBrackets = false
    for index in text.indices {
      switch text[index] {
      case ASCII.openParenthesis: isInBrackets = true
      case ASCII.closeParenthesis: isInBrackets = false
      case comma where !isInBrackets: return text[text.index(after: index)...]
      default: break
      }
    }
    return text[text.endIndex...]
  }

  private static let comma = UInt8(ascii: ",")
}

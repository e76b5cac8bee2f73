import DocgenCore
import DocgenMarkup

/// Reads front matter that is no YAML any more: a translation tool has taken its fence, its quotes or
/// its first key. Each line is a key with its text; a line without a key on top is the title.
enum LostFrontMatter {
  static func read(_ bytes: ArraySlice<UInt8>, file: String, firstLine: Int) -> ConfigNode {
    var members: [ConfigNode.Member] = []
    let lines = bytes.split(separator: ASCII.newline, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let span = SourceSpan(file: file, line: firstLine + index)
      let colon = line.firstIndex(of: ASCII.colon)
      let key = colon.map { text(line[..<$0]) } ?? ""
      let isKey = !key.isEmpty && key.allSatisfy { $0.isLowercase || $0 == "_" || $0.isNumber }
      if let colon, isKey {
        members.append(member(key, line[(colon + 1)...], span))
      } else if index == 0, !line.allSatisfy(ASCII.isWhitespace) {
        members.append(member("title", line, span))
      }
    }
    return ConfigNode(.object(members), span: SourceSpan(file: file, line: firstLine))
  }

  private static func member(
    _ key: String, _ value: ArraySlice<UInt8>, _ span: SourceSpan
  ) -> ConfigNode.Member {
    var value = value.drop(while: ASCII.isWhitespace)
    while let last = value.last, ASCII.isWhitespace(last) { value = value.dropLast() }
    if let quote = value.first, [ASCII.quote, ASCII.apostrophe].contains(quote) {
      value = value.dropFirst()
      if value.last == quote { value = value.dropLast() }
    }
    let written = text(value)
    let scalar: ConfigNode.Value
    switch written {
    case "true": scalar = .bool(true)
    case "false": scalar = .bool(false)
    default: scalar = Double(written).map { .number($0, source: written) } ?? .string(written)
    }
    return ConfigNode.Member(key: key, keySpan: span, value: ConfigNode(scalar, span: span))
  }
}

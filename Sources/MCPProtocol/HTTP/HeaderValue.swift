/// How revision 2026-07-28 writes any text as the value of a header.
///
/// Printable ASCII without spaces at its edges goes as it is. All else, and what would be taken for
/// encoded text, goes as `=?base64?…?=` over its UTF-8.
public enum HeaderValue {
  private static let opening = "=?base64?"
  private static let closing = "?="

  public static func encode(_ text: String) -> String {
    let isPrintable = text.utf8.allSatisfy { 0x20...0x7E ~= $0 }
    let hasEdges = text.hasPrefix(" ") || text.hasSuffix(" ")
    let looksEncoded = text.hasPrefix(opening) && text.hasSuffix(closing)
    if isPrintable && !hasEdges && !looksEncoded { return text }
    return opening + Base64.encode(text.utf8) + closing
  }

  /// Nil for encoded text that can't be decoded.
  public static func decode(_ value: String) -> String? {
    guard value.hasPrefix(opening), value.hasSuffix(closing),
      value.utf8.count >= opening.utf8.count + closing.utf8.count
    else { return value }
    let encoded = value.dropFirst(opening.count).dropLast(closing.count)
    return Base64.decode(encoded).flatMap { String(validating: $0, as: UTF8.self) }
  }
}

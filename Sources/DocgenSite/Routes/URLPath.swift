import DocgenMarkup

/// A path on the site's host, base URL included, as people write it: not percent-encoded
/// (`/docs/zh-CN/guides/安装`). Starts with a slash.
package struct URLPath: Hashable, Sendable, Comparable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func < (a: URLPath, b: URLPath) -> Bool { a.text < b.text }

  /// The same page whether or not a slash ends the path: what routes are looked up by.
  package var withoutTrailingSlash: URLPath {
    let bytes = text.utf8
    guard bytes.count > 1, bytes.last == UInt8(ascii: "/") else { return self }
    return URLPath(String(Substring(bytes.dropLast())))
  }

  /// Joins parts with exactly one slash between them and one in front.
  package static func join(_ parts: String...) -> URLPath {
    var bytes: [UInt8] = [UInt8(ascii: "/")]
    for part in parts {
      if bytes.last != UInt8(ascii: "/") { bytes.append(UInt8(ascii: "/")) }
      for byte in part.utf8 {
        if byte == UInt8(ascii: "/"), bytes.last == UInt8(ascii: "/") { continue }
        bytes.append(byte)
      }
    }
    return URLPath(String(decoding: bytes, as: UTF8.self))
  }

  /// The path for `href` and `src`, percent-encoded: `#` and `?` are a part of its names. What is
  /// encoded already stays.
  package var encoded: String { URLPath.encode(text, allowed: URLPath.allowedInPaths) }

  /// A whole URL, or what stands behind a path: only what can't stand in any URL is encoded. The
  /// brackets of an address of version 6 stay (`http://[::1]/`), for no browser knows them encoded.
  package static func encode(_ text: String) -> String {
    let encoded = encode(text, allowed: allowedInURLs)
    // Nearly every URL: nothing had to be encoded, so it has no brackets.
    if encoded.utf8.count == text.utf8.count { return encoded }
    let end = endOfAddress(text)
    if end == text.startIndex { return encoded }
    return text[..<end] + encode(String(text[end...]), allowed: allowedInURLs)
  }

  /// Behind the bracket that closes the address of version 6 a URL begins with, or the URL's start.
  private static func endOfAddress(_ text: String) -> String.Index {
    guard let open = text.utf8.firstIndex(of: ASCII.openBracket),
      let close = text[open...].utf8.firstIndex(of: ASCII.closeBracket)
    else { return text.startIndex }
    let scheme = text[..<open]
    let isAuthority = scheme.hasSuffix("//") && !scheme.dropLast(2).contains { "/?#".contains($0) }
    let isAddress = text[open..<close].dropFirst().allSatisfy {
      $0.isHexDigit || $0 == ":" || $0 == "."
    }
    return isAuthority && isAddress ? text.index(after: close) : text.startIndex
  }

  private static func encode(_ text: String, allowed: [Bool]) -> String {
    var text = text
    if text.withUTF8({ $0.allSatisfy { allowed[Int($0)] } }) { return text }
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      if allowed[Int(byte)] {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let allowedInPaths: [Bool] = table(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/@!$&'()*+,;=%")

  private static let allowedInURLs: [Bool] = table(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%")

  private static func table(_ characters: String) -> [Bool] {
    var table = [Bool](repeating: false, count: 256)
    for byte in characters.utf8 { table[Int(byte)] = true }
    return table
  }
}

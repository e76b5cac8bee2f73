/// What a style sheet loads: `url(…)` and `@import "…"`.
package enum StyleReferences {
  package struct Reference: Sendable, Equatable {
    package var url: String
    /// In bytes from the start of the text.
    package var offset: Int
  }

  package static func find(in css: [UInt8]) -> [Reference] {
    var found: [Reference] = []
    var index = 0
    while index < css.count {
      switch css[index] {
      case ASCII.slash where css.holds("/*", at: index):
        index = endOfComment(css, from: index + 2)
      case ASCII.quote, ASCII.apostrophe:
        index = string(css, at: index).end
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        guard isFunction(css, at: index) else {
          index += 1
          continue
        }
        let start = index
        let (url, end) = argument(css, from: index + 4)
        if !url.isEmpty { found.append(Reference(url: url, offset: start)) }
        index = end
      case ASCII.at where css.holds("@import", at: index):
        let start = skippingSpace(css, from: index + 7)
        index = start
        guard start < css.count, css[start] == ASCII.quote || css[start] == ASCII.apostrophe
        else { continue }
        let (url, end) = string(css, at: start)
        if !url.isEmpty { found.append(Reference(url: url, offset: start)) }
        index = end
      default: index += 1
      }
    }
    return found
  }

  /// Whether `url(` stands there, and not the end of another name.
  private static func isFunction(_ css: [UInt8], at index: Int) -> Bool {
    guard index + 4 <= css.count, ASCII.lowercased(css[index + 1]) == UInt8(ascii: "r"),
      ASCII.lowercased(css[index + 2]) == UInt8(ascii: "l"),
      css[index + 3] == ASCII.openParenthesis
    else { return false }
    if index == 0 { return true }
    let before = css[index - 1]
    return !ASCII.isAlphanumeric(before) && before != ASCII.hyphen && before != ASCII.underscore
  }

  /// What stands in the brackets of `url(…)`, and the index behind them.
  private static func argument(_ css: [UInt8], from start: Int) -> (url: String, end: Int) {
    let first = skippingSpace(css, from: start)
    guard first < css.count else { return ("", css.count) }
    if css[first] == ASCII.quote || css[first] == ASCII.apostrophe {
      let (url, end) = string(css, at: first)
      let close = css.firstIndex(of: ASCII.closeParenthesis, from: end, to: css.count)
      return (url, close.map { $0 + 1 } ?? css.count)
    }
    let close = css.firstIndex(of: ASCII.closeParenthesis, from: first, to: css.count) ?? css.count
    var url = css[first..<close]
    while let last = url.last, ASCII.isWhitespace(last) { url.removeLast() }
    return (unescaped(url), min(close + 1, css.count))
  }

  /// A string and the index behind its closing quote; a line end closes it as well.
  private static func string(_ css: [UInt8], at start: Int) -> (text: String, end: Int) {
    var index = start + 1
    while index < css.count, css[index] != css[start], css[index] != ASCII.newline {
      index += css[index] == ASCII.backslash ? 2 : 1
    }
    let end = min(index, css.count)
    return (unescaped(css[start + 1..<max(start + 1, end)]), min(end + 1, css.count))
  }

  /// Without the backslashes before characters. Escapes by number stand in no URL that anyone writes
  /// and stay as they are.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(ASCII.backslash) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == ASCII.backslash, index + 1 < bytes.endIndex,
        !ASCII.isAlphanumeric(bytes[index + 1])
      {
        index += 1
      }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func endOfComment(_ css: [UInt8], from start: Int) -> Int {
    var index = start
    while index < css.count, !css.holds("*/", at: index) { index += 1 }
    return min(index + 2, css.count)
  }

  private static func skippingSpace(_ css: [UInt8], from start: Int) -> Int {
    var index = start
    while index < css.count, ASCII.isWhitespace(css[index]) { index += 1 }
    return index
  }
}

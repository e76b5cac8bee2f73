/// URLs and mail addresses in running text, by GFM's rules for extended autolinks.
///
/// cmark-gfm's own extension for it is not safe on two threads (see `CommonMark`); working on the
/// finished text nodes is also faster, since the parser need not stop at every `w` and `:`.
enum Autolink {
  struct Found {
    var range: Range<Int>
    var destination: String
  }

  /// The link recognised by the byte at `index` (`:` of a scheme, `w` of `www.`, `@` of an address)
  /// that doesn't begin before `start`.
  static func find(
    at index: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Found? {
    switch text[index] {
    case ASCII.colon: url(at: index, in: text, from: start)
    case ASCII.at: address(at: index, in: text, from: start)
    case UInt8(ascii: "w"), UInt8(ascii: "W"): www(at: index, in: text, from: start)
    default: nil
    }
  }

  private static func url(
    at colon: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Found? {
    guard colon + 3 < text.count, text[colon + 1] == ASCII.slash, text[colon + 2] == ASCII.slash
    else { return nil }
    var first = colon
    while first > start, ASCII.isLetter(text[first - 1]) { first -= 1 }
    let scheme = DocgenMarkup.text(text[first..<colon]).lowercased()
    guard ["http", "https", "ftp"].contains(scheme),
      let domainEnd = domainEnd(in: text, from: colon + 3, needsPeriod: false)
    else { return nil }
    let range = first..<linkEnd(in: text, from: first, domainEnd: domainEnd)
    return Found(range: range, destination: DocgenMarkup.text(text[range]))
  }

  private static func www(
    at index: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Found? {
    guard index + 4 < text.count, text[index + 3] == ASCII.period,
      text[index..<index + 3].allSatisfy({ $0 | 0x20 == UInt8(ascii: "w") })
    else { return nil }
    if index > 0 {
      let before = text[index - 1]
      let allowed: [UInt8] = [
        ASCII.asterisk, ASCII.underscore, ASCII.tilde, ASCII.openParenthesis,
      ]
      guard ASCII.isWhitespace(before) || allowed.contains(before) else { return nil }
    }
    guard let domainEnd = domainEnd(in: text, from: index, needsPeriod: true) else { return nil }
    let range = index..<linkEnd(in: text, from: index, domainEnd: domainEnd)
    return Found(range: range, destination: "http://" + DocgenMarkup.text(text[range]))
  }

  private static func address(
    at sign: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Found? {
    var first = sign
    while first > start, isLocalPart(text[first - 1]) { first -= 1 }
    guard first < sign else { return nil }
    var end = sign + 1
    var periods = 0
    while end < text.count {
      let byte = text[end]
      if byte == ASCII.period {
        guard end + 1 < text.count, ASCII.isAlphanumeric(text[end + 1]) else { break }
        periods += 1
      } else if byte == ASCII.at {
        return nil
      } else if !ASCII.isAlphanumeric(byte), byte != ASCII.hyphen, byte != ASCII.underscore {
        break
      }
      end += 1
    }
    guard end > sign + 1, periods > 0, ASCII.isAlphanumeric(text[end - 1]) else { return nil }
    return Found(
      range: first..<end, destination: "mailto:" + DocgenMarkup.text(text[first..<end]))
  }

  /// In bytes (RFC 1035).
  private static let longestDomain = 253

  private static func isLocalPart(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == ASCII.period || byte == ASCII.hyphen
      || byte == ASCII.underscore || byte == ASCII.plus
  }

  /// Where a valid domain ends: segments of letters, digits, `-` and `_`, none of the last two with
  /// an underscore. A longer one than DNS allows is none, which bounds the search.
  private static func domainEnd(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, needsPeriod: Bool
  ) -> Int? {
    var index = start
    var periods = 0
    var underscores = (last: 0, before: 0)
    while index < text.count {
      guard index - start <= longestDomain else { return nil }
      let byte = text[index]
      if byte == ASCII.underscore {
        underscores.last += 1
      } else if byte == ASCII.period {
        underscores = (0, underscores.last)
        periods += 1
      } else if !ASCII.isAlphanumeric(byte), byte != ASCII.hyphen, byte < 0x80 {
        break
      }
      index += 1
    }
    guard index > start, underscores.last == 0, underscores.before == 0,
      !needsPeriod || periods > 0
    else { return nil }
    return index
  }

  /// From the domain on to a space or `<`, without the punctuation that ends a sentence, an
  /// unbalanced closing parenthesis or what looks like a character reference.
  private static func linkEnd(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, domainEnd: Int
  ) -> Int {
    var end = domainEnd
    while end < text.count, !ASCII.isWhitespace(text[end]), text[end] != ASCII.less { end += 1 }
    var open = 0
    var close = 0
    for byte in text[start..<end] {
      if byte == ASCII.openParenthesis { open += 1 }
      if byte == ASCII.closeParenthesis { close += 1 }
    }
    while end > start {
      switch text[end - 1] {
      case ASCII.question, ASCII.exclamation, ASCII.period, UInt8(ascii: ","), ASCII.colon,
        ASCII.asterisk, ASCII.underscore, ASCII.tilde, ASCII.apostrophe, ASCII.quote,
        Placeholder.joiner:
        end -= 1
      case ASCII.closeParenthesis:
        guard close > open else { return end }
        close -= 1
        end -= 1
      case UInt8(ascii: ";"):
        var name = end - 2
        while name > start, ASCII.isLetter(text[name]) { name -= 1 }
        if name < end - 2, name >= start, text[name] == ASCII.ampersand {
          end = name
        } else {
          end -= 1
        }
      default:
        return end
      }
    }
    return end
  }
}

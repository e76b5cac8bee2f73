import DocgenMarkup

/// What an author wrote as a link's target, cut into its parts.
struct LinkDestination: Sendable, Equatable {
  enum Form: Sendable, Equatable {
    case empty
    /// Another scheme, or another host (`//`).
    case external
    /// `mailto:`, `tel:`.
    case contact
    /// `pathname://…`: the author vouches for the rest.
    case pathname
    /// Only a query, a fragment, or both: the page itself.
    case samePage
    /// `@site/…`: from the site's folder.
    case site
    /// `/…`
    case absolute
    /// `./…`, `../…`
    case relative
    /// Neither a dot nor a slash in front: relative, or from the root where nothing is there.
    case bare
  }

  let form: Form
  /// As written, without space around it.
  let text: String
  /// Without query, fragment, `@site` and `pathname://`.
  let path: String
  /// With its question mark; empty where there is none.
  let query: String
  /// Without its `#`; nil where there is none.
  let fragment: String?

  init(_ written: String) {
    let bytes = Self.trimmed(written.utf8)
    text = String(Substring(bytes))
    let pathname = "pathname://"
    let rest: Substring.UTF8View
    if bytes.starts(with: pathname.utf8) {
      form = .pathname
      rest = bytes.dropFirst(pathname.utf8.count)
    } else if let known = Self.formWithScheme(bytes) {
      form = known
      (path, query, fragment) = ("", "", nil)
      return
    } else {
      form = Self.formOfPath(bytes)
      rest = form == .site ? bytes.dropFirst(5) : bytes
    }
    let hash = rest.firstIndex(of: ASCII.hash)
    fragment = hash.map { String(Substring(rest[rest.index(after: $0)...])) }
    let location = rest[..<(hash ?? rest.endIndex)]
    let question = location.firstIndex(of: ASCII.question) ?? location.endIndex
    path = String(Substring(location[..<question]))
    query = String(Substring(location[question...]))
  }

  private static func trimmed(_ bytes: String.UTF8View) -> Substring.UTF8View {
    var rest = bytes[...]
    while let first = rest.first, ASCII.isWhitespace(first) { rest.removeFirst() }
    while let last = rest.last, ASCII.isWhitespace(last) { rest.removeLast() }
    return rest
  }

  private static func formWithScheme(_ bytes: Substring.UTF8View) -> Form? {
    guard let first = bytes.first else { return .empty }
    if bytes.starts(with: "//".utf8) { return .external }
    guard ASCII.isLetter(first) else { return nil }
    let scheme = bytes.prefix {
      ASCII.isAlphanumeric($0) || $0 == ASCII.plus || $0 == ASCII.hyphen || $0 == ASCII.period
    }
    guard scheme.endIndex < bytes.endIndex, bytes[scheme.endIndex] == ASCII.colon else {
      return nil
    }
    let name = String(Substring(scheme)).lowercased()
    return name == "mailto" || name == "tel" ? .contact : .external
  }

  private static func formOfPath(_ bytes: Substring.UTF8View) -> Form {
    switch bytes.first {
    case ASCII.hash, ASCII.question: .samePage
    case ASCII.slash: .absolute
    case ASCII.period:
      ["./", "../"].contains { bytes.starts(with: $0.utf8) } || isDots(bytes) ? .relative : .bare
    default: bytes.starts(with: "@site/".utf8) ? .site : .bare
    }
  }

  private static func isDots(_ bytes: Substring.UTF8View) -> Bool {
    let path = bytes.prefix { $0 != ASCII.hash && $0 != ASCII.question }
    return path.elementsEqual(".".utf8) || path.elementsEqual("..".utf8)
  }
}

extension LinkDestination {
  /// The query and the fragment, for the end of a URL.
  var suffix: String { query + (fragment.map { "#" + $0 } ?? "") }

  /// The path as written and, where that differs, with its percent-encoding undone: either may be
  /// how a file or a page is called.
  var spellings: [String] { PercentEncoding.spellings(of: path) }

  /// In small letters, without its dot; empty where the path has none.
  var pathExtension: String {
    let bytes = path.utf8
    guard let dot = bytes.lastIndex(of: ASCII.period),
      !bytes[dot...].contains(ASCII.slash), bytes.distance(from: dot, to: bytes.endIndex) <= 12
    else { return "" }
    return String(path[bytes.index(after: dot)...]).lowercased()
  }

  var isMarkdownFile: Bool { pathExtension == "md" || pathExtension == "mdx" }
}

enum PercentEncoding {
  static func spellings(of text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return [text] }
    let decoded = decoded(text)
    return decoded == text ? [text] : [text, decoded]
  }

  /// What is no valid encoding stays as it is.
  static func decoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    if ASCII.isDigit(byte) { return byte - 0x30 }
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : nil
  }
}

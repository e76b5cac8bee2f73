import ConfigSchema
import DocgenCore
import DocgenMarkup

/// A file cut into its front matter and its body.
struct FrontMatterBlock {
  /// YAML; nil where the file has none.
  var yaml: ArraySlice<UInt8>?
  /// The line that the YAML's first line is, 1-based.
  var yamlLine = 1
  var body: ArraySlice<UInt8>
  /// The line that the body's first line is, 1-based.
  var bodyLine = 1
  /// The opening `---` is missing: translators lose it. The keys are used all the same.
  var isUnfenced = false
  /// There is an opening `---` but none that closes it.
  var isUnclosed = false

  init(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    body = bytes[start...]
    let firstLine = bytes[start..<bytes.endOfLine(from: start)]
    if Self.isFence(firstLine) {
      let yamlStart = min(bytes.endOfLine(from: start) + 1, bytes.count)
      guard let fence = Self.fence(in: bytes, from: yamlStart) else {
        isUnclosed = true
        return
      }
      yaml = bytes[yamlStart..<fence.lowerBound]
      yamlLine = 2
      body = bytes[fence.upperBound...]
      bodyLine = 1 + bytes[start..<fence.upperBound].count { $0 == ASCII.newline }
    } else if let found = Self.unopened(in: bytes, from: start) {
      yaml = found.yaml
      yamlLine = 1 + bytes[start..<found.yaml.startIndex].count { $0 == ASCII.newline }
      body = bytes[found.end...]
      bodyLine = 1 + bytes[start..<found.end].count { $0 == ASCII.newline }
      isUnfenced = true
    }
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: Array("---".utf8)) && line.dropFirst(3).allSatisfy(ASCII.isWhitespace)
  }

  /// The next line of three hyphens, its end included.
  private static func fence(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    var index = start
    while index < bytes.count {
      let end = bytes.endOfLine(from: index)
      if isFence(bytes[index..<end]) { return index..<min(end + 1, bytes.count) }
      index = end + 1
    }
    return nil
  }

  /// The line of the opening `---` of front matter that stands in the body once more: of a block of
  /// keys, one of them a page's title, description or slug, outside fences.
  var repeatedLine: Int? {
    guard yaml != nil, hasKeyBehindHyphens else { return nil }
    let bytes = Array(body)
    var fence: UInt8?
    var (index, line) = (0, bodyLine)
    while index < bytes.count {
      let end = bytes.endOfLine(from: index)
      let text = bytes[index..<end].drop(while: ASCII.isSpaceOrTab)
      switch text.first {
      case let sign? where sign == ASCII.backtick || sign == ASCII.tilde:
        if text.starts(with: [sign, sign, sign]), fence == nil || fence == sign {
          fence = fence == nil ? sign : nil
        }
      case ASCII.hyphen where fence == nil && Self.isFence(bytes[index..<end]):
        let rest = bytes[min(end + 1, bytes.count)...]
          .split(separator: ASCII.newline, omittingEmptySubsequences: false)
        if Self.isFrontMatter(rest[...]) { return line }
      default: break
      }
      (index, line) = (end + 1, line + 1)
    }
    return nil
  }

  /// Whether a line that begins with hyphens has a key behind it: nearly no page has, and the others
  /// need not be read line by line.
  private var hasKeyBehindHyphens: Bool {
    body.withUnsafeBufferPointer { bytes in
      var start = 0
      while let end = bytes.firstIndex(of: ASCII.newline, from: start, to: bytes.count) {
        let isFence = bytes[start] == ASCII.hyphen && bytes[min(start + 2, end)] == ASCII.hyphen
        start = end + 1
        guard isFence else { continue }
        let next = bytes.firstIndex(of: ASCII.newline, from: start, to: bytes.count) ?? bytes.count
        if Self.looksLikeKey(body[(body.startIndex + start)..<(body.startIndex + next)]) {
          return true
        }
      }
      return false
    }
  }

  private static func isFrontMatter(_ lines: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    let block = lines.prefix { !isFence($0) }
    guard block.endIndex < lines.endIndex, block.first.map(looksLikeKey) ?? false else {
      return false
    }
    let isYAML = block.allSatisfy { looksLikeKey($0) || goesOn($0) }
    let keys = ["title:", "description:", "slug:"].map { Array($0.utf8) }
    return isYAML && block.contains { line in keys.contains { line.starts(with: $0) } }
  }

  /// Whether a line may be a value's next one.
  private static func goesOn(_ line: ArraySlice<UInt8>) -> Bool {
    line.first.map { ASCII.isSpaceOrTab($0) || $0 == ASCII.hyphen } ?? false
  }

  /// A block that nothing opens but a line of hyphens closes. Only lines of `key: value` (or what
  /// goes on from one) may stand in it; above them the fence of a code block may be left over, or a
  /// title that has lost its key.
  private static func unopened(
    in bytes: [UInt8], from start: Int
  ) -> (yaml: ArraySlice<UInt8>, end: Int)? {
    var index = start
    var keys = 0
    var yamlStart = start
    while index < bytes.count {
      let end = bytes.endOfLine(from: index)
      let line = bytes[index..<end]
      if isFence(line) {
        guard keys > 0 else { return nil }
        return (bytes[yamlStart..<index], min(end + 1, bytes.count))
      }
      if looksLikeKey(line) {
        keys += 1
      } else if index == start, line.starts(with: Array("```".utf8)) {
        yamlStart = end + 1
      } else if index == start ? !startsMarkdown(line) : goesOn(line) {
        // A title without its key, or a value's next line.
      } else {
        return nil
      }
      index = end + 1
    }
    return nil
  }

  private static func startsMarkdown(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return true }
    return ASCII.isWhitespace(first)
      || "#>-*+`~:<{[!|".utf8.contains(first) || line.allSatisfy(ASCII.isWhitespace)
  }

  /// A lower-case word and a colon with something behind it.
  private static func looksLikeKey(_ line: ArraySlice<UInt8>) -> Bool {
    let key = line.prefix {
      ASCII.isLetter($0) && !ASCII.isUpper($0) || $0 == ASCII.underscore || ASCII.isDigit($0)
    }
    let rest = line.dropFirst(key.count)
    guard key.count > 1, rest.first == ASCII.colon else { return false }
    return rest.count == 1 || ASCII.isWhitespace(rest[rest.startIndex + 1])
  }
}

import DocgenCore
import DocgenMarkup

extension PublicationCheck {
  /// `robots.txt` and `llms.txt` against the pages.
  static let texts = PublicationCheck(whole: { site in
    let publication = site.publication
    return publication.files.indices.flatMap { index -> [Finding] in
      guard case .text(let text) = publication.files[index].content else { return [] }
      let isRobots = JoinedPath.name(of: publication.files[index].path) == "robots.txt"
      return isRobots ? publication.robots(text, file: index) : publication.llms(text, file: index)
    }
  })
}

extension Publication {
  /// The sitemaps it names must be there, and what it forbids to all must not be in one.
  fileprivate func robots(_ text: SourceText, file: Int) -> [Finding] {
    let resolver = ReferenceResolver(self, from: file)
    var found: [Finding] = []
    var isForAll = false
    var isInGroup = false
    for line in 1...text.lineCount {
      guard let range = text.range(ofLine: line) else { continue }
      let rule = RobotsLine(text.bytes[range])
      func report(_ message: String, _ hint: String) {
        found.append(
          Finding(
            .warning, "publish/robots", message, hint: hint, file: file,
            position: SourcePosition(line: line, column: 1)))
      }
      switch rule.field {
      case "user-agent":
        // Agents that follow each other share their rules.
        isForAll = rule.value == "*" || (isForAll && !isInGroup)
        isInGroup = false
      case "sitemap":
        switch resolver.target(of: rule.value) {
        case .file, .elsewhere, .outside: break
        case .missing, .otherCase:
          report("There is no sitemap '\(rule.value)'", "correct its address")
        }
      case "disallow":
        isInGroup = true
        if isForAll, let page = firstListed(below: rule.value) {
          report(
            "'Disallow: \(rule.value)' forbids \(page), which a sitemap lists",
            "take the rule away, or the page out of the sitemap")
        }
      default: isInGroup = isInGroup || rule.field == "allow"
      }
    }
    return found
  }

  /// The first page of a sitemap whose address starts with a path. Patterns are left alone.
  private func firstListed(below path: String) -> String? {
    if path.isEmpty || path.contains("*") || path.contains("$") { return nil }
    for (index, file) in files.enumerated() {
      guard case .sitemap(let entries, _) = file.content else { continue }
      let resolver = ReferenceResolver(self, from: index)
      for entry in entries {
        guard case .file(let page, _) = resolver.target(of: entry.text) else { continue }
        let address = address(of: page)
        if address.hasPrefix(path) { return address }
      }
    }
    return nil
  }

  /// Every Markdown link of the list must lead to a page that may be found.
  fileprivate func llms(_ text: SourceText, file: Int) -> [Finding] {
    let resolver = ReferenceResolver(self, from: file)
    var found: [Finding] = []
    var index = 0
    let bytes = text.bytes
    while let bracket = bytes.firstIndex(of: ASCII.closeBracket, from: index, to: bytes.count) {
      index = bracket + 1
      guard index < bytes.count, bytes[index] == ASCII.openParenthesis else { continue }
      let end = bytes[index...].firstIndex {
        $0 == ASCII.closeParenthesis || ASCII.isWhitespace($0)
      }
      guard let end, bytes[end] == ASCII.closeParenthesis else { continue }
      let url = String(decoding: bytes[index + 1..<end], as: UTF8.self)
      guard let (problem, hint) = problem(ofListed: url, resolver.target(of: url)) else { continue }
      found.append(
        Finding(
          .warning, "publish/llms", problem, hint: hint, file: file,
          position: text.position(at: index + 1)))
    }
    return found
  }

  private func problem(
    ofListed url: String, _ target: ReferenceTarget
  ) -> (problem: String, hint: String)? {
    switch target {
    case .elsewhere, .outside: return nil
    case .missing, .otherCase: return ("There is no page '\(url)'", "correct its address")
    case .file(let index, _):
      guard let page = files[index].facts else { return nil }
      if page.refresh != nil {
        return ("The list names an old address: '\(url)'", "write the new one")
      }
      return page.isHidden
        ? ("The list names a page that is to be left out: '\(url)'", "take it off the list") : nil
    }
  }
}

/// `Field: value # comment`.
private struct RobotsLine {
  var field: String
  var value: String

  init(_ bytes: ArraySlice<UInt8>) {
    let rule = bytes.prefix { $0 != ASCII.hash }
    let colon = rule.firstIndex(of: ASCII.colon) ?? rule.endIndex
    field = Self.trimmed(rule[..<colon]).lowercased()
    value = Self.trimmed(rule[colon...].dropFirst())
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var rest = bytes.drop(while: ASCII.isWhitespace)
    while let last = rest.last, ASCII.isWhitespace(last) { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }
}

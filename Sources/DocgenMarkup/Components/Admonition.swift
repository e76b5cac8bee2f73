import DocgenCore

/// `:::note … :::` and `<Admonition type="note">` (docusaurus-rules 2.12).
enum Admonition {
  static let builtInKeywords: Set<String> = [
    "note", "tip", "info", "warning", "danger", "caution", "important", "success", "secondary",
  ]

  /// Whose default label a kind shows: three kinds are other names for an older one.
  static func labelKind(of keyword: String) -> String {
    switch keyword {
    case "secondary": "note"
    case "important": "info"
    case "success": "tip"
    default: keyword
    }
  }

  /// The class that gives it its colours, as Infima names them.
  static func alertClass(of keyword: String) -> String {
    switch keyword {
    case "note", "secondary": "alert--secondary"
    case "tip", "success": "alert--success"
    case "info", "important": "alert--info"
    case "warning", "caution": "alert--warning"
    case "danger": "alert--danger"
    default: "alert--info"
    }
  }
}

extension DocumentRenderer {
  mutating func openAdmonition(_ line: AdmonitionLine, _ construct: Construct) {
    guard frames.count < Self.deepestFrame else {
      appendAsText(construct)
      return
    }
    startLine()
    let attributes = line.attributes.map { AdmonitionAttributes(source.body[$0]) }
    appendAdmonitionStart(
      keyword: line.keyword, id: attributes?.id, extraClass: attributes?.className ?? "")
    if let title = line.title, !title.isEmpty {
      appendInlineFragment(title)
    } else if let title = attributes?.title {
      HTMLEscaping.appendEscaped(title, into: &html)
    } else {
      appendSlot(.admonitionLabel(Admonition.labelKind(of: line.keyword)))
    }
    html.append("</div><div class=\"admonition-content\">\n")
    open(
      .admonition(colons: line.colons), line.keyword, closing: "</div></div>\n", construct.source)
  }

  mutating func appendAdmonitionStart(keyword: String, id: String?, extraClass: String) {
    html.append("<div class=\"theme-admonition theme-admonition-\(keyword) alert ")
    html.append(Admonition.alertClass(of: keyword))
    if !extraClass.isEmpty {
      html.append(" ")
      HTMLEscaping.appendEscaped(extraClass, into: &html)
    }
    html.append("\"")
    if let id {
      document.elementIDs.append(id)
      html.append(" id=\"")
      HTMLEscaping.appendEscaped(id, into: &html)
      html.append("\"")
    }
    html.append(" role=\"note\"><div class=\"admonition-heading\">")
  }

  /// A closing line ends the outermost admonition that has no more colons than it, and all in it:
  /// nesting needs more colons outside.
  mutating func closeAdmonition(colons: Int, _ construct: Construct) {
    let match = frames.firstIndex { frame in
      guard case .admonition(let opened) = frame.kind else { return false }
      return opened <= colons && frame.depth == depth
    }
    guard let match else {
      reportStrayAdmonitionEnd(at: construct.source)
      appendAsText(construct)
      return
    }
    while frames.count > match { closeFrame() }
  }

  /// Reports the lines of colons that the scanner has left in the text.
  mutating func reportAdmonitionLines() {
    for line in scanned.unknownAdmonitions {
      let names = Admonition.builtInKeywords.union(options.admonitions).sorted()
      report(
        .warning, "markdown/unknown-admonition", "There is no admonition '\(line.keyword)'",
        at: line.source,
        hint: Suggestions.hint(for: line.keyword, among: names)
          ?? "there are \(names.joined(separator: ", ")); this one is shown as text")
    }
    // The end of an unknown one needs no report of its own.
    for range in scanned.strayAdmonitionEnds.dropFirst(scanned.unknownAdmonitions.count) {
      reportStrayAdmonitionEnd(at: range)
    }
  }

  private mutating func reportStrayAdmonitionEnd(at range: Range<Int>) {
    report(
      .warning, "markdown/stray-admonition-end", "This line closes no admonition", at: range,
      hint: "delete it; to nest admonitions, give the outer one more colons than the inner")
  }

  /// A title's Markdown, without the paragraph that it is to the parser.
  mutating func appendInlineFragment(_ range: Range<Int>) {
    let bytes = Array(source.body[range])
    let needsParsing = bytes.contains {
      !ASCII.isAlphanumeric($0) && $0 != ASCII.space && $0 < 0x80
    }
    guard needsParsing, nesting < 8 else {
      appendSource(range)
      return
    }
    let start = html.count
    let place = positions.position(of: range.lowerBound)
    appendFragment(bytes, at: LinePlace(line: place.line, columnOffsets: [place.column - 1]))
    let rendered = html[start...]
    guard rendered.starts(with: Array("<p>".utf8)), rendered.suffix(5).elementsEqual("</p>\n".utf8)
    else { return }
    html.replaceSubrange(start..., with: Array(rendered.dropFirst(3).dropLast(5)))
  }
}

/// `{title="T" .class #id}` behind an admonition's name.
struct AdmonitionAttributes {
  var id: String?
  var className = ""
  var title: String?

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes[...]
    while let first = rest.first {
      if ASCII.isWhitespace(first) {
        rest.removeFirst()
      } else if first == ASCII.period || first == ASCII.hash {
        let word = rest.dropFirst().prefix {
          !ASCII.isWhitespace($0) && $0 != ASCII.period && $0 != ASCII.hash
        }
        if first == ASCII.hash {
          id = text(word)
        } else {
          className += (className.isEmpty ? "" : " ") + text(word)
        }
        rest = rest.dropFirst(word.count + 1)
      } else {
        let name = rest.prefix { !ASCII.isWhitespace($0) && $0 != ASCII.equals }
        rest = rest.dropFirst(name.count)
        guard rest.first == ASCII.equals else {
          if name.isEmpty { rest = rest.dropFirst() }
          continue
        }
        rest = rest.dropFirst()
        let value: ArraySlice<UInt8>
        if let quote = rest.first, quote == ASCII.quote || quote == ASCII.apostrophe {
          value = rest.dropFirst().prefix { $0 != quote }
          rest = rest.dropFirst(value.count + 2)
        } else {
          value = rest.prefix { !ASCII.isWhitespace($0) }
          rest = rest.dropFirst(value.count)
        }
        switch text(name) {
        case "title": title = text(value)
        case "id": id = text(value)
        case "class", "className": className += (className.isEmpty ? "" : " ") + text(value)
        default: break
        }
      }
    }
  }
}

/// What a site says about its code blocks.
package struct CodeBlockOptions: Sendable, Equatable {
  package var magicComments: [MagicCommentRule] = [.highlight]
  /// The language of fences that name none.
  package var defaultLanguage: String?
  /// Whether `mermaid` fences are diagrams.
  package var rendersMermaid = false

  package init() {}
}

/// How a block's language was understood.
package enum CodeLanguageStatus: Sendable, Equatable {
  /// Highlighted, or meant to be plain.
  case known
  /// No such language, or its name misspelt; the block is plain.
  case unknown(String)
}

/// Fenced code as HTML.
package struct CodeBlockRenderer: Sendable {
  private let options: CodeBlockOptions
  private let magicComments: MagicComments

  package init(options: CodeBlockOptions) {
    self.options = options
    magicComments = MagicComments(rules: options.magicComments)
  }

  /// Appends the block's HTML. One line feed at the end of `code` is not part of it.
  package func appendCodeBlock(
    _ code: UnsafeBufferPointer<UInt8>, info: CodeFenceInfo, into output: inout [UInt8]
  ) -> CodeLanguageStatus {
    let code = Self.withoutLastLineFeed(code)
    if options.rendersMermaid, info.language == "mermaid" {
      output.append(#"<figure class="theme-mermaid"><pre class="mermaid" tabindex="0">"#)
      HTMLEscaping.appendEscaped(code, into: &output)
      output.append("</pre></figure>\n")
      return .known
    }
    let language = info.language ?? options.defaultLanguage ?? "text"
    appendHead(info, language, into: &output)
    let isKnown = appendLines(code, info, language, into: &output)
    output.append("</code></pre></div>\n")
    return isKnown ? .known : .unknown(language)
  }

  private func appendHead(_ info: CodeFenceInfo, _ language: String, into output: inout [UInt8]) {
    output.append("<div class=\"theme-code-block language-")
    HTMLEscaping.appendEscaped(language, into: &output)
    output.append("\">")
    if let title = info.title {
      output.append("<div class=\"code-block-title\">")
      HTMLEscaping.appendEscaped(title, into: &output)
      output.append("</div>")
    }
    output.append("<pre class=\"prism-code language-")
    HTMLEscaping.appendEscaped(language, into: &output)
    if info.showsLineNumbers { output.append(" line-numbers") }
    output.append("\" tabindex=\"0\"")
    if let first = info.firstLineNumber {
      output.append(" style=\"--line-start:\(first)\"")
    }
    output.append("><code>")
  }

  private func appendLines(
    _ code: UnsafeBufferPointer<UInt8>, _ info: CodeFenceInfo, _ language: String,
    into output: inout [UInt8]
  ) -> Bool {
    if let lines = info.highlightedLines {
      let marks = LineMarks(ranges: lines)
      return appendWrapped(code, marks, language, into: &output)
    }
    if let marked = magicComments.extract(from: code, language: language) {
      return marked.code.withUnsafeBufferPointer {
        appendWrapped($0, LineMarks(classes: marked.classes), language, into: &output)
      }
    }
    if info.showsLineNumbers {
      return appendWrapped(code, LineMarks(ranges: []), language, into: &output)
    }
    return SyntaxHighlighter.appendHighlighted(code, language: language, into: &output)
  }

  /// Appends each line in a span of its own, its line feed inside: no token's span crosses one.
  private func appendWrapped(
    _ code: UnsafeBufferPointer<UInt8>, _ marks: LineMarks, _ language: String,
    into output: inout [UInt8]
  ) -> Bool {
    var html: [UInt8] = []
    let isKnown = SyntaxHighlighter.appendHighlighted(code, language: language, into: &html)
    var start = 0
    var line = 0
    repeat {
      let lineFeed = html[start...].firstIndex(of: UInt8(ascii: "\n"))
      let end = lineFeed.map { $0 + 1 } ?? html.count
      output.append("<span class=\"code-line")
      for name in marks.classes(ofLine: line) {
        output.append(UInt8(ascii: " "))
        HTMLEscaping.appendEscaped(name, into: &output)
      }
      output.append("\">")
      output.append(contentsOf: html[start..<end])
      output.append("</span>")
      start = end
      line += 1
      if lineFeed == nil { break }
    } while true
    return isKnown
  }

  private static func withoutLastLineFeed(
    _ code: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    guard code.last == UInt8(ascii: "\n") else { return code }
    let hasReturn = code.count > 1 && code[code.count - 2] == UInt8(ascii: "\r")
    return UnsafeBufferPointer(rebasing: code.dropLast(hasReturn ? 2 : 1))
  }
}

/// The classes of lines.
private struct LineMarks {
  private let classes: [Int: [String]]
  private let ranges: [ClosedRange<Int>]

  init(classes: [Int: [String]]) {
    self.classes = classes
    ranges = []
  }

  /// - Parameter ranges: highlighted lines, 1-based, however many.
  init(ranges: [ClosedRange<Int>]) {
    classes = [:]
    // Overlaps merged, so that one look finds a line's range.
    var merged: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, last.upperBound >= range.lowerBound {
        let upper = max(last.upperBound, range.upperBound)
        merged[merged.count - 1] = last.lowerBound...upper
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// - Parameter line: from 0.
  func classes(ofLine line: Int) -> [String] {
    if let names = classes[line] { return names }
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < line + 1 { low = middle + 1 } else { high = middle }
    }
    let isHighlighted = low < ranges.count && ranges[low].contains(line + 1)
    return isHighlighted ? [MagicCommentRule.highlight.className] : []
  }
}

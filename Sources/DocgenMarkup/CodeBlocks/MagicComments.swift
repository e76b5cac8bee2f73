/// A comment that marks lines instead of being shown.
package struct MagicCommentRule: Sendable, Equatable {
  /// The class of the lines it marks.
  package var className: String
  /// Marks the next line.
  package var line: String?
  /// Mark the lines between.
  package var blockStart: String?
  package var blockEnd: String?

  package init(
    className: String, line: String? = nil, blockStart: String? = nil, blockEnd: String? = nil
  ) {
    self.className = className
    self.line = line
    self.blockStart = blockStart
    self.blockEnd = blockEnd
  }

  /// What Docusaurus has without configuration.
  package static let highlight = MagicCommentRule(
    className: "theme-code-block-highlighted-line", line: "highlight-next-line",
    blockStart: "highlight-start", blockEnd: "highlight-end")
}

/// Code without its magic comments, and what these said.
struct MarkedCode: Equatable {
  var code: [UInt8]
  /// The classes of marked lines by line, from 0; in the order of the rules.
  var classes: [Int: [String]] = [:]
}

/// Reads magic comments: lines that are nothing but a comment that is nothing but a directive.
struct MagicComments: Sendable {
  private enum Effect { case line, blockStart, blockEnd }

  private let rules: [MagicCommentRule]
  private let directives: [[UInt8]: (rule: Int, effect: Effect)]

  init(rules: [MagicCommentRule]) {
    self.rules = rules
    var directives: [[UInt8]: (rule: Int, effect: Effect)] = [:]
    for (index, rule) in rules.enumerated() {
      if let line = rule.line { directives[Array(line.utf8)] = (index, .line) }
      if let start = rule.blockStart { directives[Array(start.utf8)] = (index, .blockStart) }
      if let end = rule.blockEnd { directives[Array(end.utf8)] = (index, .blockEnd) }
    }
    self.directives = directives
  }

  /// Nil where the code has no magic comment. A block that isn't closed marks nothing.
  ///
  /// - Parameter language: decides which comments count.
  func extract(from code: UnsafeBufferPointer<UInt8>, language: String) -> MarkedCode? {
    guard mentionsDirective(code) else { return nil }
    let styles = CommentStyle.styles(for: language)
    var kept: [Slice<UnsafeBufferPointer<UInt8>>] = []
    var marks = [[ClosedRange<Int>]](repeating: [], count: rules.count)
    var starts = [Int?](repeating: nil, count: rules.count)
    var found = false
    for line in code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      guard let (rule, effect) = directive(in: line, styles) else {
        kept.append(line)
        continue
      }
      found = true
      switch effect {
      case .line: marks[rule].append(kept.count...kept.count)
      case .blockStart: starts[rule] = kept.count
      case .blockEnd:
        if let start = starts[rule], start < kept.count {
          marks[rule].append(start...kept.count - 1)
        }
        starts[rule] = nil
      }
    }
    guard found else { return nil }
    return MarkedCode(
      code: Array(kept.joined(separator: [UInt8(ascii: "\n")])),
      classes: classes(marks, lineCount: kept.count))
  }

  private func mentionsDirective(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    directives.keys.contains { code.contains($0) }
  }

  private func classes(_ marks: [[ClosedRange<Int>]], lineCount: Int) -> [Int: [String]] {
    var classes: [Int: [String]] = [:]
    for (rule, ranges) in zip(rules, marks) {
      for line in Set(ranges.joined()) where line < lineCount {
        classes[line, default: []].append(rule.className)
      }
    }
    return classes
  }

  private func directive(
    in line: Slice<UnsafeBufferPointer<UInt8>>, _ styles: [CommentStyle]
  ) -> (rule: Int, effect: Effect)? {
    let line = Self.trimmed(line)
    for style in styles
    where line.count > style.open.count + style.close.count && line.starts(with: style.open)
      && line.suffix(style.close.count).elementsEqual(style.close)
    {
      let comment = Self.trimmed(line.dropFirst(style.open.count).dropLast(style.close.count))
      // A word is short; a long comment is not worth a look.
      if comment.count <= 100, let found = directives[Array(comment)] { return found }
    }
    return nil
  }

  private static func trimmed(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var bytes = bytes.drop(while: ByteSet.whitespace.contains)
    while let last = bytes.last, ByteSet.whitespace.contains(last) { bytes.removeLast() }
    return bytes
  }
}

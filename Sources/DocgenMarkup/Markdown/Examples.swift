import CCMarkGFM
import DocgenCore

/// What a page says that can be checked against a schema: its blocks of data, and code in its text.
/// What it is worth is for others to say; here it is noted with its place.
extension DocumentRenderer {
  /// Whether a fence may hold an example. Most blocks are told by their language.
  func isExample(_ code: [UInt8], _ fence: CodeFenceInfo) -> Bool {
    guard fence.isChecked else { return false }
    if fence.schema != nil { return true }
    switch fence.language {
    case "yaml", "yml", "json", "jsonc", "json5": break
    default: return false
    }
    var start = 0
    while start < code.count {
      if startsWithWord(code[start...].drop { " \t{\"'".utf8.contains($0) }) { return true }
      let end = code.firstIndex(of: ASCII.newline, from: start, to: code.count)
      start = end.map { $0 + 1 } ?? code.count
    }
    return false
  }

  private func startsWithWord(_ code: ArraySlice<UInt8>) -> Bool {
    options.exampleWords.contains { code.starts(with: $0) }
  }

  mutating func noteExample(_ code: [UInt8], _ fence: CodeFenceInfo, of node: CommonMark.Node) {
    // The line behind the fence's own, as an index.
    let first = scanned.lines.sourceLine(of: Int(cmark_node_get_start_line(node)))
    let lines = code.split(separator: ASCII.newline, omittingEmptySubsequences: false)
    document.examples.append(
      CodeExample(
        language: fence.language, schema: fence.schema, code: code,
        lineStarts: lines.indices.map {
          positions.start(ofLine: first + $0, length: lines[$0].count)
        }))
  }

  static func showsGenerated(_ scanned: ScannedText, _ options: MarkdownOptions) -> Bool {
    if options.generatedComponents.isEmpty { return false }
    return scanned.constructs.contains { construct in
      guard case .tag(let tag) = construct.kind, tag.isComponent else { return false }
      return options.generatedComponents[tag.name] != nil
    }
  }

  mutating func noteCodeSpan(_ code: [UInt8], of node: CommonMark.Node) {
    let range = sourceRange(of: block(of: node))
    let offset = locate(code[...], within: range) ?? range.lowerBound
    document.codeSpans.append(
      CodeSpan(text: text(code), position: positions.position(of: offset)))
  }
}

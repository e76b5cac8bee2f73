import DocgenCore

/// What stands in an example for something that readers write themselves, so that it can't be judged:
///
/// - `***`, `…`, `...` and `<anything>` in a text, and names such as `YOUR_TOKEN`: the value is of
///   no type yet. So is a key: `<name>:` is no unknown key.
/// - A group under such a key, `<server_name>:`, shows what can be written rather than one group:
///   its keys may contradict each other, and some may be missing.
/// - So may a key whose whole value is left out: `url: "..."`.
/// - A line of dots alone, and dots among JSON's members: something is left out there.
struct ExampleTemplate {
  /// Where values and keys are that stand for others.
  private var open: Set<SourcePosition> = []
  /// Keys that stand beside others as alternatives.
  private var alternatives: Set<SourcePosition> = []
  /// From a template's key to the end of its group.
  private var templates: [ClosedRange<SourcePosition>] = []

  /// Findings on what keys have to do with each other.
  private static let relations: Set<Substring> = [
    "conflicting-keys", "misplaced-key", "missing-key", "idle-key",
  ]

  init(_ node: ConfigNode) { collect(node) }

  /// Whether a finding is about what the example leaves open.
  func excuses(_ finding: Diagnostic) -> Bool {
    guard let start = finding.span?.start else { return false }
    if open.contains(start) { return true }
    guard let name = finding.code.split(separator: "/").last, Self.relations.contains(name) else {
      return false
    }
    return alternatives.contains(start) || templates.contains { $0.contains(start) }
  }

  private mutating func collect(_ node: ConfigNode) {
    if let text = node.string, Self.isOpen(text) { open.insert(node.span.start) }
    for element in node.elements ?? [] { collect(element) }
    for member in node.members ?? [] {
      collect(member.value)
      if Self.isOpen(member.key) {
        open.insert(member.keySpan.start)
        templates.append(
          member.keySpan.start...max(member.keySpan.start, Self.end(of: member.value)))
      }
      if let text = member.value.string, Self.isLeftOut(text) {
        alternatives.insert(member.keySpan.start)
      }
    }
  }

  /// Where the last thing in it starts.
  private static func end(of node: ConfigNode) -> SourcePosition {
    let inner = node.elements?.last ?? node.members?.last?.value
    return inner.map { max(node.span.start, end(of: $0)) } ?? node.span.start
  }

  // MARK: Texts

  static func isOpen(_ text: String) -> Bool {
    if text.contains("***") || text.contains("...") || text.contains("…") { return true }
    if let start = text.firstIndex(of: "<"), text[start...].contains(">") { return true }
    let word = text.lowercased()
    return word.hasPrefix("your_") || word.hasPrefix("your-")
  }

  private static func isLeftOut(_ text: String) -> Bool {
    text == "..." || text == "…" || (text.hasPrefix("<") && text.hasSuffix(">"))
  }

  // MARK: Bytes

  /// The code with blanks in place of dots that stand for lines or members.
  static func withoutEllipses(_ code: [UInt8], isJSON: Bool) -> [UInt8] {
    var result = code
    var isInString = false
    var start = 0
    while start < code.count {
      let end = code[start...].firstIndex(of: newline) ?? code.count
      let line = code[start..<end]
      let text = line.filter { $0 != space && $0 != tab && $0 != comma }
      if text.elementsEqual("...".utf8) || text.elementsEqual("…".utf8) {
        for index in line.indices { result[index] = space }
      } else if isJSON {
        blankDots(in: start..<end, of: &result, &isInString)
      }
      start = end + 1
    }
    return result
  }

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
  private static let tab = UInt8(ascii: "\t")
  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private static func blankDots(
    in range: Range<Int>, of code: inout [UInt8], _ isInString: inout Bool
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      if isInString, code[index] == backslash {
        index += 2
        continue
      }
      if code[index] == quote { isInString.toggle() }
      let rest = code[index..<range.upperBound]
      if !isInString, rest.starts(with: "...".utf8) || rest.starts(with: "…".utf8) {
        for offset in 0..<3 { code[index + offset] = space }
      }
      index += 1
    }
    // JSON's strings end with their line.
    isInString = false
  }
}

import CCMarkGFM

/// `~~gone~~` and `~gone~`, by GFM's rule: runs of one or two tildes of the same length, next to
/// something that is no space on the inner side. Pairs are looked for among the text nodes of one
/// parent, so other marks may stand between.
struct Strikethrough {
  /// Whether there is a tilde in the page at all; if not, nothing is looked for.
  var isPossible = false
  /// By node: where a run starts, and whether it opens.
  private var found: [CommonMark.Node: [Int: Bool]] = [:]

  func marks(in node: CommonMark.Node) -> [Int: Bool] {
    isPossible ? found[node] ?? [:] : [:]
  }

  private struct Run {
    var node: CommonMark.Node
    var offset: Int
    var length: Int
    var opens: Bool
    var closes: Bool
  }

  mutating func findMarks(in parent: CommonMark.Node) {
    guard isPossible else { return }
    var openers: [Run] = []
    for run in runs(in: parent) {
      if run.closes, let match = openers.lastIndex(where: { $0.length == run.length }) {
        let opener = openers[match]
        openers.removeSubrange(match...)
        found[opener.node, default: [:]][opener.offset] = true
        found[run.node, default: [:]][run.offset] = false
      } else if run.opens {
        openers.append(run)
      }
    }
  }

  private func runs(in parent: CommonMark.Node) -> [Run] {
    var runs: [Run] = []
    var child = cmark_node_first_child(parent)
    while let node = child {
      if cmark_node_get_type(node) == CMARK_NODE_TEXT { runs += self.runs(inTextNode: node) }
      child = cmark_node_next(node)
    }
    return runs
  }

  private func runs(inTextNode node: CommonMark.Node) -> [Run] {
    var runs: [Run] = []
    let text = CommonMark.literal(of: node)
    var index = 0
    while index < text.count {
      guard text[index] == ASCII.tilde else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index] == ASCII.tilde { index += 1 }
      guard index - start <= 2 else { continue }
      let before = start > 0 ? text[start - 1] : nil
      let after = index < text.count ? text[index] : nil
      runs.append(
        Run(
          node: node, offset: start, length: index - start,
          opens: Self.isFlanking(outer: before, inner: after),
          closes: Self.isFlanking(outer: after, inner: before)))
    }
    return runs
  }

  /// Whether a run can stand between these neighbours as the mark on `inner`'s outer side. Nil is the
  /// edge of a text node, where other markup or nothing stands.
  private static func isFlanking(outer: UInt8?, inner: UInt8?) -> Bool {
    guard let inner else { return true }
    if ASCII.isWhitespace(inner) { return false }
    guard isPunctuation(UInt32(inner)), let outer else { return true }
    return ASCII.isWhitespace(outer) || isPunctuation(UInt32(outer))
  }
}

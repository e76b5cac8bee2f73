import CCMarkGFM

/// `~~gone~~` and `~gone~`, by GFM's rule: runs of one or two tildes of the same length, next to
/// something that is no space on the inner side. Pairs are looked for among the text nodes of one
/// parent, so other marks may stand between.
struct Strikethrough {
  /// Whether there is a tilde in the page at all; if not, nothing is looked for.
  var isPossible = false
  /// By node: where a run starts, and whether it opens.
  private var found: [CommonMark.Node: [Int: Bool]] = [:]

  func marks(in node: CommonMark.Node) -> [Int: Bool]? {
    found.isEmpty ? nil : found[node]
  }

  private struct Run {
    var node: CommonMark.Node
    var offset: Int
    var length: Int
    var opens: Bool
    var closes: Bool
  }

  /// - Parameter tagEffect: what a node does to how many tags are open: marks pair up only between
  ///   the same tags.
  mutating func findMarks(in parent: CommonMark.Node, tagEffect: (CommonMark.Node) -> Int) {
    guard isPossible, Self.hasTilde(in: parent) else { return }
    // One list for each open tag.
    var openers = [OpenRuns()]
    var child = cmark_node_first_child(parent)
    while let node = child {
      child = cmark_node_next(node)
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        for run in runs(inTextNode: node) { pair(run, among: &openers[openers.count - 1]) }
      case CMARK_NODE_HTML_INLINE:
        let effect = tagEffect(node)
        if effect > 0 {
          openers.append(OpenRuns())
        } else if effect < 0 {
          openers.removeLast()
          if openers.isEmpty { openers.append(OpenRuns()) }
        }
      default: break
      }
    }
  }

  private static func hasTilde(in parent: CommonMark.Node) -> Bool {
    var child = cmark_node_first_child(parent)
    while let node = child {
      if cmark_node_get_type(node) == CMARK_NODE_TEXT,
        CommonMark.literal(of: node).contains(ASCII.tilde)
      {
        return true
      }
      child = cmark_node_next(node)
    }
    return false
  }

  /// Runs that may still be closed, and how many there are of each length.
  private struct OpenRuns {
    private var runs: [Run] = []
    private var counts = [0, 0, 0]

    mutating func append(_ run: Run) {
      runs.append(run)
      counts[run.length] += 1
    }

    /// The last one of a length; those after it are closed by nothing any more.
    mutating func popLast(length: Int) -> Run? {
      guard counts[length] > 0 else { return nil }
      while let run = runs.popLast() {
        counts[run.length] -= 1
        if run.length == length { return run }
      }
      return nil
    }
  }

  private mutating func pair(_ run: Run, among openers: inout OpenRuns) {
    if run.closes, let opener = openers.popLast(length: run.length) {
      found[opener.node, default: [:]][opener.offset] = true
      found[run.node, default: [:]][run.offset] = false
    } else if run.opens {
      openers.append(run)
    }
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

extension DocumentRenderer {
  mutating func findStrikethrough(in parent: CommonMark.Node) {
    guard strikethrough.isPossible else { return }
    let scanned = scanned
    strikethrough.findMarks(in: parent) { Self.tagEffect(of: $0, scanned) }
  }

  /// 1 for a tag that opens something, -1 for one that closes it, 0 for everything else.
  private static func tagEffect(of node: CommonMark.Node, _ scanned: ScannedText) -> Int {
    let literal = CommonMark.literal(of: node)
    let tag: MDXTag
    if let placed = Placeholder.next(in: literal, from: 0) {
      guard case .tag(let found) = scanned.construct(placed.number)?.kind else { return 0 }
      tag = found
    } else {
      var reader = MDXTagReader(bytes: Array(literal), end: literal.count, syntax: .html)
      guard let found = reader.tag(at: 0) else { return 0 }
      tag = found
    }
    if tag.form == .closing { return -1 }
    return tag.form == .selfClosing || HTMLElements.void.contains(tag.name.lowercased()) ? 0 : 1
  }
}

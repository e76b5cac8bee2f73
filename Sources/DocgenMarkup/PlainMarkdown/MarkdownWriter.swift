/// Goes through a page's HTML once and writes Markdown.
struct MarkdownWriter {
  let addresses: MarkdownAddresses
  var lines = MarkdownLines()
  var frames: [Frame] = []
  var sections: [MarkdownPage.Section] = []

  /// White space that has been read and stands before what comes next, if that is on the same line.
  enum Gap { case none, space, line }
  var gap = Gap.none
  /// How many elements that are bold or slanted are open around each other: one pair of marks.
  var strongDepth = 0
  var emphasisDepth = 0
  var linkDepth = 0
  var isInHeading = false
  /// The title of the code block that follows.
  var codeTitle: [UInt8]?
  var tables: [MarkdownTable] = []

  /// An open element, and what its end means.
  struct Frame {
    enum Kind {
      case inline, block
      /// A quote, an admonition.
      case quote
      /// The number of the next item; nil where there are none.
      case list(next: Int?)
      case item
      /// A block that is bold as a whole: a tab's name, an admonition's title, a summary.
      case label
      case heading(section: Int)
      case strong, emphasis, strike
      /// Markdown has no sign for it: the HTML stays.
      case kept(StaticString)
      /// Its opening bracket's place; nil once the link has ended.
      case link(href: [UInt8], title: [UInt8]?, start: Int?)
      case table, row, cell
    }

    var name: UInt64
    var kind: Kind
    /// Of a list or an item: whether blank lines part its blocks.
    var isLoose = false
  }

  init(addresses: MarkdownAddresses) { self.addresses = addresses }

  mutating func reserve(_ count: Int) { lines.reserve(count) }

  /// A page's title, in plain text.
  mutating func appendTitle(_ title: String) {
    guard !title.isEmpty else { return }
    lines.open()
    lines.append("# ")
    var html: [UInt8] = []
    HTMLEscaping.appendEscaped(title, into: &html)
    html.withUnsafeBufferPointer { _ = appendText($0, from: 0) }
    lines.endBlock()
  }

  mutating func append(_ html: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < html.count {
      if html[index] == ASCII.less {
        index = appendTag(HTMLTag(in: html, at: index), in: html)
      } else {
        index = appendText(html, from: index)
      }
    }
  }

  mutating func finish() -> (bytes: [UInt8], sections: [MarkdownPage.Section]) {
    while !frames.isEmpty { closeFrame() }
    lines.close()
    return (lines.bytes, sections)
  }

  var isInCell: Bool { tables.last?.isInCell == true }

  /// Whether blocks can't stand here: what authors put into a cell or a link is its words.
  var isInWords: Bool {
    isInCell || linkDepth > 0 || strongDepth > 0 || emphasisDepth > 0
  }

  /// Makes the place where something can be written: a line, and the gap before it.
  mutating func prepare() {
    defer { gap = .none }
    if tables.last?.isCellEmpty == true {
      tables[tables.count - 1].isCellEmpty = false
      return
    }
    guard lines.isOpen else {
      lines.open()
      return
    }
    switch gap {
    case .none: break
    case _ where isAtLinkStart: break
    case .line where !isInHeading && !isInCell: lines.wrap()
    case .line, .space: lines.append(ASCII.space)
    }
  }

  /// Whether the last thing written is the bracket of a link.
  private var isAtLinkStart: Bool {
    if case .link(_, _, let start?) = frames.last?.kind {
      start + 1 == lines.bytes.count
    } else {
      false
    }
  }

  /// A block starts or ends here.
  mutating func endBlock() {
    if isInWords {
      gap = .space
    } else {
      gap = .none
      lines.endBlock()
    }
  }
}

import CCMarkGFM
import DocgenCore

/// Reads Markdown and MDX-lite into a `Document`.
///
/// The text is scanned for what Markdown has no word for (`ConstructScanner`), parsed by cmark-gfm,
/// and its tree walked once, by events rather than by recursion: 10,000 nested quotes are an input.
package enum MarkdownParser {
  package static func parse(
    _ source: MarkdownSource, options: MarkdownOptions
  ) -> Diagnosed<Document> {
    let clean = SourceCleaning.clean(source)
    var source = source
    source.body = clean.value
    let syntax = ConstructScanner.Syntax(
      isMDX: source.format == .mdx,
      admonitionKeywords: Admonition.builtInKeywords.union(options.admonitions))
    let scanned = ConstructScanner.scan(source.body, syntax: syntax)
    var renderer = DocumentRenderer(source: source, scanned: scanned, options: options)
    renderer.diagnostics = clean.diagnostics
    let opening = OpeningLines(of: source.body)
    renderer.document.excerpt = opening.excerpt
    renderer.document.contentTitle = opening.title
    return renderer.render()
  }
}

/// Walks a tree and writes HTML. What each kind of node becomes is in the extensions: `Blocks`,
/// `Inlines`, `Headings`, `Tables`, `Constructs`, `Components`, `RawHTML`.
///
/// What is called for each node is `mutating` even where it changes nothing: to other functions Swift
/// passes a copy of the structure, whose size made that 2 % of the time.
struct DocumentRenderer {
  let source: MarkdownSource
  let scanned: ScannedText
  let options: MarkdownOptions
  let codeBlocks: CodeBlockRenderer

  var document = Document()
  var diagnostics: [Diagnostic] = []
  /// What has been written so far; becomes `document.html`.
  var html: [UInt8] = []

  /// How many of cmark-gfm's containers are open.
  var depth = 0
  /// What constructs have opened, innermost last.
  var frames: [Frame] = []
  var slugger = Slugger()
  /// A heading that is no title, or a rule, has been seen: a level 1 heading is just a heading now.
  var isPastTitlePlace = false
  var heading: OpenHeading?
  var paragraph: OpenParagraph?
  /// The alternative text of the image that is being read; nil outside of images.
  var alternativeText: [UInt8]?
  var imageDepth = 0
  /// How many `<p>` and headings that are tags are open.
  var openBlocklessElements = 0
  /// How many links and `<a>` elements are open: URLs in them are no links of their own.
  var linkDepth = 0
  var table = OpenTable()
  var footnotes = Footnotes()
  /// Strikethrough marks of the text nodes being read.
  var strikethrough = Strikethrough()
  var taskItem: TaskItem?
  /// Closing tags found in a paragraph whose elements were opened outside of it.
  var pendingClosings: [(tag: MDXTag, construct: Construct?)] = []
  /// How many fragments this one is inside of.
  var nesting = 0
  /// Code spans are looked up in the source from here on.
  var codeCursor = 0
  /// The places of the block whose links were last looked up.
  var linkPlaces = LinkPlaces()
  /// What looking for those that aren't there may still cost, in bytes: a paragraph of a megabyte may
  /// hold a hundred thousand links that stand elsewhere.
  var lookupBudget: Int
  /// Whether the page shows a generated component: what it says of that can be checked.
  var notesCodeSpans: Bool
  lazy var positions = SourcePositions(source)
  /// By their labels; of several with one label the first counts.
  lazy var definitions = Dictionary(
    LinkDefinition.all(in: source.body).map {
      (LinkDefinition.normalized(source.body[$0.label.dropFirst().dropLast()]), $0)
    }, uniquingKeysWith: { first, _ in first })

  init(source: MarkdownSource, scanned: ScannedText, options: MarkdownOptions) {
    self.source = source
    self.scanned = scanned
    self.options = options
    codeBlocks = CodeBlockRenderer(options: options.code)
    lookupBudget = 1_000_000 + 16 * source.body.count
    notesCodeSpans = Self.showsGenerated(scanned, options)
    html.reserveCapacity(source.body.count * 3 / 2)
  }

  mutating func render() -> Diagnosed<Document> {
    strikethrough.isPossible = scanned.bytes.withUnsafeBufferPointer { $0.contains(ASCII.tilde) }
    reportAdmonitionLines()
    for range in scanned.unclosedStatements {
      report(
        .error, "mdx/unclosed-statement",
        "The brackets or strings of this statement are never closed",
        at: range, hint: "it is taken to end at the first blank line; close it before that")
    }
    let done: Void? = CommonMark.withTree(of: scanned.bytes, nesting: nesting) { walk($0) }
    if done == nil {
      report(.error, "markdown/out-of-memory", "The page could not be parsed", at: 0..<0)
    }
    closeFrames(downTo: 0)
    footnotes.appendSection(to: &html, slots: &document.slots)
    // A page is kept until all are rendered, so it takes no more than it needs.
    document.html = html.withUnsafeBufferPointer { Array($0) }
    return Diagnosed(document, diagnostics)
  }

  private mutating func walk(_ root: CommonMark.Node) {
    footnotes.collectLabels(of: root)
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard let node = cmark_iter_get_node(iterator) else { return }
      let type = cmark_node_get_type(node)
      if event == CMARK_EVENT_ENTER {
        enter(node, type)
      } else {
        exit(node, type)
      }
    }
  }

  // MARK: Writing

  /// Starts a new line unless one has just been started.
  mutating func startLine() {
    if let last = html.last, last != ASCII.newline { html.append(ASCII.newline) }
  }

  mutating func appendSlot(_ slot: DocumentSlot) {
    html.append(slot, to: &document.slots)
  }

  // MARK: Reporting

  /// - Parameter range: where in the source's body.
  mutating func report(
    _ severity: Severity, _ code: String, _ message: String, at range: Range<Int>,
    hint: String? = nil
  ) {
    let start = positions.position(of: range.lowerBound)
    let end = positions.position(of: range.upperBound)
    diagnostics.append(
      Diagnostic(
        severity, code, message,
        at: SourceSpan(file: source.file, start: start, end: end), hint: hint))
  }

  /// Renders a piece of Markdown that stands inside the page, such as an admonition's title, with the
  /// page's headings, links and slots going on.
  mutating func appendFragment(_ bytes: [UInt8], at place: LinePlace) {
    var inner = source
    inner.body = bytes
    inner.firstLine = place.line
    appendFragment(inner, SourcePositions(inner, columnOffsets: place.columnOffsets), options)
  }

  /// - Parameter positions: where the text's bytes stand in the page's file.
  mutating func appendFragment(
    _ inner: MarkdownSource, _ positions: SourcePositions, _ options: MarkdownOptions
  ) {
    let syntax = ConstructScanner.Syntax(
      isMDX: inner.format == .mdx,
      admonitionKeywords: Admonition.builtInKeywords.union(options.admonitions))
    var renderer = DocumentRenderer(
      source: inner, scanned: ConstructScanner.scan(inner.body, syntax: syntax), options: options)
    renderer.positions = positions
    renderer.nesting = nesting + 1
    renderer.linkDepth = linkDepth
    renderer.isPastTitlePlace = true
    swap(&renderer.document, &document)
    swap(&renderer.slugger, &slugger)
    let done = renderer.render()
    document = done.value
    slugger = renderer.slugger
    diagnostics += done.diagnostics
    html += done.value.html
  }

  func sourceText(_ range: Range<Int>) -> String { text(source.body[range]) }
}

import CCMarkGFM
import DocgenCore

/// What of a page a translator has to leave as it is, besides what its `Document` lists: code and
/// admonitions. It is read off the page's text a second time, by those who compare pages; building a
/// site does without.
package struct DocumentStructure: Sendable, Equatable {
  package struct CodeBlock: Sendable, Equatable {
    /// In lower case; nil where the fence names none.
    package var language: String?
    /// All that stands behind the fence, the language as well.
    package var info: String
    package var code: String
    /// The opening fence's, in the page's file.
    package var line: Int
  }

  /// A word or a text at a line of the page's file.
  package struct Mark: Sendable, Equatable {
    package var text: String
    package var line: Int

    package init(text: String, line: Int) {
      self.text = text
      self.line = line
    }
  }

  package var codeBlocks: [CodeBlock] = []
  package var codeSpans: [Mark] = []
  /// The kinds (`note`) of the admonitions, in order.
  package var admonitions: [Mark] = []
  /// `{…}` in the text, braces included; comments are none.
  package var expressions: [Mark] = []

  package init() {}
}

extension MarkdownParser {
  /// The structure of a page that `parse` makes a document of, by the same rules.
  package static func structure(
    of source: MarkdownSource, options: MarkdownOptions
  ) -> DocumentStructure {
    var source = source
    source.body = SourceCleaning.clean(source).value
    var reader = StructureReader(options: options)
    reader.read(source)
    return reader.structure
  }
}

/// Walks the tree of a page, and of what stands further right in it, for its structure.
private struct StructureReader {
  let options: MarkdownOptions
  var structure = DocumentStructure()
  private var nesting = 0
  /// The line of the block that is being read: cmark-gfm does not know the line of every inline.
  private var blockLine = 1

  init(options: MarkdownOptions) { self.options = options }

  mutating func read(_ source: MarkdownSource) {
    let syntax = ConstructScanner.Syntax(
      isMDX: source.format == .mdx,
      admonitionKeywords: Admonition.builtInKeywords.union(options.admonitions))
    let scanned = ConstructScanner.scan(source.body, syntax: syntax)
    var renderer = DocumentRenderer(source: source, scanned: scanned, options: options)
    _ = CommonMark.withTree(of: scanned.bytes, nesting: nesting) { root in
      guard let iterator = cmark_iter_new(root) else { return }
      defer { cmark_iter_free(iterator) }
      while true {
        let event = cmark_iter_next(iterator)
        if event == CMARK_EVENT_DONE { return }
        guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
        enter(node, &renderer)
      }
    }
  }

  private mutating func enter(_ node: CommonMark.Node, _ renderer: inout DocumentRenderer) {
    let start = Int(cmark_node_get_start_line(node))
    let line =
      start > 0 ? renderer.scanned.lines.sourceLine(of: start) + renderer.source.firstLine - 1 : 0
    switch cmark_node_get_type(node) {
    case CMARK_NODE_CODE_BLOCK:
      addCode(node, line: line, &renderer)
    case CMARK_NODE_CODE:
      let text = renderer.restoredText(CommonMark.literal(of: node))
      structure.codeSpans.append(.init(text: text, line: max(line, blockLine)))
    case CMARK_NODE_HTML_BLOCK:
      blockLine = line
      addConstructs(in: node, line: line, &renderer)
    case CMARK_NODE_HTML_INLINE:
      addConstructs(in: node, line: max(line, blockLine), &renderer)
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING, CommonMark.tableCell:
      blockLine = line
    default: break
    }
  }

  private mutating func addCode(
    _ node: CommonMark.Node, line: Int, _ renderer: inout DocumentRenderer
  ) {
    let literal = renderer.restored(CommonMark.literal(of: node))
    if !renderer.isFencedCode(node), renderer.source.format == .mdx {
      // MDX has no indented code: it is text that stands further right.
      guard nesting < 8 else { return }
      var inner = renderer.source
      inner.body = DocumentRenderer.unindented(literal)
      inner.firstLine = line
      nesting += 1
      read(inner)
      nesting -= 1
      return
    }
    let info = renderer.restored(CommonMark.buffer(cmark_node_get_fence_info(node)))
    structure.codeBlocks.append(
      .init(
        language: CodeFenceInfo(text(info)).language, info: text(info), code: text(literal),
        line: line))
  }

  private mutating func addConstructs(
    in node: CommonMark.Node, line: Int, _ renderer: inout DocumentRenderer
  ) {
    let literal = CommonMark.literal(of: node)
    var position = 0
    while let placed = Placeholder.next(in: literal, from: position) {
      position = placed.range.upperBound
      guard let construct = renderer.construct(placed.number) else { continue }
      switch construct.kind {
      case .admonitionStart(let opening):
        structure.admonitions.append(.init(text: opening.keyword, line: line))
      case .expression:
        structure.expressions.append(
          .init(text: text(renderer.source.body[construct.source]), line: line))
      case .admonitionEnd, .comment, .literal, .rawElement, .tag, .unknownTag: break
      }
    }
  }
}

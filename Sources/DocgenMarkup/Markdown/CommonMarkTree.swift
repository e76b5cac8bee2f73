import CCMarkGFM
import CMarkSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// cmark-gfm, used so that any number of threads can parse at once.
///
/// Only the extensions table and tasklist are attached: those for autolinks and strikethrough set
/// and clear process-global tables while they parse, so that two threads spoil each other's pages.
/// Their rules are in `Autolinks` and `Strikethrough`.
enum CommonMark {
  typealias Node = OpaquePointer

  // Computed, for a `static let` asks each time whether it has been set.
  static var table: cmark_node_type { docgen_table_type() }
  static var tableRow: cmark_node_type { docgen_table_row_type() }
  static var tableCell: cmark_node_type { docgen_table_cell_type() }

  /// Registers the extensions, once: cmark-gfm's own registration is not safe on two threads.
  private static let isRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Parses a text and lends its tree; the tree is gone when `body` returns.
  ///
  /// - Parameter nesting: how many trees are being walked on this thread already.
  static func withTree<Result>(
    of bytes: [UInt8], nesting: Int, _ body: (Node) -> Result
  ) -> Result? {
    // Looking for footnotes is a walk over the whole tree; most pages have none.
    let hasFootnotes = bytes.withUnsafeBufferPointer { $0.contains(Array("[^".utf8)) }
    guard isRegistered,
      let parser = cmark_parser_new_with_mem(
        hasFootnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT, docgen_arena())
    else { return nil }
    // Frees the parser and the tree at once. A tree inside another's walk, for a fragment, is only
    // gone with the outermost one.
    let isOutermost = nesting == 0
    defer { if isOutermost { docgen_arena_reset() } }
    for name in ["table", "tasklist"] {
      guard let syntax = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, syntax)
    }
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    return body(root)
  }

  /// The text of a leaf, until the tree is changed or freed.
  static func literal(of node: Node) -> UnsafeBufferPointer<UInt8> {
    var length = 0
    let start = docgen_node_literal(node, &length)
    return UnsafeBufferPointer(start: start, count: length)
  }

  static func buffer(_ characters: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let characters else { return UnsafeBufferPointer(start: nil, count: 0) }
    let count = strlen(characters)
    return characters.withMemoryRebound(to: UInt8.self, capacity: count) {
      UnsafeBufferPointer(start: $0, count: count)
    }
  }
}

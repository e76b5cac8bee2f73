/// Something in an author's text that Markdown has no word for: an MDX tag, an expression, an
/// admonition's fence. The scanner puts a placeholder in its stead, cmark-gfm carries the placeholder
/// to its place in the tree, and the renderer puts the construct back. Where it turns out to stand in
/// code, the source text comes back byte for byte, so the scanner may be wrong about where code is
/// without harm.
struct Construct: Sendable {
  enum Kind: Sendable {
    case tag(MDXTag)
    /// `{…}`; the range is what stands between the braces.
    case expression(Range<Int>)
    /// `{/* … */}` or `<!-- … -->`; the range is what stands between the marks.
    case comment(Range<Int>)
    /// An element whose content is not Markdown: `script`, `style`, `CodeBlock`.
    case rawElement(MDXTag, content: Range<Int>)
    /// The `<` of a tag that no element has: text, and reported.
    case unknownTag(MDXTag)
    /// Text that would mean something else to cmark-gfm; the range is what is shown of it.
    case literal(Range<Int>)
    case admonitionStart(AdmonitionLine)
    case admonitionEnd(colons: Int)
  }

  var kind: Kind
  /// Where it stands in the source.
  var source: Range<Int>
  /// Whether it stands on lines of its own, between paragraphs rather than in one.
  var isFlow: Bool
}

/// How a construct's number is written into the text that cmark-gfm reads. Both forms are HTML to it:
/// a processing instruction is a block of one line, a tag is inline. No author can write one:
/// `SourceCleaning` has taken the control byte in it out of the text.
enum Placeholder {
  static let mark: UInt8 = 0x01
  /// Stands beside emphasis marks that CommonMark's rules misread next to CJK text; shown nowhere.
  static let joiner: UInt8 = 0x02

  static func append(_ number: Int, isFlow: Bool, to output: inout [UInt8]) {
    output.append(isFlow ? "<?" : "<x m=")
    output.append(mark)
    output.append(decimal: number)
    output.append(isFlow ? "?>" : ">")
  }

  static func isAny(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains(mark) || bytes.contains(joiner)
  }

  /// The next placeholder in `bytes` at or after `start`: its number and where it stands.
  static func next(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (number: Int, range: Range<Int>)? {
    guard let index = bytes.firstIndex(of: mark, from: start, to: bytes.count) else { return nil }
    var end = index + 1
    var number = 0
    while end < bytes.count, ASCII.isDigit(bytes[end]), number < Int(Int32.max) {
      number = number * 10 + Int(bytes[end] - ASCII.zero)
      end += 1
    }
    let isFlow = index >= 2 && bytes[index - 1] == ASCII.question
    let lower = max(start, index - (isFlow ? 2 : 5))
    let upper = min(bytes.count, end + (isFlow ? 2 : 1))
    return (number, lower..<upper)
  }
}

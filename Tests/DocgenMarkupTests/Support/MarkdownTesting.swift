import DocgenCore
import Testing

@testable import DocgenMarkup

/// Parses a page as the tests write it.
func parsed(
  _ text: String, _ format: MarkdownSource.Format = .mdx, options: MarkdownOptions = .init(),
  frontMatter: ConfigNode? = nil
) -> Diagnosed<Document> {
  parsed(Array(text.utf8), format, options: options, frontMatter: frontMatter)
}

func parsed(
  _ bytes: [UInt8], _ format: MarkdownSource.Format = .mdx, options: MarkdownOptions = .init(),
  frontMatter: ConfigNode? = nil
) -> Diagnosed<Document> {
  MarkdownParser.parse(
    MarkdownSource(file: "page.md", body: bytes, format: format, frontMatter: frontMatter),
    options: options)
}

/// A page's HTML with its slots filled as far as one file tells: links lead where they are written
/// to, a partial is shown as `{path}`, an admonition's default heading is its kind.
func rendered(
  _ text: String, _ format: MarkdownSource.Format = .mdx, options: MarkdownOptions = .init(),
  frontMatter: ConfigNode? = nil
) -> String {
  filled(parsed(text, format, options: options, frontMatter: frontMatter).value)
}

func filled(_ document: Document) -> String { filled(document.html, of: document) }

func filled(_ html: [UInt8], of document: Document) -> String {
  var output: [UInt8] = []
  var index = 0
  while index < html.count {
    guard html[index] == SlotMark.open else {
      output.append(html[index])
      index += 1
      continue
    }
    guard let close = html[index...].firstIndex(of: SlotMark.close),
      let number = Int(String(decoding: html[index + 1..<close], as: UTF8.self)),
      document.slots.indices.contains(number)
    else {
      Issue.record(
        "a slot is broken: \(String(decoding: html[index...].prefix(30), as: UTF8.self))")
      return String(decoding: output, as: UTF8.self)
    }
    output += Array(filling(of: document.slots[number], in: document).utf8)
    index = close + 1
  }
  var text = String(decoding: output, as: UTF8.self)
  while text.last == "\n" { text.removeLast() }
  return text
}

private func filling(of slot: DocumentSlot, in document: Document) -> String {
  switch slot {
  case .link(let index):
    let link = document.links[index]
    let name =
      switch link.kind {
      case .link: "href"
      case .image: "src"
      case .attribute(_, let name): name
      }
    return " \(name)=\"\(HTMLEscaping.escaped(link.destination))\""
  case .url(let index): return HTMLEscaping.escaped(document.links[index].destination)
  case .headingAliases: return ""
  case .headingLinkLabel(let index):
    return HTMLEscaping.escaped("Link to \(document.headings[index].text)")
  case .admonitionLabel(let kind): return kind
  case .footnotesTitle: return "Footnotes"
  case .footnoteBackLabel(let label): return HTMLEscaping.escaped("Back to reference \(label)")
  case .partial(let path, _): return "{\(HTMLEscaping.escaped(path))}"
  case .docCardList: return "{cards}"
  }
}

/// The codes of what is found in a page, in the order found. `⟦` and `⟧` in the text mark where each
/// finding begins and ends; they are taken out first, and findings elsewhere are issues.
func findings(
  _ marked: String, _ format: MarkdownSource.Format = .mdx, options: MarkdownOptions = .init(),
  sourceLocation: SourceLocation = #_sourceLocation
) -> [String] {
  var text = ""
  var spans: [(start: SourcePosition, end: SourcePosition?)] = []
  var open: [Int] = []
  var position = SourcePosition(line: 1, column: 1)
  for character in marked {
    if character == "⟦" {
      open.append(spans.count)
      spans.append((position, nil))
    } else if character == "⟧" {
      if let index = open.popLast() { spans[index].end = position }
    } else {
      text.append(character)
      position.column += character.utf8.count
      if character == "\n" { position = SourcePosition(line: position.line + 1, column: 1) }
    }
  }
  let found = parsed(text, format, options: options).diagnostics.sorted(by: Diagnostic.precedes)
  #expect(
    found.map { [$0.span?.start, $0.span?.end] } == spans.map { [$0.start, $0.end] },
    "\(found.map { "\($0.code) \($0.span.map { "\($0)" } ?? "")" })", sourceLocation: sourceLocation
  )
  for diagnostic in found {
    #expect(diagnostic.span?.file == "page.md", sourceLocation: sourceLocation)
    #expect(!diagnostic.message.hasSuffix("."), sourceLocation: sourceLocation)
    #expect(diagnostic.hint?.isEmpty == false, sourceLocation: sourceLocation)
  }
  return found.map(\.code)
}

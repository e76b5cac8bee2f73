import CCMarkGFM

/// Footnotes: references where they stand, definitions in a section at the page's end, in the order
/// of their first reference (which cmark-gfm has put them in).
struct Footnotes {
  /// The labels by number: cmark-gfm puts the definitions in the order of their first reference and
  /// leaves only that number in the references.
  private var labels: [String] = []
  private var definitions: [UInt8] = []
  private var definitionCount = 0
  private var definitionStart = 0
  private var openLabel = ""
  /// By label: how many references have been written.
  private var references: [String: Int] = [:]

  mutating func collectLabels(of root: CommonMark.Node) {
    var child = cmark_node_last_child(root)
    while let node = child, cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
      labels.insert(text(CommonMark.literal(of: node)), at: 0)
      child = cmark_node_previous(node)
    }
    for (index, label) in labels.enumerated() where label.isEmpty { labels[index] = "\(index + 1)" }
  }

  /// - Parameter isInLink: HTML has no links in links: the number stands alone there.
  mutating func appendReference(
    _ node: CommonMark.Node, isInLink: Bool, to html: inout [UInt8]
  ) {
    let number = CommonMark.literal(of: node)
    if isInLink {
      html.append("<sup>")
      HTMLEscaping.appendEscaped(number, into: &html)
      html.append("</sup>")
      return
    }
    let index = (Int(text(number)) ?? 0) - 1
    let label = labels.indices.contains(index) ? labels[index] : text(number)
    let count = (references[label] ?? 0) + 1
    references[label] = count
    let id = HTMLEscaping.escaped(label)
    html.append("<sup><a href=\"#user-content-fn-\(id)\" id=\"")
    html.append(Self.referenceID(id, count))
    html.append("\" data-footnote-ref=\"\" aria-describedby=\"footnote-label\">")
    HTMLEscaping.appendEscaped(number, into: &html)
    html.append("</a></sup>")
  }

  private static func referenceID(_ label: String, _ count: Int) -> String {
    "user-content-fnref-\(label)" + (count > 1 ? "-\(count)" : "")
  }

  mutating func startDefinition(at position: Int) {
    openLabel = labels.indices.contains(definitionCount) ? labels[definitionCount] : ""
    definitionCount += 1
    definitionStart = position
  }

  /// Moves what has been written since `startDefinition` into the section.
  mutating func endDefinition(taking html: inout [UInt8], slots: inout [DocumentSlot]) {
    var content = Array(html[definitionStart...])
    html.removeSubrange(definitionStart...)
    let label = HTMLEscaping.escaped(openLabel)
    var backlinks: [UInt8] = []
    for count in 1...max(1, references[openLabel] ?? 1) {
      backlinks.append(" <a href=\"#\(Self.referenceID(label, count))\"")
      backlinks.append(" data-footnote-backref=\"\" aria-label=\"")
      backlinks.append(
        .footnoteBackLabel(count > 1 ? "\(openLabel)-\(count)" : openLabel), to: &slots)
      backlinks.append("\" class=\"data-footnote-backref\">↩")
      if count > 1 { backlinks.append("<sup>\(count)</sup>") }
      backlinks.append("</a>")
    }
    if content.suffix(5).elementsEqual("</p>\n".utf8) {
      content.insert(contentsOf: backlinks, at: content.count - 5)
    } else {
      content += backlinks
    }
    definitions.append("<li id=\"user-content-fn-\(label)\">\n")
    definitions += content
    definitions.append("</li>\n")
  }

  func appendSection(to html: inout [UInt8], slots: inout [DocumentSlot]) {
    guard definitionCount > 0 else { return }
    html.append("<section data-footnotes=\"\" class=\"footnotes\">")
    html.append("<h2 class=\"sr-only\" id=\"footnote-label\">")
    html.append(.footnotesTitle, to: &slots)
    html.append("</h2>\n<ol>\n")
    html += definitions
    html.append("</ol>\n</section>\n")
  }
}

/// HTML in a plain form in which what docgen and others make of the same Markdown can be compared:
/// one line for each tag and each text.
///
/// Taken away: permalinks and heading ids where asked for, the boxes around code and tables,
/// highlighting, `<label>` around a task, `loading`, `rel`, `target`, `tabindex`, an admonition's
/// markup but for its type, title and content, preloading, percent encoding, and white space that nobody sees.
struct PlainHTML {
  var keepsHeadingIDs = true

  func lines(_ html: String) -> [String] {
    var root = HTMLNode.read(html)
    root.children = simplified(root)
    var output: [String] = []
    write(root, to: &output)
    return output
  }

  private func simplified(_ node: HTMLNode) -> [HTMLNode] { node.children.flatMap(plain) }

  private func plain(_ node: HTMLNode) -> [HTMLNode] {
    guard !node.isText else { return [node] }
    let classes = node.classes
    switch node.name {
    case "a" where classes.contains("hash-link") || classes.contains("anchor-alias"): return []
    case "link": return []
    case "span" where classes.contains("token") || classes.contains("code-line"),
      "div" where classes.contains("table-wrapper"),
      "figure" where classes.contains("theme-mermaid"),
      "label" where node.attributes.isEmpty,
      "header":
      return simplified(node)
    case "pre" where classes.contains("mermaid"):
      return [HTMLNode(name: "mermaid", children: [.text(trimmed(node.text))])]
    case "div" where classes.contains("theme-code-block"):
      return node.first { $0.name == "pre" }.map(plain) ?? []
    case "pre":
      if let code = node.first(where: { $0.name == "code" }) { return [plainCode(node, code)] }
    case "div" where classes.contains("theme-admonition"): return [admonition(node)]
    case "aside" where node["data-type"] != nil: return [truthAdmonition(node)]
    default: break
    }
    var copy = node
    copy.attributes = attributes(of: node)
    copy.children = simplified(node)
    return [copy]
  }

  private func plainCode(_ pre: HTMLNode, _ code: HTMLNode) -> HTMLNode {
    let language = (pre.classes + code.classes).first { $0.hasPrefix("language-") } ?? ""
    var result = HTMLNode(name: "pre", children: [.text(withoutLastNewlines(code.text))])
    if !["", "language-", "language-text"].contains(language) {
      result.attributes = [HTMLAttribute(name: "class", value: language)]
    }
    return result
  }

  private func attributes(of node: HTMLNode) -> [HTMLAttribute] {
    let dropped: Set<String> = ["target", "rel", "loading", "tabindex"]
    return node.attributes.compactMap { attribute in
      var attribute = attribute
      if dropped.contains(attribute.name) { return nil }
      switch attribute.name {
      case "id" where !keepsHeadingIDs && node.isHeading: return nil
      case "class":
        let hidden: Set<String> = [
          "anchor", "theme-details", "contains-task-list", "task-list-item",
        ]
        attribute.value = node.classes.filter { !hidden.contains($0) }.joined(separator: " ")
        if attribute.value.isEmpty { return nil }
      case "style":
        attribute.value = attribute.value.filter { $0 != " " }
        while attribute.value.last == ";" { attribute.value.removeLast() }
        if attribute.value.hasPrefix("text-align:") {
          attribute.value.removeFirst(11)
          attribute.name = "align"
        }
      case "href", "src": attribute.value = withoutPercentEncoding(attribute.value)
      case "data-footnotes", "data-footnote-ref": attribute.value = ""
      default: break
      }
      return attribute
    }.sorted { $0.name < $1.name }
  }

  private func admonition(_ node: HTMLNode) -> HTMLNode {
    let kind = node.classes.first { $0.hasPrefix("theme-admonition-") }?.dropFirst(17) ?? ""
    let heading = node.first { $0.classes.contains("admonition-heading") }?.text ?? ""
    let content = node.first { $0.classes.contains("admonition-content") }
    return titled(String(kind), words(heading), content.map(simplified) ?? [])
  }

  private func truthAdmonition(_ node: HTMLNode) -> HTMLNode {
    var title = node["title"]
    var children = node.children
    if title == nil,
      let index = children.firstIndex(where: { ["b", "mdxadmonitiontitle"].contains($0.name) })
    {
      title = words(children.remove(at: index).text)
    }
    return titled(
      node["data-type"] ?? "", title ?? "", simplified(HTMLNode(name: "", children: children)))
  }

  private func titled(_ kind: String, _ title: String, _ children: [HTMLNode]) -> HTMLNode {
    var node = HTMLNode(name: "admonition", children: children)
    node.attributes = [HTMLAttribute(name: "type", value: kind)]
    // A default title is the kind's own name in tests.
    if !title.isEmpty, title != kind { node.attributes.append(.init(name: "title", value: title)) }
    return node
  }

  private func write(_ node: HTMLNode, to output: inout [String]) {
    let isCode = node.name == "pre" || node.name == "mermaid"
    var text = ""
    var isAfterBlock = node.isBlock
    func flush(isBeforeBlock: Bool) {
      var shown = text
      if !isCode {
        shown = text.split(whereSeparator: isSpace).joined(separator: " ")
        let isBlank = shown.isEmpty
        if !isAfterBlock, text.first.map(isSpace) == true { shown = " " + shown }
        if !isBeforeBlock, !isBlank, text.last.map(isSpace) == true { shown += " " }
        if isBlank, isBeforeBlock { shown = "" }
      }
      if !shown.isEmpty { output.append(shown) }
      text = ""
    }
    for child in node.children {
      if child.isText {
        text += child.value
        continue
      }
      flush(isBeforeBlock: child.isBlock)
      let attributes = child.attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
      output.append("<\(child.name)\(attributes)>")
      if !htmlVoidElements.contains(child.name) {
        write(child, to: &output)
        output.append("</\(child.name)>")
      }
      isAfterBlock = child.isBlock
    }
    flush(isBeforeBlock: node.isBlock)
  }

  private func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\t" || character == "\n"
  }

  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func trimmed(_ text: String) -> String {
    withoutLastNewlines(String(text.drop { $0 == "\n" }))
  }

  private func withoutLastNewlines(_ text: String) -> String {
    var text = text
    while text.last == "\n" { text.removeLast() }
    return text
  }

  private func withoutPercentEncoding(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

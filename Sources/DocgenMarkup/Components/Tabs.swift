import DocgenCore

/// `<Tabs>` and `<TabItem>`: panels that the theme's script makes tabs of (docusaurus-rules 2.14).
extension DocumentRenderer {
  mutating func openTabs(_ tag: MDXTag) {
    startLine()
    noteBlock("div")
    html.append("<div class=\"theme-tabs-container\"")
    appendData("group", attributeText("groupId", of: tag))
    if let query = attributeText("queryString", of: tag) {
      appendData("query", query)
    } else if attributeFlag("queryString", of: tag) {
      appendData("query", attributeText("groupId", of: tag))
    }
    appendData("default", attributeText("defaultValue", of: tag))
    html.append(">\n")
    open(.component, tag.name, closing: "</div>\n", tag.source)
    guard let values = tag.attributes.last(where: { $0.name == "values" }),
      case .node(let node) = value(of: values)
    else { return }
    for entry in node.elements ?? [] {
      guard let value = entry["value"]?.scalarText else { continue }
      frames[frames.count - 1].tabLabels[value] = entry["label"]?.scalarText ?? value
    }
  }

  mutating func openTabItem(_ tag: MDXTag) {
    startLine()
    noteBlock("div")
    let value = attributeText("value", of: tag) ?? attributeText("label", of: tag) ?? ""
    let tabs = frames.last { componentBase($0.name) == "Tabs" }
    if tabs == nil {
      report(
        .warning, "mdx/tab-outside-tabs", "<TabItem> stands outside of <Tabs>", at: tag.source,
        hint: "put <Tabs> around the items that belong together")
    }
    let label = attributeText("label", of: tag) ?? tabs?.tabLabels[value] ?? value
    html.append("<div class=\"tab-panel\"")
    appendData("value", value)
    appendData("label", label)
    if attributeFlag("default", of: tag) { html.append(" data-default=\"\"") }
    html.append("><p class=\"tab-label\">")
    HTMLEscaping.appendEscaped(label, into: &html)
    html.append("</p>\n")
    open(.component, tag.name, closing: "</div>\n", tag.source)
  }

  private func componentBase(_ name: String) -> String {
    guard let path = scanned.imports.first(where: { $0.name == name })?.path else { return name }
    return path.split(separator: "/").last.map(String.init) ?? name
  }

  private mutating func appendData(_ name: String, _ value: String?) {
    guard let value else { return }
    html.append(" data-\(name)=\"")
    HTMLEscaping.appendEscaped(value, into: &html)
    html.append("\"")
  }
}

import DocgenCore

/// The components that a site's own templates define (`templates/components/<Name>.html`), and the
/// data files they may use.
package struct SiteComponents: Sendable {
  package var templates: [String: Template<ComponentContext>]
  /// What `data.<file>` is in a component's template.
  package var data: TemplateValue

  package init(templates: [String: Template<ComponentContext>] = [:], data: TemplateValue = .object([:])) {
    self.templates = templates
    self.data = data
  }
}

/// Components: docgen's own and the site's.
extension DocumentRenderer {
  mutating func openComponent(_ tag: MDXTag) {
    let name = componentName(of: tag)
    if let path = partialPath(of: tag.name) {
      startLine()
      let position = positions.position(of: tag.source.lowerBound)
      appendSlot(.partial(path: path, position: position))
      document.outline.append(.partial(path))
      open(.component, tag.name, closing: "", tag.source)
      return
    }
    if options.components.templates[name] != nil {
      open(.template(templateAttributes(of: tag)), tag.name, closing: "", tag.source)
      return
    }
    switch name {
    case "Link": openLink(tag)
    case "Tabs": openTabs(tag)
    case "TabItem": openTabItem(tag)
    case "Admonition": openAdmonitionComponent(tag)
    case "Details": openDetails(tag)
    case "DocCardList":
      startLine()
      appendSlot(.docCardList)
      open(.component, tag.name, closing: "", tag.source)
    case "ThemedImage": openThemedImage(tag)
    case "Head": open(.head, tag.name, closing: "", tag.source)
    case "Translate": open(.component, tag.name, closing: "", tag.source)
    default: openUnknown(tag)
    }
  }

  /// A component's own name where the page imports it under another.
  private func componentName(of tag: MDXTag) -> String {
    guard let path = scanned.imports.first(where: { $0.name == tag.name })?.path,
      path.hasPrefix("@theme/") || path.hasPrefix("@docusaurus/")
    else { return tag.name }
    return path.split(separator: "/").last.map(String.init) ?? tag.name
  }

  /// The Markdown file that a component's name is imported from.
  private func partialPath(of name: String) -> String? {
    scanned.imports.first { found in
      found.name == name
        && (found.path.hasSuffix(".md") || found.path.hasSuffix(".mdx")
          || found.path.split(separator: "/").last?.hasPrefix("_") == true)
    }?.path
  }

  private mutating func openUnknown(_ tag: MDXTag) {
    let known =
      ["Link", "Tabs", "TabItem", "Admonition", "CodeBlock", "Details", "DocCardList"]
      + ["ThemedImage", "Head"] + options.components.templates.keys.sorted()
    let suggestion = Suggestions.hint(for: tag.name, among: known)
    report(
      .warning, "mdx/unknown-component", "There is no component <\(tag.name)>", at: tag.source,
      hint: suggestion
        ?? "write templates/components/\(tag.name).html; until then only what is inside it is shown")
    open(.component, tag.name, closing: "", tag.source)
  }

  private mutating func openLink(_ tag: MDXTag) {
    let target = attributeText("to", of: tag) ?? attributeText("href", of: tag) ?? ""
    html.append("<a")
    appendSlot(.link(document.links.count))
    document.links.append(
      DocumentLink(
        kind: .link, destination: target, position: positions.position(of: tag.source.lowerBound)))
    _ = appendAttributes(
      of: tag, except: ["to", "href", "target", "rel", "autoAddBaseUrl", "isNavLink", "activeClassName"])
    html.append(">")
    linkDepth += 1
    open(.component, tag.name, closing: "</a>", tag.source)
  }

  // MARK: Tabs

  private mutating func openTabs(_ tag: MDXTag) {
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

  private mutating func openTabItem(_ tag: MDXTag) {
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

  // MARK: Others

  private mutating func openAdmonitionComponent(_ tag: MDXTag) {
    startLine()
    noteBlock("div")
    let keyword = attributeText("type", of: tag) ?? "note"
    let isKnown =
      Admonition.builtInKeywords.contains(keyword) || options.admonitions.contains(keyword)
    if !isKnown {
      report(
        .warning, "mdx/unknown-admonition", "There is no admonition '\(keyword)'", at: tag.source,
        hint: Suggestions.hint(for: keyword, among: Admonition.builtInKeywords.sorted())
          ?? "it is shown as a note")
    }
    appendAdmonitionStart(
      keyword: isKnown ? keyword : "note", id: attributeText("id", of: tag),
      extraClass: attributeText("className", of: tag) ?? "")
    if let title = attributeText("title", of: tag) {
      HTMLEscaping.appendEscaped(title, into: &html)
    } else {
      appendSlot(.admonitionLabel(Admonition.labelKind(of: isKnown ? keyword : "note")))
    }
    html.append("</div><div class=\"admonition-content\">\n")
    open(.component, tag.name, closing: "</div></div>\n", tag.source)
  }

  private mutating func openDetails(_ tag: MDXTag) {
    startLine()
    noteBlock("details")
    html.append("<details class=\"theme-details\"")
    if attributeFlag("open", of: tag) { html.append(" open=\"\"") }
    html.append(">")
    if let summary = attributeText("summary", of: tag) {
      html.append("<summary>")
      HTMLEscaping.appendEscaped(summary, into: &html)
      html.append("</summary>")
    }
    html.append("\n")
    open(.component, tag.name, closing: "</details>\n", tag.source)
  }

  /// One picture for each colour mode; the theme shows the one that fits.
  private mutating func openThemedImage(_ tag: MDXTag) {
    let attribute = tag.attributes.last { $0.name == "sources" }
    let sources = attribute.flatMap { themedSources(of: $0) } ?? []
    if sources.isEmpty {
      report(
        .warning, "mdx/unknown-attribute-value",
        "<ThemedImage> has no sources that can be read", at: tag.source,
        hint: "write sources={{light: '/img/a.png', dark: '/img/b.png'}}")
    }
    for (mode, path) in sources {
      html.append("<img class=\"themed-image themed-image--\(mode)\"")
      appendSlot(.link(document.links.count))
      document.links.append(
        DocumentLink(
          kind: .attribute(element: "img", name: "src"), destination: path,
          position: positions.position(of: tag.source.lowerBound)))
      _ = appendAttributes(of: tag, except: ["sources", "className", "src"])
      html.append(">")
    }
    open(.component, tag.name, closing: "", tag.source)
  }

  /// `{{light: …, dark: …}}`, whose values may be calls of `useBaseUrl` that only their text tells.
  private mutating func themedSources(of attribute: MDXTag.Attribute) -> [(String, String)]? {
    guard case .expression(let range) = attribute.value else { return nil }
    let read = JavaScriptReader.expression(
      Array(source.body[range]), file: source.file, at: positions.position(of: range.lowerBound))
    return ["light", "dark"].compactMap { mode in
      guard let node = read.value?[mode] else { return nil }
      switch node.value {
      case .string(let path): return (mode, path)
      case .unknown(let source):
        let parts = source.split { $0 == "'" || $0 == "\"" || $0 == "`" }
        return parts.count > 1 ? (mode, String(parts[1])) : nil
      default: return nil
      }
    }
  }

  // MARK: Elements whose content is no Markdown

  mutating func appendRawElement(_ tag: MDXTag, content: Range<Int>, _ construct: Construct) {
    let inner = rawContent(content)
    if tag.name == "CodeBlock" {
      startLine()
      var info = attributeText("language", of: tag) ?? ""
      if let className = attributeText("className", of: tag), className.hasPrefix("language-") {
        info = String(className.dropFirst(9))
      }
      if let title = attributeText("title", of: tag) { info += " title=\"\(title)\"" }
      if attributeFlag("showLineNumbers", of: tag) { info += " showLineNumbers" }
      if let meta = attributeText("metastring", of: tag) { info += " \(meta)" }
      appendCodeBlock(inner, info: Array(info.utf8), at: tag.source)
      html.append("\n")
      return
    }
    html.append("<\(tag.name)")
    _ = appendAttributes(of: tag)
    html.append(">")
    html += inner
    html.append("</\(tag.name)>")
  }

  /// The bytes between the tags; one template literal in braces is its text.
  private mutating func rawContent(_ range: Range<Int>) -> [UInt8] {
    let bytes = source.body[range]
    let inner = bytes.drop(while: ASCII.isWhitespace)
    if inner.first == ASCII.openBrace,
      let last = inner.lastIndex(where: { !ASCII.isWhitespace($0) }), inner[last] == ASCII.closeBrace,
      case .text(let text) = value(ofExpression: inner.startIndex + 1..<last)
    {
      return Array(text.utf8)
    }
    return Array(bytes.first == ASCII.newline ? bytes.dropFirst() : bytes)
  }

  // MARK: The site's own

  private mutating func templateAttributes(of tag: MDXTag) -> [String: TemplateValue] {
    var values: [String: TemplateValue] = [:]
    for attribute in tag.attributes {
      switch value(of: attribute) {
      case .text(let text): values[attribute.name] = .text(text)
      case .flag(let flag): values[attribute.name] = .bool(flag)
      case .null: values[attribute.name] = .null
      case .node(let node): values[attribute.name] = TemplateValue(node)
      case .url(let path):
        var slot: [UInt8] = [SlotMark.open]
        slot.append(String(document.slots.count))
        slot.append(SlotMark.close)
        document.slots.append(.url(document.links.count))
        document.links.append(
          DocumentLink(
            kind: .attribute(element: "a", name: "href"), destination: path,
            position: positions.position(of: attribute.source.lowerBound)))
        values[attribute.name] = .html(slot)
      case .unknown:
        report(
          .warning, "mdx/unknown-attribute-value",
          "The value of '\(attribute.name)' on <\(tag.name)> can't be known without running it",
          at: attribute.source, hint: "the attribute is left out; write its value as data")
      }
    }
    return values
  }

  mutating func appendTemplate(
    _ name: String, attributes: [String: TemplateValue], children: [UInt8]
  ) {
    guard let template = options.components.templates[name] else { return }
    var context = ComponentContext()
    context.attributes = attributes
    context.childrenHTML = children
    context.data = options.components.data
    template.render(context, into: &html)
  }
}

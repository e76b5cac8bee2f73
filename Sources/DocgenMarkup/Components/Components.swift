import DocgenCore

/// The components that a site's own templates define (`templates/components/<Name>.html`), and the
/// data files they may use.
package struct SiteComponents: Sendable {
  package var templates: [String: Template<ComponentContext>]
  /// What `data.<file>` is in a component's template.
  package var data: TemplateValue

  package init(
    templates: [String: Template<ComponentContext>] = [:], data: TemplateValue = .object([:])
  ) {
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
      noteBlock("div")
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
    if let component = options.generatedComponents[name] {
      appendGenerated(component, tag)
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
      noteBlock("div")
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
      + ["ThemedImage", "Head"] + options.generatedComponents.keys.sorted()
      + options.components.templates.keys.sorted()
    let suggestion = Suggestions.hint(for: tag.name, among: known)
    report(
      .warning, "mdx/unknown-component", "There is no component <\(tag.name)>", at: tag.source,
      hint: suggestion
        ?? "write templates/components/\(tag.name).html; until then only what is inside it is shown"
    )
    open(.component, tag.name, closing: "", tag.source)
  }

  private mutating func openLink(_ tag: MDXTag) {
    guard prepareElement("a", at: tag.source) else {
      frames[frames.count - 1].name = tag.name
      return
    }
    let target = attributeText("to", of: tag) ?? attributeText("href", of: tag) ?? ""
    let attribute = tag.attributes.last { $0.name == "to" || $0.name == "href" }
    let place = (attribute?.source ?? tag.source).lowerBound
    html.append("<a")
    appendSlot(.link(document.links.count))
    document.links.append(
      DocumentLink(kind: .link, destination: target, position: positions.position(of: place)))
    appendAttributes(
      of: tag,
      except: ["to", "href", "target", "rel", "autoAddBaseUrl", "isNavLink", "activeClassName"])
    html.append(">")
    open(.component, tag.name, closing: "</a>", tag.source, isLink: true)
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
        let start = html.count
        appendURLSlot(path, at: attribute.source)
        values[attribute.name] = .html(Array(html[start...]))
        html.removeSubrange(start...)
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
    let start = html.count
    template.render(context, into: &html)
    noteBlocks(from: start)
  }

  /// A template's elements are known by their tags only.
  private mutating func noteBlocks(from start: Int) {
    guard paragraph != nil || openBlocklessElements > 0 else { return }
    var index = start
    while let less = html.firstIndex(of: ASCII.less, from: index, to: html.count) {
      let name = text(html[(less + 1)...].prefix(while: ASCII.isAlphanumeric)).lowercased()
      if HTMLElements.block.contains(name) { noteBlock(name) }
      index = less + 1
    }
  }
}

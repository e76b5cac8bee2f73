import ConfigSchema
import DocgenCore

/// How the site looks: `themeConfig` without its navigation, and what is added to every page's head.
extension DocusaurusConfigReader {
  mutating func readTheme(_ theme: DocusaurusFields) {
    var fields = theme
    site.theme.image = fields.text("image")
    if let mode = fields.group("colorMode") { readColorMode(mode) }
    if let docs = fields.group("docs") { readDocsTheme(docs) }
    if let navbar = fields.group("navbar") { readNavbar(navbar) }
    if let footer = fields.group("footer") { readFooter(footer) }
    if let prism = fields.group("prism") { readPrism(prism) }
    if var levels = fields.group("tableOfContents") {
      let known = site.theme.tableOfContents
      site.theme.tableOfContents = HeadingLevels(
        minimum: levels.integer("minHeadingLevel") ?? known.minimum,
        maximum: levels.integer("maxHeadingLevel") ?? known.maximum)
      levels.finish(into: &diagnostics)
    }
    if let bar = fields.group("announcementBar") { readAnnouncementBar(bar) }
    for (index, entry) in (fields.list("metadata") ?? []).enumerated() {
      site.theme.metadata.append(attributes(entry, path: "themeConfig.metadata[\(index)]"))
    }
    // Diagrams follow the theme of docgen; the blog is left out as a whole.
    fields.accept("mermaid", "blog")
    fields.finish(into: &diagnostics, openEnded: true)
  }

  private mutating func readColorMode(_ mode: DocusaurusFields) {
    var fields = mode
    let defaultMode = fields.choice(
      "defaultMode", ["light": ThemeConfig.ColorMode.light, "dark": .dark])
    site.theme.defaultColorMode = defaultMode ?? site.theme.defaultColorMode
    site.theme.disableColorModeSwitch = fields.flag("disableSwitch") ?? false
    site.theme.respectPrefersColorScheme = fields.flag("respectPrefersColorScheme") ?? false
    fields.finish(into: &diagnostics)
  }

  private mutating func readDocsTheme(_ docs: DocusaurusFields) {
    var fields = docs
    if var sidebar = fields.group("sidebar") {
      site.theme.sidebarHideable = sidebar.flag("hideable") ?? false
      site.theme.sidebarAutoCollapse = sidebar.flag("autoCollapseCategories") ?? false
      sidebar.finish(into: &diagnostics)
    }
    fields.accept("versionPersistence")
    fields.finish(into: &diagnostics)
  }

  private mutating func readPrism(_ prism: DocusaurusFields) {
    var fields = prism
    site.theme.defaultCodeLanguage = fields.text("defaultLanguage")
    for (index, entry) in (fields.list("magicComments") ?? []).enumerated() where !entry.isAbsent {
      var comment = DocusaurusFields(entry, path: "\(fields.path(to: "magicComments"))[\(index)]")
      var magic = MagicComment()
      magic.className = comment.requiredText("className") ?? ""
      magic.line = comment.text("line")
      if var block = comment.group("block") {
        magic.blockStart = block.requiredText("start")
        magic.blockEnd = block.requiredText("end")
        block.finish(into: &diagnostics)
      }
      site.theme.magicComments.append(magic)
      comment.finish(into: &diagnostics)
    }
    // Which languages there are and how they are coloured is docgen's theme's.
    fields.accept("theme", "darkTheme", "additionalLanguages", "plain")
    fields.finish(into: &diagnostics)
  }

  private mutating func readAnnouncementBar(_ bar: DocusaurusFields) {
    var fields = bar
    var announcement = AnnouncementBar()
    announcement.id = fields.text("id") ?? announcement.id
    announcement.contentHTML = fields.requiredText("content") ?? ""
    announcement.isCloseable = fields.flag("isCloseable") ?? announcement.isCloseable
    fields.leaveOut("backgroundColor", "textColor")
    fields.finish(into: &diagnostics)
    site.theme.announcementBar = announcement
  }

  // MARK: Head

  mutating func readHead(_ fields: inout DocusaurusFields) {
    for (index, entry) in (fields.list("scripts") ?? []).enumerated() {
      site.theme.scripts.append(attributes(entry, path: "scripts[\(index)]", textIs: "src"))
    }
    for (index, entry) in (fields.list("stylesheets") ?? []).enumerated() {
      site.theme.stylesheets.append(
        attributes(entry, path: "stylesheets[\(index)]", textIs: "href"))
    }
    for (index, entry) in (fields.list("headTags") ?? []).enumerated() where !entry.isAbsent {
      let path = "headTags[\(index)]"
      var tag = DocusaurusFields(entry, path: path)
      if let name = tag.requiredText("tagName") {
        let attributes = tag.value("attributes").map {
          self.attributes($0, path: "\(path).attributes")
        }
        let tag = HeadTag(
          tagName: name, attributes: attributes ?? [], innerHTML: tag.text("innerHTML"))
        site.theme.headTags.append(tag)
      }
      tag.accept("attributes", "innerHTML", "customProps")
      tag.finish(into: &diagnostics)
    }
  }

  /// The attributes of a tag in the order written. `true` is an attribute without a value; `false`
  /// is none.
  ///
  /// - Parameter name: The attribute that a text alone stands for.
  private mutating func attributes(
    _ node: ConfigNode, path: String, textIs name: String? = nil
  ) -> [Attribute] {
    if let name, let text = node.string { return [Attribute(name, text)] }
    let fields = DocusaurusFields(node, path: path)
    diagnostics += fields.diagnostics
    var attributes: [Attribute] = []
    for member in node.members ?? [] where !member.value.isAbsent {
      if let flag = member.value.bool {
        if flag { attributes.append(Attribute(member.key, "")) }
      } else if let text = member.value.scalarText {
        attributes.append(Attribute(member.key, text))
      } else {
        diagnostics.append(
          Diagnostic(
            .error, "config/wrong-type",
            "'\(path).\(member.key)' must be text, not \(member.value.kindName)",
            at: member.value.span))
      }
    }
    return attributes
  }
}

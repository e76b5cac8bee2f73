import ConfigSchema
import DocgenCore

extension SiteConfig {
  /// The theme's keys, which stand at the top of `docgen.yml`.
  static var themeFields: [Field<SiteConfig>] {
    [
      Field(
        "colorMode", \.theme, .object(ThemeConfig.colorModeSchema), "Light and dark appearance."),
      Field(
        "image", \.theme.image, .text,
        "The picture for social cards: a path below a static folder, or an address."
      ).example("img/card.png"),
      Field(
        "customCss", \.theme.customCSS, .oneOrMore(of: .text),
        "Stylesheets that are loaded after the theme's own."
      ).example(["css/custom.css"]),
      Field(
        "navbar", \.theme.navbar, .object(NavbarConfig.schema), "The bar on top of each page."),
      Field("footer", \.theme.footer, .object(FooterConfig.schema), "What ends each page."),
      Field(
        "announcementBar", \.theme.announcementBar, .object(AnnouncementBar.schema),
        "A message above the navbar."),
      Field(
        "tableOfContents", \.theme.tableOfContents, .object(HeadingLevels.schema),
        "Which headings a page's table of contents lists."),
      Field(
        "sidebar", \.theme, .object(ThemeConfig.sidebarSchema), "How sidebars behave."),
      Field("code", \.theme, .object(ThemeConfig.codeSchema), "How code is shown."),
      Field(
        "mermaid", \.theme, .object(ThemeConfig.mermaidSchema), "How Mermaid diagrams are shown."),
      Field(
        "metadata", \.theme.metadata, .list(of: .attributes),
        "`<meta>` tags for every page, attribute by attribute."
      ).example([["name": "keywords", "content": "docs"]]),
      Field(
        "headTags", \.theme.headTags, .list(of: .object(HeadTag.schema)),
        "Other tags for every page's head."
      ).example([["tagName": "link", "attributes": ["rel": "me", "href": "https://example.com"]]]),
      Field(
        "scripts", \.theme.scripts, .list(of: .attributes(orText: "src")),
        "Scripts for every page: an address, or the tag's attributes."
      ).example(["/js/counter.js"]),
      Field(
        "stylesheets", \.theme.stylesheets, .list(of: .attributes(orText: "href")),
        "Stylesheets for every page: an address, or the tag's attributes."
      ).example(["https://example.com/font.css"]),
    ]
  }
}

extension ThemeConfig {
  static let colorModeSchema = Schema("colorMode", defaults: ThemeConfig()) {
    Field(
      "defaultMode", \.defaultColorMode, .choice, "What a reader sees who has chosen nothing.")
    Field(
      "disableSwitch", \.disableColorModeSwitch, .flag, "Whether readers can't switch the mode.")
    Field(
      "respectPrefersColorScheme", \.respectPrefersColorScheme, .flag,
      "Whether the system's preference wins over `defaultMode`.")
  }

  static let sidebarSchema = Schema("sidebar", defaults: ThemeConfig()) {
    Field("hideable", \.sidebarHideable, .flag, "Whether readers can hide the sidebar.")
    Field(
      "autoCollapse", \.sidebarAutoCollapse, .flag,
      "Whether opening a category closes the others.")
  }

  static let mermaidSchema = Schema("mermaid", defaults: ThemeConfig()) {
    Field(
      "script", \.mermaidScript, .text,
      """
      The Mermaid script that draws diagrams in readers' browsers: a path below a static folder, or \
      an address. It is loaded on pages with a diagram. A name that ends with `.mjs` is a module. \
      Without it, the source is shown.
      """
    ).example("/js/mermaid.min.js")
  }

  static let codeSchema = Schema("code", defaults: ThemeConfig()) {
    Field(
      "defaultLanguage", \.defaultCodeLanguage, .text, "The language of fences that name none."
    )
    .example("bash")
    Field(
      "magicComments", \.magicComments, .list(of: .object(MagicComment.schema)),
      "Comments that mark lines of code instead of being shown."
    ).example([["className": "code-error", "line": "This will error"]])
  }
}

extension MagicComment {
  static let schema = Schema("magic comment", defaults: MagicComment()) {
    Field("className", \.className, .text, "The class that marked lines get.").required
    Field("line", \.line, .text, "The comment that marks the next line.")
    Field(
      "block", \.self, .object(blockSchema), "The comments that mark all lines between them.")
  }

  static let blockSchema = Schema("block", defaults: MagicComment()) {
    Field("start", \.blockStart, .text, "Before the first line.")
    Field("end", \.blockEnd, .text, "After the last line.")
  }
}

extension AnnouncementBar {
  static let schema = Schema("announcementBar", defaults: AnnouncementBar()) {
    Field(
      "id", \.id, .text, "Names the message: a reader who closed it sees a message of another id.")
    Field("content", \.contentHTML, .text, "The message, in HTML.").required
    Field("isCloseable", \.isCloseable, .flag, "Whether readers can close it.")
  }
}

extension HeadingLevels {
  static let schema = Schema("tableOfContents", defaults: HeadingLevels()) {
    Field("minHeadingLevel", \.minimum, .integer(in: 2...6), "The highest headings listed.")
    Field("maxHeadingLevel", \.maximum, .integer(in: 2...6), "The lowest headings listed.")
  }
  .checking { levels, node, context in
    guard levels.minimum > levels.maximum else { return }
    context.report(
      "invalid-value", "'minHeadingLevel' is greater than 'maxHeadingLevel'", at: node.span,
      hint: "the defaults are 2 and 3")
    levels = HeadingLevels()
  }
}

extension HeadTag {
  static let schema = Schema("head tag", defaults: HeadTag(tagName: "")) {
    Field("tagName", \.tagName, .text, "The tag: `link`, `script`, `meta`.").required
    Field("attributes", \.attributes, .attributes, "Its attributes.")
    Field("innerHTML", \.innerHTML, .text, "What stands inside the tag.")
  }
}

extension ValueType where Value == [Attribute] {
  /// Names with their texts. `true` stands for an attribute without a value, `false` for none.
  static var attributes: Self {
    let value = ValueType<String?>(.oneOf([.text, .flag])) { node, _, context in
      if let flag = node.bool { return .some(flag ? "" : nil) }
      return ValueType<String>.text.decode(node, nil, &context).map { .some($0) }
    }
    return ValueType<[Keyed<String?>]>.members(keys: "attribute", of: value).converted(
      literal: { .object($0.map { JSONValue.Member($0.name, .string($0.value)) }) }
    ) { written, _, _ in
      written.compactMap { entry in entry.value.map { Attribute(entry.key, $0) } }
    }
  }

  /// - Parameter name: the attribute that a bare text is the value of.
  static func attributes(orText name: String) -> Self {
    let attributes = Self.attributes
    let literal: @Sendable ([Attribute]) -> JSONValue? = { written in
      written.count == 1 && written[0].name == name
        ? .string(written[0].value) : attributes.literal(written)
    }
    return Self(.oneOf([.text, attributes.shape]), literal: literal) { node, current, context in
      if let text = node.string { return [Attribute(name, text)] }
      return attributes.decode(node, current, &context)
    }
  }
}

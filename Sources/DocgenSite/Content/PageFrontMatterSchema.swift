import ConfigSchema
import DocgenCore

extension PageFrontMatter {
  /// The keys that mean something in front matter; others are left to templates.
  ///
  /// They are Docusaurus' own, and as lenient: `title: 2.0` is text and `draft: "true"` a flag.
  package static let schema = Schema(
    "the front matter", defaults: PageFrontMatter(), doc: "What a page says of itself."
  ) {
    identityFields
    tableOfContentsFields
    navigationFields
    publicationFields
  }
  .reporting(as: "front-matter")
  .lenient
  .allowingUnknownKeys
  .checking(checkHeadingLevels)
  .checking(checkPublication)
  .checking(checkFormat)

  /// Reads a page's front matter. What is wrong in it is reported and stays at its default.
  package static func decode(_ node: ConfigNode) -> Diagnosed<PageFrontMatter> {
    var frontMatter = PageFrontMatter()
    frontMatter.node = node
    let diagnostics = schema.decode(node, into: &frontMatter)
    return Diagnosed(frontMatter, diagnostics)
  }
}

// MARK: Fields

extension PageFrontMatter {
  @FieldBuilder<PageFrontMatter>
  private static var identityFields: [Field<PageFrontMatter>] {
    Field("id", \.id, .contentID, "The last part of the page's ID; by default, the file's name.")
    Field("title", \.title, .text, "The page's title; by default, its first heading.")
    Field(
      "description", \.description, .text,
      "What search engines and cards say of the page; by default, its first lines.")
    Field("keywords", \.keywords, .list(of: .text), "For search engines.")
    Field("image", \.image, .text, "The picture for social cards.")
    Field(
      "slug", \.slug, .text,
      "The page's path: from the root of the pages with a slash in front, else from its folder.")
    Field("aliases", \.aliases, .oneOrMore(of: .text), "Old paths of the page, which lead to it.")
      .example(["/old/install"])
    Field("tags", \.tags, .list(of: .tag), "What the page is about: labels, or labels with a path.")
      .example(["setup", ["label": "Linux", "permalink": "/linux"]])
    Field(
      "parse_number_prefixes", \.parseNumberPrefixes, .flag,
      "Whether a number in front of the file's name is left out of the page's path.")
  }

  @FieldBuilder<PageFrontMatter>
  private static var tableOfContentsFields: [Field<PageFrontMatter>] {
    Field(
      "hide_title", \.hideTitle, .flag,
      "Whether the title is not shown above a page that has no first heading of its own.")
    Field("hide_table_of_contents", \.hideTableOfContents, .flag, "Whether there is none.")
    Field(
      "toc_min_heading_level", \.tocMinHeadingLevel, .integer(in: 2...6),
      "The highest headings in the table of contents; the site's setting by default.")
    Field(
      "toc_max_heading_level", \.tocMaxHeadingLevel, .integer(in: 2...6),
      "The lowest headings in the table of contents; the site's setting by default.")
  }

  @FieldBuilder<PageFrontMatter>
  private static var navigationFields: [Field<PageFrontMatter>] {
    Field("sidebar_label", \.sidebarLabel, .text, "Its label in the sidebar; the title by default.")
    Field(
      "sidebar_position", \.sidebarPosition, .number,
      "Its place among its siblings; by default, the number in front of the file's name.")
    Field("sidebar_class_name", \.sidebarClassName, .text, "A class for the stylesheet.")
    Field("sidebar_key", \.sidebarKey, .text, "Names it for translations, where labels are equal.")
    Field(
      "displayed_sidebar", \.displayedSidebar, .reference,
      "The sidebar beside the page; `null` for none.")
    Field(
      "pagination_label", \.paginationLabel, .text,
      "What links to it before and after say; the sidebar's label by default.")
    Field(
      "pagination_next", \.paginationNext, .reference,
      "The ID of the page after it; `null` for none.")
    Field(
      "pagination_prev", \.paginationPrevious, .reference,
      "The ID of the page before it; `null` for none.")
  }

  @FieldBuilder<PageFrontMatter>
  private static var publicationFields: [Field<PageFrontMatter>] {
    Field(
      "custom_edit_url", \.customEditURL, .editURL,
      "Where the page can be edited; `null` or nothing for no link.")
    Field("draft", \.draft, .flag, "Whether the page is not published yet.")
    Field(
      "unlisted", \.unlisted, .flag,
      "Whether only those find the page who have its address: not in sidebars, search and sitemap.")
    Field(
      "search", \.search, .pageSearch,
      "`false` keeps the page out of the site's search; `weight` moves it up (2) or down (0.5)."
    ).example(["weight": 2])
    Field(
      "last_update", \.lastUpdate, .lastUpdate,
      "Who changed the page last, and when; by default, what Git says."
    ).example(["date": "2026-11-22", "author": "Ada"])
    Field("mdx", \.self, .object(mdxSchema), "How the page is read.")
      .example(["format": "md"])
  }

  private static let mdxSchema = Schema("mdx", defaults: PageFrontMatter()) {
    Field(
      "format", \.format, .choice,
      "`mdx` for Markdown with components, `md` without, `detect` for what the file's name says.")
  }
}

extension LastUpdate {
  fileprivate static let schema = Schema("last_update", defaults: LastUpdate()) {
    Field("author", \.author, .text, "Who.")
    Field("date", \.date, .date, "When: a date, with or without a time.").example("2026-11-22")
  }
}

extension PageSearch {
  fileprivate static let schema = Schema("search", defaults: PageSearch()) {
    Field("exclude", \.isExcluded, .flag, "Whether the search does not find the page.")
    Field(
      "weight", \.weight, .number(in: 0.1...10),
      "How much the page is preferred to others: from 0.1 to 10.")
  }
}

extension PageTag {
  fileprivate static let schema = Schema("tag", defaults: PageTag(label: "")) {
    Field("label", \.label, .text, "What readers see.").required
    Field("permalink", \.permalink, .text, "The path of the tag's page.")
  }
}

// MARK: Types

extension ValueType where Value == String {
  /// As it is written.
  fileprivate static var date: Self {
    text.converted { text, node, context in
      if WrittenDate(text) != nil { return text }
      context.report(
        "invalid-value", "\(context.subject) must be a date, not '\(text)'", at: node.span,
        hint: "write it as 2026-11-22 or 2026-11-22T10:00:00Z")
      return nil
    }
  }

  fileprivate static var contentID: Self {
    text.refusing { $0.contains("/") ? "can't contain '/': the folder is a part of the ID" : nil }
  }
}

extension ValueType where Value == PageReference {
  /// A name, or `null` for nothing on purpose.
  fileprivate static var reference: Self {
    Self(.oneOf([.text, .constant(.null)])) { node, _, context in
      if node.value == .null { return PageReference.none }
      return ValueType<String>.text.decode(node, nil, &context).map { .named($0) }
    }
  }

  /// The same, and an empty text is nothing too.
  fileprivate static var editURL: Self {
    reference.converted { reference, _, _ in reference == .named("") ? .none : reference }
  }
}

extension ValueType where Value == LastUpdate {
  /// An author, a date, or both.
  fileprivate static var lastUpdate: Self {
    ValueType.object(LastUpdate.schema).converted { update, node, context in
      if node["author"] == nil, node["date"] == nil {
        context.report(
          "missing-key", "\(context.subject) needs 'author' or 'date'", at: node.span)
      }
      return update == LastUpdate() ? nil : update
    }
  }
}

extension ValueType where Value == PageSearch {
  /// `true`, `false`, or settings.
  fileprivate static var pageSearch: Self {
    let bySettings = ValueType<PageSearch>.object(PageSearch.schema)
    return Self(.oneOf([.flag, bySettings.shape])) { node, _, context in
      if node.members != nil { return bySettings.decode(node, nil, &context) }
      return ValueType<Bool>.flag.decode(node, nil, &context).map { isFound in
        var search = PageSearch()
        search.isExcluded = !isFound
        return search
      }
    }
  }
}

extension ValueType where Value == PageTag {
  fileprivate static var tag: Self {
    let byKeys = ValueType<PageTag>.object(PageTag.schema)
    return Self(.oneOf([.text, byKeys.shape])) { node, _, context in
      if node.members != nil { return byKeys.decode(node, nil, &context) }
      return ValueType<String>.text.decode(node, nil, &context).map { PageTag(label: $0) }
    }
  }
}

// MARK: Rules over several keys

extension PageFrontMatter {
  @Sendable private static func checkHeadingLevels(
    _ page: inout PageFrontMatter, _ node: ConfigNode, _ context: inout DecodingContext
  ) {
    guard let minimum = page.tocMinHeadingLevel, let maximum = page.tocMaxHeadingLevel,
      minimum > maximum
    else { return }
    context.report(
      "invalid-value", "'toc_min_heading_level' is greater than 'toc_max_heading_level'",
      at: node["toc_min_heading_level"]?.span ?? node.span)
    (page.tocMinHeadingLevel, page.tocMaxHeadingLevel) = (nil, nil)
  }

  /// A draft is nowhere, so it can't be unlisted.
  @Sendable private static func checkPublication(
    _ page: inout PageFrontMatter, _ node: ConfigNode, _ context: inout DecodingContext
  ) {
    guard page.draft, page.unlisted else { return }
    context.report(
      "conflicting-keys", "a page can't be both 'draft' and 'unlisted'",
      at: node["unlisted"]?.span ?? node.span,
      hint: "keep 'draft' until it is published, 'unlisted' after")
    page.unlisted = false
  }

  @Sendable private static func checkFormat(
    _ page: inout PageFrontMatter, _ node: ConfigNode, _ context: inout DecodingContext
  ) {
    guard let member = node.members?.last(where: { $0.key == "format" }) else { return }
    let value = member.value.string ?? "md"
    context.report(
      "misplaced-key", "'format' means nothing here, in Docusaurus neither", severity: .warning,
      at: member.keySpan, hint: "write 'mdx: { format: \(value) }'")
  }
}

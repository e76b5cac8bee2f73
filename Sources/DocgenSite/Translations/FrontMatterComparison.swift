import DocgenCore

/// Front matter has to be there, and to say the same where it says no words: a translation with
/// another `slug` is another address.
enum FrontMatterComparison {
  static func findings(_ pages: ComparedPages) -> [Diagnostic] {
    let block = pages.translation.block
    // That a line of hyphens or the YAML is broken has been said of the file alone.
    guard pages.source.block.yaml != nil, !block.isUnfenced, !block.isUnclosed else { return [] }
    guard block.yaml != nil else { return [missing(pages)] }
    guard pages.translation.page.frontMatter.node?.members != nil else { return [] }
    return [missingKeys(pages), otherValues(pages)].compactMap { $0 }
  }

  private static func missing(_ pages: ComparedPages) -> Diagnostic {
    pages.finding(
      .warning, "translation/lost-front-matter",
      "The front matter of the source page is missing here", at: pages.span(1),
      notes: [.init("the source page's", span: pages.sourceSpan(1))],
      hint: "copy it from the source page and translate its title and description")
  }

  // MARK: Keys and values

  private static func missingKeys(_ pages: ComparedPages) -> Diagnostic? {
    let known = Set(pages.translation.page.frontMatter.node?.members?.map(\.key) ?? [])
    let missing = (pages.source.page.frontMatter.node?.members ?? [])
      .filter { !known.contains($0.key) }
    if missing.isEmpty { return nil }
    let names = missing.map { "'\($0.key)'" }.joined(separator: ", ")
    return pages.finding(
      .warning, "translation/missing-key", "The front matter has no \(names)",
      at: pages.span(1),
      notes: missing.map { .init("'\($0.key)' in the source page", span: $0.keySpan) },
      hint: "copy what is missing, and translate it where it is words")
  }

  /// Keys whose values are no words.
  private static let fixed: Set<String> = [
    "id", "slug", "displayed_sidebar", "draft", "hide_table_of_contents", "hide_title", "image",
    "pagination_next", "pagination_prev", "parse_number_prefixes", "sidebar_class_name",
    "sidebar_key", "sidebar_position", "toc_max_heading_level", "toc_min_heading_level", "unlisted",
  ]

  private static func otherValues(_ pages: ComparedPages) -> Diagnostic? {
    let node = pages.source.page.frontMatter.node
    var notes: [Diagnostic.Note] = []
    var first: ConfigNode.Member?
    for member in pages.translation.page.frontMatter.node?.members ?? []
    where fixed.contains(member.key) {
      guard let original = node?[member.key], original.scalarText != member.value.scalarText
      else { continue }
      first = first ?? member
      notes.append(
        .init(
          "'\(member.key)' is '\(original.scalarText ?? "null")' in the source page",
          span: original.span))
    }
    guard let first else { return nil }
    return pages.finding(
      .warning, "translation/front-matter-value",
      "'\(first.key)' is not what the source page says", at: first.value.span, notes: notes,
      hint: "write the source page's value: it is no text")
  }
}

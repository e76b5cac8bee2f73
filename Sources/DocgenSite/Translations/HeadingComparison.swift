import DocgenMarkup

/// The levels of the headings have to be the source page's: links and the table of contents live by
/// them.
enum HeadingComparison {
  static func difference(
    _ source: ComparedPages.Side, _ translation: ComparedPages.Side
  ) -> PartsDifference {
    let source = source.page.document.headings
    let translation = translation.page.document.headings
    let pairs = AnchorAliases(source: source, translated: translation).pairs()
    return PartsDifference(
      source.map(part), translation.map(part), pairs: pairs.map { ($0.source, $0.translated) })
  }

  private static func part(_ heading: Heading) -> PagePart {
    let marks = String(repeating: "#", count: heading.level)
    return PagePart(key: marks, shown: "the heading '\(marks) \(heading.text)'", line: heading.line)
  }
}

import DocgenMarkup

/// Admonitions have to be of the same kinds in the same order; their titles are translated.
enum AdmonitionComparison {
  static func difference(_ pages: ComparedPages) -> PartsDifference {
    .ordered(
      pages.source.structure.admonitions.map(part),
      pages.translation.structure.admonitions.map(part))
  }

  private static func part(_ admonition: DocumentStructure.Mark) -> PagePart {
    PagePart(
      key: admonition.text, shown: "the admonition ':::\(admonition.text)'", line: admonition.line,
      written: ":::")
  }
}

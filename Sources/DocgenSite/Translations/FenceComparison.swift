import DocgenMarkup

/// Code blocks have to be as many as in the source page, in the same languages and order.
enum FenceComparison {
  static func difference(_ pages: ComparedPages) -> PartsDifference {
    .ordered(
      pages.source.structure.codeBlocks.map(part),
      pages.translation.structure.codeBlocks.map(part))
  }

  private static func part(_ block: DocumentStructure.CodeBlock) -> PagePart {
    let language = block.language ?? ""
    return PagePart(key: language, shown: "the code block '```\(language)'", line: block.line)
  }
}

import DocgenMarkup

/// Code blocks have to be as many as in the source page, in the same languages and order.
enum FenceComparison {
  static func difference(
    _ source: ComparedPages.Side, _ translation: ComparedPages.Side
  ) -> PartsDifference {
    .ordered(
      source.structure.codeBlocks.map(part), translation.structure.codeBlocks.map(part))
  }

  private static func part(_ block: DocumentStructure.CodeBlock) -> PagePart {
    let language = block.language ?? ""
    return PagePart(
      key: language, shown: "the code block '```\(language)'", line: block.line,
      lastLine: block.line + block.code.utf8.count { $0 == ASCII.newline } + 1)
  }
}

import DocgenMarkup

/// Placeholders in code, in code spans and in braces have to be the source page's. Those in angle
/// brackets may be in the reader's words: `<your-key>` as `<你的密钥>`.
enum PlaceholderComparison {
  /// - Parameter blocks: the code blocks that both pages have; of the others it is known already.
  static func difference(
    _ pages: ComparedPages, blocks: [(source: Int, translation: Int)]
  ) -> PartsDifference {
    let source = texts(of: pages.source.structure, blocks: blocks.map(\.source))
    let translation = texts(of: pages.translation.structure, blocks: blocks.map(\.translation))
    let difference = PartsDifference.unordered(parts(of: source), parts(of: translation))
    let translated = translation.reduce(0) { $0 + Placeholders.translatedCount(in: $1.text) }
    if translated == 0 { return difference }
    var missing = Set(
      difference.missing.filter { Placeholders.isForPeople(difference.source[$0].key) }
        .prefix(translated))
    return .unordered(
      difference.source.enumerated().filter { missing.remove($0.offset) == nil }.map(\.element),
      difference.translation)
  }

  private static func texts(
    of structure: DocumentStructure, blocks: [Int]
  ) -> [DocumentStructure.Mark] {
    var texts = structure.codeSpans + structure.expressions
    for block in blocks.map({ structure.codeBlocks[$0] }) {
      let lines = block.code.split(separator: "\n", omittingEmptySubsequences: false)
      for (offset, line) in lines.enumerated() {
        texts.append(.init(text: String(line), line: block.line + 1 + offset))
      }
    }
    return texts
  }

  private static func parts(of texts: [DocumentStructure.Mark]) -> [PagePart] {
    texts.flatMap { mark in
      Placeholders.find(in: mark.text).map {
        PagePart(key: $0, shown: "the placeholder '\($0)'", line: mark.line, written: $0)
      }
    }
  }
}

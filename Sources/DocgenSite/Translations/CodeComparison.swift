import DocgenMarkup

/// Code has to be the source page's: the words that a program knows, in code blocks and between
/// backticks. Comments and texts are translated, and so are blocks in no language. That a translation
/// marks more words as code is its own affair.
enum CodeComparison {
  /// Code spans, in any order. Those with placeholders are compared by these.
  static func spans(_ pages: ComparedPages) -> PartsDifference {
    onlyMissing(spans(pages.source.structure), spans(pages.translation.structure))
  }

  private static func spans(_ structure: DocumentStructure) -> [PagePart] {
    var seen: Set<String> = []
    return structure.codeSpans.filter { span in
      Placeholders.find(in: span.text).isEmpty && seen.insert(span.text).inserted
        && !CodeWords.find(in: Array(span.text.utf8)).isEmpty
    }.map { PagePart(key: $0.text, shown: "the code '\($0.text)'", line: $0.line) }
  }

  /// The words of code blocks.
  ///
  /// - Parameter blocks: the code blocks that both pages have.
  static func words(
    _ pages: ComparedPages, blocks: [(source: Int, translation: Int)]
  ) -> PartsDifference {
    var source: [PagePart] = []
    var translation: [PagePart] = []
    for block in blocks {
      let original = pages.source.structure.codeBlocks[block.source]
      let translated = pages.translation.structure.codeBlocks[block.translation]
      guard let language = original.language, !proseLanguages.contains(language),
        original.code != translated.code
      else { continue }
      // A word counts once a block, and must be in the same block.
      source += words(of: original, block: block.source)
      translation += words(of: translated, block: block.source)
    }
    return onlyMissing(source, translation)
  }

  private static let proseLanguages: Set<String> = [
    "markdown", "md", "mdx", "mermaid", "plain", "text", "txt",
  ]

  private static func words(
    of block: DocumentStructure.CodeBlock, block number: Int
  ) -> [PagePart] {
    var seen: Set<String> = []
    var parts: [PagePart] = []
    let lines = block.code.utf8.split(separator: ASCII.newline, omittingEmptySubsequences: false)
    for (offset, line) in lines.enumerated() {
      for word in CodeWords.find(in: Array(line)) where seen.insert(word).inserted {
        parts.append(
          PagePart(
            key: "\(number) \(word)", shown: "the code '\(word)'", line: block.line + 1 + offset))
      }
    }
    return parts
  }

  private static func onlyMissing(
    _ source: [PagePart], _ translation: [PagePart]
  ) -> PartsDifference {
    let known = Set(source.map(\.key))
    return .unordered(source, translation.filter { known.contains($0.key) })
  }
}

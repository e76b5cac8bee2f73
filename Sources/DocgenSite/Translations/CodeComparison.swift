import DocgenMarkup

/// Code has to be the source page's, in code blocks and between backticks. Comments and texts are
/// translated, and so are blocks in no language. That a translation marks more words as code is its
/// own affair.
enum CodeComparison {
  /// Code spans, in any order. Those with placeholders are compared by these.
  static func spans(_ pages: ComparedPages) -> PartsDifference {
    PartsDifference.unordered(spans(pages.source.structure), spans(pages.translation.structure))
      .withoutAdded
  }

  private static func spans(_ structure: DocumentStructure) -> [PagePart] {
    var seen: Set<String> = []
    return structure.codeSpans.filter { span in
      Placeholders.find(in: span.text).isEmpty && seen.insert(span.text).inserted
        && !CodeWords.find(in: Array(span.text.utf8)).isEmpty
    }.map {
      PagePart(
        key: $0.text, shown: "the code '\($0.text)'", line: $0.line, written: $0.text)
    }
  }

  /// The lines of code blocks, and what the ticks of their fences are followed by.
  ///
  /// - Parameter blocks: the code blocks that both pages have.
  static func lines(
    _ pages: ComparedPages, blocks: [(source: Int, translation: Int)]
  ) -> PartsDifference {
    var source: [PagePart] = []
    var translation: [PagePart] = []
    var pairs: [(Int, Int)] = []
    for block in blocks {
      let compared = BlockComparison(
        pages.source.structure.codeBlocks[block.source],
        pages.translation.structure.codeBlocks[block.translation], group: block.source)
      pairs += compared.pairs.map { ($0 + source.count, $1 + translation.count) }
      source += compared.source
      translation += compared.translation
    }
    return PartsDifference(source, translation, pairs: pairs)
  }
}

/// Compares a code block with its translation.
private struct BlockComparison {
  private(set) var source: [PagePart] = []
  private(set) var translation: [PagePart] = []
  private(set) var pairs: [(Int, Int)] = []
  private let group: Int

  init(
    _ original: DocumentStructure.CodeBlock, _ translated: DocumentStructure.CodeBlock, group: Int
  ) {
    self.group = group
    compareInfo(original, translated)
    guard let language = original.language, !Self.proseLanguages.contains(language),
      original.code != translated.code
    else { return }
    let isTextOnly = compareLines(original, translated, language)
    compareWords(original, translated, isTextOnly: isTextOnly)
  }

  private static let proseLanguages: Set<String> = [
    "markdown", "md", "mdx", "mermaid", "plain", "text", "txt",
  ]

  private mutating func compareInfo(
    _ original: DocumentStructure.CodeBlock, _ translated: DocumentStructure.CodeBlock
  ) {
    func key(_ info: String) -> String {
      CodeLines.find(in: info, language: "toml")?.map(\.code).joined() ?? info
    }
    if key(original.info) == key(translated.info) { return }
    func part(_ block: DocumentStructure.CodeBlock) -> PagePart {
      PagePart(
        key: block.info, shown: "the line '```\(block.info)'", line: block.line, group: group)
    }
    source.append(part(original))
    translation.append(part(translated))
  }

  /// - Returns: whether the language is known.
  private mutating func compareLines(
    _ original: DocumentStructure.CodeBlock, _ translated: DocumentStructure.CodeBlock,
    _ language: String
  ) -> Bool {
    guard let lines = CodeLines.find(in: original.code, language: language),
      let others = CodeLines.find(in: translated.code, language: language)
    else { return false }
    let difference = PartsDifference.ordered(
      parts(lines, of: original), parts(others, of: translated))
    pairs += difference.matched.map { ($0 + source.count, $1 + translation.count) }
    source += difference.source
    translation += difference.translation
    return true
  }

  private func parts(
    _ lines: [CodeLines.Line], of block: DocumentStructure.CodeBlock
  ) -> [PagePart] {
    let texts = Self.texts(of: block)
    return lines.map { line in
      let text = String(decoding: texts[line.offset], as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let shown = text.count > 60 ? text.prefix(60) + "…" : text[...]
      return PagePart(
        key: line.code, shown: "the line '\(shown)'", line: block.line + 1 + line.offset,
        group: group)
    }
  }

  private static func texts(of block: DocumentStructure.CodeBlock) -> [Substring.UTF8View] {
    block.code.utf8.split(separator: ASCII.newline, omittingEmptySubsequences: false)
  }

  /// The words in texts and in blocks of unknown languages: each counts once.
  ///
  /// - Parameter isTextOnly: whether the code itself is compared by lines. Among the words of a
  ///   text, only those that are clearly a program's count: `1.2M` and `OpenAI-compatible` are none.
  private mutating func compareWords(
    _ original: DocumentStructure.CodeBlock, _ translated: DocumentStructure.CodeBlock,
    isTextOnly: Bool
  ) {
    func counts(_ word: String) -> Bool {
      !isTextOnly || word.contains("_") || word.contains("://") || word.hasPrefix("--")
    }
    var known = Set(Self.texts(of: translated).flatMap { CodeWords.find(in: Array($0)) })
    for (offset, text) in Self.texts(of: original).enumerated() {
      let line = original.line + 1 + offset
      for word in CodeWords.find(in: Array(text))
      where counts(word) && !CodeLines.isPlaceholder(word) && known.insert(word).inserted {
        if let number = source.firstIndex(where: { $0.line == line }) {
          pairs.removeAll { $0.0 == number }
        } else {
          source.append(
            PagePart(key: word, shown: "the code '\(word)'", line: line, group: -1))
        }
      }
    }
  }
}

import DocgenMarkup

/// Code has to be the source page's: what stands between backticks, and in code blocks the words
/// that a reader would type (names with signs or digits in them, options, paths). Comments and texts
/// are translated, and so are blocks in no language.
enum CodeComparison {
  /// Code spans, in any order. Those with placeholders are compared by these.
  static func spans(_ pages: ComparedPages) -> PartsDifference {
    .unordered(spans(pages.source.structure), spans(pages.translation.structure))
  }

  private static func spans(_ structure: DocumentStructure) -> [PagePart] {
    structure.codeSpans.filter { Placeholders.find(in: $0.text).isEmpty }.map {
      PagePart(key: $0.text, shown: "the code '\($0.text)'", line: $0.line)
    }
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
      // A word counts once a block, and with its block's number: it must be in the same one.
      source += parts(of: original, block: block.source)
      translation += parts(of: translated, block: block.source)
    }
    return .unordered(source, translation)
  }

  private static let proseLanguages: Set<String> = [
    "markdown", "md", "mdx", "mermaid", "plain", "text", "txt",
  ]

  private static func parts(
    of block: DocumentStructure.CodeBlock, block number: Int
  ) -> [PagePart] {
    var seen: Set<String> = []
    var parts: [PagePart] = []
    for (offset, line) in block.code.utf8.split(
      separator: ASCII.newline, omittingEmptySubsequences: false
    ).enumerated() {
      for word in CodeWords.find(in: Array(line)) where seen.insert(word).inserted {
        parts.append(
          PagePart(
            key: "\(number) \(word)", shown: "the code '\(word)'", line: block.line + 1 + offset))
      }
    }
    return parts
  }
}

/// The words of a line of code that mean something to a program.
enum CodeWords {
  static func find(in line: [UInt8]) -> [String] {
    let code = withoutComment(line)
    return code.split { !isWordPart($0) }.compactMap { run in
      var word = run
      while let last = word.last, !ASCII.isAlphanumeric(last) { word = word.dropLast() }
      let isCode = word.count > 2 && word.contains(where: ASCII.isLetter) && hasSign(word)
      return isCode ? String(decoding: word, as: UTF8.self) : nil
    }
  }

  /// The line up to a comment: `#`, `//`, `--`, `<!--` or `;` with space (or nothing) before it.
  private static func withoutComment(_ line: [UInt8]) -> ArraySlice<UInt8> {
    var isAfterSpace = true
    for index in line.indices {
      if isAfterSpace {
        let rest = line[index...]
        let isMark = marks.contains { rest.starts(with: $0) }
        if isMark { return line[..<index] }
      }
      isAfterSpace = ASCII.isSpaceOrTab(line[index])
    }
    return line[...]
  }

  private static let marks = ["# ", "//", "-- ", "<!--", "; ", "/*", "* "].map { Array($0.utf8) }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || signs.contains(byte)
  }

  private static func hasSign(_ word: ArraySlice<UInt8>) -> Bool {
    if word.contains(where: { signs.contains($0) || ASCII.isDigit($0) }) { return true }
    return zip(word, word.dropFirst()).contains { !ASCII.isUpper($0) && ASCII.isUpper($1) }
  }

  private static let signs = Set("_-./:@~".utf8)
}

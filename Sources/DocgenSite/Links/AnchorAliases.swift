import DocgenMarkup

/// Which heading of a page translates which heading of its source, so that a link to the source's
/// anchor leads to the right place of the translation.
///
/// Where the levels of the headings line up, the headings do. Where they don't (a translator left
/// something out, or the source has grown), the alignment is the common subsequence with the
/// greatest weight: a pair of one level counts, and counts more the more of the words that
/// translators leave alone (code, names, numbers) the two share.
struct AnchorAliases {
  private let source: [Heading]
  private let translated: [Heading]

  /// More cells than that are not compared: 1,000 headings by 1,000.
  private static let mostCells = 1_000_000

  /// - Parameter taken: ids that the translated page has besides its headings'.
  /// - Returns: for each translated heading the ids it answers to beside its own.
  static func aliases(
    source: [Heading], translated: [Heading], taken: some Sequence<String>
  ) -> [[String]] {
    var result = [[String]](repeating: [], count: translated.count)
    var used = Set<ElementID>(minimumCapacity: source.count + translated.count)
    for id in taken { used.insert(ElementID(id)) }
    for heading in translated { used.insert(ElementID(heading.id)) }
    for pair in AnchorAliases(source: source, translated: translated).pairs() {
      let id = source[pair.source].id
      if !id.isEmpty, used.insert(ElementID(id)).inserted { result[pair.translated].append(id) }
    }
    return result
  }

  struct Pair: Equatable {
    var source: Int
    var translated: Int
  }

  init(source: [Heading], translated: [Heading]) {
    self.source = source
    self.translated = translated
  }

  /// The pairs, in order.
  func pairs() -> [Pair] {
    let shorter = min(source.count, translated.count)
    let start = (0..<shorter).first { source[$0].level != translated[$0].level } ?? shorter
    if start == source.count, start == translated.count { return diagonal(0..<start, shift: 0) }
    if source.count * translated.count <= Self.mostCells {
      return heaviest(source.indices, translated.indices)
    }
    return pairsFromBothEnds(start: start)
  }

  /// Level by level from the front and from the back, and the heaviest subsequence of what is left
  /// between them where that isn't too much as well.
  private func pairsFromBothEnds(start: Int) -> [Pair] {
    let shorter = min(source.count, translated.count)
    var end = 0
    while start + end < shorter,
      source[source.count - 1 - end].level == translated[translated.count - 1 - end].level
    {
      end += 1
    }
    let middle = start..<source.count - end
    let other = start..<translated.count - end
    let between = middle.count * other.count <= Self.mostCells ? heaviest(middle, other) : []
    return diagonal(0..<start, shift: 0) + between
      + diagonal(source.count - end..<source.count, shift: translated.count - source.count)
  }

  private func diagonal(_ range: Range<Int>, shift: Int) -> [Pair] {
    range.map { Pair(source: $0, translated: $0 + shift) }
  }

  private enum Step: UInt8 { case pair, skipSource, skipTranslated }

  /// The common subsequence with the greatest weight, by dynamic programming from the back: two
  /// rows of weights, and one byte a cell for the way.
  private func heaviest(_ rows: Range<Int>, _ columns: Range<Int>) -> [Pair] {
    let translated = columns.map { ComparedHeading(self.translated[$0]) }
    let width = columns.count
    var steps = [Step](repeating: .skipTranslated, count: rows.count * width)
    var below = [Int](repeating: 0, count: width + 1)
    for row in rows.indices.reversed() {
      let source = ComparedHeading(self.source[row])
      let line = (row - rows.lowerBound) * width
      var weights = [Int](repeating: 0, count: width + 1)
      for column in (0..<width).reversed() {
        var best = weights[column + 1]
        var step = Step.skipTranslated
        if below[column] > best { (best, step) = (below[column], .skipSource) }
        if let weight = translated[column].weight(against: source),
          below[column + 1] + weight >= best
        {
          (best, step) = (below[column + 1] + weight, .pair)
        }
        weights[column] = best
        steps[line + column] = step
      }
      below = weights
    }
    return path(through: steps, rows, columns)
  }

  private func path(
    through steps: [Step], _ rows: Range<Int>, _ columns: Range<Int>
  ) -> [Pair] {
    var pairs: [Pair] = []
    var row = rows.lowerBound
    var column = columns.lowerBound
    while row < rows.upperBound, column < columns.upperBound {
      switch steps[(row - rows.lowerBound) * columns.count + column - columns.lowerBound] {
      case .pair:
        pairs.append(Pair(source: row, translated: column))
        row += 1
        column += 1
      case .skipSource: row += 1
      case .skipTranslated: column += 1
      }
    }
    return pairs
  }
}

/// What two headings are compared by. Hashes, for a heading is compared a thousand times.
private struct ComparedHeading {
  private let level: Int
  private let id: UInt64
  /// The words that a translator leaves as they are: runs of ASCII letters and digits, of two and
  /// more letters or any digits.
  private let keptWords: [UInt64]

  /// The weight of two headings with the same id.
  private static let equalWeight = 12

  init(_ heading: Heading) {
    level = heading.level
    var id = StableHash()
    for byte in heading.id.utf8 { id.combine(byte) }
    self.id = id.value
    keptWords = Self.keptWords(of: heading.text)
  }

  private static func keptWords(of text: String) -> [UInt64] {
    var found: [UInt64] = []
    var hash = StableHash()
    var length = 0
    var hasDigit = false
    func finish() {
      if length > 1 || hasDigit { found.append(hash.value) }
      (hash, length, hasDigit) = (StableHash(), 0, false)
    }
    for byte in text.utf8 {
      if ASCII.isAlphanumeric(byte) {
        hash.combine(ASCII.lowercased(byte))
        length += 1
        if ASCII.isDigit(byte) { hasDigit = true }
      } else {
        finish()
      }
    }
    finish()
    return found
  }

  /// 4 for two headings that have nothing but their level in common, less where the translated
  /// one's words are missing in the source, up to `equalWeight` where all are there or the ids are
  /// the same; nil for different levels.
  func weight(against source: ComparedHeading) -> Int? {
    guard level == source.level else { return nil }
    if id == source.id { return Self.equalWeight }
    guard !keptWords.isEmpty else { return 4 }
    let shared = keptWords.count(where: source.keptWords.contains)
    return shared == 0 ? 3 : 4 + shared * (Self.equalWeight - 4) / keptWords.count
  }
}

/// The words that a mistyped one may have been meant as: those on several pages, the most frequent
/// first.
struct SpellingList: Sendable {
  struct Word: Sendable {
    var bytes: ArraySlice<UInt8>
    var pageCount: Int

    /// Nil where the term is no word that people misspell: short, or not of letters alone.
    init?(_ term: ArraySlice<UInt8>, pageCount: Int) {
      guard term.count >= 4, term.count <= 24,
        term.allSatisfy({ $0 &- 0x61 < 26 || $0 >= 0x80 }), SectionList.hasFollowers(term)
      else { return nil }
      bytes = term
      self.pageCount = pageCount
    }
  }

  /// Stems, in the order in which they are preferred.
  private(set) var words: [[UInt8]]

  /// More would make the file larger than it is worth.
  private static let mostWords = 8_000

  /// - Parameter candidates: in the order of their bytes.
  init(_ candidates: [Word], pageCount: Int) {
    // A word on a single page of many may be a mistake itself.
    let least = pageCount > 50 ? 2 : 1
    var byFrequency = [[Word]](repeating: [], count: 64)
    for word in candidates where word.pageCount >= least {
      byFrequency[word.pageCount.leadingZeroBitCount].append(word)
    }
    words = byFrequency.joined().prefix(Self.mostWords).map { Array($0.bytes) }
  }

  var bytes: [UInt8] { Array(words.joined(separator: [UInt8(ascii: "\n")])) }

  /// The most frequent word that one mistake makes into `term`.
  ///
  /// - Parameter isPrefix: whether `term` may be the beginning of the word.
  func correction(of term: [UInt8], isPrefix: Bool) -> [UInt8]? {
    let letters = Self.letters(term)
    return words.first { word in
      let candidate = Self.letters(word)
      return Self.isOneMistake(letters, candidate)
        || isPrefix && candidate.count > letters.count
          && Self.isOneMistake(letters, Array(candidate.prefix(letters.count)))
    }
  }

  /// Whether one letter is wrong, missing or too many, or two neighbours have changed places.
  static func isOneMistake(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard abs(a.count - b.count) < 2, a != b else { return false }
    let shorter = min(a.count, b.count)
    var start = 0
    while start < shorter, a[start] == b[start] { start += 1 }
    var end = 0
    while end < shorter - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let (left, right) = (a.count - start - end, b.count - start - end)
    if left < 2, right < 2 { return true }
    return left == 2 && right == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
  }

  private static func letters(_ word: [UInt8]) -> [Unicode.Scalar] {
    Array(String(decoding: word, as: UTF8.self).unicodeScalars)
  }
}

/// What a reader typed, cut into words. The same rule stands in the theme's search script.
struct SearchQuery: Equatable {
  struct Word: Equatable {
    var term: [UInt8]
    /// The word as it was typed: folded, not stemmed.
    var typed: [UInt8]
    /// What is looked for instead where no page has an identifier as a whole.
    var parts: [[UInt8]] = []
    /// The term of this word and the next written as one: pages may say "fallback" for "fall back".
    var joined: [UInt8]?
    /// Whether it may be the beginning of what the reader means.
    var isPrefix = false
    /// Pairs of one run of characters have the same; nil: no pair.
    var run: Int?
  }

  private(set) var words: [Word] = []

  /// What follows says nothing more.
  static let mostWords = 10

  init(_ text: String) {
    let cleaned = SearchText(title: text).bytes
    var found: [(word: Word, isStopWord: Bool)] = []
    var lastEnd = 0
    cleaned.withUnsafeBufferPointer { bytes in
      var run: [Range<Int>] = []
      func finishRun() {
        found += Self.pairs(run, of: bytes).map { pair in
          (Self.pair(pair, of: run), StopWords.pairs.contains(pair))
        }
        run = []
      }
      SearchWords.cut(bytes) { range in
        finishRun()
        lastEnd = range.upperBound
        guard let terms = SearchTerms(word: Array(bytes[range])[...]) else { return }
        if let last = found.indices.last, found[last].word.run == nil {
          let joined = found[last].word.typed + terms.typed
          found[last].word.joined = Array(EnglishStem.stem(joined[...]))
        }
        let word = Word(term: terms.whole, typed: terms.typed, parts: terms.parts)
        found.append((word, terms.isStopWord))
      } pair: { range in
        if let last = run.last, last.upperBound <= range.lowerBound { finishRun() }
        run.append(range)
        lastEnd = range.upperBound
      }
      finishRun()
    }
    if lastEnd == cleaned.count, let last = found.indices.last, found[last].word.typed.count > 0 {
      if found[last].word.run == nil { found[last].word.isPrefix = true }
    }
    let says = found.filter { !$0.isStopWord }
    for (word, _) in says.isEmpty ? found : says where words.count < Self.mostWords {
      if !words.contains(where: { $0.term == word.term }) { words.append(word) }
    }
  }

  /// Of the pairs of a run and the single character that ends it, those to look for. Pairs that
  /// overlap go across the border of two words, and each is a file to load. The last one is taken
  /// along, unless what it overlaps is a word.
  private static func pairs(
    _ run: [Range<Int>], of bytes: UnsafeBufferPointer<UInt8>
  ) -> [[UInt8]] {
    let pairs = (run.count < 2 ? run[...] : run.dropLast()).map { Array(bytes[$0]) }
    var taken = stride(from: 0, to: pairs.count, by: 2).map { pairs[$0] }
    if pairs.count % 2 == 0, let word = taken.last, !StopWords.pairs.contains(word) {
      taken.append(pairs[pairs.count - 1])
    }
    return taken
  }

  /// A single character is the beginning of all pairs that it starts.
  private static func pair(_ bytes: [UInt8], of run: [Range<Int>]) -> Word {
    Word(term: bytes, typed: bytes, isPrefix: run.count == 1, run: run.first?.lowerBound)
  }
}

/// Finds what a query's words stand for in the index: the word itself, words that it begins, or the
/// word that it was meant to be. The same rules stand in the theme's search script.
struct SearchLookup {
  let index: SearchIndex

  /// A term that stands for a word of the query.
  struct Match {
    var entry: TermShard.Entry
    /// 16 for the word itself, alone or joined with the next, less for what it may stand for.
    var likeness: Int
  }

  /// A word of the query and what stands for it, which may be nothing.
  struct Found {
    var matches: [Match]
    /// How much finding it says.
    var weight: Int
  }

  /// More words that begin with what was typed say nothing.
  private static let mostContinuations = 24
  /// How many letters a word has at least that may be mistyped.
  private static let shortestMistake = 5

  func find(_ query: SearchQuery) -> [Found] {
    var found = query.words.map(found(for:))
    for (number, word) in query.words.enumerated() where word.run != nil {
      // A pair that goes across the border of two words is rare and says no more than its
      // neighbours.
      let known = query.words.indices.filter {
        query.words[$0].run == word.run && !found[$0][0].matches.isEmpty
      }
      let least = known.map { Self.rarity(of: found[$0][0].matches) ?? index.rarest }.min()
      found[number][0].weight = min(found[number][0].weight, least ?? index.rarest)
    }
    return found.flatMap { $0 }
  }

  /// An identifier that no page has as a whole is looked for by its parts.
  private func found(for word: SearchQuery.Word) -> [Found] {
    let matches = matches(for: word)
    if !matches.isEmpty || word.parts.isEmpty { return [found(matches)] }
    return word.parts.enumerated().map { number, part in
      let isPrefix = word.isPrefix && number == word.parts.count - 1
      return found(
        self.matches(for: SearchQuery.Word(term: part, typed: part, isPrefix: isPrefix)))
    }
  }

  /// A word that no page has says most.
  private func found(_ matches: [Match]) -> Found {
    Found(matches: matches, weight: Self.rarity(of: matches) ?? index.rarest)
  }

  /// That of the word itself, else of the most frequent that stands for it.
  private static func rarity(of matches: [Match]) -> Int? {
    let exact = matches.filter { $0.likeness == 16 }
    return (exact.isEmpty ? matches : exact).map(\.entry.rarity).min()
  }

  private func matches(for word: SearchQuery.Word) -> [Match] {
    var matches = exactly(word).map { Match(entry: $0, likeness: 16) }
    // A single letter begins too much.
    if word.isPrefix, word.typed.count > 1 { matches += continuations(of: word) }
    if !matches.isEmpty || word.typed.count < Self.shortestMistake { return matches }
    if word.isPrefix, let beginning = beginning(of: word.typed) {
      return [Match(entry: beginning, likeness: 12)]
    }
    guard SectionList.hasFollowers(word.term) else { return [] }
    for term in [word.term, word.typed] {
      if let correction = index.spelling.correction(of: term, isPrefix: word.isPrefix),
        let entry = entry(of: correction)
      {
        return [Match(entry: entry, likeness: 10)]
      }
    }
    return []
  }

  /// The word itself, alone and joined with the next. Joined, it is looked for where the first one
  /// is, so that a browser loads no file for it.
  private func exactly(_ word: SearchQuery.Word) -> [TermShard.Entry] {
    var terms = [word.term]
    if let joined = word.joined, index.shard(of: joined) == index.shard(of: word.term) {
      terms.append(joined)
    }
    return terms.compactMap(entry(of:))
  }

  private func entry(of term: [UInt8]) -> TermShard.Entry? {
    guard let shard = index.shard(of: term) else { return nil }
    var found: TermShard.Entry?
    index.shards[shard].forEachEntry { entry in
      if entry.term == term { found = entry }
      return found == nil
    }
    return found
  }

  /// Words that begin with what was typed, in its shard and the one behind it.
  private func continuations(of word: SearchQuery.Word) -> [Match] {
    guard let shard = index.shard(of: word.typed) else { return [] }
    var entries: [TermShard.Entry] = []
    for number in shard..<min(shard + 2, index.shards.count) {
      index.shards[number].forEachEntry { entry in
        if entry.term.starts(with: word.typed), entry.term != word.term { entries.append(entry) }
        return true
      }
    }
    let best = entries.enumerated().sorted {
      ($1.element.pageCount, $0.offset) < ($0.element.pageCount, $1.offset)
    }
    return best.prefix(Self.mostContinuations).map { _, entry in
      Match(entry: entry, likeness: max(4, 14 * word.typed.count / entry.term.count))
    }
  }

  /// The longest word that what was typed begins with: a form that is not finished yet
  /// ("installi").
  private func beginning(of typed: [UInt8]) -> TermShard.Entry? {
    guard let shard = index.shard(of: typed) else { return nil }
    var best: TermShard.Entry?
    index.shards[shard].forEachEntry { entry in
      if entry.term.count >= max(4, typed.count - 4), typed.starts(with: entry.term) {
        best = entry
      }
      return true
    }
    return best
  }
}

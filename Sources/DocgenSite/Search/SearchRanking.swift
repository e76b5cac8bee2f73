/// Puts the pages of a query in order. Whole numbers throughout, so that the theme's search script
/// comes to the same.
///
/// A page gets, for each word of the query, the word's rarity times how much of the page is about
/// it, more where it is in a heading, and most where it is a large part of the title; to which its
/// best section's own points are added; all of it times the part of the query that the page has.
struct SearchRanking {
  let index: SearchIndex

  struct Page: Equatable {
    /// An index into the index's pages.
    var page: Int
    var score: Int
    /// The best sections below the page's start, as indices into its sections.
    var sections: [Int]
  }

  private static let headingPoints = 4
  private static let phrasePoints = 48
  private static let mostSections = 3

  /// What a page has of a query.
  private struct Candidate {
    var points = 0
    /// Of the words that it has.
    var weight = 0
    var sections: [Int: Section] = [:]
  }

  /// What a section has of it, by word.
  private struct Section {
    var words: [Int: Spot] = [:]
  }

  private struct Spot {
    var points = 0
    var followers: UInt8 = 0
    /// `Follower` bits of the terms that stand for the word here.
    var bits: UInt8 = 0

    mutating func add(_ entry: SectionList.Entry, _ bit: UInt8, points: Int) {
      self.points = max(self.points, points)
      followers |= entry.followers
      bits |= bit
    }
  }

  func rank(_ words: [SearchLookup.Found], limit: Int) -> [Page] {
    var candidates: [Int: Candidate] = [:]
    for (number, word) in words.enumerated() { add(word, number, to: &candidates) }
    let total = max(1, words.reduce(0) { $0 + $1.weight })
    let pages = candidates.map { number, candidate in
      page(number, candidate, of: total, words.map(\.weight))
    }
    return Array(pages.sorted { ($1.score, $0.page) < ($0.score, $1.page) }.prefix(limit))
  }

  private func add(
    _ word: SearchLookup.Found, _ number: Int, to candidates: inout [Int: Candidate]
  ) {
    var points: [Int: Int] = [:]
    for match in word.matches {
      let bit = Follower.bit(of: match.entry.term)
      let factor = min(match.entry.rarity, word.weight) * match.likeness
      for posting in TermShard.postings(of: match.entry) {
        let own = factor * self.points(of: posting)
        points[posting.page] = max(points[posting.page] ?? 0, own)
        for section in posting.sections {
          candidates[posting.page, default: Candidate()]
            .sections[section.section, default: Section()]
            .words[number, default: Spot()]
            .add(section, bit, points: factor * (section.isInHeading ? Self.headingPoints : 1))
        }
      }
    }
    for (page, own) in points {
      candidates[page]?.points += own
      candidates[page]?.weight += word.weight
    }
    // Where a word is so frequent that not all of its pages are listed, the others may have it.
    if word.matches.contains(where: isCut) {
      for page in candidates.keys where points[page] == nil {
        candidates[page]?.weight += word.weight
      }
    }
  }

  private func isCut(_ match: SearchLookup.Match) -> Bool {
    match.entry.pageCount > SearchIndexBuilder.mostPages
  }

  private func points(of posting: TermShard.Posting) -> Int {
    if let first = posting.sections.first, first.section == 0, first.isInHeading {
      return posting.level + 1 + 6 + 24 / index.pages[posting.page].titleLength
    }
    let isInHeading = posting.sections.contains(where: \.isInHeading)
    return posting.level + 1 + (isInHeading ? Self.headingPoints : 0)
  }

  private func page(
    _ number: Int, _ candidate: Candidate, of total: Int, _ weights: [Int]
  ) -> Page {
    let sections = candidate.sections.map { number, section in
      (section: number, points: points(of: section, weights))
    }.sorted { ($1.points, $0.section) < ($0.points, $1.section) }
    let best = sections.first?.points ?? 0
    let score = (candidate.points + 2 * best) * candidate.weight / total
    let shown = sections.filter { $0.section > 0 && 2 * $0.points > best }
    return Page(
      page: number, score: score * index.pages[number].weight / 100,
      sections: shown.prefix(Self.mostSections).map(\.section))
  }

  private func points(of section: Section, _ weights: [Int]) -> Int {
    var points = 0
    for (number, spot) in section.words {
      points += spot.points
      // The words of a phrase stand side by side.
      if let next = section.words[number + 1], spot.followers & next.bits != 0 {
        points += (weights[number] + weights[number + 1]) * Self.phrasePoints
      }
    }
    return points
  }
}

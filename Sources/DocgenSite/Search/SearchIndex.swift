import DocgenCore

/// What search knows of one locale's pages.
package struct SearchIndex: Sendable {
  /// A page that can be found.
  struct Page: Sendable, Equatable {
    /// Percent-encoded, base URL included.
    var path: String
    var title: String
    /// The categories around it, outermost first.
    var breadcrumbs: [String]
    /// The page itself, then its headings.
    var sections: [SearchText.Section]
    /// In words.
    var titleLength = 1
    /// What its score is multiplied by, in percent.
    var weight = 100
  }

  let pages: [Page]
  let shards: [TermShard]
  let spelling: SpellingList

  /// How much finding a word says that is on no page: as much as one that is on a single one.
  var rarest: Int { SearchIndexBuilder.rarity(of: 1, among: pages.count) }

  /// The shard that holds a term, if any does; an index into `shards`.
  func shard(of term: [UInt8]) -> Int? {
    var (low, high) = (0, shards.count)
    while low < high {
      let middle = (low + high) / 2
      if term.lexicographicallyPrecedes(shards[middle].first) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low > 0 ? low - 1 : nil
  }
}

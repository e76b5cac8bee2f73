/// Turns postings, which come in groups of pages, into one locale's index.
struct SearchIndexBuilder: Sendable {
  let postings: [Postings]
  let order: TermOrder

  /// A page of the index: where its postings are.
  struct Source: Sendable {
    var group: Int
    /// In the group's pages.
    var page: Int
  }

  /// A word on more pages says little: the postings of the best suffice.
  static let mostPages = 768

  /// How many parts a locale's terms are divided into, to be packed in parallel. The same on every
  /// machine, because shards end where parts do.
  static let partCount = 2

  struct Part: Sendable {
    var shards: [TermShard] = []
    var spelling: [SpellingList.Word] = []
  }

  /// - Parameters:
  ///   - number: from 0 up to `partCount`.
  ///   - pages: the locale's, in their order.
  func part(_ number: Int, of pages: [Source]) -> Part {
    let total = order.terms.count
    let ranks = total * number / Self.partCount..<total * (number + 1) / Self.partCount
    let lists = lists(of: ranks, on: pages)
    let recordCount = pages.reduce(0) { $0 + postings[$1.group].pages[$1.page].records.count }
    // In bytes. A query loads a file for each of its words and index.json, which names all files:
    // the two together are least where files grow with the root of what they hold.
    var writer = TermShardWriter(
      target: max(5_400, 5 * Int(Double(recordCount).squareRoot())), startsIndex: number == 0)
    var result = Part()
    var start = 0
    for (offset, list) in lists.terms.enumerated() where list.pageCount > 0 {
      let term = order.term(at: ranks.lowerBound + offset, in: postings)
      var encoded = lists.bytes[start..<Int(list.end)]
      start = Int(list.end)
      let pageCount = Int(list.pageCount)
      if pageCount > Self.mostPages {
        encoded = Self.best(encoded, hasFollowers: SectionList.hasFollowers(term))[...]
      }
      writer.append(
        term, pageCount: pageCount,
        rarity: Self.rarity(of: pageCount, among: pages.count), postings: encoded)
      if let word = SpellingList.Word(term, pageCount: pageCount) {
        result.spelling.append(word)
      }
    }
    result.shards = writer.shards
    return result
  }

  // MARK: Postings by term

  private struct TermList {
    var pageCount: Int32 = 0
    var lastPage: Int32 = 0
    /// In the bytes of all; a term's start where those of the one before it end.
    var end: Int32 = 0
  }

  /// The postings of some terms, encoded, one term after the other: the room that each takes is
  /// added up first, so that pages can be gone through in order and need no sorting.
  private func lists(
    of ranks: Range<Int>, on pages: [Source]
  ) -> (terms: [TermList], bytes: [UInt8]) {
    var terms = [TermList](repeating: TermList(), count: ranks.count)
    eachRecord(of: ranks, on: pages) { index, page, record, _ in
      let gap = page - Int(terms[index].lastPage)
      terms[index].end += Int32(record.length) + Self.size(gap << 4)
      terms[index].lastPage = Int32(truncatingIfNeeded: page)
    }
    var total: Int32 = 0
    for index in terms.indices {
      let size = terms[index].end
      terms[index] = TermList(end: total)
      total += size
    }
    let allowances = Self.allowances(pages.map { postings[$0.group].pages[$0.page].length })
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(total)) { bytes, count in
      eachRecord(of: ranks, on: pages) { index, page, record, sections in
        let level = Self.level(weight: Int(record.weight), allowance: allowances[page])
        var value = (page - Int(terms[index].lastPage)) << 4 | level
        var end = Int(terms[index].end)
        while value >= 0x80 {
          bytes[end] = UInt8(truncatingIfNeeded: value) | 0x80
          value >>= 7
          end += 1
        }
        bytes[end] = UInt8(truncatingIfNeeded: value)
        end += 1
        let start = Int(record.start)
        for offset in 0..<Int(record.length) { bytes[end + offset] = sections[start + offset] }
        terms[index].end = Int32(truncatingIfNeeded: end + Int(record.length))
        terms[index].lastPage = Int32(truncatingIfNeeded: page)
        terms[index].pageCount += 1
      }
      count = Int(total)
    }
    return (terms, bytes)
  }

  /// Calls `body` with a term's place among `ranks`, the page, the record, and the sections of its
  /// group.
  @inline(__always)
  private func eachRecord(
    of ranks: Range<Int>, on pages: [Source],
    _ body: (Int, Int, Postings.Record, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    for (page, source) in pages.enumerated() {
      let group = postings[source.group]
      let (words, pairs) = (order.words[source.group], order.pairs[source.group])
      group.sections.withUnsafeBufferPointer { sections in
        for record in group.records[group.pages[source.page].records] {
          let number = record.term.number
          let rank = Int(record.term.isPair ? pairs[number] : words[number])
          if ranks.contains(rank) { body(rank - ranks.lowerBound, page, record, sections) }
        }
      }
    }
  }

  /// In bytes, as a varint.
  private static func size(_ number: Int) -> Int32 {
    number < 0x80 ? 1 : number < 0x4000 ? 2 : number < 0x20_0000 ? 3 : 4
  }

  /// Those of the pages that are most about the term.
  private static func best(_ encoded: ArraySlice<UInt8>, hasFollowers: Bool) -> [UInt8] {
    let all = TermShard.postings(encoded, hasFollowers: hasFollowers)
    let best = all.sorted { ($1.level, $0.page) < ($0.level, $1.page) }
      .prefix(mostPages).sorted { $0.page < $1.page }
    var output: [UInt8] = []
    var last = 0
    for posting in best {
      output.appendVarint((posting.page - last) << 4 | posting.level)
      last = posting.page
      var list = SectionList(hasFollowers: hasFollowers)
      for (number, entry) in posting.sections.enumerated() {
        list.append(
          section: entry.section, isInHeading: entry.isInHeading, followers: entry.followers,
          isLast: number == posting.sections.count - 1
        ) { output.append($0) }
      }
    }
    return output
  }

  // MARK: Weights, after BM25

  /// By page: the weight at which a term is half of what it can be. Longer pages need more of it.
  private static func allowances(_ lengths: [Int]) -> [Double] {
    let average = Double(max(1, lengths.reduce(0, +))) / Double(max(1, lengths.count))
    return lengths.map { 10 * (0.5 + 0.5 * Double($0) / average) }
  }

  private static func level(weight: Int, allowance: Double) -> Int {
    min(15, Int(16 * Double(weight) / (Double(weight) + allowance)))
  }

  /// The logarithm's broken line between powers of two: the same on every machine.
  static func rarity(of count: Int, among pages: Int) -> Int {
    let ratio = Double(pages + 1) / (Double(count) + 0.5)
    let logarithm = Double(ratio.exponent) + ratio.significand - 1
    return min(255, max(2, Int(16 * logarithm)))
  }
}

/// Turns what the workers collected into one locale's index.
struct SearchIndexBuilder: Sendable {
  let collectors: [PostingCollector]
  let order: TermOrder

  /// A page of the index: where its postings are.
  struct Source: Sendable {
    var collector: Int
    /// In the collector's pages.
    var page: Int
  }

  /// A word on more pages says little: the postings of the best suffice.
  static let mostPages = 1_024

  /// How many parts a locale's terms are divided into, to be packed in parallel. The same on every
  /// machine, because shards end where parts do.
  static let partCount = 4

  struct Part: Sendable {
    var shards: [TermShard] = []
    var spelling: [SpellingList.Word] = []
  }

  /// - Parameters:
  ///   - pages: a locale's, in their order.
  ///   - number: from 0 up to `partCount`.
  func part(_ number: Int, of pages: [Source]) -> Part {
    let total = order.terms.count
    let ranks = total * number / Self.partCount..<total * (number + 1) / Self.partCount
    let (starts, postings) = gather(ranks, of: pages)
    let lengths = pages.map { collectors[$0.collector].pages[$0.page].length }
    let allowances = Self.allowances(lengths)
    let recordCount = pages.reduce(0) { $0 + collectors[$1.collector].pages[$1.page].records.count }
    var writer = TermShardWriter(
      target: min(max(12_000, recordCount / 200), 32_000), startsIndex: number == 0)
    var result = Part()
    var encoded: [UInt8] = []
    for rank in ranks {
      let found = postings[Int(starts[rank - ranks.lowerBound])..<Int(starts[rank - ranks.lowerBound + 1])]
      if found.isEmpty { continue }
      let place = order.terms[rank]
      let term = collectors[Int(place.table)].terms[Int(place.term)]
      encode(found, of: pages, allowances, into: &encoded)
      writer.append(
        term, pageCount: found.count, rarity: Self.rarity(of: found.count, among: pages.count),
        postings: encoded)
      if let word = SpellingList.Word(term, pageCount: found.count) { result.spelling.append(word) }
    }
    result.shards = writer.shards
    return result
  }

  // MARK: Postings

  private struct Reference {
    /// In the locale's pages.
    var page: Int32
    /// In its collector's records.
    var record: Int32
  }

  /// The records of some terms by term, pages in order: a counting sort.
  private func gather(
    _ ranks: Range<Int>, of pages: [Source]
  ) -> (starts: [Int32], postings: [Reference]) {
    var starts = [Int32](repeating: 0, count: ranks.count + 2)
    for source in pages {
      let collector = collectors[source.collector]
      let known = order.ranks[source.collector]
      for index in collector.pages[source.page].records {
        let rank = Int(known[Int(collector.records[index].term)])
        if ranks.contains(rank) { starts[rank - ranks.lowerBound + 2] += 1 }
      }
    }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var postings = [Reference](
      repeating: Reference(page: 0, record: 0), count: Int(starts[ranks.count + 1]))
    for (page, source) in pages.enumerated() {
      let collector = collectors[source.collector]
      let known = order.ranks[source.collector]
      for index in collector.pages[source.page].records {
        let rank = Int(known[Int(collector.records[index].term)])
        guard ranks.contains(rank) else { continue }
        let place = Int(starts[rank - ranks.lowerBound + 1])
        starts[rank - ranks.lowerBound + 1] += 1
        postings[place] = Reference(
          page: Int32(truncatingIfNeeded: page), record: Int32(truncatingIfNeeded: index))
      }
    }
    return (starts, postings)
  }

  private func encode(
    _ found: ArraySlice<Reference>, of pages: [Source], _ allowances: [Double],
    into output: inout [UInt8]
  ) {
    output.removeAll(keepingCapacity: true)
    var last = 0
    for reference in best(found, of: pages, allowances) {
      let page = Int(reference.page)
      let collector = collectors[pages[page].collector]
      let record = collector.records[Int(reference.record)]
      let level = Self.level(weight: Int(record.weight), allowance: allowances[page])
      output.appendVarint((page - last) << 4 | level)
      let start = Int(record.start)
      output += collector.sections[start..<start + Int(record.length)]
      last = page
    }
  }

  private func best(
    _ found: ArraySlice<Reference>, of pages: [Source], _ allowances: [Double]
  ) -> [Reference] {
    guard found.count > Self.mostPages else { return Array(found) }
    func share(_ reference: Reference) -> Double {
      let page = Int(reference.page)
      let record = collectors[pages[page].collector].records[Int(reference.record)]
      return Double(record.weight) / allowances[page]
    }
    return found.map { (share: share($0), reference: $0) }
      .sorted { ($1.share, $0.reference.page) < ($0.share, $1.reference.page) }
      .prefix(Self.mostPages).map(\.reference).sorted { $0.page < $1.page }
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

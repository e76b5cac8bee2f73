/// Which terms stand where on the pages of one worker.
///
/// Give it pages one after another; `terms` numbers what they hold. A page's postings are
/// `records[pages[n].records]`.
struct PostingCollector: Sendable {
  /// A term on a page.
  struct Record: Sendable {
    /// In `terms`.
    var term: Int32
    /// How much of the page is about the term: its occurrences by `weight`.
    var weight: UInt16
    /// Its sections, encoded, in `sections`.
    var start: UInt32
    var length: UInt16
  }

  struct Page: Sendable {
    var records: Range<Int>
    /// In occurrences of a word in running text.
    var length: Int
  }

  private(set) var terms = ByteStringTable()
  private(set) var records: [Record] = []
  private(set) var pages: [Page] = []
  /// Encoded by `SectionList`.
  private(set) var sections: [UInt8] = []

  /// The words themselves, each cut into terms once.
  private var words = ByteStringTable()
  /// By word: a range of `expansions`.
  private var expansionStarts: [Int32] = [0]
  private var expansions: [Expansion] = []
  /// By term: its place among the page's counts, if the page is that of `stamps`.
  private var places: [Int32] = []
  private var stamps: [Int32] = []
  private var counts: [Count] = []
  private var spots: [Spot] = []
  /// The counts whose spots learn which word comes next.
  private var previous: (Int32, Int32) = (-1, -1)
  private var followers: [UInt8] = []

  private struct Expansion: Sendable {
    var term: Int32
    var isPart = false
    var isStopWord = false
    /// Whether the word before it is followed by it, and it is what the next word follows.
    var isFirst = true
    var isLast = true
  }

  private struct Count: Sendable {
    var term: Int32
    var weight: Int32
    var firstSpot: Int32
    var lastSpot: Int32
    var isDense: Bool
  }

  /// A term in a section.
  private struct Spot: Sendable {
    var next: Int32 = -1
    var section: Int32
    var isInHeading: Bool
    /// Bits of the terms that come right behind it.
    var followers: UInt8 = 0
  }

  // MARK: Pages

  mutating func add(_ text: SearchText) {
    let stamp = Int32(truncatingIfNeeded: pages.count)
    counts.removeAll(keepingCapacity: true)
    spots.removeAll(keepingCapacity: true)
    var length = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      var section = -1
      for stretch in text.stretches {
        if stretch.section != section { previous = (-1, -1) }
        section = stretch.section
        let part = UnsafeBufferPointer(rebasing: bytes[start..<stretch.end])
        let isInHeading = stretch.kind == .heading || stretch.kind == .title
        let weight = Self.weight(of: stretch.kind, length: part.count)
        var words = 0
        SearchWords.cut(part) { range in
          words += 1
          let word = number(of: UnsafeBufferPointer(rebasing: part[range]), isDense: false)
          note(word, Int32(section), weight, isInHeading, stamp, isDense: false)
        } pair: { range in
          words += 1
          let word = number(of: UnsafeBufferPointer(rebasing: part[range]), isDense: true)
          note(word, Int32(section), weight, isInHeading, stamp, isDense: true)
        }
        if stretch.kind == .body || stretch.kind == .key { length += 4 * words }
        if stretch.kind == .codeBlock { length += words }
        start = stretch.end
      }
    }
    finishPage(length: length / 4)
  }

  /// How much an occurrence says; 4 in running text.
  private static func weight(of kind: SearchText.Kind, length: Int) -> Int32 {
    switch kind {
    // One word of a short title says more than one of a long one.
    case .title: length < 16 ? 64 : length < 40 ? 48 : 32
    case .keywords: 32
    case .name: 16
    case .description: 8
    case .heading: 14
    case .key: 6
    case .body: 4
    case .codeBlock: 1
    }
  }

  @inline(__always)
  private mutating func number(of word: UnsafeBufferPointer<UInt8>, isDense: Bool) -> Int {
    let (number, isNew) = words.insert(word)
    if isNew { addExpansion(of: word, isDense: isDense) }
    return number
  }

  private mutating func addExpansion(of word: UnsafeBufferPointer<UInt8>, isDense: Bool) {
    if isDense {
      expansions.append(Expansion(term: term(word)))
    } else if let found = SearchTerms(word: Array(word)[...]) {
      let whole = found.whole.withUnsafeBufferPointer { term($0) }
      expansions.append(Expansion(term: whole, isStopWord: found.isStopWord))
      for (index, part) in found.parts.enumerated() {
        let number = part.withUnsafeBufferPointer { term($0) }
        expansions.append(
          Expansion(
            term: number, isPart: true, isFirst: index == 0,
            isLast: index == found.parts.count - 1))
      }
    }
    expansionStarts.append(Int32(truncatingIfNeeded: expansions.count))
  }

  private mutating func term(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let (number, isNew) = terms.insert(bytes)
    if isNew {
      places.append(0)
      stamps.append(-1)
      followers.append(Follower.bit(of: bytes))
    }
    return Int32(truncatingIfNeeded: number)
  }

  private mutating func note(
    _ word: Int, _ section: Int32, _ weight: Int32, _ isInHeading: Bool, _ stamp: Int32,
    isDense: Bool
  ) {
    var last: (Int32, Int32) = (-1, -1)
    var before = previous
    for index in Int(expansionStarts[word])..<Int(expansionStarts[word + 1]) {
      let expansion = expansions[index]
      if expansion.isStopWord, !isInHeading { continue }
      if expansion.isFirst {
        let bit = followers[Int(expansion.term)]
        if previous.0 >= 0 { spots[Int(counts[Int(previous.0)].lastSpot)].followers |= bit }
        if previous.1 >= 0 { spots[Int(counts[Int(previous.1)].lastSpot)].followers |= bit }
      } else if expansion.isPart, before.0 >= 0 {
        spots[Int(counts[Int(before.0)].lastSpot)].followers |= followers[Int(expansion.term)]
      }
      let place = count(
        expansion.term, expansion.isPart ? (weight + 1) / 2 : weight, section, isInHeading, stamp,
        isDense: isDense)
      if expansion.isPart { before = (place, -1) }
      if expansion.isLast { last = last.0 < 0 ? (place, -1) : (last.0, place) }
    }
    if last.0 >= 0 { previous = last }
  }

  /// - Returns: the term's place among the page's counts.
  private mutating func count(
    _ term: Int32, _ weight: Int32, _ section: Int32, _ isInHeading: Bool, _ stamp: Int32,
    isDense: Bool
  ) -> Int32 {
    if stamps[Int(term)] != stamp {
      stamps[Int(term)] = stamp
      let place = Int32(truncatingIfNeeded: counts.count)
      places[Int(term)] = place
      let spot = Int32(truncatingIfNeeded: spots.count)
      spots.append(Spot(section: section, isInHeading: isInHeading))
      counts.append(
        Count(term: term, weight: weight, firstSpot: spot, lastSpot: spot, isDense: isDense))
      return place
    }
    let place = places[Int(term)]
    counts[Int(place)].weight += weight
    let lastSpot = Int(counts[Int(place)].lastSpot)
    if spots[lastSpot].section == section {
      if isInHeading { spots[lastSpot].isInHeading = true }
    } else {
      let spot = Int32(truncatingIfNeeded: spots.count)
      spots.append(Spot(section: section, isInHeading: isInHeading))
      spots[lastSpot].next = spot
      counts[Int(place)].lastSpot = spot
    }
    return place
  }

  private mutating func finishPage(length: Int) {
    let first = records.count
    for count in counts {
      let start = sections.count
      var list = SectionList(hasFollowers: !count.isDense)
      var spot = count.firstSpot
      while spot >= 0 {
        let current = spots[Int(spot)]
        list.append(
          section: Int(current.section), isInHeading: current.isInHeading,
          followers: current.followers, isLast: current.next < 0, to: &sections)
        spot = current.next
      }
      records.append(
        Record(
          term: count.term, weight: UInt16(clamping: count.weight),
          start: UInt32(truncatingIfNeeded: start),
          length: UInt16(clamping: sections.count - start)))
    }
    pages.append(Page(records: first..<records.count, length: length))
  }
}

/// One of eight bits for a term: where a term's bit is set at another one, the two most likely stand
/// side by side there. A byte tells a phrase from words that are scattered.
enum Follower {
  /// The upper bits of FNV-1a, 32 bits.
  static func bit(of term: some Sequence<UInt8>) -> UInt8 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in term { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return 1 << UInt8(truncatingIfNeeded: hash >> 29)
  }
}

/// Collects the postings of pages that it is given one after another.
///
/// A word that has been seen before costs two or three look-ups: whatever depends on its letters
/// alone was found when it first came.
struct PostingCollector {
  private(set) var postings = Postings()

  /// Words as they are written, and what each is, by number.
  private var written = ByteStringTable()
  private var kinds: [WordKind] = []
  private var compounds: [Compound] = []
  private var wordPlaces: [Place] = []
  private var pairPlaces: [Place] = []

  // The page's.
  private var page: Int32 = 0
  private var counts: [Count] = []
  private var spots: [Spot] = []
  /// The spots of the word just before, which learn what follows; -1: none.
  private var previous: (Int32, Int32) = (-1, -1)

  private enum WordKind {
    /// A term's number, and its follower bit.
    case term(Int32, UInt8)
    /// Found only where a heading has it.
    case stopWord(Int32, UInt8)
    /// An index into `compounds`.
    case identifier(Int32)
    case nothing
  }

  /// An identifier's terms: itself and its parts.
  private struct Compound {
    var whole: Int32
    var parts: [Int32]
    /// By part.
    var bits: [UInt8]
    /// What the word before it is followed by: itself and its first part.
    var firstBits: UInt8
  }

  /// Where a term's count is, if it was counted on this page.
  private struct Place {
    var page: Int32 = -1
    var index: Int32 = 0
  }

  private struct Count {
    var term: TermNumber
    var weight: Int32
    var firstSpot: Int32
    var lastSpot: Int32
  }

  /// A term in a section.
  private struct Spot {
    var next: Int32 = -1
    var section: Int32
    var isInHeading: Bool
    /// Bits of the terms that come right behind it.
    var followers: UInt8 = 0
  }

  /// What the stretch at hand says of its words.
  private struct Context {
    var section: Int32
    var weight: Int32
    var isInHeading: Bool
  }

  // MARK: Pages

  mutating func add(_ text: SearchText) {
    page = Int32(truncatingIfNeeded: postings.pages.count)
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
        let context = Context(
          section: Int32(truncatingIfNeeded: section),
          weight: Self.weight(of: stretch.kind, length: part.count),
          isInHeading: stretch.kind == .heading || stretch.kind == .title)
        var words = 0
        SearchWords.cut(part) { range in
          words += 1
          note(word: UnsafeBufferPointer(rebasing: part[range]), context)
        } pair: { range in
          words += 1
          note(pair: UnsafeBufferPointer(rebasing: part[range]), context)
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

  // MARK: Words

  @inline(__always)
  private mutating func note(pair: UnsafeBufferPointer<UInt8>, _ context: Context) {
    let (number, isNew) = postings.pairs.insert(pair)
    if isNew { pairPlaces.append(Place()) }
    if previous.0 >= 0 { follow(previous, by: Follower.bit(of: pair)) }
    previous = (-1, -1)
    let place = pairPlaces[number]
    if place.page == page {
      count(again: place.index, context.weight, context)
    } else {
      pairPlaces[number] = Place(page: page, index: Int32(truncatingIfNeeded: counts.count))
      count(new: TermNumber(number, isPair: true), context.weight, context)
    }
  }

  @inline(__always)
  private mutating func note(word: UnsafeBufferPointer<UInt8>, _ context: Context) {
    let (number, isNew) = written.insert(word)
    if isNew { addKind(of: word) }
    switch kinds[number] {
    case .term(let term, let bit):
      if previous.0 >= 0 { follow(previous, by: bit) }
      previous = (count(term, context.weight, context), -1)
    case .stopWord(let term, let bit):
      guard context.isInHeading else { break }
      if previous.0 >= 0 { follow(previous, by: bit) }
      previous = (count(term, context.weight, context), -1)
    case .identifier(let index): note(compounds[Int(index)], context)
    case .nothing: break
    }
  }

  private mutating func note(_ compound: Compound, _ context: Context) {
    if previous.0 >= 0 { follow(previous, by: compound.firstBits) }
    let whole = count(compound.whole, context.weight, context)
    var last: Int32 = -1
    for (part, bit) in zip(compound.parts, compound.bits) {
      if last >= 0 { follow((last, -1), by: bit) }
      last = count(part, (context.weight + 1) / 2, context)
    }
    previous = (whole, last)
  }

  @inline(__always)
  private mutating func follow(_ counted: (Int32, Int32), by bits: UInt8) {
    spots[Int(counts[Int(counted.0)].lastSpot)].followers |= bits
    if counted.1 >= 0 { spots[Int(counts[Int(counted.1)].lastSpot)].followers |= bits }
  }

  private mutating func addKind(of word: UnsafeBufferPointer<UInt8>) {
    guard let terms = SearchTerms(word: Array(word)[...]) else { return kinds.append(.nothing) }
    let whole = term(terms.whole)
    let bit = Follower.bit(of: terms.whole)
    if terms.isStopWord {
      kinds.append(.stopWord(whole, bit))
    } else if terms.parts.isEmpty {
      kinds.append(.term(whole, bit))
    } else {
      let bits = terms.parts.map { Follower.bit(of: $0) }
      kinds.append(.identifier(Int32(truncatingIfNeeded: compounds.count)))
      compounds.append(
        Compound(
          whole: whole, parts: terms.parts.map { term($0) }, bits: bits, firstBits: bit | bits[0]))
    }
  }

  private mutating func term(_ bytes: [UInt8]) -> Int32 {
    let (number, isNew) = bytes.withUnsafeBufferPointer { postings.words.insert($0) }
    if isNew { wordPlaces.append(Place()) }
    return Int32(truncatingIfNeeded: number)
  }

  // MARK: Counts

  /// - Returns: the index of the term's count.
  @inline(__always)
  private mutating func count(_ term: Int32, _ weight: Int32, _ context: Context) -> Int32 {
    let place = wordPlaces[Int(term)]
    if place.page == page {
      count(again: place.index, weight, context)
      return place.index
    }
    let index = Int32(truncatingIfNeeded: counts.count)
    wordPlaces[Int(term)] = Place(page: page, index: index)
    count(new: TermNumber(Int(term), isPair: false), weight, context)
    return index
  }

  private mutating func count(new term: TermNumber, _ weight: Int32, _ context: Context) {
    let spot = Int32(truncatingIfNeeded: spots.count)
    spots.append(Spot(section: context.section, isInHeading: context.isInHeading))
    counts.append(Count(term: term, weight: weight, firstSpot: spot, lastSpot: spot))
  }

  @inline(__always)
  private mutating func count(again index: Int32, _ weight: Int32, _ context: Context) {
    let index = Int(index)
    counts[index].weight += weight
    let last = Int(counts[index].lastSpot)
    if spots[last].section == context.section {
      if context.isInHeading { spots[last].isInHeading = true }
      return
    }
    let spot = Int32(truncatingIfNeeded: spots.count)
    spots.append(Spot(section: context.section, isInHeading: context.isInHeading))
    spots[last].next = spot
    counts[index].lastSpot = spot
  }

  private mutating func finishPage(length: Int) {
    let first = postings.records.count
    for count in counts {
      let start = postings.sections.count
      var list = SectionList(hasFollowers: !count.term.isPair)
      var spot = count.firstSpot
      while spot >= 0 {
        let current = spots[Int(spot)]
        list.append(
          section: Int(current.section), isInHeading: current.isInHeading,
          followers: current.followers, isLast: current.next < 0, to: &postings.sections)
        spot = current.next
      }
      postings.records.append(
        Postings.Record(
          term: count.term, weight: UInt16(clamping: count.weight),
          length: UInt16(clamping: postings.sections.count - start),
          start: UInt32(truncatingIfNeeded: start)))
    }
    postings.pages.append(
      Postings.Page(records: first..<postings.records.count, length: length))
  }
}

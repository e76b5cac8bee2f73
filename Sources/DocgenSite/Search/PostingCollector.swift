/// Collects the postings of pages that it is given one after another.
///
/// A page is cut into words first, each numbered in a small table of its own, which stays in the
/// processor's cache; then its words are looked up in the large tables, all at once; then they are
/// counted.
struct PostingCollector: ~Copyable {
  private(set) var postings = Postings()

  /// Words as they are written, and what each is, by number.
  private var written = ByteStringTable()
  private var kinds = ScratchList<WordKind>()
  private var compounds: [Compound] = []
  /// The parts of all compounds, and their follower bits.
  private var parts: [(term: Int32, bit: UInt8)] = []
  /// By term: where its count is on the page it was last on.
  private var places = ScratchList<Place>()

  // The page's.
  private var page: Int32 = 0
  private var words = PageWords()
  /// By number in `words`.
  private var pageKinds = ScratchList<PageKind>()
  private var counts = ScratchList<Count>()
  private var spots = ScratchList<Spot>()
  private var records = ScratchList<Postings.Record>()
  private var sections = ScratchList<UInt8>()
  /// The counts of the word just before, whose spots learn what follows; -1: none.
  private var previous: (Int32, Int32) = (-1, -1)

  private enum WordKind: BitwiseCopyable {
    /// A term's number, and its follower bit.
    case term(Int32, UInt8)
    /// Found only where a heading has it.
    case stopWord(Int32, UInt8)
    /// An index into `compounds`.
    case identifier(Int32)
    case nothing
  }

  /// What a word is on the page.
  private enum PageKind: BitwiseCopyable {
    /// A term that was counted: the index of its count, and its follower bit.
    case word(Int32, UInt8)
    /// The same of a pair.
    case pair(Int32, UInt8)
    /// Not counted yet, or not just one term.
    case kind(WordKind)
    /// A pair that was not counted yet: its number.
    case newPair(Int32, UInt8)
  }

  /// An identifier's terms: itself and its parts.
  private struct Compound {
    var whole: Int32
    var parts: Range<Int>
    /// What the word before it is followed by: itself and its first part.
    var firstBits: UInt8
  }

  private struct Place: BitwiseCopyable {
    var page: Int32 = -1
    var index: Int32 = 0
  }

  private struct Count: BitwiseCopyable {
    var term: TermNumber
    var weight: Int32
    var firstSpot: Int32
    var lastSpot: Int32
  }

  /// A term in a section.
  private struct Spot: BitwiseCopyable {
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
    counts.removeAll()
    spots.removeAll()
    words.cut(text)
    lookUpWords()
    var length = 0
    var start = 0
    var section = -1
    for (stretch, end) in zip(text.stretches, words.ends) {
      if stretch.section != section { previous = (-1, -1) }
      section = stretch.section
      let context = Context(
        section: Int32(truncatingIfNeeded: section),
        weight: Self.weight(of: stretch.kind, wordCount: end - start),
        isInHeading: stretch.kind == .heading || stretch.kind == .title)
      for index in start..<end { note(Int(words.sequence[index]), context) }
      if stretch.kind == .body || stretch.kind == .key { length += 4 * (end - start) }
      if stretch.kind == .codeBlock { length += end - start }
      start = end
    }
    finishPage(length: length / 4)
  }

  /// Finds out what each of the page's words is.
  private mutating func lookUpWords() {
    pageKinds.removeAll()
    var numbers: [Int32] = []
    let known = kinds.count
    written.insert(words.words, of: words.table, numbers: &numbers)
    for number in known..<written.count { addKind(of: written[number]) }
    pageKinds.append(.kind(.nothing), times: words.table.count)
    for (word, number) in zip(words.words, numbers) {
      pageKinds[Int(word)] = .kind(kinds[Int(number)])
    }
    postings.pairs.insert(words.pairs, of: words.table, numbers: &numbers)
    for (pair, number) in zip(words.pairs, numbers) {
      pageKinds[Int(pair)] = .newPair(number, Follower.bit(of: words.table[Int(pair)]))
    }
  }

  /// How much an occurrence says; 4 in running text.
  private static func weight(of kind: SearchText.Kind, wordCount: Int) -> Int32 {
    switch kind {
    // One word of a short title says more than one of a long one.
    case .title: wordCount < 4 ? 64 : wordCount < 8 ? 48 : 32
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

  /// - Parameter word: its number on the page.
  @inline(__always)
  private mutating func note(_ word: Int, _ context: Context) {
    switch pageKinds[word] {
    case .word(let index, let bit):
      if previous.0 >= 0 { follow(previous, by: bit) }
      count(again: index, context.weight, context)
      previous = (index, -1)
    case .pair(let index, let bit):
      if previous.0 >= 0 { follow(previous, by: bit) }
      count(again: index, context.weight, context)
      previous = (-1, -1)
    case .newPair(let number, let bit):
      if previous.0 >= 0 { follow(previous, by: bit) }
      pageKinds[word] = .pair(Int32(truncatingIfNeeded: counts.count), bit)
      count(new: TermNumber(Int(number), isPair: true), context.weight, context)
      previous = (-1, -1)
    case .kind(.term(let term, let bit)):
      note(term, bit, context)
      pageKinds[word] = .word(previous.0, bit)
    case .kind(.stopWord(let term, let bit)):
      if context.isInHeading { note(term, bit, context) }
    case .kind(.identifier(let index)): note(compounds[Int(index)], context)
    case .kind(.nothing): break
    }
  }

  private mutating func note(_ term: Int32, _ bit: UInt8, _ context: Context) {
    if previous.0 >= 0 { follow(previous, by: bit) }
    previous = (count(term, context.weight, context), -1)
  }

  private mutating func note(_ compound: Compound, _ context: Context) {
    if previous.0 >= 0 { follow(previous, by: compound.firstBits) }
    let whole = count(compound.whole, context.weight, context)
    var last: Int32 = -1
    for number in compound.parts {
      let part = parts[number]
      if last >= 0 { follow((last, -1), by: part.bit) }
      last = count(part.term, (context.weight + 1) / 2, context)
    }
    previous = (whole, last)
  }

  @inline(__always)
  private mutating func follow(_ counted: (Int32, Int32), by bits: UInt8) {
    spots[Int(counts[Int(counted.0)].lastSpot)].followers |= bits
    if counted.1 >= 0 { spots[Int(counts[Int(counted.1)].lastSpot)].followers |= bits }
  }

  private mutating func addKind(of word: ArraySlice<UInt8>) {
    guard let terms = SearchTerms(word: word) else { return kinds.append(.nothing) }
    let whole = term(terms.whole)
    let bit = Follower.bit(of: terms.whole)
    if terms.isStopWord {
      kinds.append(.stopWord(whole, bit))
    } else if terms.parts.isEmpty {
      kinds.append(.term(whole, bit))
    } else {
      let first = parts.count
      for part in terms.parts { parts.append((term(part), Follower.bit(of: part))) }
      kinds.append(.identifier(Int32(truncatingIfNeeded: compounds.count)))
      compounds.append(
        Compound(
          whole: whole, parts: first..<parts.count, firstBits: bit | parts[first].bit))
    }
  }

  private mutating func term(_ bytes: [UInt8]) -> Int32 {
    let (number, isNew) = bytes.withUnsafeBufferPointer { postings.words.insert($0) }
    if isNew { places.append(Place()) }
    return Int32(truncatingIfNeeded: number)
  }

  // MARK: Counts

  /// - Returns: the index of the term's count.
  @inline(__always)
  private mutating func count(_ term: Int32, _ weight: Int32, _ context: Context) -> Int32 {
    let place = places[Int(term)]
    if place.page == page {
      count(again: place.index, weight, context)
      return place.index
    }
    let index = Int32(truncatingIfNeeded: counts.count)
    places[Int(term)] = Place(page: page, index: index)
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
    let base = postings.sections.count
    records.removeAll()
    sections.removeAll()
    for number in 0..<counts.count {
      let count = counts[number]
      let start = sections.count
      var list = SectionList(hasFollowers: !count.term.isPair)
      var spot = count.firstSpot
      while spot >= 0 {
        let current = spots[Int(spot)]
        list.append(
          section: Int(current.section), isInHeading: current.isInHeading,
          followers: current.followers, isLast: current.next < 0
        ) { sections.append($0) }
        spot = current.next
      }
      records.append(
        Postings.Record(
          term: count.term, weight: UInt16(clamping: count.weight),
          length: UInt16(clamping: sections.count - start),
          start: UInt32(truncatingIfNeeded: base + start)))
    }
    records.append(to: &postings.records)
    sections.append(to: &postings.sections)
    postings.pages.append(
      Postings.Page(records: first..<postings.records.count, length: length))
  }
}

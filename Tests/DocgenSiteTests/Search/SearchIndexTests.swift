import Testing

@testable import DocgenSite

@Suite struct SearchIndexTests {
  /// Every term of every page is in the index, with the sections it stands in.
  @Test(arguments: 1...5) func nothingGetsLost(seed: UInt64) async {
    let fuzz = SearchFuzz(seed: seed)
    let pages = fuzz.pages(60)
    let search = await SearchSite.build(pages)
    let index = search.indexes[0]
    #expect(index.pages.count == 60)
    var found: [String: Set<Int>] = [:]
    var last: [UInt8] = []
    for (number, shard) in index.shards.enumerated() {
      shard.forEachEntry { entry in
        #expect(last.lexicographicallyPrecedes(entry.term))
        #expect(index.shard(of: entry.term) == number)
        last = entry.term
        let postings = TermShard.postings(of: entry)
        #expect(postings.count == entry.pageCount)
        #expect(zip(postings, postings.dropFirst()).allSatisfy { $0.page < $1.page })
        found[String(decoding: entry.term, as: UTF8.self)] = Set(postings.map(\.page))
        return true
      }
    }
    for (number, page) in pages.enumerated() {
      for word in page.text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
        guard word.utf8.allSatisfy({ $0 < 0x80 }),
          let terms = SearchTerms(word: Array(word.utf8)[...]), !terms.isStopWord
        else { continue }
        let term = String(decoding: terms.whole, as: UTF8.self)
        #expect(found[term]?.contains(number) == true, "\(word) on page \(number)")
      }
    }
  }

  @Test(arguments: 0...300) func sectionListsComeBack(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let hasFollowers = Bool.random(using: &random)
    var entries: [SectionList.Entry] = []
    var section = 0
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      section += Int.random(in: 0...(seed % 3 == 0 ? 300 : 5), using: &random)
      entries.append(
        SectionList.Entry(
          section: section, isInHeading: .random(using: &random),
          followers: hasFollowers ? .random(in: 0...255, using: &random) : 0xFF))
      section += 1
    }
    var bytes: [UInt8] = []
    var writer = SectionList(hasFollowers: hasFollowers)
    for (number, entry) in entries.enumerated() {
      writer.append(
        section: entry.section, isInHeading: entry.isInHeading, followers: entry.followers,
        isLast: number == entries.count - 1
      ) { bytes.append($0) }
    }
    bytes.append(0xAA)
    var reader = SectionList(hasFollowers: hasFollowers)
    var index = 0
    #expect(reader.read(from: bytes[...], at: &index) == entries)
    #expect(index == bytes.count - 1)
  }

  @Test func aTermOnVeryManyPagesListsTheBest() async {
    let count = SearchIndexBuilder.mostPages + 200
    let pages: SearchSite.Pages = (0..<count).map { number in
      let text = number == 700 ? "# Owl\n" : "# Page\n\nAn owl.\n"
      return ("en", "p\(String(10_000 + number)).md", text)
    }
    let search = await SearchSite.build(pages)
    let lookup = SearchLookup(index: search.indexes[0])
    let match = lookup.find(SearchQuery("owl ")).first?.matches.first
    let postings = match.map { TermShard.postings(of: $0.entry) } ?? []
    #expect(match?.entry.pageCount == count)
    #expect(postings.count == SearchIndexBuilder.mostPages)
    #expect(search.search("owl", locale: "en", limit: 1).map(\.title) == ["Owl"])
  }

  @Test func filesAreNamedAfterWhatTheyHold() async {
    let before = await SearchSite.build([("en", "a.md", "# Heron\n")])
    let after = await SearchSite.build([("en", "a.md", "# Herons\n\nFishing.\n")])
    let same = await SearchSite.build([("en", "a.md", "# Heron\n")])
    func names(_ search: SiteSearch) -> [String] {
      SearchIndexFiles.files(of: search.indexes[0]).map(\.path).sorted()
    }
    #expect(names(before) == names(same))
    #expect(Set(names(before)).intersection(names(after)) == [SearchIndexFiles.manifestPath])
    #expect(Set(names(before)).count == names(before).count)
  }

  @Test func aDamagedShardIsReadAsFarAsItGoes() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      var count = 0
      TermShard(first: [], bytes: TermShard.magic + bytes).forEachEntry { entry in
        count += TermShard.postings(of: entry).count
        return true
      }
      #expect(count <= bytes.count)
    }
  }
}

import Foundation
import Testing

@testable import DocgenSite

/// The search script has the same tests, in Tests/Browser/test_search.py.
@Suite struct SearchVectorTests {
  let vectors: SearchVectors

  init() throws { vectors = try SearchVectors.all.get() }

  @Test func folding() {
    for vector in vectors.folds { #expect(folded(vector.input) == vector.output) }
  }

  @Test func stemming() {
    for vector in vectors.stems {
      let stem = EnglishStem.stem(Array(vector.input.utf8)[...])
      #expect(text(stem) == vector.output, "\(vector.input)")
    }
  }

  @Test func wordsAndTheirParts() {
    for vector in vectors.words {
      let terms = SearchTerms(word: Array(vector.input.utf8)[...])
      #expect(terms.map { text($0.whole) } == vector.output?.whole, "\(vector.input)")
      #expect(terms.map { $0.parts.map { text($0) } } == vector.output?.parts, "\(vector.input)")
      #expect(terms.map { text($0.typed) } == vector.output?.typed, "\(vector.input)")
      #expect(terms?.isStopWord == vector.output?.isStopWord, "\(vector.input)")
    }
  }

  @Test func cutting() {
    for vector in vectors.cuts { #expect(cut(vector.input) == vector.output) }
  }

  @Test func queries() {
    for vector in vectors.queries {
      let words = SearchQuery(vector.input).words.map { word in
        SearchVectors.QueryWord(
          term: text(word.term), typed: text(word.typed), parts: word.parts.map { text($0) },
          isPrefix: word.isPrefix, isPair: word.run != nil, joined: word.joined.map { text($0) })
      }
      #expect(words == vector.output, "\(vector.input)")
    }
  }

  @Test func mistakes() {
    for vector in vectors.mistakes {
      let (a, b) = (Array(vector.a.unicodeScalars), Array(vector.b.unicodeScalars))
      #expect(SpellingList.isOneMistake(a, b) == vector.isOne, "\(vector.a) \(vector.b)")
      #expect(SpellingList.isOneMistake(b, a) == vector.isOne, "\(vector.b) \(vector.a)")
    }
  }

  @Test func rankings() async throws {
    let search = try await SearchSite.observatory()
    #expect(!vectors.rankings.isEmpty)
    for vector in vectors.rankings {
      let found = search.search(vector.query, locale: vector.locale, limit: 10).map {
        SearchVectors.Ranking.Page(
          path: $0.path, score: $0.score, anchors: $0.sections.map(\.anchor))
      }
      #expect(found == vector.pages, "\(vector.query)")
    }
  }

  /// Unicode's own decompositions, letter by letter, say what the table in the source must.
  @Test func foldingIsWhatUnicodeSays() {
    let marks = [0x300...0x36F, 0x64B...0x65F, 0x670...0x670]
    func isDropped(_ scalar: Unicode.Scalar) -> Bool {
      marks.contains { $0.contains(Int(scalar.value)) }
    }
    for value in UInt32(0x80)...0x2FFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic,
        scalar.properties.lowercaseMapping == String(scalar), !isDropped(scalar)
      else { continue }
      let parts = Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
      guard parts.count > 1, parts.dropFirst().allSatisfy(isDropped) else { continue }
      #expect(folded(String(scalar)) == folded(String(parts[0])), "U+\(String(value, radix: 16))")
    }
  }

  // MARK: Means

  private func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }

  private func folded(_ word: String) -> String {
    var output: [UInt8] = []
    for scalar in word.unicodeScalars { WordFolding.append(scalar, to: &output) }
    return text(output)
  }

  private func cut(_ text: String) -> [String] {
    var words: [String] = []
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      SearchWords.cut(
        buffer, word: { words.append(self.text(bytes[$0])) },
        pair: { words.append(self.text(bytes[$0])) })
    }
    return words
  }
}

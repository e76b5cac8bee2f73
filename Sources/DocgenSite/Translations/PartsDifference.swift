/// A part of a page that its translation has as well: a heading, a fence, a link.
struct PagePart: Sendable, Equatable {
  /// What has to be the same in both.
  var key: String
  /// What a person is shown of it.
  var shown: String
  var line: Int
  var column = 1
}

/// How the parts of a page differ from those of its translation.
struct PartsDifference {
  let source: [PagePart]
  let translation: [PagePart]
  /// What a page's part is in the translation, by the part's index; -1 for one that is missing.
  private var counterparts: [Int]
  private var isAdded: [Bool]

  /// Indexes of the page's parts that the translation does not have.
  var missing: [Int] { counterparts.indices.filter { counterparts[$0] < 0 } }

  /// Indexes of the translation's parts that the page does not have.
  var added: [Int] { isAdded.indices.filter { isAdded[$0] } }

  /// Indexes of parts that both have.
  var matched: [(source: Int, translation: Int)] {
    counterparts.indices.filter { counterparts[$0] >= 0 }.map { ($0, counterparts[$0]) }
  }

  var isEmpty: Bool { !isAdded.contains(true) && !counterparts.contains { $0 < 0 } }

  /// - Parameter pairs: indexes of parts that belong together.
  init(
    _ source: [PagePart], _ translation: [PagePart], pairs: some Sequence<(Int, Int)>
  ) {
    self.source = source
    self.translation = translation
    counterparts = Array(repeating: -1, count: source.count)
    isAdded = Array(repeating: true, count: translation.count)
    for (part, counterpart) in pairs {
      counterparts[part] = counterpart
      isAdded[counterpart] = false
    }
  }

  /// Parts whose order counts: what is in no longest common subsequence differs.
  static func ordered(_ source: [PagePart], _ translation: [PagePart]) -> PartsDifference {
    let keys = (source.map(\.key), translation.map(\.key))
    let common = zip(keys.0, keys.1).prefix { $0 == $1 }.count
    let rest = (keys.0.dropFirst(common), keys.1.dropFirst(common))
    var pairs = (0..<common).map { ($0, $0) }
    if max(rest.0.count, rest.1.count) <= mostCompared {
      var removed: Set<Int> = []
      var inserted: Set<Int> = []
      for change in Array(rest.1).difference(from: Array(rest.0)) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset + common)
        case .insert(let offset, _, _): inserted.insert(offset + common)
        }
      }
      pairs += zip(
        rest.0.indices.filter { !removed.contains($0) },
        rest.1.indices.filter { !inserted.contains($0) }
      ).map { ($0, $1) }
    }
    return PartsDifference(source, translation, pairs: pairs)
  }

  /// Comparing two lists of entirely different parts takes time and room by the square.
  private static let mostCompared = 2_000

  /// Parts that a translator may put into another order.
  static func unordered(_ source: [PagePart], _ translation: [PagePart]) -> PartsDifference {
    var places: [String: [Int]] = [:]
    for index in translation.indices.reversed() {
      places[translation[index].key, default: []].append(index)
    }
    let pairs = source.indices.compactMap { index in
      places[source[index].key]?.popLast().map { (index, $0) }
    }
    return PartsDifference(source, translation, pairs: pairs)
  }

  /// The same with parts that are as good as equal taken for equal.
  func pairing(_ pairs: [(source: Int, translation: Int)]) -> PartsDifference {
    PartsDifference(
      source, translation, pairs: (matched + pairs).map { ($0.source, $0.translation) })
  }

  /// By part of the page: the line of the translation that it belongs behind, for one that is
  /// missing; nil where nothing stands before it.
  var placesOfMissing: [Int?] {
    var line: Int?
    return counterparts.map { counterpart in
      if counterpart >= 0 { line = translation[counterpart].line }
      return line
    }
  }

  /// By part of the translation: the line of the page that it stands behind, for one that is added;
  /// nil where nothing stands before it.
  var placesOfAdded: [Int?] {
    var lines = [Int?](repeating: nil, count: translation.count)
    for (part, counterpart) in counterparts.enumerated() where counterpart >= 0 {
      lines[counterpart] = source[part].line
    }
    var line: Int?
    return lines.map { known in
      line = known ?? line
      return line
    }
  }
}

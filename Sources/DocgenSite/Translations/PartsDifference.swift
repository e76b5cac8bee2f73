/// A part of a page that its translation has as well: a heading, a fence, a link.
struct PagePart: Sendable, Equatable {
  /// What has to be the same in both.
  var key: String
  /// What a person is shown of it.
  var shown: String
  var line: Int
  var column = 1
  /// The line that it ends in; nil for its first.
  var lastLine: Int?
  /// How it is written, for its exact place to be looked up from its line on.
  var written: String?
  /// Parts of different groups don't stand for each other.
  var group = 0
}

/// How the parts of a page differ from those of its translation.
struct PartsDifference {
  let source: [PagePart]
  let translation: [PagePart]
  /// What a page's part is in the translation, by the part's index; -1 for one that is missing.
  private var counterparts: [Int]
  private var isAdded: [Bool]
  /// Indexes of parts that stand in each other's place: between the same parts that both have.
  let changed: [(source: Int, translation: Int)]

  /// Indexes of the page's parts that the translation does not have.
  var missing: [Int] { counterparts.indices.filter { counterparts[$0] < 0 } }

  /// Indexes of the translation's parts that the page does not have.
  var added: [Int] { isAdded.indices.filter { isAdded[$0] } }

  /// Indexes of parts that both have.
  var matched: [(source: Int, translation: Int)] {
    counterparts.indices.filter { counterparts[$0] >= 0 }.map { ($0, counterparts[$0]) }
  }

  /// Indexes of the page's parts that nothing stands in the place of.
  var onlyMissing: [Int] {
    let known = Set(changed.map(\.source))
    return missing.filter { !known.contains($0) }
  }

  /// Indexes of the translation's parts that stand in the place of none.
  var onlyAdded: [Int] {
    let known = Set(changed.map(\.translation))
    return added.filter { !known.contains($0) }
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
    changed = Self.changed(source, counterparts, translation, isAdded)
  }

  private static func changed(
    _ source: [PagePart], _ counterparts: [Int], _ translation: [PagePart], _ isAdded: [Bool]
  ) -> [(source: Int, translation: Int)] {
    struct Gap: Hashable {
      /// How many parts that both have stand before it.
      var number: Int
      var group: Int
    }
    var open: [Gap: [Int]] = [:]
    var number = 0
    for (index, part) in translation.enumerated() {
      if isAdded[index] {
        open[Gap(number: number, group: part.group), default: []].append(index)
      } else {
        number += 1
      }
    }
    for gap in open.keys { open[gap]?.reverse() }
    var changed: [(source: Int, translation: Int)] = []
    number = 0
    for (index, part) in source.enumerated() {
      if counterparts[index] >= 0 {
        number += 1
      } else if let added = open[Gap(number: number, group: part.group)]?.popLast() {
        changed.append((index, added))
      }
    }
    return changed
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

  /// The same without what stands in the place of nothing.
  var withoutAdded: PartsDifference {
    var difference = self
    for index in onlyAdded { difference.isAdded[index] = false }
    return difference
  }

  /// The same with parts that are as good as equal taken for equal.
  func pairing(_ pairs: [(source: Int, translation: Int)]) -> PartsDifference {
    PartsDifference(
      source, translation, pairs: (matched + pairs).map { ($0.source, $0.translation) })
  }
}

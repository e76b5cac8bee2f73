/// Light stemming of English: plurals, verb forms and the nouns made from verbs meet, so that
/// "installing", "installs" and "installation" find each other. The result is an index term, not a
/// word. The same rule stands in the theme's search script.
enum EnglishStem {
  /// - Parameter word: folded. Only words of ASCII letters change.
  static func stem(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard word.count > 3, word.allSatisfy({ $0 &- 0x61 < 26 }) else { return word }
    var stem = singular(word)
    for rule in suffixes {
      guard stem.count >= rule.suffix.count + rule.atLeast, stem.ends(with: rule.suffix) else {
        continue
      }
      let rest = stem.dropLast(rule.suffix.count)
      // "bring", "need": what is left must be a word's beginning.
      guard rest.contains(where: isVowel) else { continue }
      stem = rule.undoubles ? undoubled(rest) : rest
      break
    }
    if stem.count > 3, stem.last == UInt8(ascii: "e") { stem = stem.dropLast() }
    return stem
  }

  private struct Rule {
    var suffix: [UInt8]
    /// How many letters have to be left.
    var atLeast: Int
    /// "running" is a form of "run".
    var undoubles = false

    init(_ suffix: String, _ atLeast: Int, undoubles: Bool = false) {
      self.suffix = Array(suffix.utf8)
      self.atLeast = atLeast
      self.undoubles = undoubles
    }
  }

  /// The first that applies.
  private static let suffixes = [
    Rule("ation", 4), Rule("ating", 4), Rule("ated", 4), Rule("ator", 4), Rule("ate", 4),
    Rule("ion", 5), Rule("ing", 3, undoubles: true), Rule("ed", 3, undoubles: true),
  ]

  private static func singular(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard word.last == UInt8(ascii: "s") else { return word }
    let before = word.dropLast().last
    // "class", "status", "this".
    if let before, "sui".utf8.contains(before) { return word }
    if word.ends(with: "ies".utf8), word.count > 4 {
      return word.dropLast(3) + CollectionOfOne(UInt8(ascii: "y"))
    }
    let hisses = ["sses", "xes", "ches", "shes", "zzes"].contains { word.ends(with: $0.utf8) }
    return word.dropLast(hisses ? 2 : 1)
  }

  /// "runn" is "run"; "install", "pass" and "buzz" stay.
  private static func undoubled(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = word.last, word.dropLast().last == last, !isVowel(last),
      !"lsz".utf8.contains(last)
    else { return word }
    return word.dropLast()
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with suffix: some BidirectionalCollection<UInt8>) -> Bool {
    count >= suffix.count && self.suffix(suffix.count).elementsEqual(suffix)
  }
}

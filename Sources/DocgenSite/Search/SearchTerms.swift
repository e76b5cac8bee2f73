/// What a word is found by.
///
/// A plain word is its stem. An identifier (`client_cert`, `mcpServers`, `OPENAI_API_KEY`) is itself
/// and each of its parts. The same rule stands in the theme's search script.
struct SearchTerms: Equatable {
  /// UTF-8, folded.
  var whole: [UInt8]
  /// An identifier's parts as stems, those of one letter left out; empty for a plain word.
  var parts: [[UInt8]] = []
  /// The word as a reader may still be typing it: folded, not stemmed.
  var typed: [UInt8]

  /// A longer term is nothing that anyone searches for.
  static let longest = 64

  /// - Parameter word: letters, digits, marks and `_`.
  /// - Returns: nil where nothing is left of it.
  init?(word: ArraySlice<UInt8>) {
    let pieces = Self.pieces(of: word)
    guard let first = pieces.first, let last = pieces.last else { return nil }
    typed = Self.folded(word[first.startIndex..<last.endIndex])
    guard !typed.isEmpty, typed.count <= Self.longest else { return nil }
    if pieces.count == 1 {
      whole = Self.stem(first)
    } else {
      whole = typed
      parts = pieces.map(Self.stem).filter { $0.count > 1 }
    }
  }

  /// Whether the word says too little to be looked for, unless a heading has it.
  var isStopWord: Bool {
    parts.isEmpty && typed.count <= StopWords.longest && StopWords.english.contains(typed)
  }

  /// The word at each `_` and change of case: `get`, `HTTP`, `Server` of `getHTTPServer`. "APIs" is
  /// one piece.
  private static func pieces(of word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    func isUpper(_ index: Int) -> Bool { word.indices.contains(index) && word[index] &- 0x41 < 26 }
    func isLower(_ index: Int) -> Bool { word.indices.contains(index) && word[index] &- 0x61 < 26 }
    func isDigit(_ index: Int) -> Bool { word.indices.contains(index) && word[index] &- 0x30 < 10 }
    var pieces: [ArraySlice<UInt8>] = []
    var start = word.startIndex
    for index in word.indices {
      let isMark = word[index] == UInt8(ascii: "_")
      let startsPiece =
        isUpper(index)
        && (isLower(index - 1) || isDigit(index - 1)
          || isUpper(index - 1) && isLower(index + 1) && isLower(index + 2))
      guard isMark || startsPiece else { continue }
      if start < index { pieces.append(word[start..<index]) }
      start = isMark ? index + 1 : index
    }
    if start < word.endIndex { pieces.append(word[start...]) }
    return pieces
  }

  /// "APIs" are more than one API, which the rule for words would not see.
  private static func stem(_ piece: ArraySlice<UInt8>) -> [UInt8] {
    let acronym = piece.dropLast()
    let isPlural =
      piece.last == UInt8(ascii: "s") && acronym.count > 1
      && acronym.allSatisfy { $0 &- 0x41 < 26 || $0 &- 0x30 < 10 }
    return Array(EnglishStem.stem(folded(isPlural ? acronym : piece)[...]))
  }

  private static func folded(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(word.count)
    if word.allSatisfy({ $0 < 0x80 }) {
      for byte in word { output.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
      return output
    }
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      WordFolding.append(scalar, to: &output)
    }
    return output
  }
}

/// Words that stand in every text or every question.
enum StopWords {
  /// Of English ones, in bytes.
  static let longest = 7
  static let english: Set<[UInt8]> = Set(
    """
    a an and another any are as at be but by can do does for from happens has have how i if in into \
    is it its me my need of on or our should so some that the their there this to want was we what \
    when where which who why will with you your
    """.split(separator: " ").map { Array($0.utf8) })
  /// Of Chinese: what, which, how, and the beginning of "which are there".
  static let pairs: Set<[UInt8]> = Set(["什么", "哪些", "如何", "怎么", "有哪"].map { Array($0.utf8) })
}

/// Which terms stand where on some pages.
struct Postings: Sendable {
  /// A term on a page.
  struct Record: Sendable, BitwiseCopyable {
    var term: TermNumber
    /// How much of the page is about the term: its occurrences by `weight`.
    var weight: UInt16
    /// Its sections, encoded, in `sections`.
    var length: UInt16
    var start: UInt32
  }

  struct Page: Sendable {
    var records: Range<Int>
    /// In occurrences of a word in running text.
    var length: Int
  }

  /// Terms of scripts with spaces.
  var words = ByteStringTable()
  /// Pairs of characters, and single ones, of dense scripts.
  var pairs = ByteStringTable()
  var pages: [Page] = []
  /// Each page's stand together.
  var records: [Record] = []
  /// Encoded by `SectionList`.
  var sections: [UInt8] = []
}

/// A term's number in its table.
struct TermNumber: Sendable, Equatable, BitwiseCopyable {
  private var value: Int32

  init(_ number: Int, isPair: Bool) {
    value = Int32(truncatingIfNeeded: isPair ? ~number : number)
  }

  var isPair: Bool { value < 0 }
  var number: Int { Int(value < 0 ? ~value : value) }
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

import Foundation

/// `Tests/Search/vectors.json`: what the search does the same way in Swift and in the browser.
struct SearchVectors: Decodable, Sendable {
  struct Word: Decodable, Sendable {
    var whole: String
    var parts: [String]
    var typed: String
    var isStopWord: Bool

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      whole = try list.decode(String.self)
      parts = try list.decode([String].self)
      typed = try list.decode(String.self)
      isStopWord = try list.decode(Bool.self)
    }
  }

  struct QueryWord: Decodable, Sendable, Equatable {
    var term: String
    var typed: String
    var parts: [String]
    var isPrefix: Bool
    var isPair: Bool
    var joined: String?

    init(
      term: String, typed: String, parts: [String], isPrefix: Bool, isPair: Bool, joined: String?
    ) {
      self.term = term
      self.typed = typed
      self.parts = parts
      self.isPrefix = isPrefix
      self.isPair = isPair
      self.joined = joined
    }

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      term = try list.decode(String.self)
      typed = try list.decode(String.self)
      parts = try list.decode([String].self)
      isPrefix = try list.decode(Bool.self)
      isPair = try list.decode(Bool.self)
      joined = try list.decode(String?.self)
    }
  }

  /// What a query finds on the site Tests/Fixtures/observatory.
  struct Ranking: Decodable, Sendable {
    struct Page: Decodable, Sendable, Equatable {
      var path: String
      var score: Int
      var anchors: [String]
    }

    var locale: String
    var query: String
    var pages: [Page]
  }

  struct Pair<Second: Decodable & Sendable>: Decodable, Sendable {
    var input: String
    var output: Second

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      input = try list.decode(String.self)
      output = try list.decode(Second.self)
    }
  }

  struct Mistake: Decodable, Sendable {
    var a: String
    var b: String
    var isOne: Bool

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      a = try list.decode(String.self)
      b = try list.decode(String.self)
      isOne = try list.decode(Bool.self)
    }
  }

  var folds: [Pair<String>]
  var stems: [Pair<String>]
  var words: [Pair<Word?>]
  var cuts: [Pair<[String]>]
  var queries: [Pair<[QueryWord]>]
  var mistakes: [Mistake]
  var rankings: [Ranking]

  static let tests = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let all = Result {
    try JSONDecoder().decode(
      SearchVectors.self,
      from: Data(contentsOf: tests.appendingPathComponent("Search/vectors.json")))
  }
}

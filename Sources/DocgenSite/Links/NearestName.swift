import DocgenCore
import DocgenMarkup

/// What an author may have meant by a name that is nowhere.
enum NearestName {
  /// The nearest candidate by edit distance, or else the one that shares most words with what was
  /// written: at least half of the longer one's.
  static func find(_ written: String, among candidates: some Sequence<String>) -> String? {
    if let near = Suggestions.nearest(to: written, among: candidates, limit: 1).first {
      return near
    }
    var best: (score: Int, name: String)?
    for near in sharingWords(with: written, among: candidates) where near.score > best?.score ?? 0 {
      best = near
    }
    return best?.name
  }

  /// The candidates that share at least half of the longer one's words, with how many of a hundred.
  private static func sharingWords(
    with written: String, among candidates: some Sequence<String>
  ) -> [(score: Int, name: String)] {
    let wanted = words(of: written)
    if wanted.isEmpty { return [] }
    return candidates.compactMap { candidate in
      let own = words(of: candidate)
      let shared = wanted.filter(own.contains).count
      let score = shared * 100 / max(wanted.count, own.count)
      return score >= 50 ? (score, candidate) : nil
    }
  }

  private static func words(of name: String) -> [Substring.UTF8View] {
    name.utf8.split { !ASCII.isAlphanumeric($0) && $0 < 0x80 }.map { Substring($0).utf8 }
  }
}

extension Collection where Element == Substring.UTF8View {
  fileprivate func contains(_ word: Substring.UTF8View) -> Bool {
    contains { $0.elementsEqual(word) }
  }
}

/// Paths of the site by their last part and by their folder, so that a broken link costs a few
/// comparisons and not one for each of 50,000 pages.
struct NearestPaths: Sendable {
  private let paths: [String]
  private let byName: [Substring: [Int]]
  private let byFolder: [Substring: [Int]]

  /// More candidates than that are not compared.
  private static let mostCandidates = 100

  /// - Parameter paths: without slashes around them.
  init(_ paths: [String]) {
    self.paths = paths
    var byName: [Substring: [Int]] = [:]
    var byFolder: [Substring: [Int]] = [:]
    byName.reserveCapacity(paths.count)
    for (index, path) in paths.enumerated() {
      byName[JoinedPath.name(of: path), default: []].append(index)
      byFolder[JoinedPath.folder(of: path), default: []].append(index)
    }
    self.byName = byName
    self.byFolder = byFolder
  }

  /// A path of the same name in another folder, or one of a similar name in the same folder, or in
  /// the folder above where the folder is what is wrong.
  func nearest(to path: String) -> String? {
    let wanted = JoinedPath(folder: "", path).text
    let trimmed = wanted.hasSuffix("/") ? String(wanted.dropLast()) : wanted
    let name = JoinedPath.name(of: trimmed)
    if let moved = byName[name] {
      let candidates = moved.prefix(Self.mostCandidates).map { paths[$0] }.filter { $0 != trimmed }
      if let near = Suggestions.nearest(to: trimmed, among: candidates, limit: 1).first {
        return near
      }
      if let first = candidates.first { return first }
    }
    let folder = JoinedPath.folder(of: trimmed)
    let siblings = (byFolder[folder] ?? []).prefix(Self.mostCandidates).map { paths[$0] }
    let stems = siblings.map { Self.stem(of: String(JoinedPath.name(of: $0))) }
    if let near = NearestName.find(Self.stem(of: String(name)), among: stems) {
      return stems.firstIndex(of: near).map { siblings[$0] }
    }
    if !folder.isEmpty {
      let parent = JoinedPath.folder(of: String(folder))
      let cousins = (byFolder[parent] ?? []).prefix(Self.mostCandidates).map { paths[$0] }
      if let near = Suggestions.nearest(to: trimmed, among: cousins, limit: 1).first { return near }
    }
    return elsewhere(name)
  }

  /// In any folder, a path whose name is written almost like this one: with other capital letters, or
  /// a letter too many or too few.
  private func elsewhere(_ name: Substring) -> String? {
    let (count, first) = (name.utf8.count, name.utf8.first.map(ASCII.lowercased))
    guard count > 3 else { return nil }
    let alike = byName.keys.filter { other in
      abs(other.utf8.count - count) < 2 && other.utf8.first.map(ASCII.lowercased) == first
    }
    let names = alike.map(String.init).sorted().prefix(Self.mostCandidates)
    let wanted = Array(name.lowercased().utf8)
    let near = Suggestions.nearest(to: String(name), among: names, limit: 1).first {
      Suggestions.editDistance(wanted, Array($0.lowercased().utf8), atMost: 2) < 2
    }
    return near.flatMap { byName[$0[...]]?.first }.map { paths[$0] }
  }

  /// A name without the extension that most pages have: what pages share by it says nothing.
  static func stem(of name: String) -> String {
    let ending = [".md", ".mdx", ".html", ".htm"].first(where: name.hasSuffix)
    return ending.map { String(name.dropLast($0.count)) } ?? name
  }
}

/// A pattern for paths: `*` within a name, `**` over any number of folders, `?` one character,
/// `{a,b}` either.
struct GlobPattern: Sendable, Equatable {
  private let alternatives: [[Substring]]

  init(_ pattern: String) {
    alternatives = Self.expanded(pattern).map {
      $0.split(separator: "/", omittingEmptySubsequences: true)
    }
  }

  func matches(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    return alternatives.contains { Self.matches($0[...], parts[...]) }
  }

  /// One pattern for each combination of the braces' alternatives; braces don't nest.
  private static func expanded(_ pattern: String) -> [String] {
    guard let open = pattern.firstIndex(of: "{"),
      let close = pattern[open...].firstIndex(of: "}")
    else { return [pattern] }
    let before = pattern[..<open]
    let after = pattern[pattern.index(after: close)...]
    return pattern[pattern.index(after: open)..<close].split(separator: ",").flatMap {
      expanded("\(before)\($0)\(after)")
    }
  }

  private static func matches(_ pattern: ArraySlice<Substring>, _ path: ArraySlice<Substring>)
    -> Bool
  {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "**" {
      let rest = pattern.dropFirst()
      return (0...path.count).contains { matches(rest, path.dropFirst($0)) }
    }
    guard let name = path.first, matchesName(Array(first.utf8), Array(name.utf8)) else {
      return false
    }
    return matches(pattern.dropFirst(), path.dropFirst())
  }

  /// `*` and `?` in one name, without backtracking further than the last star.
  private static func matchesName(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    var p = 0
    var n = 0
    var star: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        star = (p, n)
        p += 1
      } else if p < pattern.count, pattern[p] == name[n] || pattern[p] == UInt8(ascii: "?") {
        p += 1
        n += 1
      } else if let last = star {
        p = last.pattern + 1
        n = last.name + 1
        star = (last.pattern, n)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}

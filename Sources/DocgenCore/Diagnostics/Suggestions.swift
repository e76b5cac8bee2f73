/// "Did you mean": the nearest of the names that exist, by edit distance.
package enum Suggestions {
  /// The candidates close enough to what was written to be worth showing, nearest first.
  ///
  /// A candidate counts when at most a third of the written name (at least one and at most five
  /// edits) would have to change; letter case costs nothing.
  package static func nearest(
    to written: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let wanted = Array(written.lowercased().utf8)
    let most = min(5, max(1, wanted.count / 3))
    var found: [(distance: Int, name: String)] = []
    for name in candidates where name != written {
      let bytes = Array(name.lowercased().utf8)
      guard abs(bytes.count - wanted.count) <= most else { continue }
      let distance = editDistance(wanted, bytes, atMost: most)
      if distance <= most { found.append((distance, name)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(limit).map(\.name)
  }

  /// The hint that goes with an unknown name, or nil where nothing is near.
  package static func hint(for written: String, among candidates: some Sequence<String>) -> String?
  {
    nearest(to: written, among: candidates, limit: 1).first.map { "did you mean '\($0)'?" }
  }

  /// Edits (insert, delete, replace, swap of neighbours) between two byte strings; any number above
  /// `limit` once it is known that there are more.
  package static func editDistance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int {
    if a.isEmpty { return b.count }
    if b.isEmpty { return a.count }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 1...a.count {
      row[0] = i
      var smallest = i
      for j in 1...b.count {
        let replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var best = min(last[j] + 1, row[j - 1] + 1, replace)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforeLast[j - 2] + 1)
        }
        row[j] = best
        smallest = min(smallest, best)
      }
      if smallest > limit { return limit + 1 }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
  }
}

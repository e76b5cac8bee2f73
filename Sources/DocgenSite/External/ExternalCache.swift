import DocgenCore

/// Good answers of earlier runs, in a file beside the site. A broken link is asked for each time.
///
///     {"version": 1, "links": {"https://example.com/": {"at": 1700000000, "fragments": ["x"]}}}
struct ExternalCache: Sendable, Equatable {
  private struct Entry: Sendable, Equatable {
    /// Seconds since 1970.
    var time: Int
    /// Those that the page has.
    var fragments: [String]
  }

  private var entries: [String: Entry] = [:]
  /// In seconds.
  private let lifetime: Int

  /// What can't be read is no reason to stop: it is asked for again.
  init(reading path: String?, lifetime: Int) {
    self.lifetime = lifetime
    guard let path, let bytes = try? FileSystem.read(path),
      let json = try? JSONValue(parsing: bytes),
      json["version"]?.integer == 1
    else { return }
    for member in json["links"]?.members ?? [] {
      guard let time = member.value["at"]?.integer else { continue }
      let fragments = member.value["fragments"]?.elements?.compactMap(\.string) ?? []
      entries[member.key] = Entry(time: time, fragments: fragments)
    }
  }

  /// Whether a link was fine a short while ago, with all of its fragments.
  func knows(_ url: String, fragments: [String], at now: Int) -> Bool {
    guard let entry = entries[url], isFresh(entry, at: now) else { return false }
    return fragments.allSatisfy(entry.fragments.contains)
  }

  mutating func note(_ url: String, fragments: [String], at now: Int) {
    entries[url] = Entry(time: now, fragments: fragments.sorted())
  }

  mutating func forget(_ url: String) { entries[url] = nil }

  private func isFresh(_ entry: Entry, at now: Int) -> Bool {
    entry.time <= now && now - entry.time < lifetime
  }

  /// Sorted, and without what has grown too old.
  func bytes(at now: Int) -> [UInt8] {
    let links = entries.filter { isFresh($0.value, at: now) }.sorted { $0.key < $1.key }
    let json: JSONValue = [
      "version": 1,
      "links": .object(
        links.map { url, entry in
          var members: [JSONValue.Member] = [.init("at", .integer(entry.time))]
          if !entry.fragments.isEmpty {
            members.append(.init("fragments", .array(entry.fragments.map(JSONValue.string))))
          }
          return .init(url, .object(members))
        }),
    ]
    return Array((json.prettyText + "\n").utf8)
  }
}

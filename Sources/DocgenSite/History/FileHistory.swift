/// When each file of a site was last changed, as far as Git knows.
package struct FileHistory: Sendable, Equatable {
  /// The newest commit that changed a file. Moving a file without a change to it is none.
  package struct Change: Sendable, Equatable {
    /// The commit's place in the log, children before parents: the newest is 0.
    package var order: Int
    /// When it was committed, in seconds since 1970, UTC. Nil: before the clone's history begins.
    package var seconds: Int?
    /// Its author's name, as the repository's `.mailmap` has it.
    package var author: String?

    /// The day in UTC: `2026-11-22`.
    package var date: String? { seconds.map { CalendarDate(seconds: $0).text } }
  }

  /// Files by their path from the site's folder.
  private let changes: [String: Change]
  /// Whether the clone's history begins before the files do: a shallow clone.
  package let isCutOff: Bool

  package init(_ changes: [String: Change] = [:], isCutOff: Bool = false) {
    self.changes = changes
    self.isCutOff = isCutOff
  }

  /// Nil for a file that Git does not know, or has not been asked about.
  package func lastChange(of file: String) -> Change? { changes[file] }

  /// Whether `file` has been changed after `other` was; nil where that is not known.
  package func isNewer(_ file: String, than other: String) -> Bool? {
    guard let change = changes[file], let reference = changes[other],
      change.seconds != nil || reference.seconds != nil
    else { return nil }
    return change.order < reference.order
  }
}

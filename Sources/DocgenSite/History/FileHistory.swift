import DocgenMarkup

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

/// A day of the Gregorian calendar, without a time zone's or a locale's opinion.
struct CalendarDate: Equatable {
  let year: Int
  let month: Int
  let day: Int

  /// - Parameter seconds: since 1970, UTC. The algorithm counts days in eras of 400 years that begin
  ///   on a 1 March, so that a leap day is a year's last one.
  init(seconds: Int) {
    let days = Int((Double(seconds) / 86_400).rounded(.down)) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `2026-11-22`: read the same in every language.
  var text: String { "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))" }

  /// The day that a written date starts with: `2026-11-22` of `2026-11-22T10:00:00Z`.
  static func day(in written: String) -> String? {
    let day = written.utf8.prefix(10)
    let parts = day.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy(ASCII.isDigit),
      (1...12).contains(Int(Substring(parts[1])) ?? 0),
      (1...31).contains(Int(Substring(parts[2])) ?? 0)
    else { return nil }
    return String(Substring(day))
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}

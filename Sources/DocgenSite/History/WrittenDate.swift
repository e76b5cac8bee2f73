import DocgenMarkup

/// A date as authors write it: `2026-11-22`, `2026-11-22T10:00:00+02:00`, and what Docusaurus takes
/// besides: `11/22/2026`, `22 Nov 2026`, `November 22, 2026`.
struct WrittenDate: Equatable {
  /// The day that is written, wherever it is that day.
  let day: CalendarDate
  /// Since 1970, UTC. Without a time it is the day's beginning, without a zone it is UTC.
  let seconds: Int

  /// Nil for what is no date, or a day or a time that there is not.
  init?(_ text: String) {
    var rest = Substring(text).utf8
    var words: [Substring] = []
    while words.count < 3 {
      let isNumber = rest.first.map(ASCII.isDigit) ?? false
      let word = rest.prefix { isNumber ? ASCII.isDigit($0) : ASCII.isLetter($0) }
      if word.isEmpty { return nil }
      words.append(Substring(word))
      rest = rest[word.endIndex...]
      if words.count < 3 { rest = rest.drop { " ,/-.".utf8.contains($0) } }
    }
    guard let day = Self.day(words), let seconds = Self.secondsOfDay(Substring(rest)) else {
      return nil
    }
    self.day = day
    self.seconds = day.seconds + seconds
  }

  /// RFC 3339, in UTC: `2026-11-22T08:00:00Z`.
  static func timestamp(seconds: Int) -> String {
    let day = CalendarDate(seconds: seconds)
    let time = seconds - day.seconds
    let parts = [time / 3_600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day.text)T\(parts.joined(separator: ":"))Z"
  }

  private static func day(_ words: [Substring]) -> CalendarDate? {
    var (numbers, month): ([Int], Int?) = ([], nil)
    for word in words {
      if let number = Int(word) {
        numbers.append(number)
      } else if month == nil, let found = self.month(word) {
        month = found
      } else {
        return nil
      }
    }
    let isYearFirst = words[0].utf8.count == 4 && month == nil
    guard (isYearFirst ? words[0] : words[2]).utf8.count == 4 else { return nil }
    if let month { return CalendarDate(year: numbers[1], month: month, day: numbers[0]) }
    return isYearFirst
      ? CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
      : CalendarDate(year: numbers[2], month: numbers[0], day: numbers[1])
  }

  /// By its English name, or the beginning of that.
  private static func month(_ word: Substring) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    if word.utf8.count < 3 { return nil }
    return names.firstIndex { $0.hasPrefix(word.lowercased()) }.map { $0 + 1 }
  }

  /// Of what stands behind a day: nothing, or `T10:00`, ` 10:00:30.5`, with `Z` or `+02:00`.
  private static func secondsOfDay(_ text: Substring) -> Int? {
    if text.allSatisfy(\.isWhitespace) { return 0 }
    let pattern =
      /[Tt ]\ *(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\ *(?:[Zz]|([+-])(\d\d):?(\d\d))?\s*/
    guard let match = try? pattern.wholeMatch(in: text) else { return nil }
    let (_, hour, minute, second, sign, zoneHour, zoneMinute) = match.output
    let clock = [hour, minute, second ?? "0"].compactMap { Int($0) }
    guard clock.count == 3, clock[0] < 24, clock[1] < 60, clock[2] < 60 else { return nil }
    let zone = (Int(zoneHour ?? "0") ?? 0) * 3_600 + (Int(zoneMinute ?? "0") ?? 0) * 60
    return clock[0] * 3_600 + clock[1] * 60 + clock[2] - (sign == "-" ? -zone : zone)
  }
}

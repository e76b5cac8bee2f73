/// How long a server asks to be left alone.
package enum RetryAfter {
  /// - Parameters:
  ///   - value: of the header: seconds, or a date.
  ///   - secondsUntil: the time until a date, which takes a calendar; nil for what is no date.
  /// - Returns: seconds, none of them negative; nil where nothing is said.
  package static func seconds(
    _ value: String?, secondsUntil: (String) -> Double?
  ) -> Double? {
    guard let value else { return nil }
    let trimmed = value.split(separator: " ", omittingEmptySubsequences: true)
    if trimmed.count == 1, let seconds = Double(trimmed[0]), seconds.isFinite {
      return max(0, seconds)
    }
    return secondsUntil(value).map { max(0, $0) }
  }

  /// Without such a wish: a second, and twice as long each time.
  package static func backoff(attempt: Int) -> Double {
    Double(1 << min(max(0, attempt), 5))
  }
}

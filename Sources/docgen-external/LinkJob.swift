import DocgenMarkup
import Foundation
import LinkProbe

/// One link on its way to an answer: a request a step, so that waiting and redirects hold no place.
struct LinkJob: Sendable {
  let link: ProbeRequest.Link
  /// Where it has been led to.
  private(set) var url: URL
  private var isHead: Bool
  private var attempt = 0
  private var seen: Set<URL>
  private var isForGood = true

  enum Step: Sendable {
    case answer(ProbeAnswer)
    /// - Parameters:
    ///   - after: seconds.
    ///   - holdsHost: whether nobody else may ask the host meanwhile.
    case again(LinkJob, after: Double, holdsHost: Bool)
  }

  /// Nil for what is no URL of HTTP.
  init?(_ link: ProbeRequest.Link) {
    guard let url = URL(string: link.url).flatMap(Self.plain) else { return nil }
    (self.link, self.url, seen) = (link, url, [url])
    isHead = !link.skipsHead && link.fragments.isEmpty
  }

  /// An address of version 6 without its brackets.
  var host: String {
    (url.host ?? "").lowercased().trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
  }

  /// Without fragment, user name and password, which are never sent; nil for what is none of HTTP.
  private static func plain(_ url: URL) -> URL? {
    guard ["http", "https"].contains(url.scheme?.lowercased()), url.host?.isEmpty == false,
      var parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
    else { return nil }
    // Put together again, an address of version 6 may be none.
    if parts.fragment == nil, parts.user == nil, parts.password == nil { return url }
    (parts.fragment, parts.user, parts.password) = (nil, nil, nil)
    return parts.url
  }

  func step(_ limits: ProbeRequest.Limits, _ asker: HTTPAsker) async -> Step {
    if !limits.allowsPrivate, !limits.privateHosts.contains(host) {
      let addresses = await HostAddresses.of(host)
      if addresses.isEmpty { return .answer(answer(.unknownHost)) }
      if !addresses.allSatisfy(\.isPublic) {
        return .answer(answer(.privateAddress, seen.count > 1 ? url.absoluteString : nil))
      }
    }
    let outcome = await asker.ask(
      url, method: isHead ? .HEAD : .GET, bodyLimit: link.fragments.isEmpty ? 0 : limits.body)
    switch outcome {
    case .head(let head): return step(after: head, limits)
    case .timeout: return isHead ? inFull() : .answer(answer(.timeout))
    case .failed(let failure): return step(after: failure, limits)
    }
  }

  // MARK: An answer

  private func step(after head: HTTPAsker.Answer, _ limits: ProbeRequest.Limits) -> Step {
    if link.accepted.contains(head.status) { return .answer(fine(head, limits)) }
    switch head.status {
    case 200..<300, 304: return .answer(fine(head, limits))
    case 301, 302, 303, 307, 308:
      guard let location = head.location else { break }
      return redirected(to: location, status: head.status, limits)
    case 429, 500, 502, 503, 504:
      let wish = RetryAfter.seconds(head.retryAfter, secondsUntil: Self.secondsUntil)
      let isPatient = (wish ?? 0) <= limits.longestWait
      if attempt < limits.retries, isPatient {
        var next = self
        next.attempt += 1
        return .again(
          next, after: wish ?? RetryAfter.backoff(attempt: attempt), holdsHost: wish != nil)
      }
    default: break
    }
    // Many servers refuse HEAD, and some of them with a wrong status.
    if isHead, head.status != 429 { return inFull() }
    var result = answer(.status)
    result.status = head.status
    return .answer(result)
  }

  private func fine(_ head: HTTPAsker.Answer, _ limits: ProbeRequest.Limits) -> ProbeAnswer {
    var result = answer(.fine)
    result.status = head.status
    if seen.count > 1, isForGood { result.movedTo = url.absoluteString }
    guard head.isHTML, !head.body.isEmpty else { return result }
    // What is not read of a page may have anything.
    if head.body.count >= limits.body { return result }
    let anchors = HTMLReader.read(head.body).anchors
    result.missing = link.fragments.filter { fragment in
      ![fragment, fragment.removingPercentEncoding ?? fragment].contains {
        anchors.contains($0) || anchors.contains("user-content-" + $0)
      }
    }
    return result
  }

  private func redirected(
    to location: String, status: Int, _ limits: ProbeRequest.Limits
  ) -> Step {
    guard let target = URL(string: location, relativeTo: url).flatMap(Self.plain) else {
      return .answer(answer(.malformed, location))
    }
    var next = self
    next.url = target
    next.isForGood = isForGood && (status == 301 || status == 308)
    guard next.seen.insert(target).inserted, seen.count <= limits.redirects else {
      return .answer(answer(.circle, target.absoluteString))
    }
    return .again(next, after: 0, holdsHost: false)
  }

  private func inFull() -> Step {
    var next = self
    next.isHead = false
    return .again(next, after: 0, holdsHost: false)
  }

  // MARK: No answer

  private func step(after failure: AskFailure, _ limits: ProbeRequest.Limits) -> Step {
    switch failure {
    case .insecure(let words): return .answer(answer(.insecure, words))
    case .unknownHost: return .answer(answer(.unknownHost))
    case .refused(let words): return .answer(answer(.unreachable, words))
    case .broken(let words):
      if isHead { return inFull() }
      if attempt == limits.retries { return .answer(answer(.unreachable, words)) }
      var next = self
      next.attempt += 1
      return .again(next, after: RetryAfter.backoff(attempt: attempt), holdsHost: false)
    }
  }

  private func answer(_ state: ProbeAnswer.State, _ detail: String? = nil) -> ProbeAnswer {
    var answer = ProbeAnswer(url: link.url, state)
    answer.detail = detail
    return answer
  }

  private static func secondsUntil(_ date: String) -> Double? {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    return format.date(from: date)?.timeIntervalSinceNow
  }
}

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One request over the network, and as much of its answer as is wanted.
///
/// Redirects are not followed: each hop is looked at before anybody is asked. Every request has a
/// session of its own, which knows no cookies, no credentials and no cache.
struct HTTPAsker {
  enum Outcome {
    case head(Answer)
    case timeout
    case failed(URLError.Code, String)
  }

  struct Answer {
    var status: Int
    var location: String?
    var retryAfter: String?
    var isHTML = false
    var body: [UInt8] = []
  }

  /// Seconds for the whole of it.
  let timeout: Double

  /// - Parameter bodyLimit: how many bytes of an HTML answer are read; 0 for none.
  func ask(_ url: URL, method: String, bodyLimit: Int) async -> Outcome {
    var request = URLRequest(url: url, timeoutInterval: timeout)
    request.httpMethod = method
    request.httpShouldHandleCookies = false
    request.setValue("docgen link check", forHTTPHeaderField: "User-Agent")
    request.setValue("text/html,*/*;q=0.8", forHTTPHeaderField: "Accept")
    let (events, continuation) = AsyncStream.makeStream(of: AnswerEvent.self)
    let session = URLSession(
      configuration: Self.configuration, delegate: AnswerListener(events: continuation),
      delegateQueue: nil)
    let clock = Task {
      try await Task.sleep(for: .seconds(timeout))
      continuation.yield(.timeout)
    }
    session.dataTask(with: request).resume()
    let outcome = await outcome(of: events, bodyLimit: bodyLimit)
    clock.cancel()
    session.invalidateAndCancel()
    return outcome
  }

  private func outcome(of events: AsyncStream<AnswerEvent>, bodyLimit: Int) async -> Outcome {
    var answer: Answer?
    for await event in events {
      switch event {
      case .head(let head):
        answer = head
        let isWanted = bodyLimit > 0 && head.isHTML && (200..<300).contains(head.status)
        if !isWanted { return .head(head) }
      case .body(let bytes):
        guard var known = answer else { continue }
        known.body += bytes.prefix(bodyLimit - known.body.count)
        answer = known
        if known.body.count >= bodyLimit { return .head(known) }
      case .timeout:
        return .timeout
      case .end(nil):
        return answer.map(Outcome.head) ?? .failed(.badServerResponse, "there is no answer")
      case .end(let error?):
        return error.code == .timedOut ? .timeout : .failed(error.code, error.localizedDescription)
      }
    }
    return .timeout
  }

  private static var configuration: URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.urlCache = nil
    configuration.httpCookieStorage = nil
    configuration.urlCredentialStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    return configuration
  }
}

enum AnswerEvent: Sendable {
  case head(HTTPAsker.Answer)
  case body([UInt8])
  case timeout
  case end(URLError?)
}

extension HTTPAsker.Answer: Sendable {
  init(_ response: HTTPURLResponse) {
    status = response.statusCode
    location = response.value(forHTTPHeaderField: "Location")
    retryAfter = response.value(forHTTPHeaderField: "Retry-After")
    let type = (response.value(forHTTPHeaderField: "Content-Type") ?? "").lowercased()
    isHTML = type.hasPrefix("text/html") || type.hasPrefix("application/xhtml+xml")
  }
}

/// Tells what a session does as events, so that nobody shares anything with its queue.
///
/// Foundation's own handlers are called before an event: whoever gets the event ends the session, and
/// Foundation on Linux stops the program where a redirect is answered after that.
private final class AnswerListener: NSObject, URLSessionDataDelegate {
  private let events: AsyncStream<AnswerEvent>.Continuation

  init(events: AsyncStream<AnswerEvent>.Continuation) { self.events = events }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    // A redirect that is not followed comes again as an answer.
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    completionHandler(.allow)
    if let response = response as? HTTPURLResponse {
      events.yield(.head(HTTPAsker.Answer(response)))
    }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    events.yield(.body(Array(data)))
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let failure = error.map { ($0 as? URLError) ?? URLError(.unknown) }
    events.yield(.end(failure))
    events.finish()
  }
}

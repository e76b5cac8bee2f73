import AsyncHTTPClient
import NIOCore
import NIOHTTP1

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The answer to one request: its head, and a body to be read once.
struct HTTPAnswer: Sendable {
  private let response: HTTPClientResponse
  /// Who gave it, behind all redirects.
  let url: URL
  let failures: HTTPFailures

  init(_ response: HTTPClientResponse, from url: URL, failures: HTTPFailures) {
    self.response = response
    self.url = url
    self.failures = failures
  }

  var status: Int { Int(response.status.code) }
  var isSuccess: Bool { (200..<300).contains(status) }

  func header(_ name: String) -> String? { response.headers.first(name: name) }

  /// In small letters and without parameters.
  var mediaType: String? {
    header("content-type").map {
      $0.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }
  }

  /// The whole body.
  /// - Parameter limit: in bytes.
  func body(limit: Int) async throws(MCPError) -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      for try await chunk in response.body {
        if bytes.count + chunk.readableBytes > limit {
          throw failures.error(
            .tooLarge, "the server's answer is larger than \(limit) bytes, the limit")
        }
        bytes += chunk.readableBytesView
      }
    } catch {
      throw failures.inAnswer(error)
    }
    // A cancelled body ends without an error.
    if Task.isCancelled { throw failures.cancelled }
    return bytes
  }

  /// Reads what there is of a short body, so that the connection can be used again.
  func discard() async {
    _ = try? await body(limit: 16 << 10)
  }

  /// The events of a body that is an event stream.
  /// - Parameter limit: for one event, in bytes.
  func events(limit: Int) -> EventStream {
    EventStream(response.body, limit: limit, failures: failures)
  }

  /// The error for an answer that is no success, with what the server says in it.
  func refusal(limit: Int) async -> MCPError {
    let body: [UInt8]
    do { body = try await self.body(limit: limit) } catch { return error }
    return failures.status(
      status, reason: response.status.reasonPhrase, body: body,
      contentType: header("content-type"), retryAfter: header("retry-after"))
  }
}

/// The events of a response, read from the connection as they are asked for.
struct EventStream {
  private var chunks: HTTPClientResponse.Body.AsyncIterator
  private(set) var reader: ServerSentEventReader
  let failures: HTTPFailures
  private var ready: ArraySlice<ServerSentEvent> = []

  init(_ body: HTTPClientResponse.Body, limit: Int, failures: HTTPFailures) {
    chunks = body.makeAsyncIterator()
    reader = ServerSentEventReader(limit: limit)
    self.failures = failures
  }

  /// The next one; nil where the stream ends.
  mutating func next(
    isolation: isolated (any Actor)? = #isolation
  ) async throws(MCPError) -> ServerSentEvent? {
    while true {
      if let event = ready.popFirst() { return event }
      let chunk: ByteBuffer?
      do {
        chunk = try await chunks.next(isolation: isolation)
      } catch {
        throw failures.inAnswer(error)
      }
      // A cancelled body ends without an error.
      if Task.isCancelled { throw failures.cancelled }
      guard let chunk else { return nil }
      do {
        ready = try reader.read(chunk.readableBytesView)[...]
      } catch {
        throw failures.error(.tooLarge, "the server sent an event that is larger than the limit")
      }
    }
  }
}

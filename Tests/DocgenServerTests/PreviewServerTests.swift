import DocgenCore
import Testing

@testable import DocgenServer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("The preview server", .serialized)
struct PreviewServerTests {
  @Test func servesEveryLocaleAtItsPublishedAddress() async throws {
    let preview = try await RunningPreview()
    for (path, status, text) in [
      ("/book/", 200, "Start"), ("/book/plum", 200, "Sweet"), ("/book/plum/", 200, "Sweet"),
      ("/book/de/plum", 200, "Süß"), ("/book/idea", 200, "alert--warning"),
      ("/book/garden", 200, "noindex"), ("/book/prune", 200, "url=/book/plum"),
      ("/book/film.mp4", 200, "0123456789"), ("/book/plun", 404, "/book/plum"),
      ("/book/assets/search/index.json", 200, "termFiles"),
      ("/book/de/assets/search/index.json", 200, "termFiles"),
      ("/book/assets/search/nosuch.bin", 404, ""), ("/book/assets/search/", 404, ""),
      ("/book/de/nosuch", 404, "lang=\"de\""), ("/", 302, ""), ("/book/secret.txt", 404, ""),
      ("/docgen.yml", 404, ""), ("/book/assets/", 404, ""), ("/book/static/film.mp4", 404, ""),
    ] {
      let answer = await preview.client.get(path)
      #expect(answer.status == status, "\(path)")
      #expect(
        text.isEmpty || String(decoding: answer.body, as: UTF8.self).contains(text), "\(path)")
    }
    #expect(
      await preview.client.get("/book/plum").head.contains("Content-Type: text/html; charset=utf-8")
    )
    #expect(await preview.client.get("/book/film.mp4").head.contains("Content-Type: video/mp4"))
  }

  @Test func answersConditionsAndRanges() async throws {
    let preview = try await RunningPreview()
    for path in ["/book/plum", "/book/film.mp4", "/book/assets/docgen.css"] {
      let head = await preview.client.get(path).head
      let tag = try #require(head.split(separator: "\r\n").first { $0.hasPrefix("ETag: ") })
        .dropFirst("ETag: ".count)
      let again = await preview.client.get(path, headers: "If-None-Match: \(tag)\r\n")
      #expect(again.status == 304)
      #expect(again.body.isEmpty)
    }
    let part = await preview.client.get("/book/film.mp4", headers: "Range: bytes=2-4\r\n")
    #expect(part.status == 206)
    #expect(part.body == Array("234".utf8))
    #expect(part.head.contains("Content-Range: bytes 2-4/10"))
    #expect(
      await preview.client.get("/book/film.mp4", headers: "Range: bytes=90-\r\n").status == 416)
    let head = await preview.client.send(
      Array(
        "HEAD /book/plum HTTP/1.1\r\nHost: localhost:\(preview.client.port)\r\nConnection: close\r\n\r\n"
          .utf8))
    #expect(String(decoding: head, as: UTF8.self).hasSuffix("\r\n\r\n"))
  }

  @Test func refusesOtherHosts() async throws {
    let preview = try await RunningPreview()
    for host in ["evil.example", "evil.example:\(preview.client.port)", "localhost:1"] {
      let answer = await preview.client.send(
        Array("GET /book/ HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n".utf8))
      #expect(String(decoding: answer, as: UTF8.self).hasPrefix("HTTP/1.1 421 "))
    }
  }

  @Test(arguments: [false, true])
  func followsLinksOutOfTheSiteWhereItIsTold(follows: Bool) async throws {
    let outside = try TemporaryFolder()
    try outside.write("outside", to: "file.css")
    let preview = try await RunningPreview(followsLinks: follows) { site in
      try site.write("customCss: [out.css, in.css]\nbaseUrl: /book/\n", to: "docgen.yml")
      try site.write("inside", to: "real.css")
      site.link("out.css", to: outside("file.css"))
      site.link("in.css", to: site("real.css"))
    }
    #expect(await preview.client.get("/book/assets/out.css").status == (follows ? 200 : 403))
    #expect(await preview.client.get("/book/assets/in.css").body == Array("inside".utf8))
  }

  // MARK: Attacks

  /// What is no request, or asks for what nobody may have.
  private func attacks(_ port: UInt16) -> [[UInt8]] {
    var random = SeededGenerator(seed: 5)
    let host = "Host: localhost:\(port)\r\n"
    let up = [
      "..", "%2e%2e", "%2E%2E", ".%2e", "%252e%252e", "..%2f", "..%5c", "..\\", "%c0%ae%c0%ae",
      "%u002e%u002e", "....//", "..;", "%00", "..%00", "%e0%80%ae",
    ]
    let targets = ["secret.txt", "docgen.yml", "etc/passwd", "docs/plum.md"]
    var found: [String] = []
    for up in up {
      for (depth, target) in targets.enumerated() {
        let climb = Array(repeating: up, count: depth + 1).joined(separator: "/")
        found.append("GET /book/\(climb)/\(target) HTTP/1.1\r\n\(host)\r\n")
      }
    }
    for target in [
      "http://evil.example/book/", "http://localhost:\(port)/../secret.txt", "//x/../secret.txt",
      "file:///etc/passwd", "*", "", "book", "/book/%", "/book/%zz", "/\u{0}", "C:\\secret.txt",
    ] {
      found.append("GET \(target) HTTP/1.1\r\n\(host)\r\n")
    }
    for line in [
      "GET", "GET /", "GET / HTTP/9.9", "\r\n\r\n\r\n", " GET / HTTP/1.1", "GET\t/\tHTTP/1.1",
    ] {
      found.append("\(line)\r\n\(host)\r\n")
    }
    for header in [
      "Host: evil.example", ": x", "A B: c", "Content-Length: 99999999999999999999",
      "Content-Length: -1", "Transfer-Encoding: chunked", "A: \u{0}", "A: \u{1b}[2J",
      "Range: bytes=0-99999999999999999999", "If-None-Match: \"\"",
    ] {
      found.append("GET /book/ HTTP/1.1\r\n\(host)\(header)\r\n\r\n")
    }
    found.append("GET /\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\n\(host)\r\n")
    found.append("GET / HTTP/1.1\r\nA: \(String(repeating: "b", count: 1 << 20))\r\n\r\n")
    found.append("GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 5_000) + "\r\n")
    var all = found.map { Array($0.utf8) }
    while all.count < 220 {
      var bytes = Array("GET /book/plum HTTP/1.1\r\n\(host)\r\n".utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      all.append(bytes)
    }
    return all
  }

  @Test func survivesMalformedRequests() async throws {
    let preview = try await RunningPreview()
    let before = Self.descriptors()
    for attack in attacks(preview.client.port) {
      // Closing our side at once is a part of it: some are never complete.
      let descriptor = preview.client.connection(patience: 10)
      preview.client.send(attack, on: descriptor)
      shutdown(descriptor, CInt(SHUT_WR))
      let answer = await String(decoding: preview.client.receive(on: descriptor), as: UTF8.self)
      close(descriptor)
      let words = Comment(rawValue: String(decoding: attack.prefix(80), as: UTF8.self))
      #expect(!answer.contains("secret") && !answer.contains("root:"), words)
      #expect(!answer.contains("title: Orchard"), words)
      #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 "), words)
      #expect(!answer.hasPrefix("HTTP/1.1 500"), words)
    }
    #expect(await preview.client.get("/book/plum").status == 200)
    for _ in 0..<600 where Self.descriptors() > before + 3 {
      try await Task.sleep(for: .milliseconds(100))
    }
    #expect(Self.descriptors() <= before + 3)
  }

  @Test func answersOthersWhileSomeAreSlow() async throws {
    let preview = try await RunningPreview()
    let slow = (0..<100).map { _ in preview.client.connection(patience: 1) }
    defer { for descriptor in slow { close(descriptor) } }
    for descriptor in slow { preview.client.send(Array("GET /book/ HT".utf8), on: descriptor) }
    #expect(await preview.client.get("/book/plum").status == 200)
  }

  @Test func listsUnlistedPagesNowhere() async throws {
    let preview = try await RunningPreview()
    let start = await String(decoding: preview.client.get("/book/").body, as: UTF8.self)
    #expect(start.contains("/book/plum") && !start.contains("/book/garden"))
    #expect(await preview.client.get("/book/sitemap.xml").status == 404)
    let pages = await preview.client.get("/book/search").body
    #expect(!String(decoding: pages, as: UTF8.self).contains("/book/garden"))
  }

  private static func descriptors() -> Int {
    (try? OpenFolder("/proc/self/fd").names().count) ?? 0
  }

  // MARK: Events

  @Test func tellsTabsWhatHasChanged() async throws {
    let preview = try await RunningPreview()
    _ = await preview.client.get("/book/plum")
    let descriptor = preview.client.connection(patience: 60)
    defer { close(descriptor) }
    let version =
      await preview.client.get("/book/plum").head.split(separator: "\r\n")
      .first { $0.hasPrefix("X-Docgen-Version: ") }?.dropFirst("X-Docgen-Version: ".count) ?? ""
    preview.client.send(
      Array(
        "GET /__docgen/events?path=/book/plum&version=\(version) HTTP/1.1\r\nHost: localhost:\(preview.client.port)\r\n\r\n"
          .utf8), on: descriptor)
    var events = await preview.client.receive(on: descriptor, until: "event: findings")
    #expect(events.contains("Content-Type: text/event-stream"))
    try preview.site.write("# Plum\n\nSour.\n", to: "docs/plum.md")
    events = await preview.client.receive(on: descriptor, until: "event: page\ndata: ")
    #expect(events.contains("event: page"))
    try preview.site.write("---\ntitle: [\n---\nSour.\n", to: "docs/plum.md")
    events = await preview.client.receive(
      on: descriptor, until: "\"file\":\"docs/plum.md\",\"line\":3")
    #expect(events.contains("docs/plum.md") && !events.contains("event: page"))
    try preview.site.write("juice", to: "static/film.mp4")
    events = await preview.client.receive(
      on: descriptor, until: "event: files\ndata: [\"/book/film.mp4\"")
    #expect(events.contains("film.mp4") && !events.contains("event: page"))
  }
}

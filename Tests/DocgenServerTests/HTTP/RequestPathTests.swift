import Testing

@testable import DocgenServer

@Suite("A request's path")
struct RequestPathTests {
  @Test(arguments: [
    ("/", "/"), ("/a/b.html?x=1", "/a/b.html"), ("/%E5%AE%89", "/安"), ("/a%20b", "/a b"),
    ("http://localhost:3000/a?b", "/a"), ("http://localhost:3000", "/"),
    ("/%252e%252e/x", "/%2e%2e/x"),
  ])
  func isDecodedOnce(target: String, path: String) throws {
    #expect(try RequestPath(target: target).path == path)
  }

  @Test(arguments: [
    "/../etc/passwd", "/%2e%2e/etc/passwd", "/a/%2e%2e%2fetc", "/a/..%5cetc", "/a\\b", "/%00",
    "/a%0d",
    "/%", "/%zz", "/%c0%ae%c0%ae/", "/%ff", "*", "a", "ftp://localhost/", "//a/b", "/a//b", "/a#b",
    "/./a",
    "/%7f", "/a%2fb",
  ])
  func isRefused(target: String) {
    #expect(throws: HTTPProblem(.badRequest)) { try RequestPath(target: target) }
  }
}

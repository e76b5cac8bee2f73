import Foundation
import NIOHTTP1
import Testing

@testable import MCPClient

struct RedirectTests {
  private static let followed: [(Int, String, String, String, String)] = [
    (307, "/b", "https://a.example/mcp", "POST", "https://a.example/b"),
    (308, "b?x=1", "https://a.example/mcp/", "POST", "https://a.example/mcp/b?x=1"),
    (301, "/b", "https://a.example/", "GET", "https://a.example/b"),
    (302, "/b", "https://a.example/", "GET", "https://a.example/b"),
    (303, "/b", "https://a.example/", "GET", "https://a.example/b"),
    (307, "HTTPS://A.EXAMPLE:443/b", "https://a.example/", "POST", "HTTPS://A.EXAMPLE:443/b"),
    (307, "https://a.example/b", "http://a.example/", "POST", "https://a.example/b"),
    (308, "//a.example/b", "https://a.example/", "DELETE", "https://a.example/b"),
  ]

  @Test(arguments: followed)
  func followsWithinTheOrigin(
    status: Int, location: String, from: String, method: String, target: String
  ) throws {
    let from = try #require(URL(string: from))
    let found = Redirect(
      status, location: location, from: from, method: HTTPMethod(rawValue: method))
    guard case .follow(let url)? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(url.absoluteString == target)
  }

  private static let refused: [(Int, String, String, String, String)] = [
    (301, "/b", "https://a.example/", "POST", "https://a.example/b"),
    (302, "/b", "https://a.example/", "POST", "https://a.example/b"),
    (303, "/b", "https://a.example/", "DELETE", "https://a.example/b"),
    (307, "https://b.example/x?token=1", "https://a.example/", "POST", "https://b.example/x"),
    (307, "//b.example/x", "https://a.example/", "GET", "https://b.example/x"),
    (
      307, "https://a.example.b.example/", "https://a.example/", "GET",
      "https://a.example.b.example/"
    ),
    (307, "http://a.example/", "https://a.example/", "GET", "http://a.example/"),
    (307, "https://a.example:8443/", "https://a.example/", "GET", "https://a.example:8443/"),
    (307, "https://a.example:8443/", "http://a.example:8080/", "GET", "https://a.example:8443/"),
    (307, "https://a.example/", "http://a.example:8080/", "GET", "https://a.example/"),
    (307, "https://a.example@b.example/", "https://a.example/", "GET", "https://b.example/"),
  ]

  @Test(arguments: refused)
  func refusesOthers(
    status: Int, location: String, from: String, method: String, words: String
  ) throws {
    let from = try #require(URL(string: from))
    let found = Redirect(
      status, location: location, from: from, method: HTTPMethod(rawValue: method))
    guard case .refuse(let location, _)? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(location == words)
  }

  @Test(arguments: [nil, "", "file:///etc/passwd", "javascript:1", "https://"])
  func refusesWhatIsNowhere(location: String?) throws {
    let from = try #require(URL(string: "https://a.example/"))
    let found = Redirect(307, location: location, from: from, method: .GET)
    if location == "" {
      #expect(found == .follow(from) || found != nil)
    } else if case .refuse? = found {
    } else {
      Issue.record("\(String(describing: found))")
    }
  }

  @Test(arguments: [200, 202, 300, 304, 400, 404])
  func leavesOtherStatuses(status: Int) throws {
    let from = try #require(URL(string: "https://a.example/"))
    #expect(Redirect(status, location: "/b", from: from, method: .GET) == nil)
  }
}

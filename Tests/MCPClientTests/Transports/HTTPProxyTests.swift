import MCPConfiguration
import Testing

@testable import MCPClient

struct HTTPProxyTests {
  private func proxy(_ url: String, _ environment: [String: String]) throws -> HTTPProxy? {
    let url = try #require(ServerURL(url))
    return try HTTPProxy(for: url, environment: environment, server: "web")
  }

  private static let variables: [(String, [String: String], String?)] = [
    ("https://a.example/", ["HTTPS_PROXY": "http://proxy:8080"], "proxy:8080"),
    ("https://a.example/", ["https_proxy": "low:1", "HTTPS_PROXY": "high:2"], "low:1"),
    ("http://a.example/", ["HTTPS_PROXY": "http://proxy:8080"], nil),
    ("http://a.example/", ["HTTP_PROXY": "http://proxy"], "proxy:80"),
    ("http://a.example/", ["ALL_PROXY": "socks5://proxy"], "proxy:1080"),
    ("https://a.example/", ["ALL_PROXY": "a:1", "HTTPS_PROXY": "b:2"], "b:2"),
    ("https://a.example/", ["HTTPS_PROXY": ""], nil),
    ("https://a.example/", ["HTTPS_PROXY": "http://[2001:db8::1]:3128"], "2001:db8::1:3128"),
  ]

  @Test(arguments: variables)
  func choosesByScheme(url: String, environment: [String: String], expected: String?) throws {
    #expect(try proxy(url, environment).map { "\($0.host):\($0.port)" } == expected)
  }

  @Test(arguments: [
    "http://localhost/", "https://LOCALHOST:8443/", "http://127.0.0.1:9/", "http://127.9.9.9/",
    "http://[::1]:9/", "http://a.localhost/", "http://[::ffff:127.0.0.1]/",
  ])
  func neverForLoopback(url: String) throws {
    let all = ["HTTP_PROXY": "p:1", "HTTPS_PROXY": "p:1", "ALL_PROXY": "p:1"]
    #expect(try proxy(url, all) == nil)
  }

  private static let exceptions: [(String, String, Bool)] = [
    ("*", "https://a.example/", true),
    ("a.example", "https://a.example/", true),
    ("a.example", "https://b.a.example/", true),
    (".a.example", "https://b.a.example/", true),
    ("*.a.example", "https://b.a.example/", true),
    (".a.example", "https://a.example/", true),
    ("A.Example", "https://a.EXAMPLE/", true),
    ("a.example", "https://ba.example/", false),
    ("a.example", "https://a.example.org/", false),
    ("x, a.example ,y", "https://a.example/", true),
    ("a.example:8443", "https://a.example:8443/", true),
    ("a.example:8443", "https://a.example/", false),
    ("10.1.2.3", "https://10.1.2.3/", true),
    ("10.1.2.3", "https://10.1.2.4/", false),
    ("10.0.0.0/8", "https://10.200.0.1/", true),
    ("10.0.0.0/8", "https://11.0.0.1/", false),
    ("192.168.16.0/20", "https://192.168.31.255/", true),
    ("192.168.16.0/20", "https://192.168.32.0/", false),
    ("10.0.0.0/8", "https://10.example/", false),
    ("10.0.0.0/40", "https://10.0.0.1/", false),
    ("2001:db8::/32", "https://[2001:db8:1::1]/", true),
    ("2001:db8::/32", "https://[2001:db9::1]/", false),
    ("[2001:db8::1]", "https://[2001:db8::1]/", true),
    ("0.0.0.0/0", "https://8.8.8.8/", true),
    (",, ,", "https://a.example/", false),
  ]

  @Test(arguments: exceptions)
  func honoursExceptions(list: String, url: String, isExcepted: Bool) throws {
    let found = try proxy(url, ["HTTPS_PROXY": "p:1", "NO_PROXY": list])
    #expect((found == nil) == isExcepted)
  }

  @Test func takesCredentials() throws {
    let found = try #require(
      try proxy("https://a.example/", ["HTTPS_PROXY": "http://me:p%40ss%3A1@proxy:8080/"]))
    #expect(found.credentials == .init(user: "me", password: Secret("p@ss:1")))
    #expect(!"\(found)".contains("p@ss"))
  }

  @Test(arguments: ["https://proxy:1", "ftp://proxy", "http://", "socks5://me:pass@proxy"])
  func refusesOthersWithoutShowingThem(value: String) throws {
    #expect {
      _ = try proxy("https://a.example/", ["HTTPS_PROXY": value])
    } throws: { error in
      let text = "\(error)"
      return text.hasPrefix("web: ") && text.contains("HTTPS_PROXY") && !text.contains(value)
    }
  }
}

import MCPConfiguration
import Testing

struct ServerValueTests {
  // MARK: Addresses

  @Test(arguments: [
    ("https://example.com", "example.com", 443, "", true),
    ("HTTP://Example.com:8080/mcp", "Example.com", 8080, "/mcp", false),
    ("https://user:word@[::1]:1/a/b?key=1#c", "::1", 1, "/a/b", true),
    ("http://localhost:/", "localhost", 80, "/", false),
    ("https://例え.jp?x", "例え.jp", 443, "", true),
  ])
  func readsAddresses(text: String, host: String, port: Int, path: String, isEncrypted: Bool) {
    let url = ServerURL(text)
    #expect(url?.host == host)
    #expect(url?.port == port)
    #expect(url?.path == path)
    #expect(url?.isEncrypted == isEncrypted)
    #expect(url?.text == text)
  }

  @Test(arguments: [
    "", "example.com", "ftp://example.com", "https:example.com", "https://", "http://:8080",
    "https:///path", "https://?x", "https://user@", "https://a:b", "https://a:70000",
    "https://a:0", "https://a:+1", "https://[::1", "https://[]", "https://[::1]x",
    "https://a b", "https://a\r\nX: y", "unix:///tmp/socket",
  ])
  func refusesOtherAddresses(text: String) {
    #expect(ServerURL(text) == nil)
  }

  @Test func addressesAreShownWithoutTheirSecrets() {
    let url = ServerURL("https://user:sesame@[::1]:8443/mcp?key=sesame#sesame")
    #expect(url?.description == "https://[::1]:8443/mcp")
    var dumped = ""
    dump(url, to: &dumped)
    #expect(!dumped.contains("sesame"))
    #expect(ServerURL("http://a:80")?.description == "http://a")
  }

  // MARK: Tools

  @Test(
    arguments: [
      (nil, [], "any", true), ([], [], "any", false), (["any"], ["any"], "any", true),
      (["get_*"], [], "get_x", true), (["get_*"], [], "Get_x", false), (nil, ["a?c"], "abc", false),
      (nil, ["[!a]*"], "abc", true), (nil, ["[!a]*"], "bc", false), (nil, ["a"], "ab", true),
      (["list-items.v2"], [], "list-items.v2", true), (["a\\*"], [], "a\\b", true),
    ] as [([String]?, [String], String, Bool)])
  func filtersTools(include: [String]?, exclude: [String], name: String, isAllowed: Bool) {
    var filter = ToolFilter()
    filter.include = include
    filter.exclude = exclude
    #expect(filter.allows(name) == isAllowed)
  }
}

import Testing

@testable import DocgenSite

@Suite("URLs are encoded where they must be")
struct URLPathTests {
  @Test(
    "Only what can't stand in a URL is encoded",
    arguments: [
      ("https://example.com/a b", "https://example.com/a%20b"),
      ("https://example.com/a%20b?c[]=1#d", "https://example.com/a%20b?c%5B%5D=1#d"),
      ("http://[::1]:3000/a[b]", "http://[::1]:3000/a%5Bb%5D"),
      ("//[2001:db8::1.2.3.4]/", "//[2001:db8::1.2.3.4]/"),
      ("http://[no address]/", "http://%5Bno%20address%5D/"),
      ("http://[::1", "http://%5B::1"),
      ("/a//[::1]/", "/a//%5B::1%5D/"),
      ("?a=//[::1]", "?a=//%5B::1%5D"),
      ("/安装", "/%E5%AE%89%E8%A3%85"),
    ])
  func encodes(text: String, expected: String) {
    #expect(URLPath.encode(text) == expected)
  }
}

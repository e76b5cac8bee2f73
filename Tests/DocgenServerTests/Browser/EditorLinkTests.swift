import Testing

@testable import DocgenServer

@Suite("A link into the editor")
struct EditorLinkTests {
  @Test(arguments: [
    ("vscode", "vscode://file/a%20b/c.md:3:7"), ("zed", "zed://file/a%20b/c.md:3:7"),
    ("idea", "idea://open?file=/a%20b/c.md&line=3&column=7"),
    ("my://x?f={file}&l={line}{x}", "my://x?f=/a%20b/c.md&l=3{x}"),
  ])
  func leadsToAPlace(editor: String, url: String) throws {
    let link = try #require(EditorLink(editor))
    #expect(link.url(file: "/a b/c.md", line: 3, column: 7) == url)
  }

  @Test(arguments: ["notepad", "", "javascript:alert({file})", "{file}"])
  func isUnknown(editor: String) {
    #expect(EditorLink(editor) == nil)
  }
}

@Suite("A page on its way to the browser")
struct PageDressingTests {
  @Test func hasAScriptBeforeItsBodyEnds() {
    let page = Array("<body>a</body>b".utf8)
    let dressed = PageDressing(version: "v", suggestion: nil).dressed(page)
    #expect(
      String(decoding: dressed, as: UTF8.self)
        == "<body>a<script src=\"/__docgen/client.js\" data-version=\"v\" defer></script></body>b")
    #expect(PageDressing(version: "v", suggestion: nil).dressed([]).isEmpty == false)
  }
}

import Testing

@testable import DocgenSite

@Suite struct FrontMatterBlockTests {
  struct Case: Sendable {
    var source: String
    var yaml: String?
    var body: String
    var bodyLine: Int
    var isUnfenced = false
    var isUnclosed = false
  }

  @Test(arguments: [
    Case(source: "", yaml: nil, body: "", bodyLine: 1),
    Case(source: "# A\n", yaml: nil, body: "# A\n", bodyLine: 1),
    Case(source: "---\ntitle: A\n---\n# A\n", yaml: "title: A\n", body: "# A\n", bodyLine: 4),
    Case(source: "---\n---\nA", yaml: "", body: "A", bodyLine: 3),
    Case(source: "---\ntitle: A\n---", yaml: "title: A\n", body: "", bodyLine: 3),
    Case(
      source: "\u{FEFF}--- \r\ntitle: A\r\n---\t\r\nB", yaml: "title: A\r\n", body: "B",
      bodyLine: 4),
    Case(
      source: "---\ntitle: A\n", yaml: nil, body: "---\ntitle: A\n", bodyLine: 1, isUnclosed: true),
    Case(source: "----\ntitle: A\n---\n", yaml: nil, body: "----\ntitle: A\n---\n", bodyLine: 1),
    Case(
      source: "title: A\nsidebar_position: 2\n---\nB\n", yaml: "title: A\nsidebar_position: 2\n",
      body: "B\n", bodyLine: 4, isUnfenced: true),
    Case(
      source: "Lost title\ndescription: \"B\"\n---\nC\n", yaml: "Lost title\ndescription: \"B\"\n",
      body: "C\n", bodyLine: 4, isUnfenced: true),
    Case(
      source: "```yaml\ntitle: A\n---\nC\n", yaml: "title: A\n", body: "C\n", bodyLine: 4,
      isUnfenced: true),
    // A heading with a line below it, and a paragraph that only mentions a key.
    Case(source: "A title\n---\nB\n", yaml: nil, body: "A title\n---\nB\n", bodyLine: 1),
    Case(
      source: "Text\nmore text\nkey: value\n---\n", yaml: nil,
      body: "Text\nmore text\nkey: value\n---\n", bodyLine: 1),
    Case(source: "title: A\n", yaml: nil, body: "title: A\n", bodyLine: 1),
  ])
  func isCut(_ item: Case) {
    let block = FrontMatterBlock(Array(item.source.utf8))
    #expect(block.yaml.map { String(decoding: $0, as: UTF8.self) } == item.yaml)
    #expect(String(decoding: block.body, as: UTF8.self) == item.body)
    #expect(block.bodyLine == item.bodyLine)
    #expect(block.isUnfenced == item.isUnfenced)
    #expect(block.isUnclosed == item.isUnclosed)
  }

  @Test func lostFrontMatterIsReadLineByLine() {
    let source =
      "A \"title\": broken\ndescription: 'It''s\" so\"\ndraft: true\nsidebar_position: 3\n"
    let node = LostFrontMatter.read(ArraySlice(source.utf8), file: "a.md", firstLine: 1)
    #expect(node.members?.map(\.key) == ["title", "description", "draft", "sidebar_position"])
    #expect(node["title"]?.string == "A \"title\": broken")
    #expect(node["draft"]?.value == .bool(true))
    #expect(node["sidebar_position"]?.span.start.line == 4)
  }
}

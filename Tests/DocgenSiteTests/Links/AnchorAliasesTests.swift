@testable import DocgenMarkup
import Testing

@testable import DocgenSite

@Suite struct AnchorAliasesTests {
  /// `2 a` is a heading of level 2 with the text and the id `a`.
  private func headings(_ lines: [String]) -> [Heading] {
    lines.map { line in
      let text = String(line.dropFirst(2))
      let id = text.lowercased().split(separator: " ").joined(separator: "-")
      return Heading(level: Int(line.prefix(1)) ?? 0, id: id, html: [], text: text, line: 1)
    }
  }

  private func aliases(
    _ source: [String], _ translated: [String], taken: [String] = []
  ) -> [String] {
    AnchorAliases.aliases(
      source: headings(source), translated: headings(translated), taken: taken
    ).map { $0.joined(separator: ",") }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var source: [String]
    var translated: [String]
    var expected: [String]
  }

  @Test(arguments: [
    Case(
      testDescription: "equal levels go by position",
      source: ["1 Install", "2 Linux", "2 Next steps"], translated: ["1 安装", "2 系统", "2 下一步"],
      expected: ["install", "linux", "next-steps"]),
    Case(
      testDescription: "an equal id needs no alias",
      source: ["2 Linux", "2 Windows"], translated: ["2 Linux", "2 视窗"],
      expected: ["", "windows"]),
    Case(
      testDescription: "no alias where the page has the id elsewhere",
      source: ["2 One", "2 Two"], translated: ["2 Two", "2 二"], expected: ["one", ""]),
    Case(
      testDescription: "a section left out",
      source: ["2 Intro", "3 Detail", "2 Usage", "2 End"], translated: ["2 简介", "2 用法", "2 结束"],
      expected: ["intro", "usage", "end"]),
    Case(
      testDescription: "kept words decide which one was left out",
      source: ["2 Use Docker", "2 Use Podman", "2 Use WSL2"],
      translated: ["2 使用 Podman", "2 使用 WSL2"],
      expected: ["use-podman", "use-wsl2"]),
    Case(
      testDescription: "numbers are words",
      source: ["3 Step 1 go", "3 Step 2 run", "3 Step 3 stop"], translated: ["3 步骤 1", "3 步骤 3"],
      expected: ["step-1-go", "step-3-stop"]),
    Case(
      testDescription: "a section added",
      source: ["2 A1", "2 B1"], translated: ["2 译者 note", "2 A1 甲", "2 B1 乙"],
      expected: ["", "a1", "b1"]),
    Case(
      testDescription: "levels never mix",
      source: ["2 One"], translated: ["3 一"], expected: [""]),
    Case(testDescription: "nothing", source: [], translated: ["2 一"], expected: [""]),
    Case(
      testDescription: "an alias once",
      source: ["2 Same", "2 Same"], translated: ["2 一", "2 二"], expected: ["same", ""]),
  ])
  func alignment(_ item: Case) {
    #expect(aliases(item.source, item.translated) == item.expected)
  }

  @Test func idsOfElementsAreTaken() {
    #expect(aliases(["2 Linux"], ["2 系统"], taken: ["linux"]) == [""])
  }

  /// Two pages of 5,000 headings that differ in the middle: the ends line up, and it ends.
  @Test func thousandsOfHeadings() {
    let source = (0..<5_000).map { "2 Heading \($0)" }
    var translated = (0..<5_000).map { "2 标题甲 \($0)" }
    translated.remove(at: 2_500)
    translated[2_499] = "3 别的"
    let found = aliases(source, translated)
    #expect(found[0] == "heading-0")
    #expect(found[2_498] == "heading-2498")
    #expect(found.last == "heading-4999")
    #expect(found[2_499] == "")
  }

  /// The pairs of an alignment are in order and of one level each, whatever the headings.
  @Test(arguments: 1...40)
  func pairsAreInOrder(seed: UInt64) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % UInt64(limit))
    }
    func some() -> [Heading] {
      headings((0..<next(30)).map { _ in "\(1 + next(3)) w\(next(6)) 词" })
    }
    let (source, translated) = (some(), some())
    let pairs = AnchorAliases(source: source, translated: translated).pairs()
    for (first, second) in zip(pairs, pairs.dropFirst()) {
      #expect(first.source < second.source && first.translated < second.translated)
    }
    for pair in pairs {
      #expect(source[pair.source].level == translated[pair.translated].level)
    }
  }
}

import DocgenCore
import Testing

@testable import DocgenSite

@Suite struct SidebarTranslationsTests {
  private static let pages = [
    page("a.md", title: "A"), page("b.md", title: "B"),
    page("a.md", locale: "zh", title: "甲") { $0.sidebarLabel = "甲短" },
  ]

  private func text(_ items: [SidebarItem], _ translations: SidebarTranslations) -> String {
    navigation(Self.pages, .one(items), translations: ["zh": translations]).value[1].sidebars[0]
      .text
  }

  @Test func labelsAreTheReadersOrElseTheDefaultLocales() {
    #expect(text([doc("a"), doc("b")], SidebarTranslations()) == "甲短=a B=b")
  }

  @Test(arguments: [
    (category("C", [doc("b")]), "sidebar.docs.category.C", "译(B=b)"),
    (category("C", [doc("b")], key: "k"), "sidebar.docs.category.k", "译(B=b)"),
    (category("C", [doc("b")], key: "k"), "sidebar.docs.category.C", "C(B=b)"),
    (category("C", [doc("b")]), "sidebar.other.category.C", "C(B=b)"),
    (link("L", "/x"), "sidebar.docs.link.L", "译"),
    (doc("b", label: "D"), "sidebar.docs.doc.D", "译=b"),
    (doc("b", label: "D", key: "k"), "sidebar.docs.doc.k", "译=b"),
    (doc("a", label: "D"), "sidebar.docs.doc.D", "甲短=a"),
    (doc("b"), "sidebar.docs.doc.B", "B=b"),
  ])
  func readsDocusaurusMessages(item: SidebarItem, message: String, expected: String) {
    #expect(text([item], SidebarTranslations(messages: [message: "译"])) == expected)
  }

  @Test(arguments: [
    (category("C", [doc("b")]), "C", "译(B=b)"),
    (category("C", [doc("b")], key: "k"), "k", "译(B=b)"),
    (category("C", [doc("b")], key: "k"), "C", "译(B=b)"),
    (link("L", "/x"), "L", "译"),
    (doc("b", label: "D"), "D", "译=b"),
  ])
  func readsPlainLabels(item: SidebarItem, label: String, expected: String) {
    #expect(text([item], SidebarTranslations(labels: [label: "译"])) == expected)
  }

  @Test func messagesWinOverPlainLabels() {
    let translations = SidebarTranslations(
      messages: ["sidebar.docs.category.C": ""], labels: ["C": "译"])
    #expect(text([category("C", [doc("b")])], translations) == "(B=b)")
  }

  @Test func foldersAreCalledAsTheirPageUnlessTranslated() {
    let pages = [
      page("g/index.md", title: "Guides"), page("g/x.md", title: "X"),
      page("g/index.md", locale: "zh", title: "指南"),
    ]
    func text(_ translations: SidebarTranslations) -> String {
      navigation(pages, translations: ["zh": translations]).value[1].sidebars[0].text
    }
    #expect(text(SidebarTranslations()) == "指南=g/index(X=g/x)")
    #expect(text(SidebarTranslations(labels: ["Guides": "手册"])) == "手册=g/index(X=g/x)")
  }

  @Test func generatedIndexesAreTranslated() {
    var index = GeneratedIndex()
    index.title = "All of C"
    index.description = "About C"
    let items = [category("C", [doc("b")], link: .generatedIndex(index))]
    func page(_ translations: SidebarTranslations) -> [String]? {
      navigation(Self.pages, .one(items), translations: ["zh": translations]).value[1]
        .generatedIndexes.first.map { [$0.title, $0.description] }
    }
    let prefix = "sidebar.docs.category.C.link.generated-index"
    #expect(page(SidebarTranslations()) == ["All of C", "About C"])
    #expect(
      page(
        SidebarTranslations(messages: ["\(prefix).title": "标题", "\(prefix).description": "说明"]))
        == ["标题", "说明"])
    #expect(
      page(SidebarTranslations(labels: ["All of C": "标题", "C": "丙"])) == ["标题", "About C"])
  }

  @Test func itemsThatShareAMessageAreReported() {
    let items = [
      category("C", [doc("a")], line: 2), category("C", [doc("b")], line: 5),
      category("C", [doc("b")], key: "k", line: 8),
    ]
    func diagnostics(_ translations: SidebarTranslations) -> [Diagnostic] {
      navigation(Self.pages, .one(items), translations: ["zh": translations]).diagnostics
    }
    let found = diagnostics(SidebarTranslations(messages: ["sidebar.docs.category.C": "译"]))
    #expect(found.map(\.code) == ["sidebar/duplicate-translation-key"])
    #expect(found.first?.span?.start.line == 5)
    #expect(found.first?.notes.first?.span?.start.line == 2)
    #expect(diagnostics(SidebarTranslations(labels: ["C": "译"])).isEmpty)
    #expect(diagnostics(SidebarTranslations()).isEmpty)
  }
}

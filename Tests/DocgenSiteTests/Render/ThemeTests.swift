import DocgenCore
import DocgenMarkup
import Testing

@testable import DocgenSite

private func file(_ path: String, _ text: String) -> Theme.File {
  Theme.File(path: path, bytes: Array(text.utf8))
}

private let standard = [
  file("layouts/page.html", "<title>{{page.title}}</title>\n{{> partials/end}}"),
  file("partials/end.html", "{{ui.next}}"),
  file("css/docgen.css", "a{}"),
]

@Suite struct ThemeTests {
  private func render(_ theme: Diagnosed<Theme?>) -> String {
    var output: [UInt8] = []
    theme.value?.page.render(PageContext.sample, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func aSitesFilesReplaceThoseOfTheSamePath() {
    let theme = Theme.load(
      standard,
      siteFiles: [file("partials/end.html", "{{page.contentID}}"), file("css/docgen.css", "b{}")])
    #expect(theme.diagnostics == [])
    #expect(render(theme) == "<title>A &amp; B</title>\na/b")
    #expect(theme.value?.assets == [file("css/docgen.css", "b{}")])
    #expect(render(Theme.load(standard)) == "<title>A &amp; B</title>\nNext")
  }

  @Test func assetsAreSorted() {
    let theme = Theme.load(standard, siteFiles: [file("js/a.js", ""), file("css/a.css", "")])
    #expect(theme.value?.assets.map(\.path) == ["css/a.css", "css/docgen.css", "js/a.js"])
  }

  @Test func mistakesAreReportedOnceInTheFileTheyAreIn() {
    let theme = Theme.load(
      standard,
      siteFiles: [
        file("partials/end.html", "\n{{locale.lnag}}"),
        file("partials/again.html", "{{> partials/end}}"),
        file("layouts/page.html", "{{> partials/end}}{{> partials/again}}"),
      ], folder: "site/templates")
    #expect(theme.value == nil)
    #expect(theme.diagnostics.map(\.code) == ["template/unknown-name"])
    let span = theme.diagnostics.first?.span
    #expect(span?.file == "site/templates/partials/end.html")
    #expect(span?.start == SourcePosition(line: 2, column: 3))
    #expect(theme.diagnostics.first?.hint == "did you mean 'locale.lang'?")
  }

  @Test func aTemplateThatNothingIncludesIsReported() {
    let theme = Theme.load(standard, siteFiles: [file("partials/edn.html", "")])
    #expect(theme.value != nil)
    #expect(theme.diagnostics.map(\.code) == ["template/unused-template"])
    #expect(theme.diagnostics.first?.hint == "did you mean 'partials/end.html'?")
  }

  @Test func componentsGetAttributesChildrenAndData() {
    let badge = """
      <b title="{{attributes.title}}">{{{children}}}</b>\
      {{#attributes.open}}open{{/attributes.open}}\
      {{#data.team}}{{name}};{{/data.team}}{{attributes.gone}}
      """
    let theme = Theme.load(standard, siteFiles: [file("components/Badge.html", badge)])
    #expect(theme.diagnostics == [])
    var context = ComponentContext()
    context.attributes = ["title": .text("<x>"), "open": .bool(true)]
    context.childrenHTML = Array("<i>y</i>".utf8)
    context.data = .object(["team": .list([.object(["name": .text("Ann")])])])
    var output: [UInt8] = []
    theme.value?.components["Badge"]?.render(context, into: &output)
    #expect(
      String(decoding: output, as: UTF8.self)
        == "<b title=\"&lt;x&gt;\"><i>y</i></b>openAnn;")
  }
}

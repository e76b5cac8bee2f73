import DocgenCore
import Testing

@testable import DocgenMarkup

/// Each finding with its place, `file:line:column`, and its hint.
@Suite struct TemplateFindingsTests {
  @Test(arguments: [
    ("\n <p>{{titel}}", "template/unknown-name t.html:2:7 did you mean 'title'?"),
    ("{{ src }}", "template/unknown-name t.html:1:4 did you mean 'cover.src'?"),
    ("{{site.scr}}", "template/unknown-name t.html:1:3 did you mean 'site.src'?"),
    ("{{title.x}}", "template/unknown-name t.html:1:3 did you mean 'title'?"),
    ("{{#authors}}{{nam}}{{/authors}}", "template/unknown-name t.html:1:15 did you mean 'name'?"),
    ("{{#athors}}{{x}}{{/athors}}", "template/unknown-name t.html:1:4 did you mean 'authors'?"),
    ("{{isNew}}", "template/not-text t.html:1:3 use it as a section: '{{#isNew}}…{{/isNew}}'"),
    (
      "{{authors}}",
      "template/not-text t.html:1:3 use it as a section: '{{#authors}}…{{/authors}}'"
    ),
    ("{{.}}", "template/not-text t.html:1:3 use it as a section: '{{#.}}…{{/.}}'"),
    ("{{bodyHTML}}", "template/escaped-html t.html:1:3 write '{{{bodyHTML}}}'"),
    ("{{{title}}}", "template/raw-text t.html:1:4 write '{{title}}'"),
    ("{{#note}}{{/note}}", "template/not-a-section t.html:1:4 did you mean 'hasNote'?"),
    ("{{^title}}{{/title}}", "template/not-a-section t.html:1:4"),
    ("é{{#isNew}}", "template/unclosed-section t.html:1:6 close it with '{{/isNew}}'"),
    ("a{{/isNew}}", "template/unopened-section t.html:1:5"),
    (
      "{{#isNew}}{{/isOld}}{{/isNew}}",
      "template/unopened-section t.html:1:14 did you mean '{{/isNew}}'?"
    ),
    (
      "{{#isNew}}{{^hasNote}}{{/isNew}}",
      "template/unclosed-section t.html:1:14 close it with '{{/hasNote}}'"
    ),
    ("a\n{{title", "template/unclosed-tag t.html:2:1 close it with '}}'"),
    ("{{!", "template/unclosed-tag t.html:1:1 close it with '}}'"),
    ("{{title <b> {{note}}", "template/bad-tag t.html:1:3 close it with '}}'"),
    ("{{}}", "template/bad-tag t.html:1:1"),
    (
      "{{#if isNew}}",
      "template/bad-tag t.html:1:4 a tag holds one name, without conditions or arguments"
    ),
    (
      "{{$block}}",
      "template/bad-tag t.html:1:3 blocks, parents and dynamic names are not supported"
    ),
    ("{{a..b}}", "template/bad-tag t.html:1:3 write '.' between names, as in 'page.title'"),
    ("{{=x=}}", "template/bad-delimiters t.html:1:1 write '{{=<% %>=}}'"),
    ("{{> head}}", "template/unknown-partial t.html:1:5 did you mean 'heat'?"),
    ("{{> t}}", "template/recursive-partial t.html:1:5 break the circle: 't' → 't'"),
    (
      "{{> heat}}\n  {{> heat}}\n",
      "template/unknown-name heat.html:1:8 did you mean 'title'?"
    ),
  ])
  func reports(_ template: String, _ expected: String) {
    let partials = ["heat": "heat {{titel}}"]
    let found = library(template, partials: partials).template("t", for: Book.self)
    #expect(found.value == nil)
    let lines = found.diagnostics.map { diagnostic in
      let place = diagnostic.span.map { "\($0.file):\($0.start.line):\($0.start.column)" }
      return [diagnostic.code, place, diagnostic.hint].compactMap { $0 }.joined(separator: " ")
    }
    #expect(lines == [expected])
  }

  @Test func reportsAllFindingsAtOnce() {
    let template = "{{a}}{{#authors}}{{b}}{{/authors}}{{> c}}{{#d}}{{e}}{{/d}}"
    let found = library(template).template("t", for: Book.self).diagnostics
    #expect(found.map { $0.span?.start.column } == [3, 20, 39, 45])
  }

  @Test func theEntryMustExist() {
    let found = library("").template("tt", for: Book.self)
    #expect(found.diagnostics.map(\.code) == ["template/unknown-template"])
  }

  @Test func circlesOfPartialsAreFound() {
    let partials = ["a": "{{>b}}", "b": "{{>c}}", "c": "{{>a}}"]
    let found = library("{{>a}}", partials: partials).template("t", for: Book.self).diagnostics
    #expect(found.map(\.code) == ["template/recursive-partial"])
    #expect(found.first?.hint == "break the circle: 'a' → 'b' → 'c' → 'a'")
  }

  @Test func depthAndSizeAreBounded() {
    let open = String(repeating: "{{#a}}", count: 3000)
    let close = String(repeating: "{{/a}}", count: 3000)
    #expect(render(open + close, TemplateValue.null) == "template/too-deep")

    let chain = Dictionary(uniqueKeysWithValues: (0..<100).map { ("p\($0)", "{{>p\($0 + 1)}}") })
    #expect(render("{{>p0}}", TemplateValue.null, partials: chain) == "template/too-deep")

    let doubling = (0..<40).map { ("p\($0)", "{{>p\($0 + 1)}}{{>p\($0 + 1)}}") }
    let bomb = Dictionary(uniqueKeysWithValues: doubling + [("p40", "")])
    #expect(
      render("{{>p5}}", TemplateValue.null, partials: bomb) == "template/too-large")
  }

  @Test(arguments: 0..<300) func anyBytesAreRead(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "{{", "}}", "{{{", "}}}", "#", "^", "/", ">", "=", "!", "&", "a", "b", ".", " ", "\n", "\r\n",
      "{{#a}}", "{{/a}}", "{{^b}}", "{{/b}}", "{{> p}}", "{{=<% %>=}}", "<%={{ }}=%>", "\u{0}", "é",
    ]
    let text = (0..<next(60)).map { _ in pieces[next(pieces.count)] }.joined()
    let data: TemplateValue = ["a": ["x", ["b": "y"]], "b": false]
    let first = render(text, data, partials: ["p": "  {{a}}\n"])
    #expect(first == render(text, data, partials: ["p": "  {{a}}\n"]))
  }
}

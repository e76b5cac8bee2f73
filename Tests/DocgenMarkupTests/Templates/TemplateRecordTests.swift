import Testing

@testable import DocgenMarkup

/// A context of every kind of field.
struct Book: TemplateRecord {
  var title = "A <b>"
  var bodyHTML = Array("<p>&amp;</p>".utf8)
  var isNew = true
  var authors: [Author] = [Author(name: "Ann"), Author(name: "Bob")]
  var cover: Cover?
  var site = Cover(src: "/s.png", alt: "S")
  var data: TemplateValue = ["shelf": ["row": "7"]]
  var hasNote = false
  var note = ""

  struct Author: TemplateRecord {
    var name: String
    static let templateFields = TemplateFields<Self>([.text("name", "Their name.", \.name)])
  }

  struct Cover: TemplateRecord {
    var src: String
    var alt: String
    static let templateFields = TemplateFields<Self>([
      .text("src", "Where it is.", \.src), .text("alt", "What it shows.", \.alt),
    ])
  }

  static let templateFields = TemplateFields<Self>([
    .text("title", "Its title.", \.title),
    .html("bodyHTML", "Its text.", \.bodyHTML),
    .flag("isNew", "Whether it is new.", \.isNew),
    .list("authors", "Who wrote it.", \.authors),
    .optional("cover", "Its cover.", \.cover),
    .object("site", "The library's own.", \.site),
    .object("data", "Anything.", \.data),
    .flag("hasNote", "Whether there is a note.", \.hasNote),
    .text("note", "A note.", \.note),
  ])
}

@Suite struct TemplateRecordTests {
  @Test(arguments: [
    ("{{title}}|{{{bodyHTML}}}|{{&bodyHTML}}", "A &lt;b&gt;|<p>&amp;</p>|<p>&amp;</p>"),
    ("{{#isNew}}new {{title}}{{/isNew}}{{^isNew}}old{{/isNew}}", "new A &lt;b&gt;"),
    ("{{#authors}}{{name}} of {{title}}; {{/authors}}", "Ann of A &lt;b&gt;; Bob of A &lt;b&gt;; "),
    ("{{#cover}}{{src}}{{/cover}}{{^cover}}none{{/cover}}({{cover.src}})", "none()"),
    ("{{site.src}} {{#site}}{{alt}} {{title}}{{/site}}", "/s.png S A &lt;b&gt;"),
    ("{{data.shelf.row}}{{#data.shelf}}{{row}}{{title}}{{/data.shelf}}", "77A &lt;b&gt;"),
    ("{{#data}}{{anything}}{{title}}{{/data}}", "A &lt;b&gt;"),
  ])
  func rendersWhatItsFieldsSay(_ template: String, _ expected: String) {
    #expect(render(template, Book()) == expected)
  }

  @Test func anOptionalObjectThatIsThereIsAFrame() {
    let book = Book(cover: Book.Cover(src: "c.png", alt: "C"))
    #expect(render("{{#cover}}{{src}}{{/cover}}{{cover.alt}}", book) == "c.pngC")
  }

  @Test func textOfUndescribedValuesIsJSON() {
    let value: TemplateValue = ["v": ["b": [true, nil, "</script>\u{1}"], "a": .number("1.0")]]
    #expect(render("{{{v}}}", value) == #"{"a":1.0,"b":[true,null,"\u003C/script>\u0001"]}"#)
    #expect(render("{{v.b.c}}{{v.a}}", value) == "1.0")
  }

  @Test func dependenciesAreThePartials() {
    let partials = ["a/b": "{{>c}}", "c": "", "unused": ""]
    let template = library("{{>a/b}}", partials: partials).template("t", for: Book.self).value
    #expect(template?.dependencies == ["t", "a/b", "c"])
  }
}

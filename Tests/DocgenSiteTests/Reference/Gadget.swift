import ConfigSchema
import DocgenCore
import DocgenMarkup

@testable import DocgenSite

/// A configuration with one of everything that a reference can show.
struct Gadget: Sendable, Equatable {
  struct Lamp: Sendable, Equatable {
    var color = "red"
    var lamps: [Lamp] = []
  }

  enum Mode: String, CaseIterable { case fast, slow }

  var wait = 30.0
  var mode = Mode.fast
  var token: String?
  var lamps: [Lamp] = []
  var lamp = Lamp()
  var old = ""
  var labels: [String: String] = [:]

  static func schema(defaults: Gadget) -> Schema<Gadget> {
    Schema("the gadget", defaults: defaults, doc: "A gadget.") {
      Field("wait", \.wait, .number(in: 0...60), "How long it *waits*.")
        .unit("seconds").applies(to: "AC", "DC").since("0.2").example(12.5)
      Field("mode", \.mode, .choice, "How it works.")
      Field("token", \.token, .text, "What opens it.").secret.example("${TOKEN}")
      Field("lamps", \.lamps, .list(of: lampType), "Its lamps.")
      Field("lamp", \.lamp, lampType, "The first lamp.")
      Field("old", \.old, .text, "Its mode, once.").deprecated(since: "0.3", use: "mode")
      Field("labels", \.labels, .map(keys: "language", of: .text), "Its names.")
    }.concealing.reporting(as: "gadget")
  }

  private static var lampType: ValueType<Lamp> {
    .named("lamp") {
      .object(
        Schema("lamp", defaults: Lamp()) {
          Field("color", \.color, .text, "Its colour.").required
          Field("lamps", \.lamps, .list(of: Gadget.lampType), "Lamps in it.")
        })
    }
  }

  static func reference(defaults: Gadget = Gadget()) -> ReferenceSchema {
    let schema = schema(defaults: defaults)
    return ReferenceSchema(
      "gadget", publishedName: "gadget.schema.json",
      rootKeys: [.init("gadget"), .init("things") { $0["mode"] != nil }],
      shape: { schema.shape }, sampleFile: { schema.sampleFile },
      jsonSchema: { schema.jsonSchema(id: $0).prettyText },
      check: { node in
        var gadget = Gadget()
        return (node["gadget"] ?? node["things"] ?? node).members == nil
          ? [] : schema.decode(node["gadget"] ?? node["things"] ?? node, into: &gadget)
      })
  }
}

/// A page of a site that knows the gadget.
func gadgetPage(
  _ text: String, language: String = "en", translations: [ReferenceTranslation] = [],
  config: SiteConfig = SiteConfig(), defaults: Gadget = Gadget()
) -> Diagnosed<Page> {
  let registry = SchemaRegistry([Gadget.reference(defaults: defaults)])
  let examples = ExampleCheck(registry: registry)
  let parser = PageParser(
    folder: SiteFolder(path: ""), config: config,
    options: MarkdownOptions(config, components: SiteComponents(), exampleWords: examples.words),
    references: [
      "en": ConfigReference(
        registry: registry, strings: UIStrings(language: language), translations: translations,
        config: config)
    ], examples: examples)
  return parser.parse(
    Array(text.utf8),
    ContentFile(
      locale: "en", contentPath: "page.md", sourceFile: "docs/page.md", size: 0, isPartial: false))
}

extension Page {
  var html: String { String(decoding: document.html, as: UTF8.self) }
}

import DocgenCore
import Testing

@testable import DocgenMarkup

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }
  public init(nilLiteral: ()) { self = .null }
}

/// A template as the test tables write it, in the file `t.html`; partials are in `NAME.html`.
func library(_ template: String, partials: [String: String] = [:]) -> TemplateLibrary {
  var sources = partials.reduce(into: [String: TemplateSource]()) { sources, partial in
    sources[partial.key] = TemplateSource(partial.value, file: "\(partial.key).html")
  }
  sources["t"] = TemplateSource(template, file: "t.html")
  return TemplateLibrary(sources)
}

/// What comes out, or the codes of the findings where nothing does.
func render<Context: TemplateContext>(
  _ template: String, _ context: Context, partials: [String: String] = [:]
) -> String {
  let compiled = library(template, partials: partials).template("t", for: Context.self)
  guard let template = compiled.value else {
    return compiled.diagnostics.map(\.code).joined(separator: " ")
  }
  var output: [UInt8] = []
  template.render(context, into: &output)
  return String(decoding: output, as: UTF8.self)
}

/// A case of the Mustache specification, under the name it has there.
struct SpecificationCase: CustomTestStringConvertible, Sendable {
  var name: String
  var template: String
  var data: TemplateValue
  var expected: String
  var partials: [String: String]

  init(
    _ name: String, _ template: String, _ data: TemplateValue, _ expected: String,
    partials: [String: String] = [:]
  ) {
    self.name = name
    self.template = template
    self.data = data
    self.expected = expected
    self.partials = partials
  }

  var testDescription: String { name }
}

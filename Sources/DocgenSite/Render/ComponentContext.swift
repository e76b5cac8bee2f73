import DocgenCore
import ConfigSchema
import DocgenMarkup

/// What a site's own component, `components/NAME.html`, may use. Attributes and data have the names
/// that their authors gave them, so they are looked up when a page is rendered; one that is not
/// there is false in a section and renders as nothing.
struct ComponentContext: TemplateRecord {
  var attributes: [String: TemplateValue] = [:]
  var childrenHTML: [UInt8] = []
  var data = TemplateValue.object([:])
  var site: PageContext.Site
  var locale: PageContext.Locale
  var ui: UIStrings

  static let templateFields = TemplateFields<Self>([
    .object("attributes", "The tag's attributes by name: `attributes.title`.") {
      TemplateValue.object($0.attributes)
    },
    .html("children", "What stands between the opening and the closing tag.", \.childrenHTML),
    .flag("hasChildren", "Whether anything does.") { !$0.childrenHTML.isEmpty },
    .object("data", "The site's data files by name.", \.data),
    .object("site", "The site, in the reader's language.", \.site),
    .object("locale", "The reader's language.", \.locale),
    .object("ui", "The theme's texts in the reader's language.", \.ui),
  ])
}

extension TemplateValue {
  /// Data from a file as templates read it. The last of two equal keys wins; readers report that.
  init(_ node: ConfigNode) {
    self =
      switch node.value {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .number(_, let source): .number(source)
      case .string(let text): .text(text)
      case .unknown(let source): .text(source)
      case .array(let elements): .list(elements.map { TemplateValue($0) })
      case .object(let members):
        .object(
          Dictionary(
            members.map { ($0.key, TemplateValue($0.value)) }, uniquingKeysWith: { $1 }))
      }
  }
}

import DocgenCore

/// What a site's own component, `components/NAME.html`, may use. Attributes and data have the names
/// that their authors gave them, so they are looked up when a page is rendered; one that is not
/// there is false in a section and renders as nothing.
package struct ComponentContext: TemplateRecord {
  package var attributes: [String: TemplateValue] = [:]
  package var childrenHTML: [UInt8] = []
  package var data = TemplateValue.object([:])

  package init() {}

  package static let templateFields = TemplateFields<Self>([
    .object("attributes", "The tag's attributes by name: `attributes.title`.") {
      TemplateValue.object($0.attributes)
    },
    .html("children", "What stands between the opening and the closing tag.", \.childrenHTML),
    .flag("hasChildren", "Whether anything does.") { !$0.childrenHTML.isEmpty },
    .object("data", "The site's data files by name.", \.data),
  ])
}

extension TemplateValue {
  /// Data from a file as templates read it. The last of two equal keys wins; readers report that.
  package init(_ node: ConfigNode) {
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

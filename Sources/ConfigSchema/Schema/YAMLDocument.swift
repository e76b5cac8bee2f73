import DocgenCore

extension JSONValue {
  /// As a YAML file that people go on editing: groups and lists on lines of their own, and what is
  /// short on one line.
  package var yamlDocument: String {
    var writer = YAMLDocumentWriter()
    writer.write(self)
    return writer.text
  }
}

private struct YAMLDocumentWriter {
  private static let width = 100
  var text = ""

  mutating func write(_ root: JSONValue) {
    guard let members = root.members, !members.isEmpty else {
      text = root.yamlText + "\n"
      return
    }
    for member in members {
      if !text.isEmpty, member.value.isTall { text += "\n" }
      write(member, indent: "", isFirst: true)
    }
  }

  /// - Parameter isFirst: whether the line has been indented already, by the dash before it.
  private mutating func write(_ member: Member, indent: String, isFirst: Bool) {
    let key = JSONValue.string(member.key).yamlText
    text += (isFirst ? "" : indent) + key + ":"
    switch member.value {
    case .object(let members) where !members.isEmpty:
      text += "\n"
      for inner in members { write(inner, indent: indent + "  ", isFirst: false) }
    case .array(let elements) where !fits(member.value, behind: indent + key + ": "):
      text += "\n"
      for element in elements { write(element: element, indent: indent + "  ") }
    case let value:
      text += " " + value.yamlText + "\n"
    }
  }

  private mutating func write(element: JSONValue, indent: String) {
    text += indent + "- "
    switch element {
    case .object(let members) where !members.isEmpty && !fits(element, behind: indent + "- "):
      for (index, member) in members.enumerated() {
        write(member, indent: indent + "  ", isFirst: index == 0)
      }
    default:
      text += element.yamlText + "\n"
    }
  }

  /// Whether a value can stand on the line: nothing in it has parts of its own.
  private func fits(_ value: JSONValue, behind start: String) -> Bool {
    let parts = value.elements ?? value.members?.map(\.value) ?? []
    return parts.allSatisfy { !$0.isTall }
      && start.unicodeScalars.count + value.yamlText.unicodeScalars.count <= Self.width
  }

  private typealias Member = JSONValue.Member
}

extension JSONValue {
  /// Whether it has parts.
  fileprivate var isTall: Bool {
    switch self {
    case .array(let elements): !elements.isEmpty
    case .object(let members): !members.isEmpty
    case .null, .bool, .integer, .number, .string: false
    }
  }
}

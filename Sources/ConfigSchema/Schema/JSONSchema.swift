import DocgenCore

extension Schema {
  /// The JSON Schema (draft 2020-12) of a file that this schema decodes, for editors.
  /// - Parameter id: where the schema is published.
  package func jsonSchema(id: String? = nil) -> JSONValue {
    var writer = JSONSchemaWriter()
    var members: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema")
    ]
    if let id { members.append(.init("$id", .string(id))) }
    members += writer.members(of: .object(shape))
    let definitions = writer.definitions
    if !definitions.isEmpty { members.append(.init("$defs", .object(definitions))) }
    return .object(members)
  }
}

private struct JSONSchemaWriter {
  /// Named shapes in the order in which they are first met.
  private(set) var definitions: [JSONValue.Member] = []

  mutating func members(of shape: ValueShape) -> [JSONValue.Member] {
    switch shape {
    case .text:
      return [.init("type", "string")]
    case .flag:
      return [.init("type", "boolean")]
    case .integer(let range):
      return [.init("type", "integer")] + limits(range)
    case .number(let range):
      return [.init("type", "number")] + limits(range)
    case .choice(let names):
      return [.init("enum", .array(names.map(JSONValue.string)))]
    case .constant(let value):
      return [.init("const", value)]
    case .list(let element):
      return [.init("type", "array"), .init("items", .object(members(of: element)))]
    case .map(_, let value):
      return [
        .init("type", "object"), .init("additionalProperties", .object(members(of: value))),
      ]
    case .object(let object):
      return members(of: object)
    case .oneOf(let shapes):
      return [.init("anyOf", .array(shapes.map { .object(members(of: $0)) }))]
    case .named(let name, let shape):
      if !definitions.contains(where: { $0.key == name }) {
        // Its place is taken first: the shape may hold itself.
        definitions.append(.init(name, .null))
        let definition = JSONValue.object(members(of: shape()))
        if let index = definitions.firstIndex(where: { $0.key == name }) {
          definitions[index].value = definition
        }
      }
      return [.init("$ref", .string("#/$defs/\(name)"))]
    case .anything:
      return []
    }
  }

  private mutating func members(of object: ObjectShape) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !object.doc.isEmpty { members.append(.init("description", .string(object.doc))) }
    members.append(.init("type", "object"))
    let properties = object.fields.map { field in
      JSONValue.Member(field.key, .object(self.members(of: field)))
    }
    members.append(.init("properties", .object(properties)))
    let required = object.fields.filter(\.isRequired).map { JSONValue.string($0.key) }
    if !required.isEmpty { members.append(.init("required", .array(required))) }
    if !object.allowsUnknownKeys { members.append(.init("additionalProperties", false)) }
    return members
  }

  private mutating func members(of field: FieldDescription) -> [JSONValue.Member] {
    var members = members(of: field.shape).filter { $0.key != "description" }
    members.insert(.init("description", .string(description(of: field))), at: 0)
    if let value = field.defaultValue, value != .null, !field.isRequired {
      members.append(.init("default", value))
    }
    if let example = field.example { members.append(.init("examples", .array([example]))) }
    if field.deprecation != nil { members.append(.init("deprecated", true)) }
    if field.isSecret { members.append(.init("writeOnly", true)) }
    return members
  }

  /// What editors show: JSON Schema has no words for units, transports and versions.
  private func description(of field: FieldDescription) -> String {
    var parts = [field.doc]
    if let unit = field.unit { parts.append("In \(unit).") }
    if !field.appliesTo.isEmpty {
      parts.append("For \(field.appliesTo.joined(separator: ", ")).")
    }
    if let history = field.history { parts.append(history) }
    return parts.joined(separator: " ")
  }

  private func limits(_ range: NumberRange) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if let minimum = range.minimum { members.append(.init("minimum", .number(minimum))) }
    if let maximum = range.maximum { members.append(.init("maximum", .number(maximum))) }
    return members
  }
}

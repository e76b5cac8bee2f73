import ConfigSchema

/// What a key takes, in the words of a locale; groups of keys link to the keys.
struct ReferenceTypes {
  let schema: String
  let strings: UIStrings
  /// The paths of the keys on the page.
  private let shown: Set<String>
  /// By the path of a group, its first key.
  private let firstKeys: [String: String]
  /// By the name of a shape that can hold itself, the first key of where it is described.
  private let namedGroups: [String: String]

  init(schema: String, strings: UIStrings, shown: [String], keys: [ReferenceKey]) {
    self.schema = schema
    self.strings = strings
    self.shown = Set(shown)
    var firstKeys: [String: String] = [:]
    var namedGroups: [String: String] = [:]
    var above: [ReferenceKey] = []
    for key in keys {
      above.removeLast(max(0, above.count - key.depth))
      if let group = above.last, firstKeys[group.path] == nil {
        firstKeys[group.path] = key.path
        for name in Self.names(in: group.field.shape) where namedGroups[name] == nil {
          namedGroups[name] = key.path
        }
      }
      above.append(key)
    }
    self.firstKeys = firstKeys
    self.namedGroups = namedGroups
  }

  /// The names of shapes in a shape, as far as no name hides them.
  private static func names(in shape: ValueShape) -> [String] {
    switch shape {
    case .named(let name, _): [name]
    case .list(let element): names(in: element)
    case .map(_, let value): names(in: value)
    case .oneOf(let shapes): shapes.flatMap(names)
    default: []
    }
  }

  /// In Markdown.
  func name(of shape: ValueShape, at path: String) -> String {
    switch shape {
    case .text: return strings[.referenceText]
    case .flag: return alternatives(["`true`", "`false`"])
    case .integer(let range): return number(strings[.referenceInteger], in: range)
    case .number(let range): return number(strings[.referenceNumber], in: range)
    case .choice(let names): return alternatives(names.map(ReferenceWriter.code))
    case .constant(let value): return ReferenceWriter.code(value.yamlText)
    case .list(let element):
      return strings.text(.referenceList, ["type": name(of: element, at: path)])
    case .map(let keys, let value):
      let type = name(of: value, at: path)
      return strings.text(.referenceMap, ["type": type, "name": keys])
    case .object: return link(strings[.referenceKeys], to: firstKeys[path])
    case .oneOf(let shapes):
      return alternatives(ValueShape.withoutNull(shapes).map { name(of: $0, at: path) })
    case .named(let name, _): return link(name, to: namedGroups[name])
    case .anything: return strings[.referenceAnything]
    }
  }

  private func link(_ text: String, to path: String?) -> String {
    guard let path, shown.contains(path) else { return text }
    return "[\(text)](#\(ReferenceWriter.anchor(of: path, schema: schema)))"
  }

  private func number(_ type: String, in range: NumberRange) -> String {
    func text(_ number: Double) -> String { JSONValue.number(number).text }
    return switch (range.minimum, range.maximum) {
    case (let low?, let high?):
      strings.text(.referenceFromTo, ["type": type, "low": text(low), "high": text(high)])
    case (let low?, nil): strings.text(.referenceAtLeast, ["type": type, "low": text(low)])
    case (nil, let high?): strings.text(.referenceAtMost, ["type": type, "high": text(high)])
    case (nil, nil): type
    }
  }

  /// "a, b or c", each once.
  private func alternatives(_ names: [String]) -> String {
    var seen: Set<String> = []
    let names = names.filter { seen.insert($0).inserted }
    guard var result = names.first else { return "" }
    for (index, name) in names.enumerated().dropFirst() {
      let joint: UIString = index == names.count - 1 ? .referenceLastJoint : .referenceJoint
      result = strings.text(joint, ["first": result, "second": name])
    }
    return result
  }
}

/// One key as references list it: with the path that leads to it from the outermost group.
package struct ReferenceKey: Sendable {
  /// `navbar.items[].label`, `locales.<locale>.lang`.
  package let path: String
  /// How many keys it stands below.
  package let depth: Int
  package let field: FieldDescription
}

extension ObjectShape {
  /// Every key, those of groups right behind their group's own. What holds itself is listed once.
  package var keys: [ReferenceKey] {
    var list = KeyList()
    list.add(self, below: "", depth: 0, inside: [])
    return list.keys
  }
}

private struct KeyList {
  var keys: [ReferenceKey] = []
  private var seen: Set<String> = []

  /// - Parameter names: the named shapes around this one.
  mutating func add(
    _ object: ObjectShape, below path: String, depth: Int, inside names: Set<String>
  ) {
    for field in object.fields {
      let fieldPath = path.isEmpty ? field.key : "\(path).\(field.key)"
      // Two forms of one group may share keys.
      if seen.insert(fieldPath).inserted {
        keys.append(ReferenceKey(path: fieldPath, depth: depth, field: field))
      }
      addKeys(of: field.shape, below: fieldPath, depth: depth + 1, inside: names)
    }
  }

  private mutating func addKeys(
    of shape: ValueShape, below path: String, depth: Int, inside names: Set<String>
  ) {
    switch shape {
    case .object(let object):
      add(object, below: path, depth: depth, inside: names)
    case .list(let element):
      addKeys(of: element, below: "\(path)[]", depth: depth, inside: names)
    case .map(let keys, let value):
      addKeys(of: value, below: "\(path).<\(keys)>", depth: depth, inside: names)
    case .oneOf(let shapes):
      for shape in shapes { addKeys(of: shape, below: path, depth: depth, inside: names) }
    case .named(let name, let shape) where !names.contains(name):
      addKeys(of: shape(), below: path, depth: depth, inside: names.union([name]))
    case .named, .text, .flag, .integer, .number, .choice, .constant, .anything:
      break
    }
  }
}

import DocgenCore

/// A value with the key it was written under.
package struct Keyed<Value> {
  package var key: String
  package var keySpan: SourceSpan
  package var value: Value
}

extension Keyed: Sendable where Value: Sendable {}

extension ValueType {
  /// A list; elements that can't be decoded are reported and left out.
  package static func list<Element>(of element: ValueType<Element>) -> Self
  where Value == [Element] {
    let shape = ValueShape.list(of: element.shape)
    return Self(shape, literal: { literals($0, of: element) }) { node, _, context in
      guard let nodes = node.elements else {
        context.reportMismatch(expected: shape.expectation, found: node)
        return nil
      }
      return decodeList(nodes, of: element, &context)
    }
  }

  /// A list, or one element without the brackets.
  package static func oneOrMore<Element>(of element: ValueType<Element>) -> Self
  where Value == [Element] {
    let shape = ValueShape.oneOf([element.shape, .list(of: element.shape)])
    return Self(shape, literal: { literals($0, of: element) }) { node, _, context in
      if let nodes = node.elements { return decodeList(nodes, of: element, &context) }
      return element.decode(node, nil, &context).map { [$0] }
    }
  }

  /// Values under keys of the author's choosing, in order.
  /// - Parameter keys: what the keys name: "sidebar".
  package static func members<Element>(keys: String, of element: ValueType<Element>) -> Self
  where Value == [Keyed<Element>] {
    let shape = ValueShape.map(keys: keys, of: element.shape)
    return Self(shape) { node, _, context in
      guard let members = node.members else {
        context.reportMismatch(expected: shape.expectation, found: node)
        return nil
      }
      return members.compactMap { member in
        context.inside(key: member.key) { context in
          element.decode(member.value, nil, &context).map {
            Keyed(key: member.key, keySpan: member.keySpan, value: $0)
          }
        }
      }
    }
  }

  /// Values under keys of the author's choosing; other keys keep what they have.
  package static func map<Element>(keys: String, of element: ValueType<Element>) -> Self
  where Value == [String: Element] {
    let members = ValueType<[Keyed<Element>]>.members(keys: keys, of: element)
    return Self(
      members.shape,
      literal: { map in
        let sorted = map.sorted { $0.key < $1.key }
        let literals = sorted.compactMap { entry in
          element.literal(entry.value).map { JSONValue.Member(entry.key, $0) }
        }
        return literals.count == map.count ? .object(literals) : nil
      }
    ) { node, current, context in
      members.decode(node, nil, &context).map { written in
        written.reduce(into: current ?? [:]) { $0[$1.key] = $1.value }
      }
    }
  }

  /// A group of keys, decoded key by key into the value that is there.
  package static func object(_ schema: Schema<Value>) -> Self {
    Self(.object(schema.shape), literal: schema.literal) { node, current, context in
      // A group whose keys are all commented out says nothing.
      if node.value == .null, let current { return current }
      var value = current ?? schema.defaults
      // Where there was a value, what it lacks is still there.
      let isComplete = schema.decode(node, into: &value, &context)
      return isComplete || (current != nil && node.members != nil) ? value : nil
    }
  }

  /// A type that holds itself, by its name.
  package static func named(_ name: String, _ type: @escaping @Sendable () -> Self) -> Self {
    Self(.named(name, { type().shape }), literal: { type().literal($0) }) {
      node, current, context in
      type().decode(node, current, &context)
    }
  }

  private static func decodeList<Element>(
    _ nodes: [ConfigNode], of element: ValueType<Element>, _ context: inout DecodingContext
  ) -> [Element] {
    nodes.enumerated().compactMap { index, node in
      context.inside(index: index) { element.decode(node, nil, &$0) }
    }
  }

  private static func literals<Element>(
    _ values: [Element], of element: ValueType<Element>
  ) -> JSONValue? {
    let literals = values.compactMap(element.literal)
    return literals.count == values.count ? .array(literals) : nil
  }
}

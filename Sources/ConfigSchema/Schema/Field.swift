import DocgenCore

/// One key of a group: how it is written, where it goes, and what the reference says of it.
///
///     Field("timeout", \.timeout, .number(atLeast: 0), "How long one call may take.")
///       .unit("seconds").since("0.2")
package struct Field<Root: Sendable>: Sendable {
  package private(set) var description: FieldDescription
  /// The property that it fills.
  package let path: any PartialKeyPath<Root> & Sendable
  /// False where the value can't be decoded; the property stays as it is.
  let decode: @Sendable (ConfigNode, inout Root, inout DecodingContext) -> Bool
  let literal: @Sendable (Root) -> JSONValue?

  /// - Parameter doc: Markdown.
  package init<Value>(
    _ key: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ type: ValueType<Value>,
    _ doc: String
  ) {
    description = FieldDescription(key: key, shape: type.shape, doc: doc)
    self.path = path
    decode = { node, root, context in
      guard let value = type.decode(node, root[keyPath: path], &context) else { return false }
      root[keyPath: path] = value
      return true
    }
    literal = { type.literal($0[keyPath: path]) }
  }

  /// A key for an optional property: `null` takes the value away.
  package init<Value>(
    _ key: String, _ path: any WritableKeyPath<Root, Value?> & Sendable, _ type: ValueType<Value>,
    _ doc: String
  ) {
    self.init(key, path, type.optional, doc)
  }
}

/// What the reference says of a key.
package struct FieldDescription: Sendable {
  package struct Deprecation: Sendable {
    package var since: String
    /// The key to use instead.
    package var replacement: String?
  }

  package var key: String
  package var shape: ValueShape
  /// Markdown.
  package var doc: String
  /// As read from the schema's default instance; nil where it can't be shown.
  package var defaultValue: JSONValue?
  /// What a number counts: "seconds".
  package var unit: String?
  package var example: JSONValue?
  /// Where the key means something; empty is everywhere.
  package var appliesTo: [String] = []
  /// The first version that knows it.
  package var since: String?
  package var deprecation: Deprecation?
  package var isSecret = false
  package var isRequired = false

  init(key: String, shape: ValueShape, doc: String) {
    self.key = key
    self.shape = shape
    self.doc = doc
  }
}

extension Field {
  package func unit(_ unit: String) -> Self { with { $0.unit = unit } }

  package func example(_ example: JSONValue) -> Self { with { $0.example = example } }

  package func applies(to places: String...) -> Self { with { $0.appliesTo = places } }

  package func since(_ version: String) -> Self { with { $0.since = version } }

  package func deprecated(since version: String, use replacement: String? = nil) -> Self {
    with { $0.deprecation = .init(since: version, replacement: replacement) }
  }

  /// Its value is never shown: not in messages, and not as a default.
  package var secret: Self { with { $0.isSecret = true } }

  /// Leaving it out is an error.
  package var required: Self { with { $0.isRequired = true } }

  private func with(_ change: (inout FieldDescription) -> Void) -> Self {
    var copy = self
    change(&copy.description)
    return copy
  }
}

/// Lets a schema list its fields one under the other.
@resultBuilder
package enum FieldBuilder<Root: Sendable> {
  package static func buildExpression(_ field: Field<Root>) -> [Field<Root>] { [field] }
  package static func buildExpression(_ fields: [Field<Root>]) -> [Field<Root>] { fields }
  package static func buildBlock(_ fields: [Field<Root>]...) -> [Field<Root>] {
    fields.flatMap { $0 }
  }
}

/// What is known about a value when a template is loaded.
package indirect enum TemplateShape: Sendable, Equatable {
  /// Shown with two braces, escaped.
  case text
  /// Shown with three braces, as it is.
  case html
  /// True or false; for sections.
  case flag
  case list(TemplateShape)
  case record([TemplateField])
  /// A record that may not be there; for sections.
  case optional(TemplateShape)
  /// Nothing: any name may be in it, and it may be used as anything.
  case open
}

/// A name of a context, as the reference lists it.
package struct TemplateField: Sendable, Equatable {
  package var name: String
  package var shape: TemplateShape
  /// One sentence for the author of a template.
  package var doc: String

  package init(_ name: String, _ shape: TemplateShape, _ doc: String) {
    self.name = name
    self.shape = shape
    self.doc = doc
  }
}

/// The names that templates may use of a `Context`, each with its kind, its documentation and the
/// way to its value. One declaration for the code, the checks and the reference, so that none of
/// them can be out of date.
///
/// The types of a context must not contain themselves.
package struct TemplateFields<Context>: Sendable {
  package struct Field: Sendable {
    fileprivate let field: TemplateField
    fileprivate let read: @Sendable (Context) -> TemplateValue
  }

  package let fields: [TemplateField]
  private let readers: [@Sendable (Context) -> TemplateValue]

  package init(_ fields: [Field]) {
    self.fields = fields.map(\.field)
    readers = fields.map(\.read)
  }

  package var shape: TemplateShape { .record(fields) }

  package func value(of context: Context) -> TemplateValue {
    var values: [TemplateValue] = []
    values.reserveCapacity(readers.count)
    for read in readers { values.append(read(context)) }
    return .record(values)
  }
}

extension TemplateFields.Field {
  package static func text(
    _ name: String, _ doc: String, _ read: @escaping @Sendable (Context) -> String
  ) -> Self {
    Self(field: TemplateField(name, .text, doc)) { .text(read($0)) }
  }

  package static func html(
    _ name: String, _ doc: String, _ read: @escaping @Sendable (Context) -> [UInt8]
  ) -> Self {
    Self(field: TemplateField(name, .html, doc)) { .html(read($0)) }
  }

  package static func flag(
    _ name: String, _ doc: String, _ read: @escaping @Sendable (Context) -> Bool
  ) -> Self {
    Self(field: TemplateField(name, .flag, doc)) { .bool(read($0)) }
  }

  package static func object<Value: TemplateContext>(
    _ name: String, _ doc: String, _ read: @escaping @Sendable (Context) -> Value
  ) -> Self {
    Self(field: TemplateField(name, Value.templateShape, doc)) { read($0).templateValue }
  }

  package static func optional<Value: TemplateContext>(
    _ name: String, _ doc: String, _ read: @escaping @Sendable (Context) -> Value?
  ) -> Self {
    Self(field: TemplateField(name, .optional(Value.templateShape), doc)) {
      read($0)?.templateValue ?? .null
    }
  }

  package static func list<Value: TemplateContext>(
    _ name: String, _ doc: String, _ read: @escaping @Sendable (Context) -> [Value]
  ) -> Self {
    Self(field: TemplateField(name, .list(Value.templateShape), doc)) {
      let elements = read($0)
      var values: [TemplateValue] = []
      values.reserveCapacity(elements.count)
      for element in elements { values.append(element.templateValue) }
      return .list(values)
    }
  }
}

/// What a template is rendered with, as the engine sees it.
///
/// Contexts whose names are known when a template is loaded become `record`s, read by index;
/// contexts that anything may be in (a component's attributes, data from a file) are `object`s,
/// read by name.
package enum TemplateValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// The number as written: 2.0 stays `2.0`.
  case number(String)
  /// Text; escaped where a template shows it with two braces.
  case text(String)
  /// HTML as UTF-8, spliced into a page without being converted.
  case html([UInt8])
  case list([TemplateValue])
  case object([String: TemplateValue])
  /// The values of a `TemplateFields`, in its order. Only that type makes them.
  case record([TemplateValue])

  /// Whether a section over the value is shown. Null, false, an empty text and an empty list are
  /// the false values.
  package var isTrue: Bool {
    switch self {
    case .null: false
    case .bool(let flag): flag
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .list(let elements): !elements.isEmpty
    case .number, .object, .record: true
    }
  }

  /// The member that a step of a bound name leads to, or nil where there is none.
  subscript(step: TemplateBinding.Step) -> TemplateValue? {
    switch (self, step) {
    case (.record(let values), .field(let index)): index < values.count ? values[index] : nil
    case (.object(let members), .name(let name)): members[name]
    default: nil
    }
  }
}

/// A type that templates can be rendered with.
package protocol TemplateContext: Sendable {
  /// The names that a template may use, and what each is.
  static var templateShape: TemplateShape { get }
  /// The value in that shape.
  var templateValue: TemplateValue { get }
}

/// A context whose names are described once, next to the type that holds their values.
package protocol TemplateRecord: TemplateContext {
  static var templateFields: TemplateFields<Self> { get }
}

extension TemplateRecord {
  package static var templateShape: TemplateShape { templateFields.shape }
  package var templateValue: TemplateValue { Self.templateFields.value(of: self) }
}

/// A record whose values are read once, for what all pages of a language share.
package struct Prepared<Record: TemplateRecord>: TemplateContext {
  package let record: Record
  package let templateValue: TemplateValue

  package init(_ record: Record) {
    self.record = record
    templateValue = record.templateValue
  }

  package static var templateShape: TemplateShape { Record.templateShape }
}

/// A context that is not described: any name may be in it, and one that is not renders as nothing.
extension TemplateValue: TemplateContext {
  package static var templateShape: TemplateShape { .open }
  package var templateValue: TemplateValue { self }
}

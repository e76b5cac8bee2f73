import DocgenCore

/// The names that can be used at a place of a template: those of the context and of the sections
/// around the place, innermost last.
struct TemplateScope {
  var frames: [TemplateShape]

  /// Where a name's value will be and what is known about it, or nil where there is no such name.
  ///
  /// As in Mustache, the innermost frame that has the first part of a dotted name decides, and the
  /// other parts are looked up in it alone.
  func resolve(_ name: TemplateName) -> (binding: TemplateBinding, shape: TemplateShape)? {
    let components = name.components
    guard let first = components.first else {
      guard let innermost = frames.last else { return nil }
      let path = TemplateBinding.Path(frame: frames.count - 1, steps: [])
      return (TemplateBinding([path]), innermost)
    }
    var paths: [TemplateBinding.Path] = []
    for (frame, shape) in frames.enumerated().reversed() {
      switch shape {
      case .record(let fields) where fields.contains { $0.name == first }:
        guard let (steps, found) = Self.walk(components, in: shape) else { return nil }
        paths.append(TemplateBinding.Path(frame: frame, steps: steps))
        return (TemplateBinding(paths), paths.count == 1 ? found : .open)
      case .open:
        paths.append(TemplateBinding.Path(frame: frame, steps: components.map { .name($0) }))
      default: continue
      }
    }
    return paths.isEmpty ? nil : (TemplateBinding(paths), .open)
  }

  private static func walk(
    _ components: [String], in shape: TemplateShape
  ) -> (steps: [TemplateBinding.Step], shape: TemplateShape)? {
    var shape = shape
    var steps: [TemplateBinding.Step] = []
    for component in components {
      if case .optional(let present) = shape { shape = present }
      switch shape {
      case .record(let fields):
        guard let index = fields.firstIndex(where: { $0.name == component }) else { return nil }
        steps.append(.field(index))
        shape = fields[index].shape
      case .open: steps.append(.name(component))
      default: return nil
      }
    }
    return (steps, shape)
  }

  /// What an author may have meant by a name that does not exist: the same name in another object,
  /// or one that is spelled nearly the same.
  func hint(for name: TemplateName) -> String? {
    let known = names
    if let last = name.components.last,
      let elsewhere = known.first(where: { $0.split(separator: ".").last.map(String.init) == last })
    {
      return "did you mean '\(elsewhere)'?"
    }
    return Suggestions.hint(for: name.text, among: known)
  }

  /// All names, innermost first, those of objects with a dot.
  private var names: [String] {
    frames.reversed().flatMap { frame -> [String] in
      guard case .record(let fields) = frame else { return [] }
      return fields.flatMap { field -> [String] in
        switch field.shape {
        case .record(let inner), .optional(.record(let inner)):
          [field.name] + inner.map { "\(field.name).\($0.name)" }
        default: [field.name]
        }
      }
    }
  }
}

extension TemplateShape {
  /// What an author would call it.
  var kindName: String {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .flag: "a flag"
    case .list: "a list"
    case .record, .optional: "an object"
    case .open: "anything"
    }
  }
}

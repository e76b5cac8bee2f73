import DocgenCore

/// What may be written as a value, as data: references, JSON Schema and error messages read it.
package indirect enum ValueShape: Sendable {
  case text
  case flag
  case integer(NumberRange)
  case number(NumberRange)
  /// One of these texts.
  case choice([String])
  /// Exactly this: `false`, `null`.
  case constant(JSONValue)
  case list(of: ValueShape)
  /// Keys of the author's choosing; `keys` says what they name: "locale".
  case map(keys: String, of: ValueShape)
  case object(ObjectShape)
  case oneOf([ValueShape])
  /// A shape by its name, so that it can hold itself.
  case named(String, @Sendable () -> ValueShape)
  case anything
}

/// The keys of a group, with what they take.
package struct ObjectShape: Sendable {
  package var name: String
  package var doc: String
  package var fields: [FieldDescription]
  package var allowsUnknownKeys: Bool
}

/// Both ends included; nil is no limit.
package struct NumberRange: Sendable, Equatable {
  package var minimum: Double?
  package var maximum: Double?

  package init(minimum: Double? = nil, maximum: Double? = nil) {
    self.minimum = minimum
    self.maximum = maximum
  }

  package func contains(_ number: Double) -> Bool {
    number.isFinite && number >= minimum ?? number && number <= maximum ?? number
  }

  /// " from 2 to 6", " of at least 1", or nothing.
  var suffix: String {
    func text(_ number: Double) -> String { JSONValue.number(number).text }
    return switch (minimum, maximum) {
    case (let low?, let high?): " from \(text(low)) to \(text(high))"
    case (let low?, nil): " of at least \(text(low))"
    case (nil, let high?): " of at most \(text(high))"
    case (nil, nil): ""
    }
  }
}

extension ValueShape {
  /// What goes behind "must be": "text", "a whole number from 2 to 6", "a list of text".
  package var expectation: String {
    switch self {
    case .text: "text"
    case .flag: "true or false"
    case .integer(let range): "a whole number" + range.suffix
    case .number(let range): "a number" + range.suffix
    case .choice(let names): Self.alternatives(names.map { "'\($0)'" })
    case .constant(let value): value.text
    case .list(of: .text): "a list of text"
    case .list(of: .object): "a list of groups of keys"
    case .list: "a list"
    case .map, .object: "a group of keys"
    case .oneOf(let shapes): Self.alternatives(Self.withoutNull(shapes).map(\.expectation))
    case .named(_, let shape): shape().expectation
    case .anything: "a value"
    }
  }

  /// "a, b or c", each once.
  static func alternatives(_ names: [String]) -> String {
    var seen: Set<String> = []
    let names = names.filter { seen.insert($0).inserted }
    guard let last = names.last, names.count > 1 else { return names.first ?? "nothing" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// What people are told of: that `null` takes a value away goes without saying.
  package static func withoutNull(_ shapes: [ValueShape]) -> [ValueShape] {
    let told = shapes.filter { shape in
      if case .constant(.null) = shape { return false }
      return true
    }
    return told.isEmpty ? shapes : told
  }

  /// The group of keys that is written here, be it directly or as what `null` can replace.
  var object: ObjectShape? {
    switch self {
    case .object(let object): object
    case .named(_, let shape): shape().object
    case .oneOf(let shapes):
      shapes.count == 2 ? shapes.lazy.compactMap(\.object).first : nil
    default: nil
    }
  }
}

import DocgenCore

/// How one kind of value is written: what is accepted, how it is decoded, and how a value is shown.
package struct ValueType<Value: Sendable>: Sendable {
  /// Makes a value from what is written, over the value that is there so far. Nil: it can't, and
  /// has reported why.
  package typealias Decode =
    @Sendable (_ node: ConfigNode, _ current: Value?, _ context: inout DecodingContext) -> Value?

  package let shape: ValueShape
  package let decode: Decode
  /// The value as it would be written; nil where it can't be shown.
  package let literal: @Sendable (Value) -> JSONValue?

  package init(
    _ shape: ValueShape, literal: @escaping @Sendable (Value) -> JSONValue? = { _ in nil },
    decode: @escaping Decode
  ) {
    self.shape = shape
    self.decode = decode
    self.literal = literal
  }
}

extension ValueType where Value == String {
  /// Text. A number is the text that it was written as.
  package static var text: Self {
    Self(.text, literal: JSONValue.string) { node, _, context in
      switch node.value {
      case .string(let text): return text
      case .number(_, let source): return source
      case .bool where context.isLenient: return node.scalarText
      default:
        context.reportMismatch(expected: "text", found: node)
        return nil
      }
    }
  }
}

extension ValueType where Value == Bool {
  /// True or false.
  package static var flag: Self {
    Self(.flag, literal: JSONValue.bool) { node, _, context in
      if let flag = node.bool { return flag }
      if context.isLenient, let flag = node.string.flatMap({ Bool($0.lowercased()) }) {
        return flag
      }
      let text = node.string?.lowercased()
      let hint: String? =
        switch text {
        case "yes", "on", "true": "write true"
        case "no", "off", "false": "write false"
        default: nil
        }
      context.reportMismatch(expected: "true or false", found: node, hint: hint)
      return nil
    }
  }
}

extension ValueType where Value == Double {
  /// A number.
  package static var number: Self { number(NumberRange()) }

  package static func number(in range: ClosedRange<Double>) -> Self {
    number(NumberRange(minimum: range.lowerBound, maximum: range.upperBound))
  }

  package static func number(atLeast minimum: Double) -> Self {
    number(NumberRange(minimum: minimum))
  }

  private static func number(_ range: NumberRange) -> Self {
    let shape = ValueShape.number(range)
    return Self(shape, literal: JSONValue.number) { node, _, context in
      context.number(node, in: range, expected: shape.expectation)
    }
  }
}

extension ValueType where Value == Int {
  /// A whole number.
  package static var integer: Self { integer(NumberRange()) }

  package static func integer(in range: ClosedRange<Int>) -> Self {
    integer(NumberRange(minimum: Double(range.lowerBound), maximum: Double(range.upperBound)))
  }

  package static func integer(atLeast minimum: Int) -> Self {
    integer(NumberRange(minimum: Double(minimum)))
  }

  private static func integer(_ range: NumberRange) -> Self {
    let shape = ValueShape.integer(range)
    return Self(shape, literal: JSONValue.integer) { node, _, context in
      guard let number = context.number(node, in: range, expected: shape.expectation) else {
        return nil
      }
      if let integer = Int(exactly: number) { return integer }
      context.reportMismatch(expected: shape.expectation, found: node)
      return nil
    }
  }
}

extension DecodingContext {
  fileprivate mutating func number(
    _ node: ConfigNode, in range: NumberRange, expected: String
  ) -> Double? {
    let number = node.number ?? (isLenient ? node.string.flatMap(Double.init) : nil)
    guard let number else {
      reportMismatch(expected: expected, found: node)
      return nil
    }
    guard range.contains(number) else {
      let found = isSecret ? "" : ", not \(node.scalarText ?? "")"
      report("out-of-range", "\(subject) must be \(expected)\(found)", at: node.span)
      return nil
    }
    return number
  }
}

extension ValueType
where Value: RawRepresentable, Value.RawValue == String, Value: CaseIterable {
  /// One of the cases, by its raw value.
  package static var choice: Self {
    let names = Value.allCases.map(\.rawValue)
    let shape = ValueShape.choice(names)
    return Self(shape, literal: { JSONValue.string($0.rawValue) }) { node, _, context in
      guard let text = node.scalarText else {
        context.reportMismatch(expected: shape.expectation, found: node)
        return nil
      }
      if let value = Value(rawValue: text) { return value }
      let found = context.isSecret ? "" : ", not '\(text)'"
      context.report(
        "unknown-value", "\(context.subject) must be \(shape.expectation)\(found)", at: node.span,
        hint: Suggestions.hint(for: text, among: names))
      return nil
    }
  }
}

extension ValueType {
  /// The same, refused where `problem` finds one: "can't contain '/'".
  package func refusing(_ problem: @escaping @Sendable (Value) -> String?) -> Self {
    Self(shape, literal: literal) { node, current, context in
      guard let value = decode(node, current, &context) else { return nil }
      guard let problem = problem(value) else { return value }
      context.report("invalid-value", "\(context.subject) \(problem)", at: node.span)
      return nil
    }
  }

  /// The same, and `null` for no value.
  package var optional: ValueType<Value?> {
    ValueType<Value?>(
      .oneOf([shape, .constant(.null)]),
      literal: { value in value.map(literal) ?? JSONValue.null }
    ) { node, current, context in
      if node.value == .null { return .some(nil) }
      // `flatMap` would make "can't decode" the value nil.
      guard let value = decode(node, current ?? nil, &context) else { return nil }
      return .some(value)
    }
  }

  /// Another type that is written like this one.
  package func converted<Other>(
    literal: @escaping @Sendable (Other) -> JSONValue? = { _ in nil },
    _ convert: @escaping @Sendable (Value, ConfigNode, inout DecodingContext) -> Other?
  ) -> ValueType<Other> {
    ValueType<Other>(shape, literal: literal) { node, _, context in
      decode(node, nil, &context).flatMap { convert($0, node, &context) }
    }
  }
}

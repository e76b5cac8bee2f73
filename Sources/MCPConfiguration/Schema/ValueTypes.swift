import ConfigSchema

extension ValueType where Value == Duration {
  /// A number of seconds. Never more than a year, so that milliseconds are noticed and no clock
  /// overflows.
  static func seconds(in range: ClosedRange<Double>) -> Self {
    ValueType<Double>.number(in: range)
      .converted(literal: { .number($0 / .seconds(1)) }) { seconds, _, _ in .seconds(seconds) }
  }

  /// How long to wait for something: at most a day, and never no time at all.
  static var timeout: Self { seconds(in: 0.001...86_400) }
}

extension ValueType
where Value: RawRepresentable, Value.RawValue == String, Value: CaseIterable {
  /// One of the cases by its raw value, or by another name that people know it by. Letters' case
  /// doesn't matter.
  static func choice(also names: KeyValuePairs<String, Value>) -> Self {
    let all = Value.allCases.map { ($0.rawValue, $0) } + names.map { ($0.key, $0.value) }
    let plain = choice
    let shape = ValueShape.choice(all.map(\.0))
    return ValueType(shape, literal: plain.literal) { node, current, context in
      let written = node.string?.lowercased()
      if let known = all.first(where: { $0.0.lowercased() == written }) { return known.1 }
      return plain.decode(node, current, &context)
    }
  }
}

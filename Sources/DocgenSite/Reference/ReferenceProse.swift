import ConfigSchema
import DocgenCore
import DocgenMarkup

/// Looks in the text of pages that show a reference for keys in backticks that are nearly right.
struct ReferenceProse {
  /// Keys, with and without the groups that they stand in.
  private let keys: Set<String>
  /// Words that are no keys but mean something: values, defaults and what examples consist of.
  private var words: Set<String> = []
  private let sortedKeys: [String]

  init(_ schemas: [ReferenceSchema]) {
    var keys: Set<String> = []
    for schema in schemas {
      keys.formUnion(schema.rootKeys.map(\.name))
      for key in schema.shape.keys {
        keys.formUnion([key.path, key.field.key])
        Self.addWords(of: key.field.shape, to: &words)
        for value in [key.field.defaultValue, key.field.example] {
          if let value { Self.addWords(of: value, to: &words) }
        }
      }
    }
    self.keys = keys
    sortedKeys = keys.sorted()
  }

  func check(_ spans: [CodeSpan], file: String) -> [Diagnostic] {
    spans.compactMap { span in
      let written = Self.key(in: span.text)
      guard written.utf8.count > 3, Self.isKeyLike(written), !keys.contains(written),
        !words.contains(written),
        let near = Suggestions.nearest(to: written, among: sortedKeys, limit: 1).first,
        Self.isNear(written, near)
      else { return nil }
      return Diagnostic(
        .note, "reference/unknown-key", "The reference on this page has no key '\(written)'",
        at: SourceSpan(file: file, start: span.position), hint: "did you mean '\(near)'?")
    }
  }

  /// `timeout` of `timeout`, and of `timeout: 30`.
  private static func key(in text: String) -> String {
    String(text.prefix { $0 != ":" && $0 != " " })
  }

  private static func isKeyLike(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || "_-.[]<>".utf8.contains(byte)
    }
  }

  /// Nearer than what a suggestion needs: other words are in backticks too.
  private static func isNear(_ written: String, _ key: String) -> Bool {
    let most = max(1, written.utf8.count / 5)
    let distance = Suggestions.editDistance(
      Array(written.lowercased().utf8), Array(key.lowercased().utf8), atMost: most)
    return distance <= most
  }

  private static func addWords(of shape: ValueShape, to words: inout Set<String>) {
    switch shape {
    case .choice(let names): words.formUnion(names)
    case .list(let element): addWords(of: element, to: &words)
    case .map(let keys, let value):
      words.insert(keys)
      addWords(of: value, to: &words)
    case .oneOf(let shapes): for shape in shapes { addWords(of: shape, to: &words) }
    default: break
    }
  }

  private static func addWords(of value: JSONValue, to words: inout Set<String>) {
    switch value {
    case .string(let text): words.insert(text)
    case .array(let elements): for element in elements { addWords(of: element, to: &words) }
    case .object(let members):
      for member in members {
        words.insert(member.key)
        addWords(of: member.value, to: &words)
      }
    case .null, .bool, .number: break
    }
  }
}

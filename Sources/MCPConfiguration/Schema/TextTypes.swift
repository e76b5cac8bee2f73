import ConfigSchema
import DocgenCore

/// The kinds of text in a server's entry. References to variables are replaced in all of them, and
/// what came out is never part of a message: it may be a secret.
struct TextTypes: Sendable {
  /// The variables that references name. Nil where a file is only checked: then references stay, and
  /// files that it names are not looked for.
  let environment: [String: String]?

  var isConnecting: Bool { environment != nil }

  /// Text that may be empty.
  var any: ValueType<String> {
    ValueType.text.converted(literal: JSONValue.string) { text, node, context in
      replaceReferences(in: text, at: node.span, &context)
    }
    .refusing { $0.utf8.contains(0) ? "has a NUL character in it" : nil }
  }

  var nonBlank: ValueType<String> {
    any.refusing { isBlank($0) ? "is blank" : nil }
  }

  var secret: ValueType<Secret> { secret(any) }

  /// A header's value. By RFC 9110, section 5.5: what would end the header is refused.
  var headerText: ValueType<String> {
    any.refusing { value in
      value.utf8.contains { $0 == 0x0D || $0 == 0x0A } ? "has a line end in it" : nil
    }
  }

  var headerValue: ValueType<Secret> { secret(headerText) }

  /// A key's passphrase. A number without quotes is no text: `0042` would not be what it seems.
  var passphrase: ValueType<Secret> {
    ValueType(.text) { node, _, context in
      guard node.string != nil else {
        context.report(
          "wrong-type", "\(context.subject) must be a key passphrase as text, not \(node.kindName)",
          at: node.span, hint: "put it in quotes")
        return nil
      }
      return secret.decode(node, nil, &context)
    }
  }

  var url: ValueType<ServerURL> {
    nonBlank.converted(literal: { .string($0.text) }) { text, node, context in
      // What is only known when connecting can't be judged before.
      if !isConnecting, References(in: text).hasVariables { return nil }
      do throws(ServerURL.Problem) {
        return try ServerURL(parsing: text)
      } catch {
        context.report("invalid-url", "\(context.subject) \(error.words)", at: node.span)
        return nil
      }
    }
  }

  private func secret(_ type: ValueType<String>) -> ValueType<Secret> {
    type.converted { text, _, _ in Secret(text) }
  }

  // MARK: References

  private func replaceReferences(
    in text: String, at span: SourceSpan, _ context: inout DecodingContext
  ) -> String? {
    let parts = References(in: text).parts
    if parts.contains(.unknown) {
      context.report(
        "unknown-reference", "\(context.subject) has a reference that can't be understood",
        at: span, hint: "write '${NAME}', '${env:NAME}' or '${NAME:-default}'; '$${' is '${' itself"
      )
      return nil
    }
    guard let environment else { return text }
    var result = ""
    var unset: [String] = []
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .variable(let name, let fallback?):
        let value = environment[name] ?? ""
        result += value.isEmpty ? fallback : value
      case .variable(let name, nil):
        if let value = environment[name] { result += value } else { unset.append(name) }
      case .unknown: break
      }
    }
    for name in unset {
      context.report(
        "unset-variable",
        "\(context.subject) needs the environment variable '\(name)', which is not set", at: span,
        hint: "set it, or give a default: '${\(name):-…}'")
    }
    return unset.isEmpty ? result : nil
  }
}

extension TextTypes {
  func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

import ConfigSchema
import DocgenCore

extension TextTypes {
  /// What has to be at a path when a server is connected to.
  enum Target {
    case file
    case fileOrFolder
    /// Looked for by whoever uses it.
    case anything
  }

  /// A path, with `~` and `~user` expanded and space around it removed. Relative ones start at the
  /// program's working folder.
  func path(to target: Target) -> ValueType<String> {
    ValueType(.text, literal: JSONValue.string) { node, _, context in
      guard let written = node.string else {
        context.report(
          "wrong-type", "\(context.subject) must be a path, not \(node.kindName)", at: node.span)
        return nil
      }
      // A private key's text must not come out in "there is no file at …".
      if written.contains("-----BEGIN") || written.utf8.contains(0x0A) {
        context.report(
          "invalid-path", "\(context.subject) has the text of a certificate or key in it",
          at: node.span, hint: "write it to a file, and the file's path here")
        return nil
      }
      guard let text = nonBlank.decode(node, nil, &context) else { return nil }
      guard let environment else { return text }
      let path = HomeFolders.expand(trimmed(text), home: environment["HOME"])
      return isThere(target, at: path, node.span, &context) ? path : nil
    }
  }

  private func trimmed(_ text: String) -> String {
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let end = text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? start
    return String(text[start..<end])
  }

  private func isThere(
    _ target: Target, at path: String, _ span: SourceSpan, _ context: inout DecodingContext
  ) -> Bool {
    if case .anything = target { return true }
    let kind: FileStatus.Kind?
    do {
      kind = try FileSystem.status(of: path)?.kind
    } catch {
      context.report(
        "unreadable-file", "\(context.subject) can't be read at '\(path)': \(error.reason)",
        at: span)
      return false
    }
    switch (kind, target) {
    case (.file, _), (.folder, .fileOrFolder):
      return true
    case (nil, _):
      context.report("file-not-found", "\(context.subject) is not found at '\(path)'", at: span)
    case (.folder, _):
      context.report("not-a-file", "\(context.subject) is a folder: '\(path)'", at: span)
    default:
      context.report("not-a-file", "\(context.subject) is no ordinary file: '\(path)'", at: span)
    }
    return false
  }
}

/// `client_cert` as it is written.
package enum WrittenCertificate: Sendable, Equatable {
  /// The key is in the same file, or behind `client_key`.
  case file(String)
  case list(certificate: String, key: String, passphrase: Secret?)
}

extension TextTypes {
  /// A path, or a list of the certificate's, the key's and maybe the key's passphrase.
  var certificate: ValueType<WrittenCertificate> {
    let file = path(to: .file)
    return ValueType(.oneOf([.text, .list(of: .text)])) { node, _, context in
      guard let elements = node.elements else {
        if node.string != nil {
          return file.decode(node, nil, &context).map(WrittenCertificate.file)
        }
        context.report(
          "wrong-type",
          "\(context.subject) must be a path or a list of them, not \(node.kindName)",
          at: node.span)
        return nil
      }
      guard elements.count == 2 || elements.count == 3 else {
        context.report(
          "wrong-length",
          "\(context.subject) must have 2 or 3 elements, not \(elements.count)", at: node.span,
          hint: "write [certificate, key] or [certificate, key, passphrase]")
        return nil
      }
      let paths = (0...1).map { index in
        context.inside(index: index) { file.decode(elements[index], nil, &$0) }
      }
      var secret: Secret?
      if elements.count == 3 {
        secret = context.inside(index: 2) { passphrase.decode(elements[2], nil, &$0) }
        if secret == nil { return nil }
      }
      guard let certificate = paths[0], let key = paths[1] else { return nil }
      return .list(certificate: certificate, key: key, passphrase: secret)
    }
  }

  /// `true`, `false` or the path of authorities.
  var verification: ValueType<ServerVerification> {
    let path = path(to: .fileOrFolder)
    return ValueType(.oneOf([.flag, .text]), literal: Self.literal) { node, _, context in
      if let flag = node.bool { return flag ? .system : .disabled }
      if let text = node.string?.lowercased(),
        ["true", "false", "yes", "no", "on", "off"].contains(text)
      {
        context.report(
          "wrong-type", "\(context.subject) must be true, false or a path, not the text '\(text)'",
          at: node.span, hint: "write true or false without quotes")
        return nil
      }
      guard node.string != nil else {
        context.report(
          "wrong-type", "\(context.subject) must be true, false or a path, not \(node.kindName)",
          at: node.span)
        return nil
      }
      return path.decode(node, nil, &context).map { .authorities(path: $0) }
    }
  }

  private static func literal(_ verification: ServerVerification) -> JSONValue {
    switch verification {
    case .system: true
    case .disabled: false
    case .authorities(let path): .string(path)
    }
  }
}

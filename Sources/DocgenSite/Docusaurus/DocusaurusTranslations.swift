import ConfigSchema
import DocgenCore

/// What a locale's translation files say, as Docusaurus' `write-translations` makes them.
package struct LocaleTranslations: Sendable, Equatable {
  /// Texts of the interface by id (`theme.docs.paginator.next`), from `code.json`.
  package var strings: [String: String] = [:]
  /// `sidebar.<sidebar>.category.<key or label>` and the like, from the docs' `current.json`.
  package var sidebar: [String: String] = [:]
  /// `title`, `logo.alt`, `item.label.<label>`.
  package var navbar: [String: String] = [:]
  /// `link.title.<title>`, `link.item.label.<label>`, `copyright`.
  package var footer: [String: String] = [:]

  package init() {}

  /// Reads the files of a locale that are there; those that aren't leave their texts empty.
  ///
  /// - Parameters:
  ///   - folder: The locale's folder relative to the site: `i18n/zh-CN`.
  ///   - read: The contents of a file by its path relative to the site; nil where there is none.
  /// - Returns: The texts of every entry that is right. Those that aren't are errors
  ///   (`translation/wrong-type`, `translation/no-message`, and those of `JSONReader`).
  package static func read(
    folder: String, _ read: (String) -> [UInt8]?
  ) -> Diagnosed<LocaleTranslations> {
    var result = Diagnosed(LocaleTranslations())
    let files: KeyValuePairs<String, WritableKeyPath<LocaleTranslations, [String: String]>> = [
      "code.json": \.strings,
      "docusaurus-plugin-content-docs/current.json": \.sidebar,
      "docusaurus-theme-classic/navbar.json": \.navbar,
      "docusaurus-theme-classic/footer.json": \.footer,
    ]
    for (name, part) in files {
      let path = "\(folder)/\(name)"
      guard let bytes = read(path) else { continue }
      let file = JSONReader.value(bytes, file: path)
      result.diagnostics += file.diagnostics
      guard let node = file.value else { continue }
      let texts = messages(node)
      result.value[keyPath: part] = texts.value
      result.diagnostics += texts.diagnostics
    }
    return result
  }

  /// The messages of a file: an object of `{message, description?}`.
  private static func messages(_ node: ConfigNode) -> Diagnosed<[String: String]> {
    var result = Diagnosed([String: String]())
    func wrongType(_ subject: String, _ wanted: String, _ node: ConfigNode) -> Diagnostic {
      Diagnostic(
        .error, "translation/wrong-type", "\(subject) must be \(wanted), not \(node.kindName)",
        at: node.span)
    }
    guard let members = node.members else {
      result.diagnostics.append(wrongType("a translation file", "a group of messages", node))
      return result
    }
    for member in members {
      guard member.value.members != nil else {
        result.diagnostics.append(
          wrongType("'\(member.key)'", "a group of 'message' and 'description'", member.value))
        continue
      }
      guard let message = member.value["message"] else {
        result.diagnostics.append(
          Diagnostic(
            .error, "translation/no-message", "'\(member.key)' has no 'message'", at: member.keySpan
          ))
        continue
      }
      guard let text = message.string else {
        result.diagnostics.append(wrongType("'\(member.key).message'", "text", message))
        continue
      }
      result.value[member.key] = text
    }
    return result
  }
}

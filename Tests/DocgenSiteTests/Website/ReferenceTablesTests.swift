import DocgenCore
import DocgenMarkup
import Foundation
import Testing

@testable import ConfigSchema
@testable import DocgenSite

/// The website's tables are what the code says of itself. To write them anew:
/// `DOCGEN_UPDATE=1 swift test --filter ReferenceTables`.
@Suite struct ReferenceTables {
  static let folder = packageRoot.appending(path: "website/docs/reference")

  static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(arguments: [
    ("_tables/template-names.md", templateNames),
    ("_tables/ui-texts.md", interfaceTexts),
    ("_tables/css-variables.md", styleVariables),
    ("_findings.md", DiagnosticCatalog.markdown),
  ])
  func areUpToDate(name: String, table: String) throws {
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["DOCGEN_UPDATE"] != nil {
      try table.write(to: file, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(
      written == table,
      "run: DOCGEN_UPDATE=1 swift test --filter ReferenceTables, and commit website/")
  }

  static let templateNames: String =
    "| Name | Kind | What it is |\n| --- | --- | --- |\n"
    + rows(of: PageContext.templateFields.fields, prefix: "").joined()

  private static func rows(of fields: [TemplateField], prefix: String) -> [String] {
    fields.filter { !($0.name == "ui" && prefix.isEmpty) }.flatMap { field in
      let name = prefix + field.name
      let (kind, members) = description(of: field.shape)
      let inner = field.shape.isList ? name + "[]." : name + "."
      return ["| `\(name)` | \(kind) | \(field.doc) |\n"] + rows(of: members, prefix: inner)
    }
  }

  private static func description(of shape: TemplateShape) -> (String, [TemplateField]) {
    switch shape {
    case .text: ("text", [])
    case .html: ("HTML", [])
    case .flag: ("flag", [])
    case .open: ("anything", [])
    case .record(let fields): ("object", fields)
    case .list(let element): ("list", description(of: element).1)
    case .optional(let inner): ("object, or nothing", description(of: inner).1)
    }
  }

  /// The variables that a site may set, with their values in both colour schemes.
  static let styleVariables: String = {
    var names: [String] = []
    var values: [String: (light: String, dark: String)] = [:]
    for path in ["css/01-variables.css", "css/10-tokens.css"] {
      let styles = ThemeFile.all.first { $0.path == path }?.contents ?? ""
      for rule in styles.matches(of: /(?m)^(\S.*) \{$([^}]+)/) {
        let isDark = rule.1.contains("dark")
        for variable in rule.2.matches(of: /(--[\w-]+):\s*([^;]+);/) {
          let (name, value) = (String(variable.1), "`\(variable.2)`")
          if values[name] == nil { names.append(name) }
          if isDark {
            values[name, default: ("", "")].dark = value
          } else {
            values[name, default: ("", "")].light = value
          }
        }
      }
    }
    return "| Variable | Light | Dark |\n| --- | --- | --- |\n"
      + names.map { name in
        let value = values[name] ?? ("", "")
        return "| `\(name)` | \(value.light) | \(value.dark.isEmpty ? "the same" : value.dark) |\n"
      }.joined()
  }()

  static let interfaceTexts: String =
    "| Key | In English |\n| --- | --- |\n"
    + UIString.allCases.map {
      "| `\($0.rawValue)` | \($0.english.replacing("{", with: "\\{")) |\n"
    }.joined()
}

extension TemplateShape {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}

@Suite struct DiagnosticsReference {
  /// Every code that stands in the sources is in the catalogue, and no other is.
  @Test func listsEveryCode() throws {
    let found = try codes(below: ReferenceTables.packageRoot.appending(path: "Sources"))
    #expect(found.subtracting(DiagnosticCatalog.names).sorted() == [], "describe these codes")
  }

  private func codes(below folder: URL) throws -> Set<String> {
    var found: Set<String> = []
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", !file.lastPathComponent.contains("generated"),
        file.lastPathComponent != "DiagnosticCatalog.swift"
      else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /"([a-z-]+)\/([a-z0-9-]+)"/)
      where DiagnosticCatalog.areas.contains(String(match.1)) {
        found.insert("\(match.1)/\(match.2)")
      }
    }
    return found
  }
}

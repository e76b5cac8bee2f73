import ConfigSchema
import DocgenCore

/// A Docusaurus site's configuration and sidebars as a `docgen.yml`, which says all that they say:
/// the site built from it is the same, byte for byte.
package struct DocusaurusConversion: Sendable, Equatable {
  /// The contents of `docgen.yml`.
  package var text: String
  /// The files that are not needed beside it, relative to the site.
  package var replacedFiles: [String]

  /// - Parameters:
  ///   - root: The site's folder.
  ///   - year: What `new Date().getFullYear()` is in the configuration.
  /// - Returns: Nil where the folder has no Docusaurus configuration. The findings are what has no
  ///   counterpart in docgen, and what could not be read.
  package static func of(_ root: String, year: Int) -> Diagnosed<DocusaurusConversion>? {
    let folder = SiteFolder(path: root)
    var findings: [Diagnostic] = []
    var files: [(name: String, bytes: [UInt8])] = []
    let read = DocusaurusSite.configuration(year: year) { name in
      let bytes = folder.read(name, &findings)
      if let bytes { files.append((name, bytes)) }
      return bytes
    }
    guard let read else { return nil }
    findings += read.diagnostics
    let text = written(read.value)
    let later = DocusaurusSite.configuration(year: year + 1) { folder.read($0, &findings) }
    if later.map({ written($0.value) }) != text {
      findings.append(fixedYear(year, in: files))
    }
    findings += unreadable(text)
    findings += surprisingLocales(in: folder, read.value)
    return Diagnosed(
      DocusaurusConversion(text: text, replacedFiles: files.map(\.name)), findings)
  }

  private static func written(_ config: SiteConfig) -> String {
    let value = SiteConfig.schema.literal(config) ?? .object([])
    return value.members?.isEmpty == true ? "# All is as by default.\n" : value.yamlDocument
  }

  /// Docusaurus takes some values that docgen's own configuration refuses: a table of contents with
  /// levels of headings that there are not.
  private static func unreadable(_ text: String) -> [Diagnostic] {
    let read = YAMLReader.read(Array(text.utf8), file: SiteConfigReader.ownFile)
    var config = SiteConfig()
    return read.diagnostics + (read.value.map { SiteConfig.schema.decode($0, into: &config) } ?? [])
  }

  /// A text with the year in it is written down as it is this year.
  private static func fixedYear(
    _ year: Int, in files: [(name: String, bytes: [UInt8])]
  ) -> Diagnostic {
    var place: SourceSpan?
    for file in files where place == nil {
      let lines = String(decoding: file.bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      place = lines.firstIndex { $0.contains("getFullYear") }.map {
        SourceSpan(file: file.name, line: $0 + 1)
      }
    }
    return Diagnostic(
      .note, "config/fixed-year", "The year is written down as \(year)", at: place,
      hint: "change it in docgen.yml when it is another")
  }

  /// Beside a `docgen.yml`, a folder in `docs/locales` is a locale, whether it is configured or not.
  private static func surprisingLocales(
    in folder: SiteFolder, _ config: SiteConfig
  ) -> [Diagnostic] {
    let parent = "\(config.content.path)/\(SiteFiles.localesFolder)"
    let codes = config.locales.map(\.code)
    return folder.folders(in: parent).compactMap { code in
      if codes.contains(code) || folder.holds("\(parent)/\(code)/_locale.yml") { return nil }
      return Diagnostic(
        .warning, "config/unsupported", "The folder '\(parent)/\(code)' is a locale to docgen",
        at: SourceSpan(file: "\(parent)/\(code)", line: 1),
        hint: "rename '\(parent)' if it has pages of the default locale")
    }
  }
}

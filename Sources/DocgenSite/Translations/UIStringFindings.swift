import ConfigSchema
import DocgenCore

/// The theme's texts in a site's locales: those that nobody has translated, and translations that
/// lack a place for a value. Keys that the theme does not know are found as they are read
/// (`ui/unknown-string`).
enum UIStringFindings {
  static func findings(of site: Site, in folder: SiteFolder) -> [Diagnostic] {
    site.locales.indices.flatMap { index in
      missing(site.locales[index], own: site.texts[index].strings)
        + placeholders(site.locales[index], site.texts[index].strings, site.config, folder)
    }
  }

  private static func missing(
    _ locale: SiteLocale, own: [UIString: String]
  ) -> [Diagnostic] {
    let missing = UIString.allCases.filter {
      own[$0] == nil && !UIStrings.isTranslated($0, language: locale.lang)
    }
    if missing.isEmpty { return [] }
    let names = missing.prefix(3).map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let rest = missing.count > 3 ? " and \(missing.count - 3) more" : ""
    return [
      Diagnostic(
        .warning, "ui/missing-string",
        "The theme's texts \(names)\(rest) are in English for readers of '\(locale.code)'",
        hint: "translate them under 'strings' in the locale's _locale.yml", locale: locale.code)
    ]
  }

  private static func placeholders(
    _ locale: SiteLocale, _ own: [UIString: String], _ config: SiteConfig, _ folder: SiteFolder
  ) -> [Diagnostic] {
    UIString.allCases.compactMap { string in
      guard let text = own[string] else { return nil }
      let wanted = Set(string.placeholders)
      let written = Set(UIString.placeholders(in: text))
      if wanted == written { return nil }
      let message =
        wanted.subtracting(written).sorted().first.map { "has no place for {\($0)}" }
        ?? "has {\(written.subtracting(wanted).sorted().first ?? "")}, which stands for nothing"
      return Diagnostic(
        .warning, "ui/placeholders", "The text '\(string.rawValue)' \(message)",
        at: place(of: string, locale, config, folder),
        hint: "in English it is '\(string.english)'", locale: locale.code)
    }
  }

  /// Where a site's own text stands.
  private static func place(
    of string: UIString, _ locale: SiteLocale, _ config: SiteConfig, _ folder: SiteFolder
  ) -> SourceSpan? {
    var ignored: [Diagnostic] = []
    let own = "\(config.content.path)/\(SiteFiles.localesFolder)/\(locale.code)/_locale.yml"
    if let bytes = folder.read(own, &ignored),
      let strings = YAMLReader.read(bytes, file: own).value?["strings"],
      let found = strings[string.rawValue] ?? string.docusaurusID.flatMap({ strings[$0] })
    {
      return found.span
    }
    let name = locale.outputFolder.isEmpty ? locale.code : locale.outputFolder
    let file = "i18n/\(name)/code.json"
    guard let bytes = folder.read(file, &ignored), let id = string.docusaurusID else { return nil }
    return JSONReader.value(bytes, file: file).value?[id]?["message"]?.span
  }
}

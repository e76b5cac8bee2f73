import ConfigSchema
import DocgenCore

/// What a site is configured to be, with the texts of its locales.
package struct SiteSettings: Sendable {
  package var config: SiteConfig
  package var locales: [SiteLocale]
  /// In the order of `locales`.
  package var texts: [LocaleTexts]
}

/// What a locale says in other words than the default one, besides its pages.
package struct LocaleTexts: Sendable, Equatable {
  /// The theme's own texts.
  package var strings: [UIString: String] = [:]
  package var sidebar = SidebarTranslations()
  /// By `item.label.<label>`, `title`, `logo.alt`, or by the text.
  package var navbar: [String: String] = [:]
  /// By `link.title.<title>`, `link.item.label.<label>`, `copyright`, or by the text.
  package var footer: [String: String] = [:]
}

/// Reads a site's configuration in either form: Docusaurus' first, then `docgen.yml` over it, key by
/// key.
package struct SiteConfigReader {
  /// The site's folder.
  let root: String
  /// What `new Date().getFullYear()` is in a configuration.
  let year: Int

  package static let ownFile = "docgen.yml"

  package init(root: String, year: Int) {
    self.root = root
    self.year = year
  }

  package func read() -> Diagnosed<SiteSettings> {
    let base = DocusaurusSite.configuration(year: year, read: contents) ?? Diagnosed(SiteConfig())
    var config = base.value
    var diagnostics = base.diagnostics
    if let bytes = contents(of: Self.ownFile) {
      let yaml = YAMLReader.read(bytes, file: Self.ownFile)
      diagnostics += yaml.diagnostics
      if let node = yaml.value { diagnostics += SiteConfig.schema.decode(node, into: &config) }
    }
    let files = localeFiles(config, &diagnostics)
    apply(files, to: &config)
    let locales = SiteLocale.all(of: config)
    let texts = locales.map { locale in
      self.texts(of: locale, file: files[locale.code], &diagnostics)
    }
    return Diagnosed(SiteSettings(config: config, locales: locales, texts: texts), diagnostics)
  }

  private func contents(of path: String) -> [UInt8]? { try? FileSystem.read(root + "/" + path) }

  // MARK: Locales

  /// The `_locale.yml` of each locale folder; a folder alone makes a locale.
  private func localeFiles(
    _ config: SiteConfig, _ diagnostics: inout [Diagnostic]
  ) -> [String: LocaleFile] {
    let folder = "\(config.content.path)/\(SiteFiles.localesFolder)"
    guard FileSystem.exists(root + "/" + folder) else { return [:] }
    var files: [String: LocaleFile] = [:]
    for entry in FileSystem.list(root + "/" + folder, named: folder).value
    where entry.kind == .folder && !entry.path.contains("/") {
      var file = LocaleFile()
      let path = "\(folder)/\(entry.path)/_locale.yml"
      if let bytes = contents(of: path) {
        let yaml = YAMLReader.read(bytes, file: path)
        diagnostics += yaml.diagnostics
        if let node = yaml.value { diagnostics += LocaleFile.schema.decode(node, into: &file) }
      }
      files[entry.path] = file
    }
    return files
  }

  private func apply(_ files: [String: LocaleFile], to config: inout SiteConfig) {
    for (code, file) in files.sorted(by: { $0.key < $1.key }) {
      let index: Int
      if let known = config.locales.firstIndex(where: { $0.code == code }) {
        index = known
      } else {
        config.locales.append(LocaleConfig(code: code))
        index = config.locales.count - 1
      }
      // What the site's configuration says of a locale wins over the locale's own file.
      let own = config.locales[index]
      config.locales[index].label = own.label ?? file.label
      config.locales[index].lang = own.lang ?? file.lang
      config.locales[index].direction = own.direction ?? file.direction
    }
  }

  private func texts(
    of locale: SiteLocale, file: LocaleFile?, _ diagnostics: inout [Diagnostic]
  ) -> LocaleTexts {
    let folder = locale.outputFolder.isEmpty ? locale.code : locale.outputFolder
    let translations = LocaleTranslations.read(folder: "i18n/\(folder)", contents)
    diagnostics += translations.diagnostics
    var texts = LocaleTexts(
      sidebar: SidebarTranslations(messages: translations.value.sidebar), navbar: translations.value.navbar,
      footer: translations.value.footer)
    // Ids that are no texts of the theme's are a site's own `<Translate>` ids.
    let known = translations.value.strings.filter { $0.key.hasPrefix("theme.") }
    let docusaurus = UIStrings.overrides(
      known, at: SourceSpan(file: "i18n/\(folder)/code.json", line: 1))
    let own = UIStrings.overrides(
      file?.strings ?? [:],
      at: SourceSpan(
        file: "\(SiteFiles.localesFolder)/\(locale.code)/_locale.yml", line: 1))
    diagnostics += docusaurus.diagnostics + own.diagnostics
    texts.strings = docusaurus.value.merging(own.value) { $1 }
    if let file {
      texts.sidebar.labels = file.sidebar
      texts.navbar.merge(file.navbar) { $1 }
      texts.footer.merge(file.footer) { $1 }
    }
    return texts
  }
}

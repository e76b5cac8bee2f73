import ConfigSchema
import DocgenCore

/// What a site is configured to be, with the texts of its locales.
package struct SiteSettings: Sendable, Equatable {
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
  /// Of keys in references; of two for one key the last one wins.
  package var references: [ReferenceTranslation] = []
}

/// Reads a site's configuration in either form: Docusaurus' first, then `docgen.yml` over it, key by
/// key.
package struct SiteConfigReader {
  private let folder: SiteFolder
  /// What `new Date().getFullYear()` is in a configuration.
  private let year: Int

  package static let ownFile = "docgen.yml"

  /// - Parameter root: the site's folder.
  package init(root: String, year: Int) {
    folder = SiteFolder(path: root)
    self.year = year
  }

  package func read() -> Diagnosed<SiteSettings> {
    var diagnostics: [Diagnostic] = []
    let base = DocusaurusSite.configuration(year: year) { folder.read($0, &diagnostics) }
    var config = base?.value ?? SiteConfig()
    diagnostics += base?.diagnostics ?? []
    let own = yaml(Self.ownFile, &diagnostics)
    if let own { diagnostics += SiteConfig.schema.decode(own, into: &config) }
    let files = localeFiles(config, isDocusaurus: base != nil, &diagnostics)
    apply(files, to: &config)
    if let own { diagnostics += Self.unknownLocales(inPoliciesOf: own, config) }
    diagnostics += Self.removeUnsafeLocales(from: &config)
    let locales = SiteLocale.all(of: config)
    let texts = locales.map { locale in
      self.texts(of: locale, file: files[locale.code], config: config, &diagnostics)
    }
    return Diagnosed(SiteSettings(config: config, locales: locales, texts: texts), diagnostics)
  }

  private func yaml(_ file: String, _ diagnostics: inout [Diagnostic]) -> ConfigNode? {
    guard let bytes = folder.read(file, &diagnostics) else { return nil }
    let read = YAMLReader.read(bytes, file: file)
    diagnostics += read.diagnostics
    return read.value
  }

  // MARK: Locales

  private static func localesFolder(_ config: SiteConfig) -> String {
    "\(config.content.path)/\(SiteFiles.localesFolder)"
  }

  /// What the locale folders beside the pages say of themselves, by the locale's code.
  ///
  /// A folder alone makes a locale, but not in a Docusaurus site: there `docs/locales/` is as likely
  /// to hold pages about locales, so that a folder has to be configured or to have a `_locale.yml`.
  private func localeFiles(
    _ config: SiteConfig, isDocusaurus: Bool, _ diagnostics: inout [Diagnostic]
  ) -> [String: LocaleFile] {
    let codes = Set(config.locales.map(\.code))
    let parent = Self.localesFolder(config)
    var files: [String: LocaleFile] = [:]
    for code in folder.folders(in: parent) {
      var file = LocaleFile()
      let node = yaml("\(parent)/\(code)/_locale.yml", &diagnostics)
      if isDocusaurus, node == nil, !codes.contains(code) { continue }
      if let node { diagnostics += LocaleFile.schema.decode(node, into: &file) }
      files[code] = file
    }
    return files
  }

  private func apply(_ files: [String: LocaleFile], to config: inout SiteConfig) {
    for (code, file) in files.sorted(by: { $0.key < $1.key }) {
      if !config.locales.contains(where: { $0.code == code }) {
        config.locales.append(LocaleConfig(code: code))
      }
      for index in config.locales.indices where config.locales[index].code == code {
        // What the site's configuration says of a locale wins over the locale's own file.
        let own = config.locales[index]
        config.locales[index].label = own.label ?? file.label
        config.locales[index].lang = own.lang ?? file.lang
        config.locales[index].direction = own.direction ?? file.direction
      }
    }
  }

  /// Only now are those known that have a folder alone.
  private static func unknownLocales(
    inPoliciesOf node: ConfigNode, _ config: SiteConfig
  ) -> [Diagnostic] {
    let codes = config.locales.map(\.code)
    let members = node["diagnostics"]?["locales"]?.members ?? []
    return members.filter { !codes.contains($0.key) }.map { member in
      Diagnostic(
        .error, "config/unknown-locale", "The site has no locale '\(member.key)'",
        at: member.keySpan, hint: Suggestions.hint(for: member.key, among: codes))
    }
  }

  /// Codes and paths of locales are folders' names: of what is read, and of what is written.
  private static func removeUnsafeLocales(from config: inout SiteConfig) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for locale in config.locales {
      let paths = [locale.code, locale.path ?? locale.code]
      guard let wrong = paths.first(where: { !$0.isEmpty && OutputPath($0) == nil }) else {
        continue
      }
      diagnostics.append(
        Diagnostic(
          .error, "config/unsafe-locale", "The locale path '\(wrong)' leads out of the site",
          hint: "name the locale by its language, such as 'de' or 'zh-CN'"))
      config.locales.removeAll { $0.code == locale.code }
    }
    if OutputPath(config.defaultLocale) == nil {
      config.defaultLocale = config.locales.first?.code ?? SiteConfig().defaultLocale
    }
    return diagnostics
  }

  private func texts(
    of locale: SiteLocale, file: LocaleFile?, config: SiteConfig,
    _ diagnostics: inout [Diagnostic]
  ) -> LocaleTexts {
    let name = locale.outputFolder.isEmpty ? locale.code : locale.outputFolder
    let translations = LocaleTranslations.read(folder: "i18n/\(name)") {
      folder.read($0, &diagnostics)
    }
    diagnostics += translations.diagnostics
    var texts = LocaleTexts(
      sidebar: SidebarTranslations(messages: translations.value.sidebar),
      navbar: translations.value.navbar, footer: translations.value.footer)
    // Ids that are no texts of the theme's are a site's own `<Translate>` ids.
    let known = translations.value.strings.filter { $0.key.hasPrefix("theme.") }
    let docusaurus = UIStrings.overrides(
      known, at: SourceSpan(file: "i18n/\(name)/code.json", line: 1))
    let ownFile = "\(Self.localesFolder(config))/\(locale.code)/_locale.yml"
    let own = UIStrings.overrides(file?.strings ?? [:], at: SourceSpan(file: ownFile, line: 1))
    diagnostics += docusaurus.diagnostics + own.diagnostics
    let dataFile = ReferenceTranslation.dataFile(locale: locale.code)
    if let bytes = folder.read(dataFile, &diagnostics) {
      let read = ReferenceTranslation.read(bytes, file: dataFile)
      texts.references = read.value
      diagnostics += read.diagnostics
    }
    texts.references += file?.references ?? []
    texts.strings = docusaurus.value.merging(own.value) { $1 }
    if let file {
      texts.sidebar.labels = file.sidebar
      texts.navbar.merge(file.navbar) { $1 }
      texts.footer.merge(file.footer) { $1 }
    }
    return texts
  }
}

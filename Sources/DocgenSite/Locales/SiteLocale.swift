/// A locale of the site, with everything that its configuration leaves open filled in.
package struct SiteLocale: Sendable, Equatable {
  /// Its name in folders and configuration.
  package var code: String
  /// Its name for readers.
  package var label: String
  /// For `lang` attributes (BCP 47).
  package var lang: String
  package var direction: TextDirection
  /// The path its pages live below; starts and ends with a slash.
  package var baseURL: String
  /// The folder of the output that its files go to; empty for the root.
  package var outputFolder: String
  package var isDefault: Bool
}

extension SiteLocale {
  /// The site's locales, the default one first.
  package static func all(of config: SiteConfig) -> [SiteLocale] {
    let base = URLPath.join(config.baseURL, "/").text
    var configured = config.locales
    if !configured.contains(where: { $0.code == config.defaultLocale }) {
      configured.insert(LocaleConfig(code: config.defaultLocale), at: 0)
    }
    let ordered =
      configured.filter { $0.code == config.defaultLocale }
      + configured.filter { $0.code != config.defaultLocale }
    return ordered.map { locale in
      let isDefault = locale.code == config.defaultLocale
      let folder = isDefault ? "" : locale.path ?? locale.code
      let lang = locale.lang ?? locale.code
      return SiteLocale(
        code: locale.code, label: locale.label ?? locale.code, lang: lang,
        direction: locale.direction ?? direction(of: lang),
        baseURL: locale.baseURL.map { URLPath.join($0, "/").text }
          ?? URLPath.join(base, folder, "/").text,
        outputFolder: folder, isDefault: isDefault)
    }
  }

  private static func direction(of lang: String) -> TextDirection {
    let language = lang.split(whereSeparator: { $0 == "-" || $0 == "_" }).first ?? ""
    let rightToLeft: Set<Substring> = [
      "ar", "arc", "ckb", "dv", "fa", "ha", "he", "khw", "ks", "ps", "sd", "ur", "uz-AF", "yi",
    ]
    return rightToLeft.contains(language) ? .rightToLeft : .leftToRight
  }
}

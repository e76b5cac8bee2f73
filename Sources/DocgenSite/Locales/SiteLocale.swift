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

  /// The direction of a BCP 47 tag's script, or else of the script that the language is written in
  /// as a rule.
  private static func direction(of lang: String) -> TextDirection {
    let subtags = lang.lowercased().split { $0 == "-" || $0 == "_" }
    let script = subtags.dropFirst().first { $0.count == 4 && $0.allSatisfy(\.isLetter) }
    let isRightToLeft =
      if let script { rightToLeftScripts.contains(script) } else {
        subtags.first.map(rightToLeftLanguages.contains) ?? false
      }
    return isRightToLeft ? .rightToLeft : .leftToRight
  }

  private static let rightToLeftScripts: Set<Substring> = [
    "adlm", "arab", "aran", "hebr", "nkoo", "rohg", "samr", "syrc", "thaa",
  ]

  private static let rightToLeftLanguages: Set<Substring> = [
    "ar", "arc", "arz", "ckb", "dv", "fa", "he", "iw", "khw", "ks", "lrc", "mzn", "nqo", "pnb",
    "ps", "sd", "syr", "ug", "ur", "yi",
  ]
}

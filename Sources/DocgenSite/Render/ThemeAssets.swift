import DocgenCore
import DocgenMarkup

/// The files that the theme itself publishes, and where.
enum ThemeAssets {
  static let stylesheet = "assets/docgen.css"
  static let script = "assets/docgen.js"
  /// What is loaded when a reader opens the search.
  static let searchScript = "assets/search.js"

  /// The whole of a sidebar, from which a script opens closed categories.
  static func sidebarFragment(_ name: String) -> String { "assets/sidebar-\(name).html" }

  /// One stylesheet, one script and, if there is a search, its script, joined from the theme's files
  /// in the order of their names; and whatever else the theme has.
  static func files(of theme: Theme, hasSearch: Bool) -> [(path: String, bytes: [UInt8])] {
    var result = [
      (stylesheet, joined(theme, folder: "css/", ending: ".css")),
      (script, joined(theme, folder: "js/", ending: ".js")),
    ]
    if hasSearch {
      result.append((searchScript, joined(theme, folder: "search/", ending: ".js")))
    }
    for file in theme.assets where !isPart(file) {
      result.append(("assets/" + file.path, file.bytes))
    }
    return result
  }

  /// A short word that changes with the file: readers' browsers must not keep an old one.
  static func version(of bytes: [UInt8]) -> String {
    var hash = StableHash()
    hash.combine(bytes)
    return String(hash.hexadecimal.prefix(8))
  }

  /// The site's own stylesheets: where each stands in the site, and where it goes.
  static func customStylesheets(of config: SiteConfig) -> [(source: String, path: String)] {
    config.theme.customCSS.filter { !$0.contains("://") }.map { written in
      let source = written.hasPrefix("./") ? String(written.dropFirst(2)) : written
      return (source, "assets/" + source)
    }
  }

  private static func isPart(_ file: Theme.File) -> Bool {
    file.path.hasPrefix("css/") && file.path.hasSuffix(".css")
      || file.path.hasPrefix("js/") && file.path.hasSuffix(".js")
      || file.path.hasPrefix("search/") && file.path.hasSuffix(".js")
  }

  private static func joined(_ theme: Theme, folder: String, ending: String) -> [UInt8] {
    theme.assets.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(ending) }
      .flatMap(\.bytes)
  }
}

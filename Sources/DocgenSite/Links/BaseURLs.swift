/// The base URLs of the site's locales: what authors write into links though it belongs to where the
/// site happens to be published.
struct BaseURLs: Sendable {
  /// By locale, with slashes around them.
  let all: [String]
  /// By the reader's locale, those that are taken off links. The longest first: `/docs/zh-CN/` is
  /// tried before `/docs/`.
  private let written: [[String]]

  init(_ locales: [SiteLocale], rules: LinkRules = .docgen) {
    all = locales.map(\.baseURL)
    let known = Set(all).filter { $0 != "/" }.sorted {
      ($1.utf8.count, $0) < ($0.utf8.count, $1)
    }
    written = all.map { own in rules.repairs ? known : known.filter { $0 == own } }
  }

  /// A path below a locale's base URL, and the base URL that had to be taken off for it.
  struct SitePath: Equatable {
    /// With or without a slash in front.
    var path: String
    var base: String?
  }

  /// What an absolute path may mean, the likeliest first: what is behind a base URL, and the path as
  /// it is. A link that carries a base URL has it for Docusaurus, where the default locale's pages
  /// are reached with and without it; so that reading comes first.
  func sitePaths(of path: String, locale: Int) -> [SitePath] {
    withoutBase(path, locale: locale) + [SitePath(path: path)]
  }

  /// The readings that take a base URL off.
  func withoutBase(_ path: String, locale: Int) -> [SitePath] {
    var found: [SitePath] = []
    for base in written[locale] {
      if path.utf8.starts(with: base.utf8) {
        found.append(SitePath(path: Self.path(path, behind: base), base: base))
      } else if path.utf8.count == base.utf8.count - 1, base.utf8.starts(with: path.utf8) {
        found.append(SitePath(path: "", base: base))
      }
    }
    return found
  }

  /// What is left of a path that starts with a base URL.
  static func path(_ path: String, behind base: String) -> String {
    String(path.utf8.dropFirst(base.utf8.count))
  }

  /// A path of the site's host, below any of the base URLs: the longest is taken off.
  func sitePath(ofHostPath path: String, locale: Int) -> String? {
    withoutBase(path, locale: locale).first?.path ?? (all.contains("/") ? path : nil)
  }

  func url(_ path: String, locale: Int) -> URLPath { .join(all[locale], path) }
}

extension String {
  fileprivate init(_ bytes: Substring.UTF8View) { self.init(Substring(bytes)) }
}

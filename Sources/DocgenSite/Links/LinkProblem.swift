import DocgenCore

/// What is wrong with a link. Words and suggestions are made from it only where it is reported.
enum LinkProblem: Sendable, Equatable {
  case empty
  /// A base URL is written into a link that works without.
  case baseURL(String, path: String)
  /// Only readers of another locale have the page.
  case otherLocale(String)
  case unknownPage(resolved: String)
  case unknownFile
  /// The page is there and not published.
  case draft
  /// The file is there and has no URL: a partial.
  case unpublishedFile(sourceFile: String)
  /// `page`: an index into the catalogue.
  case unknownAnchor(String, page: Int, path: String)
  case unknownImage
  case unknownAsset

  var code: String {
    switch self {
    case .empty: "link/empty"
    case .baseURL: "link/base-url"
    case .otherLocale: "link/other-locale"
    case .unknownPage: "link/unknown-page"
    case .unknownFile, .unpublishedFile: "link/unknown-file"
    case .draft: "link/draft"
    case .unknownAnchor: "link/unknown-anchor"
    case .unknownImage: "link/unknown-image"
    case .unknownAsset: "link/unknown-asset"
    }
  }

  /// Docusaurus' defaults, where a link to no file is in the end one to no page; the site's policy
  /// comes later.
  var severity: Severity {
    switch self {
    case .baseURL, .otherLocale: .note
    case .empty, .unknownAnchor: .warning
    case .unknownPage, .unknownFile, .unpublishedFile, .unknownImage, .unknownAsset, .draft: .error
    }
  }

  /// One sentence.
  ///
  /// - Parameter written: the link as its author wrote it.
  func message(_ written: String) -> String {
    switch self {
    case .empty: "The link leads nowhere: its target is empty"
    case .baseURL(let base, _): "The link '\(written)' carries the base URL '\(base)'"
    case .otherLocale(let locale): "The link '\(written)' leads to a page that only '\(locale)' has"
    case .unknownPage(let resolved):
      written.utf8.starts(with: resolved.utf8)
        ? "There is no page '\(written)'" : "There is no page '\(written)' (which is \(resolved))"
    case .unknownFile: "There is no file '\(written)'"
    case .draft: "The link '\(written)' leads to a draft"
    case .unpublishedFile(let file): "The file '\(file)' has no page of its own"
    case .unknownAnchor(let id, _, let path):
      written.utf8.first == UInt8(ascii: "#")
        ? "The page has no heading or anchor '#\(id)'"
        : "The page \(path) has no heading or anchor '#\(id)'"
    case .unknownImage: "There is no image '\(written)'"
    case .unknownAsset: "There is no file '\(written)'"
    }
  }
}

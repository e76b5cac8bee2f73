import DocgenMarkup

/// Where a link leads, under one route.
package struct ResolvedLink: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A page or a category of the site, or an old address of one.
    case page
    /// Any other file that is published.
    case asset
    /// Another site, or what an author vouches for (`pathname://`).
    case external
    /// Mail or telephone.
    case contact
    /// Nothing is there.
    case unresolved
  }

  package var kind: Kind
  /// The URL, percent-encoded where it must be, fragment included; not escaped for HTML.
  package var href: String
  /// Only of `DocumentLink.Kind.link`: an author's own element is left as it is.
  package var opensNewTab = false
  /// Of an image whose own tag doesn't say it.
  package var imageSize: ImageSize?
  /// An index into the routes.
  package var targetRoute: Int?

  package init(
    _ kind: Kind, _ href: String, opensNewTab: Bool = false, imageSize: ImageSize? = nil,
    targetRoute: Int? = nil
  ) {
    self.kind = kind
    self.href = href
    self.opensNewTab = opensNewTab
    self.imageSize = imageSize
    self.targetRoute = targetRoute
  }
}

extension DocumentLink {
  /// Whether it is shown or played in the page rather than followed.
  var isMedia: Bool {
    switch kind {
    case .link: false
    case .image: true
    case .attribute(let element, _): Self.mediaElements.contains(element)
    }
  }

  var isImage: Bool {
    switch kind {
    case .link: false
    case .image: true
    case .attribute(let element, let name): element == "img" || name == "poster"
    }
  }

  private static let mediaElements: Set<String> = [
    "img", "video", "audio", "source", "track", "input", "embed",
  ]
}

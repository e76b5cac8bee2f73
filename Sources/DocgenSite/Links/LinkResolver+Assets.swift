import DocgenMarkup

/// Links to files that are no pages, and what is shown in a page.
extension LinkResolver {
  func media(_ link: DocumentLink, _ destination: LinkDestination, at place: LinkPlace) -> Answer {
    asset(link, destination, at: place)
      ?? unresolved(destination, link.isImage ? .unknownImage : .unknownAsset, at: place)
  }

  /// A file that is published as it is, or beside the content; nil where there is none.
  func asset(_ link: DocumentLink, _ destination: LinkDestination, at place: LinkPlace) -> Answer? {
    guard let found = assets.files.find(destination, at: place) else { return nil }
    let path: URLPath
    let source: String?
    switch found.file {
    case .published(let published, let locale, let file):
      path = bases.url(published, locale: locale)
      source = file
    case .beside(let file):
      guard let output = assets.output(of: file) else { return nil }
      path = .join(siteBaseURL, output.string)
      source = file
    }
    let isPage = ["html", "htm"].contains(destination.pathExtension)
    let resolved = ResolvedLink(
      .asset, path.encoded + URLPath.encode(destination.suffix),
      opensNewTab: link.kind == .link && !isPage,
      imageSize: link.isImage && !link.hasSize ? source.flatMap(assets.imageSize) : nil)
    return Answer(link: resolved, problems: baseProblem(found.base, destination))
  }
}

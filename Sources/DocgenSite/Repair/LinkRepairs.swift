import DocgenCore
import DocgenMarkup

/// What should become of a link that is nearly right: decided from where it leads, without a look at
/// the file that it stands in.
struct LinkRepairs: Sendable {
  let resolver: LinkResolver
  /// Nil: links keep the style that they are written in.
  let style: LinkStyle?

  /// - Parameter places: where the file is shown; its own readers' place first.
  /// - Returns: nil for a link that is fine, and where it is not certain what is.
  func repair(of link: DocumentLink, at places: [LinkPlace]) -> LinkRepair? {
    guard let own = places.first else { return nil }
    var link = link
    let written = link
    var kinds: Set<LinkRepairKind> = []
    if let new = resolver.newAddress(of: link, at: own) {
      link.destination = new
      kinds.insert(.redirect)
    }
    for problem in resolver.resolve(link, at: own).problems {
      switch problem {
      case .baseURL(_, let path):
        link.destination = path
        kinds.insert(.baseURL)
      default: break
      }
    }
    if let anchored = withAnchor(link, at: own) {
      link.destination = anchored
      kinds.insert(.anchor)
    }
    if let styled = styled(link, at: own), styled != link.destination {
      link.destination = styled
      kinds.insert(.style)
    }
    guard link.destination != written.destination,
      places.allSatisfy({ isSame(written, as: link, kinds, at: $0) })
    else { return nil }
    return LinkRepair(destination: link.destination, kinds: kinds)
  }

  /// Whether readers at a place come to where they came before, but for what is repaired. Where they
  /// came nowhere there is nothing to keep.
  private func isSame(
    _ old: DocumentLink, as new: DocumentLink, _ kinds: Set<LinkRepairKind>, at place: LinkPlace
  ) -> Bool {
    let before = resolver.resolve(old, at: place)
    if before.link.kind == .unresolved { return true }
    let after = resolver.resolve(new, at: place)
    let known = Set(before.problems.map(\.code))
    guard after.link.kind == before.link.kind,
      after.problems.allSatisfy({ known.contains($0.code) })
    else { return false }
    if kinds.contains(.redirect) { return after.link.targetRoute != nil }
    if kinds.contains(.anchor) {
      return after.link.href.prefix { $0 != "#" } == before.link.href.prefix { $0 != "#" }
    }
    return after.link.href == before.link.href
  }

  // MARK: Kinds

  private func withAnchor(_ link: DocumentLink, at place: LinkPlace) -> String? {
    for problem in resolver.resolve(link, at: place).problems {
      guard case .unknownAnchor(let id, let page, _) = problem,
        let only = resolver.anchors.sameAnchor(as: id, onPage: page)
      else { continue }
      let destination = LinkDestination(link.destination)
      let path = destination.form == .site ? "@site" + destination.path : destination.path
      return path + destination.query + "#" + WrittenPath.encoded(only)
    }
    return nil
  }

  private func styled(_ link: DocumentLink, at place: LinkPlace) -> String? {
    guard let style, !link.isMedia, let route = target(of: link, at: place) else { return nil }
    let destination = LinkDestination(link.destination)
    switch style {
    case .file:
      guard !destination.isMarkdownFile, !place.page.contentPath.hasPrefix(ImportedPartials.prefix),
        case .page(let page) = resolver.routes.routes[route].target
      else { return nil }
      let file = RelativePath.from(
        folder: JoinedPath.folder(of: place.page.contentPath),
        to: resolver.catalog.pages[page].contentPath)
      return WrittenPath.encoded(file) + destination.suffix
    case .route:
      guard destination.isMarkdownFile else { return nil }
      let found = resolver.routes.routes[route]
      let path = BaseURLs.path(found.path.text, behind: resolver.bases.all[found.locale])
      return WrittenPath.encoded("/" + path) + destination.suffix
    }
  }

  private func target(of link: DocumentLink, at place: LinkPlace) -> Int? {
    switch LinkDestination(link.destination).form {
    case .site, .absolute, .relative, .bare: resolver.resolve(link, at: place).link.targetRoute
    case .empty, .external, .contact, .pathname, .samePage: nil
    }
  }
}

/// A path as it may stand in a link, whether in Markdown's parentheses or an attribute's quotes.
enum WrittenPath {
  static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x80 || ASCII.isAlphanumeric(byte) || "-._~/@!$+,;=:".utf8.contains(byte)
  }
}

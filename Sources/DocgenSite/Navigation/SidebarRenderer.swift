import DocgenMarkup

/// A sidebar of one locale as HTML. A page carries the branches around it and closed categories
/// elsewhere; the fragment holds the whole tree, from which a script opens them.
///
/// Everything is rendered once, at the start: each list of siblings is one stretch of bytes, as it
/// looks where no page in it is the current one. A page's sidebar is those of the lists around it,
/// spliced into one another, so it costs what it weighs, and that does not grow with the site.
package struct SidebarRenderer: Sendable {
  /// How many items pages carry, beyond those around them, for categories that are open from the
  /// start or can't be closed. Those that come after are closed like others: a site whose categories
  /// are all open would otherwise repeat all of its sidebar on every page.
  static let mostOpenItems = 200

  /// What an item is made of: ranges of `bytes`.
  struct Piece: Sendable, Equatable {
    /// The item as it is among its siblings.
    var whole = 0..<0
    /// A category that pages carry only if they are in it: what comes before its items; and these.
    var start: Range<Int>?
    var list = 0..<0
    /// Where `SidebarMarkup.currentMark` goes, in `whole` or `start`.
    var mark: Int?
  }

  private let sidebar: Sidebar
  private let listStart: [UInt8]
  private let bytes: [UInt8]
  private let pieces: [Piece]
  private let top: Range<Int>
  /// The whole sidebar: every category with its items, none open, no page the current one.
  package let fragment: [UInt8]

  /// - Parameters:
  ///   - fragmentURL: where `fragment` is served; nil: closed categories stay plain links.
  ///   - autoCollapses: whether opening a category closes its siblings.
  ///   - href: the URL of a page.
  ///   - linkHref: the URL of a link item that is a path of this site and wants the base URL.
  package init(
    _ sidebar: Sidebar, fragmentURL: String?, autoCollapses: Bool = false,
    href: (NavigationTarget) -> String, linkHref: (String) -> String
  ) {
    let outline = SidebarOutline(sidebar, href: href, linkHref: linkHref)
    let rendered = SidebarPieces(sidebar, outline: outline, autoCollapses: autoCollapses)
    self.sidebar = sidebar
    bytes = rendered.bytes
    pieces = rendered.pieces
    top = rendered.top
    fragment = rendered.fragment()
    listStart = Self.listStart(fragmentURL: fragmentURL)
  }

  private static func listStart(fragmentURL: String?) -> [UInt8] {
    var html: [UInt8] = []
    html.append("<ul class=\"theme-doc-sidebar-menu menu__list\"")
    if let fragmentURL {
      html.append(" data-sidebar-src=\"")
      HTMLEscaping.appendEscaped(fragmentURL, into: &html)
      html.append("\"")
    }
    html.append(">")
    return html
  }

  /// The sidebar of a page.
  ///
  /// - Parameter item: the page's (`SidebarPlace.item`); nil: the sidebar does not list it.
  package func html(for item: Int?) -> [UInt8] {
    var html: [UInt8] = []
    append(for: item, to: &html)
    return html
  }

  /// Appends the sidebar of a page; see `html(for:)`.
  package func append(for item: Int?, to html: inout [UInt8]) {
    html.append(contentsOf: listStart)
    var from = top.lowerBound
    var outer: [Range<Int>] = []
    var list = top
    let path =
      item.flatMap { sidebar.items.indices.contains($0) ? sidebar.path(to: $0) : nil } ?? []
    for index in path {
      // Below something hidden everything is.
      if sidebar.items[index].isHidden { break }
      let piece = pieces[index]
      if let start = piece.start {
        html.append(contentsOf: bytes[from..<piece.whole.lowerBound])
        from = start.lowerBound
        if index == item { appendMarked(piece, from: &from, to: &html) }
        html.append(contentsOf: bytes[from..<start.upperBound])
        outer.append(piece.whole.upperBound..<list.upperBound)
        list = piece.list
        from = list.lowerBound
      } else if index == item {
        appendMarked(piece, from: &from, to: &html)
      }
    }
    html.append(contentsOf: bytes[from..<list.upperBound])
    while let rest = outer.popLast() {
      html.append(SidebarMarkup.branchEnd)
      html.append(contentsOf: bytes[rest])
    }
    html.append("</ul>")
  }

  private func appendMarked(_ piece: Piece, from: inout Int, to html: inout [UInt8]) {
    guard let mark = piece.mark else { return }
    html.append(contentsOf: bytes[from..<mark])
    html.append(SidebarMarkup.currentMark)
    from = mark
  }
}

import DocgenMarkup

/// Renders a sidebar into the pieces that `SidebarRenderer` puts together.
struct SidebarPieces {
  private let sidebar: Sidebar
  private let markup: SidebarMarkup
  private let outline: SidebarOutline
  private let leaves: SidebarLeaves

  private(set) var bytes: [UInt8] = []
  private(set) var pieces: [SidebarRenderer.Piece]
  private(set) var top = 0..<0
  /// Categories whose items are still to be rendered, each list in a stretch of its own.
  private var waiting: [Int] = []

  init(_ sidebar: Sidebar, outline: SidebarOutline, autoCollapses: Bool) {
    self.sidebar = sidebar
    self.outline = outline
    markup = SidebarMarkup(autoCollapses: autoCollapses)
    leaves = SidebarLeaves(sidebar: sidebar, markup: markup, outline: outline)
    pieces = Array(repeating: SidebarRenderer.Piece(), count: sidebar.items.count)
    top = appendList(of: nil)
    while let category = waiting.popLast() { appendBranch(category) }
  }

  /// The whole tree: every category with its items, none open.
  func fragment() -> [UInt8] {
    var html: [UInt8] = []
    html.append(SidebarMarkup.listStart)
    appendTree(of: nil, to: &html)
    html.append("</ul>")
    return html
  }

  private func appendTree(of category: Int?, to html: inout [UInt8]) {
    for index in sidebar.children(of: category) {
      guard let branch = outline.branch(index) else {
        _ = leaves.append(index, to: &html)
        continue
      }
      _ = markup.appendBranchStart(
        sidebar.items[index], branch, href: outline.ownHrefs[index], key: outline.keys[index],
        isOpen: false, to: &html)
      appendTree(of: index, to: &html)
      markup.appendBranchEnd(isCollapsible: branch.isCollapsible, to: &html)
    }
  }

  // MARK: Pieces

  private mutating func appendList(of category: Int?) -> Range<Int> {
    let start = bytes.count
    for index in sidebar.children(of: category) {
      let itemStart = bytes.count
      appendItem(index)
      pieces[index].whole = itemStart..<bytes.count
    }
    return start..<bytes.count
  }

  private mutating func appendItem(_ index: Int) {
    guard let branch = outline.branch(index) else {
      pieces[index].mark = leaves.append(index, to: &bytes)
      return
    }
    if !outline.isCarried[index], let href = outline.firstHrefs[index] {
      markup.appendClosedCategory(
        sidebar.items[index], href: href, isOwnPage: outline.ownHrefs[index] != nil,
        key: outline.keys[index], to: &bytes)
      waiting.append(index)
      return
    }
    pieces[index].mark = markup.appendBranchStart(
      sidebar.items[index], branch, href: outline.ownHrefs[index], key: outline.keys[index],
      isOpen: !branch.isCollapsed, to: &bytes)
    _ = appendList(of: index)
    markup.appendBranchEnd(isCollapsible: branch.isCollapsible, to: &bytes)
  }

  /// A category as pages in it carry it.
  private mutating func appendBranch(_ index: Int) {
    guard let branch = outline.branch(index) else { return }
    let start = bytes.count
    pieces[index].mark = markup.appendBranchStart(
      sidebar.items[index], branch, href: outline.ownHrefs[index], key: outline.keys[index],
      isOpen: true, to: &bytes)
    pieces[index].start = start..<bytes.count
    pieces[index].list = appendList(of: index)
  }
}

/// The items that are no categories.
///
/// Apart from the pieces, because a method of theirs that is handed their own bytes would be handed a
/// copy: one of everything so far for each item.
private struct SidebarLeaves {
  let sidebar: Sidebar
  let markup: SidebarMarkup
  let outline: SidebarOutline

  /// - Returns: Where the mark of the current page goes.
  func append(_ index: Int, to html: inout [UInt8]) -> Int? {
    let item = sidebar.items[index]
    if case .html(let text, let defaultStyle) = item.kind {
      markup.appendItemStart(
        defaultStyle ? "menu__list-item menu__html" : "menu__list-item", item, to: &html)
      html.append(text)
      html.append("</li>")
      return nil
    }
    markup.appendItemStart("theme-doc-sidebar-item-link menu__list-item", item, to: &html)
    let isExternal = outline.isExternal(index)
    let mark = markup.appendLink(
      item.label, href: outline.ownHrefs[index] ?? "",
      attributes: isExternal ? " rel=\"external\"" : "", to: &html)
    html.append("</li>")
    return mark
  }
}

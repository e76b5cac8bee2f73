import DocgenMarkup

/// The elements of a sidebar, as `templates/README.md` describes them.
struct SidebarMarkup {
  /// Behind the items of a category that can be closed.
  static let branchEnd: StaticString = "</ul></details></li>"
  static let listStart: StaticString = "<ul class=\"menu__list\">"
  /// Between a link's class and the quote behind it, on the link to the current page.
  static let currentMark: StaticString = " menu__link--active\" aria-current=\"page"

  /// Whether sibling categories share a name, so that browsers keep one of them open.
  var autoCollapses: Bool

  /// - Returns: Where `currentMark` goes.
  @discardableResult
  func appendLink(
    _ label: String, href: String, variant: StaticString = "", attributes: String = "",
    to html: inout [UInt8]
  ) -> Int {
    html.append("<a class=\"menu__link")
    html.append(variant)
    let mark = html.count
    html.append("\" href=\"")
    HTMLEscaping.appendEscaped(href, into: &html)
    html.append("\"")
    html.append(attributes)
    html.append(">")
    HTMLEscaping.appendEscaped(label, into: &html)
    html.append("</a>")
    return mark
  }

  func appendItemStart(
    _ classes: StaticString, _ item: Sidebar.Item, key: String? = nil, to html: inout [UInt8]
  ) {
    html.append("<li class=\"")
    html.append(classes)
    if let name = item.className, !name.isEmpty {
      html.append(" ")
      HTMLEscaping.appendEscaped(name, into: &html)
    }
    html.append("\"")
    if let key { html.append(" data-category=\"\(key)\"") }
    html.append(">")
  }

  /// A category up to its first item.
  ///
  /// - Returns: Where `currentMark` goes, if the category has a page.
  func appendBranchStart(
    _ item: Sidebar.Item, _ category: Sidebar.Category, href: String?, key: String, isOpen: Bool,
    to html: inout [UInt8]
  ) -> Int? {
    let classes: StaticString = "theme-doc-sidebar-item-category menu__list-item"
    appendItemStart(classes, item, key: category.isCollapsible ? key : nil, to: &html)
    var mark: Int?
    if let href {
      let variant: StaticString = category.isCollapsible ? " menu__link--with-caret" : ""
      mark = appendLink(item.label, href: href, variant: variant, to: &html)
    } else if !category.isCollapsible {
      html.append("<span class=\"menu__link\">")
      HTMLEscaping.appendEscaped(item.label, into: &html)
      html.append("</span>")
    }
    if category.isCollapsible {
      appendDetailsStart(item.label, hasLink: href != nil, key: key, isOpen: isOpen, to: &html)
    }
    html.append(Self.listStart)
    return mark
  }

  private func appendDetailsStart(
    _ label: String, hasLink: Bool, key: String, isOpen: Bool, to html: inout [UInt8]
  ) {
    html.append("<details")
    if autoCollapses {
      let outer = key.lastIndex(of: ".").map { "-" + key[..<$0] } ?? ""
      html.append(" name=\"menu\(outer)\"")
    }
    if isOpen { html.append(" open") }
    if hasLink {
      html.append("><summary class=\"menu__caret\" aria-label=\"")
      HTMLEscaping.appendEscaped(label, into: &html)
      html.append("\">")
    } else {
      html.append("><summary class=\"menu__link menu__link--sublist\">")
      HTMLEscaping.appendEscaped(label, into: &html)
    }
    html.append("</summary>")
  }

  func appendBranchEnd(isCollapsible: Bool, to html: inout [UInt8]) {
    html.append(isCollapsible ? Self.branchEnd : "</ul></li>")
  }

  /// A category whose items the page does not carry: the script puts its branch in its place.
  func appendClosedCategory(
    _ item: Sidebar.Item, href: String, isOwnPage: Bool, key: String, to html: inout [UInt8]
  ) {
    appendItemStart("theme-doc-sidebar-item-category menu__list-item", item, to: &html)
    let opener = " data-category=\"\(key)\""
    if isOwnPage {
      appendLink(item.label, href: href, variant: " menu__link--with-caret", to: &html)
      html.append("<a class=\"menu__caret\" href=\"")
      HTMLEscaping.appendEscaped(href, into: &html)
      html.append("\"\(opener) aria-label=\"")
      HTMLEscaping.appendEscaped(item.label, into: &html)
      html.append("\"></a>")
    } else {
      appendLink(
        item.label, href: href, variant: " menu__link--sublist", attributes: opener, to: &html)
    }
    html.append("</li>")
  }
}

import ConfigSchema
import DocgenCore

/// The navigation around pages: navbar and footer.
extension DocusaurusConfigReader {
  // MARK: Navbar

  mutating func readNavbar(_ navbar: DocusaurusFields) {
    var fields = navbar
    site.theme.navbar.title = fields.text("title")
    site.theme.navbar.hideOnScroll = fields.flag("hideOnScroll") ?? false
    if let logo = fields.group("logo") { site.theme.navbar.logo = readLogo(logo) }
    site.theme.navbar.items = navbarItems(fields.list("items") ?? [], in: fields.path(to: "items"))
    fields.leaveOut("style")
    fields.finish(into: &diagnostics)
  }

  private mutating func readLogo(_ node: DocusaurusFields) -> Logo {
    var fields = node
    var logo = Logo()
    logo.src = fields.requiredText("src") ?? ""
    logo.alt = fields.text("alt") ?? ""
    logo.srcDark = fields.text("srcDark")
    logo.href = fields.text("href")
    logo.width = fields.integer("width")
    logo.height = fields.integer("height")
    fields.leaveOut("target", "className", "style")
    fields.finish(into: &diagnostics)
    return logo
  }

  private mutating func navbarItems(_ entries: [ConfigNode], in path: String) -> [NavbarItem] {
    entries.enumerated().compactMap { index, entry in
      guard !entry.isAbsent, entry.bool != false else { return nil }
      var fields = DocusaurusFields(entry, path: "\(path)[\(index)]")
      let item = navbarItem(&fields)
      fields.accept("activeBasePath", "activeBaseRegex", "docsPluginId", "type")
      // Items may carry any attribute of a link; docgen's don't.
      fields.finish(into: &diagnostics, openEnded: true)
      return item
    }
  }

  private mutating func navbarItem(_ fields: inout DocusaurusFields) -> NavbarItem? {
    let position = fields.choice("position", ["left": NavbarItem.Position.left, "right": .right])
    let label = fields.text("label")
    guard let kind = navbarItemKind(&fields) else {
      fields.accept("className")
      return nil
    }
    if label == nil { requireLabel(of: kind, &fields) }
    return NavbarItem(
      kind, label: label ?? fields.text("aria-label") ?? "", position: position ?? .right,
      className: fields.text("className"))
  }

  /// Links have a label; what is made from pages has theirs.
  private func requireLabel(of kind: NavbarItem.Kind, _ fields: inout DocusaurusFields) {
    switch kind {
    case .route, .href:
      // A link may show HTML instead, which docgen's navbar doesn't have.
      if fields.value("html") != nil {
        fields.leaveOut("html", severity: .warning)
      } else {
        fields.require("label")
      }
    case .dropdown: fields.require("label")
    case .doc, .docSidebar, .localeDropdown, .search, .html: break
    }
  }

  private static let navbarTypes = [
    "default", "doc", "docSidebar", "docsVersion", "docsVersionDropdown", "dropdown",
    "localeDropdown", "search", "html",
  ]

  private mutating func navbarItemKind(_ fields: inout DocusaurusFields) -> NavbarItem.Kind? {
    let type = fields.text("type")
    switch type ?? "default" {
    case "default": return linkKind(&fields)
    case "doc": return fields.requiredText("docId").map { .doc($0) }
    case "docSidebar": return fields.requiredText("sidebarId").map { .docSidebar($0) }
    case "dropdown":
      fields.require("items")
      fields.accept("to", "href")
      return dropdown(&fields)
    case "localeDropdown":
      fields.leaveOut("dropdownItemsBefore", "dropdownItemsAfter", "queryString")
      return .localeDropdown
    case "search": return .search
    case "html": return fields.requiredText("value").map { .html($0) }
    case "docsVersion", "docsVersionDropdown":
      leaveOut(type, &fields)
      fields.accept(
        "dropdownItemsBefore", "dropdownItemsAfter", "dropdownActiveClassDisabled", "to")
    case let custom where custom.hasPrefix("custom-"):
      leaveOut(type, &fields)
    case let unknown:
      fields.report(
        Diagnostic(
          .error, "config/unknown-value", "'\(fields.path(to: "type"))' can't be '\(unknown)'",
          at: fields.node["type"]?.span,
          hint: Suggestions.hint(for: unknown, among: Self.navbarTypes)))
    }
    return nil
  }

  private func leaveOut(_ type: String?, _ fields: inout DocusaurusFields) {
    fields.report(
      Diagnostic(
        .note, "config/unsupported",
        "'\(fields.path)' is left out: docgen has no navbar item of the type '\(type ?? "")'",
        at: fields.node.span))
  }

  private mutating func linkKind(_ fields: inout DocusaurusFields) -> NavbarItem.Kind? {
    if fields.value("items") != nil { return dropdown(&fields) }
    fields.accept("prependBaseUrlToHref")
    let (to, href) = (fields.text("to"), fields.text("href"))
    if let to { return .route(to) }
    if let href { return .href(href) }
    if let html = fields.text("html") ?? fields.text("value") { return .html(html) }
    reportNoTarget(&fields)
    return nil
  }

  private mutating func dropdown(_ fields: inout DocusaurusFields) -> NavbarItem.Kind {
    .dropdown(navbarItems(fields.list("items") ?? [], in: fields.path(to: "items")))
  }

  private func reportNoTarget(_ fields: inout DocusaurusFields) {
    let isCode = ["to", "href", "html"].contains { fields.node[$0] != nil }
    guard fields.node.members != nil, !isCode else { return }
    fields.report(
      Diagnostic(
        .error, "config/missing-key", "'\(fields.path)' leads nowhere", at: fields.node.span,
        hint: "add 'to' for a page of the site or 'href' for a link"))
  }

  // MARK: Footer

  mutating func readFooter(_ node: DocusaurusFields) {
    var fields = node
    var footer = FooterConfig()
    footer.style =
      fields.choice("style", ["light": FooterConfig.Style.light, "dark": .dark]) ?? .light
    footer.copyright = fields.text("copyright")
    if let logo = fields.group("logo") { footer.logo = readLogo(logo) }
    footer.columns = footerColumns(fields.list("links") ?? [], in: fields.path(to: "links"))
    fields.finish(into: &diagnostics)
    site.theme.footer = footer
  }

  /// Columns with items, or links that make up one column without a title.
  private mutating func footerColumns(
    _ entries: [ConfigNode], in path: String
  ) -> [FooterConfig.Column] {
    var columns: [FooterConfig.Column] = []
    var single: [FooterConfig.Item] = []
    for (index, entry) in entries.enumerated() where !entry.isAbsent {
      var fields = DocusaurusFields(entry, path: "\(path)[\(index)]")
      guard entry["items"] != nil || entry["title"] != nil else {
        if let item = footerItem(&fields) { single.append(item) }
        continue
      }
      fields.require("items")
      let items = (fields.list("items") ?? []).enumerated().compactMap { place, item in
        var item = DocusaurusFields(item, path: "\(fields.path(to: "items"))[\(place)]")
        return footerItem(&item)
      }
      columns.append(FooterConfig.Column(title: fields.text("title"), items: items))
      fields.accept("className")
      fields.finish(into: &diagnostics)
    }
    return single.isEmpty ? columns : columns + [FooterConfig.Column(title: nil, items: single)]
  }

  private mutating func footerItem(_ fields: inout DocusaurusFields) -> FooterConfig.Item? {
    guard !fields.node.isAbsent else { return nil }
    fields.accept("prependBaseUrlToHref")
    let (to, href, html) = (fields.text("to"), fields.text("href"), fields.text("html"))
    let label = fields.text("label")
    let item: FooterConfig.Item?
    if let html {
      item = .html(html)
    } else if let to {
      item = .route(to, label: label ?? to)
    } else if let href {
      item = .href(href, label: label ?? href)
    } else {
      reportNoTarget(&fields)
      item = nil
    }
    if item != nil, html == nil { fields.require("label") }
    fields.finish(into: &diagnostics, openEnded: true)
    return item
  }
}

import DocgenMarkup

/// What is the same on every page of every locale, made once.
struct SharedContext: Sendable {
  let assets: Prepared<PageContext.Assets>
  let colorMode: Prepared<PageContext.ColorMode>
  let announcement: Prepared<PageContext.Announcement>?
  /// Nil: the site has no search.
  let searchScript: String?
  let headHTML: [UInt8]
  let scriptsHTML: [UInt8]

  init(site: Site, theme: Theme) {
    let config = site.config.theme
    let base = site.locales[0].baseURL
    let versions = Dictionary(
      ThemeAssets.files(of: theme, hasSearch: site.config.hasSearch).map {
        ($0.path, ThemeAssets.version(of: $0.bytes))
      },
      uniquingKeysWith: { first, _ in first })
    func url(_ path: String) -> String {
      let version = versions[path].map { "?v=\($0)" } ?? ""
      return URLPath.join(base, path).encoded + version
    }
    assets = Prepared(
      PageContext.Assets(
        stylesheet: url(ThemeAssets.stylesheet), script: url(ThemeAssets.script),
        customStylesheets: ThemeAssets.customStylesheets(of: site.config).map { url($0.path) }
          + config.customCSS.filter { $0.contains("://") },
        mermaidScript: config.mermaidScript.map { script in
          Self.withBase(Attribute("src", script), base).value
        } ?? ""))
    searchScript = site.config.hasSearch ? url(ThemeAssets.searchScript) : nil
    colorMode = Prepared(
      PageContext.ColorMode(
        standard: config.defaultColorMode, respectsSystem: config.respectPrefersColorScheme,
        hasSwitch: !config.disableColorModeSwitch))
    announcement = config.announcementBar.map { bar in
      Prepared(
        PageContext.Announcement(
          id: bar.id, html: Array(bar.contentHTML.utf8), isCloseable: bar.isCloseable))
    }
    var head: [UInt8] = []
    for attributes in config.metadata { Self.append("meta", attributes, to: &head) }
    for attributes in config.stylesheets {
      let hasRel = attributes.contains { $0.name == "rel" }
      let all = (hasRel ? [] : [Attribute("rel", "stylesheet")]) + attributes
      Self.append("link", all.map { Self.withBase($0, base) }, to: &head)
    }
    for tag in config.headTags {
      Self.append(tag.tagName, tag.attributes.map { Self.withBase($0, base) }, to: &head)
      if !HTMLElements.void.contains(tag.tagName) {
        head += Array((tag.innerHTML ?? "").utf8)
        head.append("</\(tag.tagName)>\n")
      }
    }
    headHTML = head
    var scripts: [UInt8] = []
    for attributes in config.scripts {
      Self.append("script", attributes.map { Self.withBase($0, base) }, to: &scripts)
      scripts.append("</script>\n")
    }
    scriptsHTML = scripts
  }

  /// A path of the site gets the base URL unless it has it already.
  private static func withBase(_ attribute: Attribute, _ base: String) -> Attribute {
    guard ["href", "src", "content"].contains(attribute.name), attribute.value.hasPrefix("/"),
      !attribute.value.hasPrefix("//"), !attribute.value.hasPrefix(base)
    else { return attribute }
    return Attribute(attribute.name, URLPath.join(base, attribute.value).encoded)
  }

  private static func append(
    _ name: String, _ attributes: [Attribute], to output: inout [UInt8]
  ) {
    output.append("<\(name)")
    for attribute in attributes {
      output.append(" \(attribute.name)=\"")
      HTMLEscaping.appendEscaped(attribute.value, into: &output)
      output.append("\"")
    }
    output.append(HTMLElements.void.contains(name) ? ">\n" : ">")
  }
}

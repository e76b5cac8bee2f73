/// A page of the output, cut into its tags: enough to ask for facts, without the page's layout.
struct BuiltPage {
  struct Tag {
    var name: String
    var attributes: [String: String]
    /// What follows up to the next tag.
    var text: String

    subscript(_ name: String) -> String? { attributes[name] }

    func has(class name: String) -> Bool {
      attributes["class"]?.split(separator: " ").contains(Substring(name)) ?? false
    }
  }

  let html: String
  let tags: [Tag]

  init(_ html: String) {
    self.html = html
    tags = html.split(separator: "<").dropFirst().compactMap(Self.tag)
  }

  func tags(_ name: String, where matches: (Tag) -> Bool = { _ in true }) -> [Tag] {
    tags.filter { $0.name == name && matches($0) }
  }

  func tag(_ name: String, where matches: (Tag) -> Bool = { _ in true }) -> Tag? {
    tags(name, where: matches).first
  }

  // MARK: Facts

  var title: String? { tag("title")?.text }
  var lang: String? { tag("html")?["lang"] }
  var direction: String? { tag("html")?["dir"] }
  var article: Tag? { tag("article") }
  var canonical: String? { tag("link") { $0["rel"] == "canonical" }?["href"] }
  var robots: String? { meta("robots") }
  var heading: String? { tag("h1")?.text }

  func meta(_ name: String) -> String? { tag("meta") { $0["name"] == name }?["content"] }

  /// `de https://…` for each `hreflang`.
  var alternates: [String] {
    tags("link") { $0["rel"] == "alternate" && $0["hreflang"] != nil }
      .map { "\($0["hreflang"] ?? "") \($0["href"] ?? "")" }
  }

  /// `label href`.
  func links(class name: String) -> [String] {
    tags("a") { $0.has(class: name) }.map { "\($0.text) \($0["href"] ?? "")" }
  }

  var localeMenu: [String] {
    tags("a") { $0.has(class: "dropdown__link") && $0["hreflang"] != nil }
      .map { "\($0["hreflang"] ?? "") \($0["href"] ?? "")" }
  }

  /// What the sidebar marks as the page that is shown.
  var currentSidebarItem: String? {
    tag("a") { $0.has(class: "menu__link") && $0["aria-current"] == "page" }?.text
  }

  var breadcrumbs: [String] {
    tags.filter { $0.has(class: "breadcrumbs__link") }.dropFirst().map(\.text)
  }

  var previous: String? { tag("a") { $0["rel"] == "prev" }?["href"] }
  var next: String? { tag("a") { $0["rel"] == "next" }?["href"] }

  func holds(_ text: String) -> Bool { html.contains(text) }

  // MARK: Reading

  private static func tag(_ source: Substring) -> Tag? {
    guard let first = source.first, first.isLetter else { return nil }
    let name = source.prefix { !$0.isWhitespace && $0 != ">" }
    var rest = source.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while let character = rest.first, character != ">" {
      if character.isWhitespace {
        rest.removeFirst()
        continue
      }
      let key = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != ">" }
      guard !key.isEmpty else { return nil }
      rest = rest.dropFirst(key.count)
      if rest.hasPrefix("=\"") {
        let value = rest.dropFirst(2).prefix { $0 != "\"" }
        attributes[String(key)] = unescaped(value)
        rest = rest.dropFirst(value.count + 3)
      } else {
        attributes[String(key)] = ""
      }
    }
    return Tag(
      name: name.lowercased(), attributes: attributes, text: unescaped(rest.dropFirst()))
  }

  private static func unescaped(_ text: Substring) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }
}

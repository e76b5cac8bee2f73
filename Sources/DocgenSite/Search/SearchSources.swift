import DocgenMarkup

/// Which pages a site's search finds, and what it reads of them.
struct SearchSources: Sendable {
  let site: Site
  let partials: PartialResolver

  /// What is indexed once, in however many locales it is shown.
  enum Subject: Hashable, Comparable, Sendable {
    /// An index into the catalogue.
    case page(Int)
    /// A category's generated index: of a locale's.
    case category(locale: Int, Int)
  }

  /// A subject where a locale shows it.
  struct Page: Sendable {
    var subject: Subject
    /// An index into the site's routes.
    var route: Int
  }

  /// A locale's, in the order of its routes.
  func pages(ofLocale locale: Int) -> [Page] {
    site.routes.routes.indices.compactMap { index in
      let route = site.routes.routes[index]
      guard route.locale == locale else { return nil }
      switch route.target {
      case .page(let page):
        let frontMatter = site.catalog.pages[page].frontMatter
        if frontMatter.unlisted || frontMatter.search.isExcluded { return nil }
        return Page(subject: .page(page), route: index)
      case .category(let number):
        return Page(subject: .category(locale: locale, number), route: index)
      case .tag, .tagList, .search, .notFound: return nil
      }
    }
  }

  /// All subjects in `count` groups of about the same size.
  func groups(of locales: [[Page]], count: Int) -> [[Subject]] {
    var seen: Set<Subject> = []
    var sized: [(size: Int, subject: Subject)] = []
    for page in locales.joined() where seen.insert(page.subject).inserted {
      sized.append((size(of: page.subject), page.subject))
    }
    let order = sized.indices.sorted { (sized[$1].size, $0) < (sized[$0].size, $1) }
    var groups = [[Subject]](repeating: [], count: max(1, count))
    var totals = [Int](repeating: 0, count: groups.count)
    for index in order {
      let group = totals.indices.min { totals[$0] < totals[$1] } ?? 0
      groups[group].append(sized[index].subject)
      totals[group] += sized[index].size + 1_000
    }
    // Pages of one language one after the other: their words are what a processor has at hand.
    return groups.map { $0.sorted() }
  }

  private func size(of subject: Subject) -> Int {
    if case .page(let number) = subject { return site.catalog.pages[number].document.html.count }
    return 0
  }

  func text(of subject: Subject) -> SearchText {
    switch subject {
    case .page(let number):
      let page = site.catalog.pages[number]
      let name = page.id.text.split(separator: "/").last.map(String.init) ?? ""
      var text = SearchText(
        title: page.title,
        metadata: [
          (.keywords, page.frontMatter.keywords.joined(separator: " ")), (.name, name),
          (.description, page.frontMatter.description ?? ""),
        ])
      text.append(
        page.document,
        partials: PartialDocuments(catalog: site.catalog, resolver: partials, importer: number))
      return text
    case .category(let locale, let number):
      let category = site.navigations[locale].generatedIndexes[number]
      return SearchText(
        title: category.title,
        metadata: [
          (.keywords, category.keywords.joined(separator: " ")), (.body, category.description),
        ])
    }
  }

  func entry(of page: Page, sections: [SearchText.Section]) -> SearchIndex.Page {
    let route = site.routes.routes[page.route]
    let navigation = site.navigations[route.locale]
    let target: NavigationTarget
    let slug: String
    var weight = 1.0
    switch page.subject {
    case .page(let number):
      let page = site.catalog.pages[number]
      (target, slug) = (.page(page.id), page.slug)
      weight = page.frontMatter.search.weight
    case .category(_, let number):
      (target, slug) = (.generatedIndex(number), navigation.generatedIndexes[number].slug)
    }
    return SearchIndex.Page(
      path: route.path.encoded, title: sections[0].heading,
      breadcrumbs: Breadcrumbs.trail(for: target, in: navigation).dropLast().map(\.label),
      sections: sections, titleLength: Self.wordCount(sections[0].heading),
      weight: Int(weight * Double(Self.depthWeight(slug))))
  }

  /// Of pages that say the same, the one nearer to the start is wanted: in percent.
  private static func depthWeight(_ slug: String) -> Int {
    100 - 6 * (min(10, max(1, slug.split(separator: "/").count)) - 1)
  }

  private static func wordCount(_ title: String) -> Int {
    var count = 0
    Array(title.utf8).withUnsafeBufferPointer { bytes in
      SearchWords.cut(bytes, word: { _ in count += 1 }, pair: { _ in count += 1 })
    }
    return max(1, count)
  }
}

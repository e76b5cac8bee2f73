import DocgenCore

/// The search of a whole site: an index for each locale, and queries that rank pages just as the
/// search script does in a reader's browser.
package struct SiteSearch: Sendable {
  /// In the order of the site's locales.
  package let indexes: [SearchIndex]
  private let site: Site
  private let sources: SearchSources

  /// A page that was found.
  package struct Result: Sendable, Equatable {
    package struct Section: Sendable, Equatable {
      package var heading: String
      package var anchor: String
      package var excerpt: String
    }

    /// Percent-encoded, base URL included.
    package var path: String
    package var title: String
    /// The categories around it, outermost first.
    package var breadcrumbs: [String]
    /// What stands around the first of the words on the page.
    package var excerpt: String
    /// Its best sections, best first; none where the page's start is the best.
    package var sections: [Section]
    /// Comparable within one query.
    package var score: Int
  }

  /// Indexes every page that readers may find.
  package static func build(
    _ site: Site, partials: PartialResolver, workers: Int
  ) async -> SiteSearch {
    let sources = SearchSources(site: site, partials: partials)
    let locales = site.locales.indices.map(sources.pages(ofLocale:))
    let groups = sources.groups(of: locales, count: workers)
    let collected = await concurrentMap(groups, workers: workers) { group in
      var collector = PostingCollector()
      var sections: [[SearchText.Section]] = []
      for subject in group {
        let text = sources.text(of: subject)
        collector.add(text)
        sections.append(text.sections)
      }
      return (collector.postings, sections, TermOrder.sorted(collector.postings))
    }
    let postings = collected.map(\.0)
    let builder = SearchIndexBuilder(
      postings: postings, order: TermOrder(postings, sorted: collected.map(\.2)))
    var places: [SearchSources.Subject: SearchIndexBuilder.Source] = [:]
    for (number, group) in groups.enumerated() {
      for (page, subject) in group.enumerated() {
        places[subject] = SearchIndexBuilder.Source(group: number, page: page)
      }
    }
    let known = places
    let jobs = locales.indices.flatMap { locale in
      (0..<SearchIndexBuilder.partCount).map { (locale: locale, part: $0) }
    }
    let parts = await concurrentMap(jobs, workers: workers) { job in
      builder.part(job.part, of: locales[job.locale].compactMap { known[$0.subject] })
    }
    let indexes = locales.indices.map { locale in
      let own = zip(jobs, parts).filter { $0.0.locale == locale }.map(\.1)
      let pages = locales[locale].compactMap { page -> SearchIndex.Page? in
        guard let place = known[page.subject] else { return nil }
        return sources.entry(of: page, sections: collected[place.group].1[place.page])
      }
      return SearchIndex(
        pages: pages, shards: own.flatMap(\.shards),
        spelling: SpellingList(own.flatMap(\.spelling), pageCount: pages.count))
    }
    return SiteSearch(indexes: indexes, site: site, sources: sources)
  }

  /// The pages that a reader who typed `query` most likely wants, best first.
  ///
  /// - Parameter locale: its code; no such locale has no pages.
  package func search(_ query: String, locale code: String, limit: Int) -> [Result] {
    guard let locale = site.locales.firstIndex(where: { $0.code == code }) else { return [] }
    let index = indexes[locale]
    let found = SearchLookup(index: index).find(SearchQuery(query))
    let terms = Set(found.flatMap { $0.matches.map(\.entry.term) })
    let pages = sources.pages(ofLocale: locale)
    return SearchRanking(index: index).rank(found, limit: limit).map { ranked in
      let page = index.pages[ranked.page]
      let text = sources.text(of: pages[ranked.page].subject)
      return Result(
        path: page.path, title: page.title, breadcrumbs: page.breadcrumbs,
        excerpt: SearchExcerpt.text(of: text, section: 0, terms: terms),
        sections: ranked.sections.map { section in
          Result.Section(
            heading: page.sections[section].heading, anchor: page.sections[section].anchor,
            excerpt: SearchExcerpt.text(of: text, section: section, terms: terms))
        }, score: ranked.score)
    }
  }
}

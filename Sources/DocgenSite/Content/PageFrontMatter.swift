import DocgenCore

/// What a page says of itself between its `---` lines. Every field is optional; nil is "not said".
package struct PageFrontMatter: Sendable, Equatable {
  package var id: String?
  package var title: String?
  package var hideTitle = false
  package var hideTableOfContents = false
  package var tocMinHeadingLevel: Int?
  package var tocMaxHeadingLevel: Int?
  package var sidebarLabel: String?
  package var paginationLabel: String?
  package var sidebarPosition: Double?
  package var sidebarClassName: String?
  package var sidebarKey: String?
  package var displayedSidebar = PageReference.unspecified
  package var paginationNext = PageReference.unspecified
  package var paginationPrevious = PageReference.unspecified
  package var description: String?
  package var keywords: [String] = []
  package var image: String?
  package var slug: String?
  /// Old paths of the page, below the base URL.
  package var aliases: [String] = []
  package var tags: [PageTag] = []
  package var customEditURL = PageReference.unspecified
  package var parseNumberPrefixes = true
  package var draft = false
  package var unlisted = false
  package var search = PageSearch()
  package var lastUpdate: LastUpdate?
  package var format: MarkdownFormat?
  /// The whole of it as it was read, for `{frontMatter.title}` and unknown keys.
  package var node: ConfigNode?

  package init() {}
}

/// A key that can name something, say `null` (nothing, on purpose), or not be there.
package enum PageReference: Sendable, Equatable {
  case unspecified
  case none
  case named(String)
}

/// How a page takes part in the site's search.
package struct PageSearch: Sendable, Equatable {
  package var isExcluded = false
  /// What its score is multiplied by; above zero.
  package var weight = 1.0

  package init() {}
}

package struct PageTag: Sendable, Equatable {
  package var label: String
  /// Nil: made from the label.
  package var permalink: String?

  package init(label: String, permalink: String? = nil) {
    self.label = label
    self.permalink = permalink
  }
}

package struct LastUpdate: Sendable, Equatable {
  package var author: String?
  /// As written: a date, with or without a time.
  package var date: String?
  var writtenDate: WrittenDate? { date.flatMap(WrittenDate.init) }

  package init(author: String? = nil, date: String? = nil) {
    self.author = author
    self.date = date
  }
}

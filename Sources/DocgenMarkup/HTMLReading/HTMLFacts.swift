import DocgenCore

/// What a file of HTML says about itself and leads to: all that checking a finished site needs, and
/// none of its text.
package struct HTMLFacts: Sendable, Equatable {
  /// Whether it is a document of its own and not a piece that a script puts into one.
  package var isDocument = false
  /// `lang` of the `html` element; empty where there is none.
  package var language = ""
  /// `<title>`, references decoded and space around it removed. Nil where there is none.
  package var title: String?
  /// `href` of `<base>`.
  package var baseURL: String?
  package var metas: [HTMLMeta] = []
  /// Where the first `<meta http-equiv="refresh">` leads; it is in `references` as well.
  package var refresh: HTMLReference?
  /// In the order of the text.
  package var references: [HTMLReference] = []
  /// What a fragment may name: `id`s, and `name`s of `<a>`.
  package var anchors: Set<String> = []
  /// `id`s that an earlier element has.
  package var repeatedIDs: [HTMLMark] = []
  package var headings: [HTMLHeading] = []
  /// Images without `alt` that are not marked as decoration; the text is their `src`.
  package var imagesWithoutText: [HTMLMark] = []

  package init() {}

  /// The content of the first `<meta>` with this name or property.
  package func meta(_ name: String) -> HTMLMeta? { metas.first { $0.name == name } }

  /// Whether search engines are asked to leave the page out.
  package var isHidden: Bool {
    metas.contains { $0.name == "robots" && $0.content.lowercased().contains("noindex") }
  }
}

/// One place where a file points to something.
package struct HTMLReference: Sendable, Equatable {
  package enum Use: UInt8, Sendable {
    /// `<a>`, `<area>`.
    case link
    case image
    /// Video, sound, subtitles, embedded objects.
    case media
    case script
    case stylesheet
    case frame
    /// Icons, manifests, fonts and whatever else a `<link>` or a style sheet names.
    case resource
    case refresh
    case canonical
    /// The page in another language.
    case alternate
  }

  package var use: Use
  /// As written, references decoded.
  package var url: String
  /// Where its tag starts.
  package var position: SourcePosition
  /// `hreflang`; nil where there is none.
  package var language: String?

  package init(
    use: Use, url: String, position: SourcePosition, language: String? = nil
  ) {
    (self.use, self.url, self.position, self.language) = (use, url, position, language)
  }
}

/// A `<meta>` that says something about the page to others.
package struct HTMLMeta: Sendable, Equatable {
  /// `name` or `property` in small letters: `description`, `og:image`.
  package var name: String
  package var content: String
  package var position: SourcePosition
}

package struct HTMLHeading: Sendable, Equatable {
  package var level: Int
  /// Nil where it has none.
  package var id: String?
  package var position: SourcePosition
}

/// A word of a file, and where its tag starts.
package struct HTMLMark: Sendable, Equatable {
  package var text: String
  package var position: SourcePosition
}

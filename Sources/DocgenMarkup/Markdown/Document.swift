import DocgenCore

/// A page's text, parsed and rendered as far as one file can be on its own: HTML with slots where
/// something of the site is missing (where a link leads, a partial's content, a word in the reader's
/// language). One document is rendered under several routes by filling its slots; it is never
/// edited.
package struct Document: Sendable, Equatable {
  /// HTML; a slot stands in it as `SlotMark.open`, its number in digits, `SlotMark.close`.
  package var html: [UInt8] = []
  package var slots: [DocumentSlot] = []
  package var links: [DocumentLink] = []
  package var headings: [Heading] = []
  /// Headings and partials in the order a table of contents shows them.
  package var outline: [OutlineEntry] = []
  /// The ids that authors gave to elements (`<a id="x">`): anchors beside the headings'.
  package var elementIDs: [String] = []
  /// The first block's text where it is a level 1 heading.
  package var contentTitle: String?
  /// Whether a level 1 heading stands above all others, so that the page needs no title of its own.
  package var hasTitleHeading = false
  /// The first line of prose, without marks: the default description.
  package var excerpt: String?
  /// What `<Head>` holds; slots as in `html`.
  package var headHTML: [UInt8] = []
  package var usesMermaid = false
  /// The generated components that it shows, in order.
  package var generated: [GeneratedComponent.Tag] = []
  /// Its code spans, where it shows a generated component.
  package var codeSpans: [CodeSpan] = []
  /// Code that may have to be checked.
  package var examples: [CodeExample] = []

  package init() {}
}

/// `text` between backticks.
package struct CodeSpan: Sendable, Equatable {
  package var text: String
  package var position: SourcePosition
}

/// A fence's code with its place.
package struct CodeExample: Sendable, Equatable {
  package var language: String?
  /// The schema that the fence names.
  package var schema: String?
  package var code: [UInt8]
  /// Where each line of the code begins in the page's file.
  package var lineStarts: [SourcePosition]
}

/// The bytes around a slot's number. No text of an author's holds them: control characters are
/// replaced where text is escaped.
package enum SlotMark {
  package static let open: UInt8 = 0x01
  package static let close: UInt8 = 0x02
}

/// What is filled in when a document is rendered under a route.
package enum DocumentSlot: Sendable, Equatable {
  /// The attributes of a link or an image; an index into `links`.
  case link(Int)
  /// A URL alone, escaped, for a place that is already in quotes; an index into `links`.
  case url(Int)
  /// Alias anchors of a heading; an index into `headings`.
  case headingAliases(Int)
  /// The accessible name of a heading's permalink, escaped; an index into `headings`.
  case headingLinkLabel(Int)
  /// The default heading of an admonition of this kind, escaped.
  case admonitionLabel(String)
  /// The heading of the footnotes, escaped.
  case footnotesTitle
  /// The accessible name of the link from a footnote back to where it is referred to, escaped.
  case footnoteBackLabel(String)
  /// Another file's document, imported by this path.
  case partial(path: String, position: SourcePosition)
  /// The children of the category that the page belongs to, as cards.
  case docCardList
}

extension [UInt8] {
  /// Leaves a slot in HTML.
  mutating func append(_ slot: DocumentSlot, to slots: inout [DocumentSlot]) {
    append(SlotMark.open)
    append(decimal: slots.count)
    append(SlotMark.close)
    slots.append(slot)
  }
}

/// Where a document points to something.
package struct DocumentLink: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// Markdown, `<Link>`, autolinks: leads there, in a new tab when it leaves the site.
    case link
    /// Markdown: an asset beside the file, or below a static folder.
    case image
    /// An HTML or JSX attribute such as `<a href>`; the name is the attribute's.
    case attribute(element: String, name: String)
  }

  package var kind: Kind
  /// As written, entities and escapes undone.
  package var destination: String
  /// In the page's file.
  package var position: SourcePosition
  /// Whether the author's tag says how large the image is.
  package var hasSize = false
  /// Whether it is a Markdown image without a text: `![](…)`.
  package var isWithoutText = false

  package init(
    kind: Kind, destination: String, position: SourcePosition, hasSize: Bool = false
  ) {
    self.kind = kind
    self.destination = destination
    self.position = position
    self.hasSize = hasSize
  }
}

package struct Heading: Sendable, Equatable {
  package var level: Int
  package var id: String
  /// What a table of contents shows: text, code and emphasis as HTML.
  package var html: [UInt8]
  /// The same without markup.
  package var text: String
  /// In the page's file.
  package var line: Int

  package init(level: Int, id: String, html: [UInt8], text: String, line: Int) {
    self.level = level
    self.id = id
    self.html = html
    self.text = text
    self.line = line
  }
}

package enum OutlineEntry: Sendable, Equatable {
  /// An index into `headings`.
  case heading(Int)
  /// The headings of the partial with this path.
  case partial(String)
}

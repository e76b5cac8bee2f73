import DocgenMarkup

/// How far a change reaches, and with that what is rebuilt. Each kind rebuilds what those before it
/// do as well.
///
/// | kind | what has changed | what is made anew |
/// |---|---|---|
/// | `nothing` | a file was saved as it was | nothing |
/// | `body` | a page's text, headings, links to pages | that page (and, as they are rendered when they are asked for, those that show it as a partial); the anchors of it and its translations |
/// | `assets` | the images and downloads that a page leads to | the list of files to publish and their sizes |
/// | `structure` | a page's ID, slug, title, position, or other front matter | catalogue, navigation, routes, links, frames, from pages that are parsed already |
/// | `files` | a page's imports; files that are new, gone or renamed; static files, category files, layouts, stylesheets, scripts | the list of files; those that changed are parsed; all stages behind |
/// | `everything` | the configuration, sidebars, texts of a locale; templates of components and data | all stages |
package enum ChangeKind: Int, Comparable, Sendable {
  case nothing, body, assets, structure, files, everything

  package static func < (a: ChangeKind, b: ChangeKind) -> Bool { a.rawValue < b.rawValue }

  /// What became of a page when its file was parsed again.
  package init(from old: Page, to new: Page) {
    if Self.imports(of: old) != Self.imports(of: new) {
      self = .files
    } else if Self.isShownElsewhereOtherwise(old, new) {
      self = .structure
    } else if AssetCatalog.fileLinks(of: old) != AssetCatalog.fileLinks(of: new) {
      self = .assets
    } else {
      self = old.document == new.document ? .nothing : .body
    }
  }

  /// A page's description is not among it: where it is shown it is looked up.
  private static func isShownElsewhereOtherwise(_ old: Page, _ new: Page) -> Bool {
    old.id != new.id || old.slug != new.slug || old.title != new.title
      || old.sidebarPosition != new.sidebarPosition || old.frontMatter != new.frontMatter
      || old.isPartial != new.isPartial
  }

  /// With their positions, for what is wrong with them.
  private static func imports(of page: Page) -> [DocumentSlot] {
    page.document.slots.filter { if case .partial = $0 { true } else { false } }
  }
}

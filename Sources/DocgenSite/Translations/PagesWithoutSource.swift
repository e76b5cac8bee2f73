import DocgenCore

/// Pages that only another locale than the default one has. They are published there; most of them
/// are left over from a page that was moved or deleted.
enum PagesWithoutSource {
  static func findings(of site: Site, in folder: SiteFolder) -> [Diagnostic] {
    let source = site.locales[0].code
    let known = site.catalog.ids(in: source)
    return site.locales.dropFirst().flatMap { locale in
      site.catalog.ids(in: locale.code).compactMap { id -> Diagnostic? in
        guard site.catalog.index(of: id, in: source) == nil,
          let page = site.catalog.page(id, in: locale.code)
        else { return nil }
        return Diagnostic(
          .warning, "translation/no-source", "There is no page '\(id.text)' in '\(source)'",
          at: SourceSpan(file: page.sourceFile, line: 1), notes: notes(page, site, folder),
          hint: Suggestions.hint(for: id.text, among: known.map(\.text))
            ?? "move it to where its source page is now, or delete it", locale: locale.code)
      }
    }
  }

  /// The file at the same place in the default locale, which is a draft or has another ID.
  private static func notes(
    _ page: Page, _ site: Site, _ folder: SiteFolder
  ) -> [Diagnostic.Note] {
    let file = "\(site.config.content.path)/\(page.contentPath)"
    guard folder.holds(file) else { return [] }
    let source = site.catalog.index(ofPath: page.contentPath, in: site.locales[0].code)
    let what = source.map { "this page's ID is '\(site.catalog.pages[$0].id.text)'" }
    return [.init(what ?? "this page is a draft", span: SourceSpan(file: file, line: 1))]
  }
}

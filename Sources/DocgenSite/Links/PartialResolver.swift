import DocgenCore
import DocgenMarkup

/// Which file each import of a partial names. No file imports itself, however far around: an import
/// that would close a circle is reported and leads nowhere.
package struct PartialResolver: Sendable {
  /// By page: what its import paths lead to; indices into the catalogue. Most pages import nothing
  /// and have no entry.
  private var imports: [Int: [String: Int]] = [:]

  /// The file that a page imports by a path; an index into the catalogue. Nil where there is none,
  /// or where it would be inside of itself.
  package func index(of path: String, importedBy page: Int) -> Int? { imports[page]?[path] }

  /// All partials that are shown on a page, those of its partials among them, each once and sorted.
  package func all(onPage page: Int) -> [Int] {
    guard let first = imports[page] else { return [] }
    var found: Set<Int> = []
    var pending = Array(first.values)
    while let next = pending.popLast() {
      if found.insert(next).inserted { pending += imports[next].map { Array($0.values) } ?? [] }
    }
    return found.sorted()
  }

  /// The pages that show one of these, directly or in another partial.
  func pages(showing partials: Set<Int>) -> [Int] {
    imports.keys.filter { page in all(onPage: page).contains(where: partials.contains) }
  }

  package static func resolve(
    catalog: Catalog, locales: [SiteLocale], config: SiteConfig
  ) -> Diagnosed<PartialResolver> {
    let tree = ContentTree(catalog: catalog, locales: locales, config: config)
    var result = PartialResolver()
    var diagnostics: [Diagnostic] = []
    for (index, page) in catalog.pages.enumerated() {
      for slot in page.document.slots {
        guard case .partial(let path, let position) = slot else { continue }
        if let found = file(path, importedBy: page, in: tree) {
          result.imports[index, default: [:]][path] = found
        } else {
          diagnostics.append(unknown(path, at: position, of: page, in: tree))
        }
      }
    }
    diagnostics += result.openCycles(in: catalog)
    return Diagnosed(result, diagnostics)
  }

  // MARK: Paths

  /// Relative to the importing file, `@site/…` from the site's folder, `/…` from the content folder
  /// or the site's; the extension may be left out.
  private static func file(
    _ path: String, importedBy page: Page, in tree: ContentTree
  ) -> Int? {
    let destination = LinkDestination(path)
    let candidates = tree.candidates(
      for: destination.path, form: destination.form, from: page.contentPath)
    for candidate in candidates {
      for name in [candidate, candidate + ".mdx", candidate + ".md"] {
        if let index = tree.page(at: name, locale: page.locale) { return index }
      }
    }
    return nil
  }

  private static func unknown(
    _ path: String, at position: SourcePosition, of page: Page, in tree: ContentTree
  ) -> Diagnostic {
    let name = JoinedPath.name(of: path)
    let wanted = name.hasSuffix(".md") || name.hasSuffix(".mdx") ? String(name) : "\(name).mdx"
    let partials = tree.catalog.pages.filter(\.isPartial).prefix(1_000).map(\.contentPath)
    let near =
      partials.first { JoinedPath.name(of: $0) == wanted }.map { "did you mean '/\($0)'?" }
      ?? Suggestions.hint(for: wanted, among: partials.map { String(JoinedPath.name(of: $0)) })
    return Diagnostic(
      .error, "partial/unknown-file", "There is no file '\(path)' to import",
      at: SourceSpan(file: page.sourceFile, start: position),
      hint: near
        ?? "a partial stands in the content folder; its path starts with ./, / or @site/",
      locale: page.locale)
  }

  // MARK: Cycles

  /// Takes out the imports that lead back to a file that is still being walked, depth first.
  private mutating func openCycles(in catalog: Catalog) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var done: Set<Int> = []
    for start in imports.keys.sorted() where !done.contains(start) {
      var open: Set<Int> = [start]
      var stack = [(page: start, pending: paths(of: start, in: catalog))]
      while let top = stack.last {
        guard let next = top.pending.first else {
          open.remove(top.page)
          done.insert(top.page)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].pending = top.pending.dropFirst()
        guard let target = imports[top.page]?[next.path] else { continue }
        if open.contains(target) {
          imports[top.page]?[next.path] = nil
          diagnostics.append(cycle(next.path, at: next.position, of: catalog.pages[top.page]))
        } else if !done.contains(target) {
          open.insert(target)
          stack.append((target, paths(of: target, in: catalog)))
        }
      }
    }
    return diagnostics
  }

  private typealias Import = (path: String, position: SourcePosition)

  private func paths(of page: Int, in catalog: Catalog) -> ArraySlice<Import> {
    catalog.pages[page].document.slots.compactMap { slot -> Import? in
      guard case .partial(let path, let position) = slot else { return nil }
      return (path, position)
    }[...]
  }

  private func cycle(_ path: String, at position: SourcePosition, of page: Page) -> Diagnostic {
    Diagnostic(
      .error, "partial/cycle", "'\(path)' would be shown inside of itself",
      at: SourceSpan(file: page.sourceFile, start: position),
      hint: "it imports this file, or a file that does; take one of the imports out",
      locale: page.locale)
  }
}

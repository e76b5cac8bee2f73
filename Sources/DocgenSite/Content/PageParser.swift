import ConfigSchema
import DocgenCore
import DocgenMarkup

/// The parse stage: one file to one `Page`. It depends on that file and the site's options alone, so
/// that files can be parsed in any order and results be kept.
struct PageParser: Sendable {
  let folder: SiteFolder
  let config: SiteConfig
  let options: MarkdownOptions
  /// What pages can show as references, by locale.
  var references: [String: ConfigReference] = [:]
  var examples = ExampleCheck(registry: SchemaRegistry())
  /// Whether only as much of each file is read as other pages show of it: its front matter and its
  /// beginning. A tenth of the work, for the first page of a preview.
  var readsOnlyOpenings = false

  /// - Returns: no page where the file can't be read.
  func parse(_ file: ContentFile) -> Diagnosed<Page?> {
    var diagnostics: [Diagnostic] = []
    guard let bytes = folder.read(file.sourceFile, &diagnostics) else {
      return Diagnosed(nil, diagnostics)
    }
    var result = parse(bytes, file)
    for index in result.diagnostics.indices { result.diagnostics[index].locale = file.locale }
    return Diagnosed(result.value, result.diagnostics)
  }

  func parse(_ bytes: [UInt8], _ file: ContentFile) -> Diagnosed<Page> {
    let block = FrontMatterBlock(bytes)
    let frontMatter = frontMatter(of: block, file: file.sourceFile)
    let source = MarkdownSource(
      file: file.sourceFile,
      body: Array(readsOnlyOpenings ? opening(of: block, frontMatter.value) : block.body),
      firstLine: block.bodyLine,
      format: Self.format(
        of: file.contentPath, frontMatter.value, standard: config.markdown.format),
      frontMatter: frontMatter.value.node)
    var document = MarkdownParser.parse(source, options: options(for: file.locale))
    document.diagnostics += checkAgainstSchemas(&document.value, file.sourceFile)
    let page = page(file, frontMatter.value, document.value)
    return Diagnosed(page.value, frontMatter.diagnostics + document.diagnostics + page.diagnostics)
  }

  private func options(for locale: String) -> MarkdownOptions {
    guard let reference = references[locale] else { return options }
    var options = options
    options.generatedComponents = [ConfigReference.componentName: reference.component]
    return options
  }

  /// Checks what the page says of configurations. The document need not keep it.
  private func checkAgainstSchemas(_ document: inout Document, _ file: String) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if !document.examples.isEmpty {
      diagnostics += examples.check(document.examples, file: file)
      document.examples = []
    }
    if !document.codeSpans.isEmpty {
      let shown = ConfigReference.schemas(shownBy: document).compactMap { examples.registry[$0] }
      if !shown.isEmpty {
        diagnostics += ReferenceProse(shown).check(document.codeSpans, file: file)
      }
      document.codeSpans = []
    }
    return diagnostics
  }

  /// The body's beginning, up to a blank line: the title and the first paragraph are in it as a
  /// rule. Where they are not, the whole page says so later. Nothing where the front matter has
  /// both.
  private func opening(
    of block: FrontMatterBlock, _ frontMatter: PageFrontMatter
  ) -> ArraySlice<UInt8> {
    if frontMatter.title != nil, frontMatter.description != nil { return [] }
    guard block.body.count > Self.openingLength else { return block.body }
    let newline = UInt8(ascii: "\n")
    var index = block.body.startIndex + Self.openingLength
    while index + 1 < block.body.endIndex {
      if block.body[index] == newline, block.body[index + 1] == newline { break }
      index += 1
    }
    return block.body[..<index]
  }

  /// In bytes.
  private static let openingLength = 600

  static func format(
    of contentPath: String, _ frontMatter: PageFrontMatter, standard: MarkdownFormat
  ) -> MarkdownSource.Format {
    switch frontMatter.format ?? standard {
    case .mdx: .mdx
    case .md: .md
    case .detect: contentPath.hasSuffix(".mdx") ? .mdx : .md
    }
  }

  // MARK: Front matter

  private func frontMatter(
    of block: FrontMatterBlock, file: String
  ) -> Diagnosed<PageFrontMatter> {
    var diagnostics: [Diagnostic] = []
    if block.isUnclosed {
      diagnostics.append(
        Diagnostic(
          .warning, "front-matter/unclosed", "Nothing closes the front matter",
          at: SourceSpan(file: file, line: 1),
          hint: "write a line with --- behind its last key; until then it is text of the page"))
    }
    guard let yaml = block.yaml else { return Diagnosed(PageFrontMatter(), diagnostics) }
    if block.isUnfenced {
      diagnostics.append(
        Diagnostic(
          .warning, "front-matter/unfenced", "The front matter has lost its first line",
          at: SourceSpan(file: file, line: 1),
          hint: "write a line with --- before it; its keys are used as if there were one"))
    }
    if !readsOnlyOpenings, let line = block.repeatedLine {
      diagnostics.append(
        Diagnostic(
          .warning, "front-matter/repeated", "Front matter stands in the text once more",
          at: SourceSpan(file: file, line: line),
          notes: [.init("the page's own", span: SourceSpan(file: file, line: 1))],
          hint: "remove it; readers see its keys as a heading"))
    }
    let read = YAMLReader.read(Array(yaml), file: file, startLine: block.yamlLine)
    var node = read.value
    if block.isUnfenced, node?.members == nil || !read.diagnostics.isEmpty {
      node = LostFrontMatter.read(yaml, file: file, firstLine: block.yamlLine)
    } else {
      diagnostics += read.diagnostics
    }
    guard let node else { return Diagnosed(PageFrontMatter(), diagnostics) }
    let decoded = PageFrontMatter.decode(node)
    return Diagnosed(decoded.value, diagnostics + decoded.diagnostics)
  }

  // MARK: Identity

  private func page(
    _ file: ContentFile, _ frontMatter: PageFrontMatter, _ document: Document
  ) -> Diagnosed<Page> {
    let strips = config.content.numberPrefixes && frontMatter.parseNumberPrefixes
    let path = ContentPath(file.contentPath, stripsNumberPrefixes: strips)
    let baseID = frontMatter.id ?? path.name
    let id = ContentID(path.folder.isEmpty ? baseID : path.folder + "/" + baseID)
    var diagnostics: [Diagnostic] = []
    let title = frontMatter.title ?? document.contentTitle ?? baseID
    let slug = PageSlug.resolve(written: frontMatter.slug, path: path, baseID: baseID)
    if slug == nil {
      diagnostics.append(
        Diagnostic(
          .error, "front-matter/slug-outside",
          "The slug '\(frontMatter.slug ?? baseID)' leads out of the site",
          at: frontMatter.node?["slug"]?.span ?? SourceSpan(file: file.sourceFile, line: 1),
          hint: "write a path below the site's root, such as /guides/install"))
    }
    let page = Page(
      id: id, locale: file.locale, sourceFile: file.sourceFile, contentPath: file.contentPath,
      frontMatter: frontMatter, document: document, title: title,
      description: frontMatter.description ?? document.excerpt ?? "",
      slug: slug ?? PageSlug.resolve(written: nil, path: path, baseID: baseID) ?? "/",
      sidebarPosition: frontMatter.sidebarPosition ?? path.position, isPartial: file.isPartial)
    return Diagnosed(page, diagnostics)
  }
}

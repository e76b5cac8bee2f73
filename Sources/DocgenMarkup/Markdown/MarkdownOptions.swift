import DocgenCore

/// What a site says about how its Markdown is read. The same for all of its pages.
package struct MarkdownOptions: Sendable {
  package var hasEmoji = true
  package var anchorsMaintainCase = false
  /// Admonition keywords beside the built-in ones.
  package var admonitions: [String] = []
  package var code = CodeBlockOptions()
  package var components = SiteComponents()
  /// Components that are written in Markdown when a page is parsed, by name.
  package var generatedComponents: [String: GeneratedComponent] = [:]
  /// YAML and JSON with a line that starts with one of these words is kept as an example.
  package var exampleWords: [[UInt8]] = []

  package init() {}
}

/// One file's text with what it is read by.
package struct MarkdownSource: Sendable {
  package enum Format: Sendable { case mdx, md }

  /// For diagnostics: relative to the site.
  package var file: String
  /// Without the front matter.
  package var body: [UInt8]
  /// The file's line that the body's first line is, 1-based.
  package var firstLine: Int
  package var format: Format
  /// What `{frontMatter.…}` means.
  package var frontMatter: ConfigNode?

  package init(
    file: String, body: [UInt8], firstLine: Int = 1, format: Format = .mdx,
    frontMatter: ConfigNode? = nil
  ) {
    self.file = file
    self.body = body
    self.firstLine = firstLine
    self.format = format
    self.frontMatter = frontMatter
  }
}

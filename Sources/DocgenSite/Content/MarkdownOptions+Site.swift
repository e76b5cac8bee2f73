import DocgenMarkup

extension MarkdownOptions {
  /// How a site's pages are read.
  init(_ config: SiteConfig, components: SiteComponents, exampleWords: [[UInt8]]) {
    self.init()
    hasEmoji = config.markdown.emoji
    code.rendersMermaid = config.markdown.mermaid
    code.defaultLanguage = config.theme.defaultCodeLanguage
    if !config.theme.magicComments.isEmpty {
      code.magicComments = config.theme.magicComments.map {
        MagicCommentRule(
          className: $0.className, line: $0.line, blockStart: $0.blockStart,
          blockEnd: $0.blockEnd)
      }
    }
    anchorsMaintainCase = config.markdown.anchorsMaintainCase
    admonitions = config.markdown.admonitions
    self.components = components
    self.exampleWords = exampleWords
  }
}

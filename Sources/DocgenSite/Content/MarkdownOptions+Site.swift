import DocgenMarkup

extension MarkdownOptions {
  /// How a site's pages are read.
  init(_ config: SiteConfig, components: SiteComponents) {
    self.init()
    hasEmoji = config.markdown.emoji
    hasMermaid = config.markdown.mermaid
    anchorsMaintainCase = config.markdown.anchorsMaintainCase
    admonitions = config.markdown.admonitions
    self.components = components
  }
}

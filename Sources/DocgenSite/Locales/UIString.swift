/// A text of the theme. The name of the case is the key in configuration, and `ui.NAME` in
/// templates.
package enum UIString: String, Sendable, CaseIterable {
  // Around the page
  case skipToMainContent, navLabel, toggleSidebar, close, back
  case languageLabel, externalLink, backToTop, closeAnnouncement
  case colorToggle, colorModeLight, colorModeDark, colorModeSystem
  case expandDropdown, collapseDropdown
  // Sidebar
  case sidebarLabel, collapseSidebar, expandSidebar
  case expandCategory, collapseCategory
  // The page
  case breadcrumbsLabel, breadcrumbsHome
  case tocLabel, tocToggle, headingLinkTitle
  case paginationLabel, previous, next
  case tags, tagList, editThisPage, copyPage, viewMarkdown
  case lastUpdated, lastUpdatedOn, lastUpdatedBy
  // Content
  case copy, copied, copyCode, wordWrap, footnotes, footnoteBack
  case note, tip, info, warning, danger, caution
  // Search
  case search, searchPlaceholder, searchClose, searchRecent, searchForgetRecent
  case searchLoading, searchCount, searchNothing, searchStale, searchFailed, searchReload
  case searchHintMove, searchHintOpen, searchHintClose, searchClearMarks
  case searchNeedsScript, searchAllPages
  // Notices
  case fallbackNotice, fallbackLink, outdatedNotice
  case draftTitle, draftMessage, unlistedTitle, unlistedMessage
  case notFoundTitle, notFoundMessage, notFoundHint, notFoundSuggestions
  case movedTitle, movedMessage
  // References of configurations
  case referenceType, referenceDefault, referenceRequired, referenceUnit, referenceAppliesTo
  case referenceSecret, referenceExample, referenceSince, referenceDeprecated
  case referenceReplacement, referenceEditors, referenceText, referenceInteger
  case referenceNumber, referenceFromTo, referenceAtLeast, referenceAtMost, referenceList
  case referenceMap, referenceKeys, referenceAnything, referenceJoint, referenceLastJoint

  /// Docusaurus' id for the same text, whose translations in `code.json` apply; nil where
  /// Docusaurus has none.
  package var docusaurusID: String? { definition.docusaurusID.map { "theme.\($0)" } }

  /// The text in English. `{name}` is a place for a value; `placeholders` lists them.
  package var english: String { definition.english }

  /// The names of the places for values in the text.
  package var placeholders: [String] { Self.placeholders(in: english) }

  static func placeholders(in text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  /// Docusaurus' id without `theme.`, and the English text.
  private var definition: (docusaurusID: String?, english: String) {
    switch self {
    case .skipToMainContent: ("common.skipToMainContent", "Skip to main content")
    case .navLabel: ("NavBar.navAriaLabel", "Main")
    case .toggleSidebar:
      ("docs.sidebar.toggleSidebarButtonAriaLabel", "Toggle navigation bar")
    case .close: ("docs.sidebar.closeSidebarButtonAriaLabel", "Close navigation bar")
    case .back: ("navbar.mobileSidebarSecondaryMenu.backButtonLabel", "← Back to main menu")
    case .languageLabel: ("navbar.mobileLanguageDropdown.label", "Languages")
    case .externalLink: ("IconExternalLink.ariaLabel", "(opens in new tab)")
    case .backToTop: ("BackToTopButton.buttonAriaLabel", "Scroll back to top")
    case .closeAnnouncement: ("AnnouncementBar.closeButtonAriaLabel", "Close")
    case .colorToggle:
      ("colorToggle.ariaLabel", "Switch between dark and light mode (currently {mode})")
    case .colorModeLight: ("colorToggle.ariaLabel.mode.light", "light mode")
    case .colorModeDark: ("colorToggle.ariaLabel.mode.dark", "dark mode")
    case .colorModeSystem: ("colorToggle.ariaLabel.mode.system", "system mode")
    case .expandDropdown:
      ("navbar.mobileDropdown.collapseButton.expandAriaLabel", "Expand the dropdown")
    case .collapseDropdown:
      ("navbar.mobileDropdown.collapseButton.collapseAriaLabel", "Collapse the dropdown")
    case .sidebarLabel: ("docs.sidebar.navAriaLabel", "Docs sidebar")
    case .collapseSidebar: ("docs.sidebar.collapseButtonTitle", "Collapse sidebar")
    case .expandSidebar: ("docs.sidebar.expandButtonTitle", "Expand sidebar")
    case .expandCategory:
      ("DocSidebarItem.expandCategoryAriaLabel", "Expand sidebar category '{label}'")
    case .collapseCategory:
      ("DocSidebarItem.collapseCategoryAriaLabel", "Collapse sidebar category '{label}'")
    case .breadcrumbsLabel: ("docs.breadcrumbs.navAriaLabel", "Breadcrumbs")
    case .breadcrumbsHome: ("docs.breadcrumbs.home", "Home page")
    case .tocLabel: (nil, "On this page")
    case .tocToggle: ("TOCCollapsible.toggleButtonLabel", "On this page")
    case .headingLinkTitle: ("common.headingLinkTitle", "Direct link to {heading}")
    case .paginationLabel: ("docs.paginator.navAriaLabel", "Docs pages")
    case .previous: ("docs.paginator.previous", "Previous")
    case .next: ("docs.paginator.next", "Next")
    case .tags: ("tags.tagsListLabel", "Tags:")
    case .tagList: ("tags.tagsPageTitle", "Tags")
    case .editThisPage: ("common.editThisPage", "Edit this page")
    case .copyPage: (nil, "Copy as Markdown")
    case .viewMarkdown: (nil, "View as Markdown")
    case .lastUpdated: ("lastUpdated.lastUpdatedAtBy", "Last updated{atDate}{byUser}")
    case .lastUpdatedOn: ("lastUpdated.atDate", " on {date}")
    case .lastUpdatedBy: ("lastUpdated.byUser", " by {user}")
    case .copy: ("CodeBlock.copy", "Copy")
    case .copied: ("CodeBlock.copied", "Copied")
    case .copyCode: ("CodeBlock.copyButtonAriaLabel", "Copy code to clipboard")
    case .wordWrap: ("CodeBlock.wordWrapToggle", "Toggle word wrap")
    case .footnotes: (nil, "Footnotes")
    case .footnoteBack: (nil, "Back to reference {label}")
    case .note: ("admonition.note", "Note")
    case .tip: ("admonition.tip", "Tip")
    case .info: ("admonition.info", "Info")
    case .warning: ("admonition.warning", "Warning")
    case .danger: ("admonition.danger", "Danger")
    case .caution: ("admonition.caution", "Caution")
    case .search: ("SearchBar.label", "Search")
    case .searchPlaceholder: ("SearchModal.placeholder", "Search the documentation")
    case .searchClose: ("SearchModal.searchBox.cancelButtonText", "Close search")
    case .searchRecent: ("SearchModal.startScreen.recentSearchesTitle", "Recent searches")
    case .searchForgetRecent: (nil, "Forget recent searches")
    case .searchLoading: (nil, "Searching…")
    case .searchCount: (nil, "Pages found: {count}")
    case .searchNothing: (nil, "No page found for “{query}”")
    case .searchStale: (nil, "This site has changed since the page was loaded.")
    case .searchFailed: (nil, "The search could not be loaded.")
    case .searchReload: (nil, "Reload the page")
    case .searchHintMove: ("SearchModal.footer.navigateText", "to move")
    case .searchHintOpen: ("SearchModal.footer.selectText", "to open")
    case .searchHintClose: ("SearchModal.footer.closeText", "to close")
    case .searchClearMarks: (nil, "Clear the marks of “{query}”")
    case .searchNeedsScript:
      (nil, "Search needs JavaScript, which is off in this browser. Below are all pages.")
    case .searchAllPages: (nil, "All pages")
    case .fallbackNotice: (nil, "This page has not been translated yet.")
    case .fallbackLink: (nil, "Read the original")
    case .outdatedNotice: (nil, "The original of this page has changed since it was translated.")
    case .draftTitle: ("contentVisibility.draftBanner.title", "Draft page")
    case .draftMessage:
      ("contentVisibility.draftBanner.message", "This page is a draft and is not published.")
    case .unlistedTitle: ("contentVisibility.unlistedBanner.title", "Unlisted page")
    case .unlistedMessage:
      (
        "contentVisibility.unlistedBanner.message",
        "This page is unlisted. Search engines do not index it, and only people with a link find it."
      )
    case .notFoundTitle: ("NotFound.title", "Page not found")
    case .notFoundMessage: ("NotFound.p1", "There is no page at this address.")
    case .notFoundHint:
      ("NotFound.p2", "Please tell the owner of the site that linked you here about it.")
    case .notFoundSuggestions: (nil, "You may have meant one of these pages:")
    case .movedTitle: (nil, "Moved")
    case .movedMessage: (nil, "This page has moved to {url}.")
    case .referenceType: (nil, "Type: {type}")
    case .referenceDefault: (nil, "Default: {value}")
    case .referenceRequired: (nil, "Required")
    case .referenceUnit: (nil, "In {unit}")
    case .referenceAppliesTo: (nil, "For {places}")
    case .referenceSecret: (nil, "A secret")
    case .referenceExample: (nil, "Example: {value}")
    case .referenceSince: (nil, "Since {version}")
    case .referenceDeprecated: (nil, "Deprecated since {version}")
    case .referenceReplacement: (nil, "Use {key} instead")
    case .referenceEditors:
      (
        nil,
        "An editor that knows YAML completes and checks the keys of a file that begins with the line below. It has them from {schema}."
      )
    case .referenceText: (nil, "text")
    case .referenceInteger: (nil, "a whole number")
    case .referenceNumber: (nil, "a number")
    case .referenceFromTo: (nil, "{type} from {low} to {high}")
    case .referenceAtLeast: (nil, "{type} of at least {low}")
    case .referenceAtMost: (nil, "{type} of at most {high}")
    case .referenceList: (nil, "a list of {type}")
    case .referenceMap: (nil, "for each {name}: {type}")
    case .referenceKeys: (nil, "keys")
    case .referenceAnything: (nil, "anything")
    case .referenceJoint: (nil, "{first}, {second}")
    case .referenceLastJoint: (nil, "{first} or {second}")
    }
  }
}

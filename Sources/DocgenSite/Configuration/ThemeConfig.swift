/// How the site looks and what stands around its pages.
package struct ThemeConfig: Sendable, Equatable {
  package enum ColorMode: String, Sendable, CaseIterable { case light, dark }

  package var defaultColorMode = ColorMode.light
  package var disableColorModeSwitch = false
  /// Whether a reader who has chosen nothing gets what the system prefers.
  package var respectPrefersColorScheme = true
  /// The picture for social cards: a path below a static folder, or a URL.
  package var image: String?
  /// Stylesheets after the theme's own, relative to the site.
  package var customCSS: [String] = []
  package var navbar = NavbarConfig()
  package var footer: FooterConfig?
  package var announcementBar: AnnouncementBar?
  package var tableOfContents = HeadingLevels()
  package var sidebarHideable = false
  package var sidebarAutoCollapse = false
  /// The language of fences that name none.
  package var defaultCodeLanguage: String?
  package var magicComments: [MagicComment] = []
  /// What draws Mermaid diagrams in the reader's browser: a path of the site, or a URL.
  package var mermaidScript: String?
  /// `<meta>` tags for every page, attribute by attribute, in order.
  package var metadata: [[Attribute]] = []
  package var headTags: [HeadTag] = []
  package var scripts: [[Attribute]] = []
  package var stylesheets: [[Attribute]] = []

  package init() {}
}

/// A name with its text, where order matters.
package struct Attribute: Sendable, Equatable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

package struct HeadTag: Sendable, Equatable {
  package var tagName: String
  package var attributes: [Attribute]
  package var innerHTML: String?

  package init(tagName: String, attributes: [Attribute] = [], innerHTML: String? = nil) {
    self.tagName = tagName
    self.attributes = attributes
    self.innerHTML = innerHTML
  }
}

/// The heading levels a table of contents shows, both ends included.
package struct HeadingLevels: Sendable, Equatable {
  package var minimum = 2
  package var maximum = 3

  package init() {}

  package init(minimum: Int, maximum: Int) {
    self.minimum = minimum
    self.maximum = maximum
  }
}

package struct AnnouncementBar: Sendable, Equatable {
  package var id = "announcement-bar"
  package var contentHTML = ""
  package var isCloseable = true

  package init() {}
}

/// A comment line in a fence that marks lines instead of being shown.
package struct MagicComment: Sendable, Equatable {
  package var className = ""
  /// Marks the next line.
  package var line: String?
  /// Mark all lines between.
  package var blockStart: String?
  package var blockEnd: String?

  package init() {}
}

package struct Logo: Sendable, Equatable {
  package var alt = ""
  package var src = ""
  package var srcDark: String?
  package var href: String?
  package var width: Int?
  package var height: Int?

  package init() {}
}

package struct NavbarConfig: Sendable, Equatable {
  package var title: String?
  package var logo: Logo?
  package var items: [NavbarItem] = []
  package var hideOnScroll = false

  package init() {}
}

package struct NavbarItem: Sendable, Equatable {
  package enum Position: String, Sendable, CaseIterable { case left, right }

  package enum Kind: Sendable, Equatable {
    /// A route of the site, as written: `/install`.
    case route(String)
    /// A link as it is.
    case href(String)
    /// A page by its content ID.
    case doc(String)
    /// The first page of a sidebar.
    case docSidebar(String)
    case dropdown([NavbarItem])
    case localeDropdown
    case search
    case html(String)
  }

  package var kind: Kind
  package var label: String
  package var position = Position.right
  package var className: String?

  package init(_ kind: Kind, label: String, position: Position = .right, className: String? = nil) {
    self.kind = kind
    self.label = label
    self.position = position
    self.className = className
  }
}

package struct FooterConfig: Sendable, Equatable {
  package enum Style: String, Sendable, CaseIterable { case light, dark }

  package struct Column: Sendable, Equatable {
    /// Nil: the links stand without a heading.
    package var title: String?
    package var items: [Item]

    package init(title: String?, items: [Item]) {
      self.title = title
      self.items = items
    }
  }

  package enum Item: Sendable, Equatable {
    case route(String, label: String)
    case href(String, label: String)
    case html(String)
  }

  package var style = Style.light
  package var columns: [Column] = []
  /// HTML.
  package var copyright: String?
  package var logo: Logo?

  package init() {}
}

import ConfigSchema
import DocgenCore

/// What search engines are told of the site's pages.
package struct SitemapConfig: Sendable, Equatable {
  package var isOn = true
  /// Whether it says when pages were changed, as far as that is known.
  package var hasDates = true
  package var ignorePatterns = PathPatterns()

  package init() {}
}

/// A group of `robots.txt`.
package struct RobotsRule: Sendable, Equatable {
  package var userAgents = ["*"]
  package var allow: [String] = []
  package var disallow: [String] = []

  package init() {}
}

/// Old addresses of all pages: with an extension that they have lost, or without one that they have.
package struct RedirectExtensions: Sendable, Equatable {
  /// `html`: `/install.html` leads to `/install`.
  package var from: [String] = []
  /// `html`: `/install` leads to `/install.html`.
  package var to: [String] = []

  package init() {}
}

/// Redirects in the words of a host, which can answer with them before any page is loaded.
package enum RedirectFile: String, Sendable, CaseIterable {
  case netlify, cloudflare, nginx
}

extension SitemapConfig {
  static let schema = Schema(
    "sitemap", defaults: SitemapConfig(), doc: "What search engines are told of the pages."
  ) {
    Field("enabled", \.isOn, .flag, "Whether there is a sitemap. It needs `url`.")
    Field(
      "lastmod", \.hasDates, .flag,
      "Whether it says when pages were changed: `last_update`, or else what Git says.")
    Field(
      "ignorePatterns", \.ignorePatterns, .pathPatterns,
      "Patterns of paths that it leaves out; with the base URL or without it."
    ).example(["tags/**"])
  }
}

extension RobotsRule {
  private static let schema = Schema("robots", defaults: RobotsRule()) {
    Field("userAgent", \.userAgents, .oneOrMore(of: .text), "Whom the rules are for: `*` for all.")
      .example("GPTBot")
    Field("allow", \.allow, .oneOrMore(of: .text), "Paths that they may read after all.")
      .example("/public/")
    Field("disallow", \.disallow, .oneOrMore(of: .text), "Paths that they shall not read.")
      .example("/internal/")
  }

  static var type: ValueType<RobotsRule> { .object(schema) }
}

extension RedirectExtensions {
  static let schema = Schema("redirectExtensions", defaults: RedirectExtensions()) {
    Field(
      "from", \.from, .list(of: .text),
      "`html`: `/install.html` leads to the page `/install`.")
    Field(
      "to", \.to, .list(of: .text), "`html`: `/install` leads to the page `/install.html`.")
  }
}

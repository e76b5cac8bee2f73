import ConfigSchema
import DocgenCore

/// How links to other sites are checked.
package struct ExternalConfig: Sendable, Equatable {
  /// Patterns of URLs that nobody asks for.
  package var ignore: [String] = []
  /// By host, or a pattern of hosts.
  package var hosts: [String: ExternalHostRule] = [:]
  /// In seconds.
  package var timeout = 20.0
  package var retries = 2
  package var allowsPrivate = false
  /// Where answers are kept, relative to the site; empty for nowhere.
  package var cache = ".docgen-external.json"
  /// For how many days a good answer is believed.
  package var cacheDays = 7.0

  package init() {}
}

package struct ExternalHostRule: Sendable, Equatable {
  package var skip = false
  /// Statuses that are fine as well.
  package var accept: [Int] = []
  /// Whether pages are read for the fragments of links.
  package var fragments = true
  /// Whether it is asked with HEAD first.
  package var head = true
  /// Whether it may be in a private network.
  package var isPrivate = false

  package init() {}
}

extension ExternalConfig {
  static let schema = Schema(
    "external", defaults: ExternalConfig(),
    doc: "How `docgen check --external` asks for links to other sites."
  ) {
    Field(
      "ignore", \.ignore, .list(of: .text),
      "Patterns of addresses that are not asked for; `**` stands for any number of folders."
    ).example(["https://example.com/**"])
    Field(
      "hosts", \.hosts, .map(keys: "host", of: .object(ExternalHostRule.schema)),
      "Rules by host; `*.example.com` stands for all below it."
    ).example(["github.com": ["fragments": false], "*.example.com": ["accept": [403]]])
    Field("timeout", \.timeout, .number(in: 0.1...600), "How long an answer may take.")
      .unit("seconds")
    Field(
      "retries", \.retries, .integer(in: 0...10),
      "How often a link is asked for again where the server is busy or the connection breaks.")
    Field(
      "allowPrivate", \.allowsPrivate, .flag,
      "Whether addresses of private networks and of this machine are asked for as well.")
    Field(
      "cache", \.cache, .text,
      "The file, below the site's folder, that keeps good answers; empty for none.")
    Field(
      "cacheDays", \.cacheDays, .number(atLeast: 0), "For how long a good answer is believed."
    ).unit("days")
  }

  /// The rule for a host: that of its own name, or of the longest pattern.
  func rule(for host: String) -> ExternalHostRule {
    if let rule = hosts[host] { return rule }
    let patterns = hosts.keys.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    let found = patterns.first { GlobPattern($0).matches(host) }
    return found.flatMap { hosts[$0] } ?? ExternalHostRule()
  }
}

extension ExternalHostRule {
  fileprivate static let schema = Schema("host", defaults: ExternalHostRule()) {
    Field("skip", \.skip, .flag, "Whether nothing is asked for there.")
    Field(
      "accept", \.accept, .list(of: .integer(in: 100...599)),
      "Statuses that are taken for good answers.")
    Field(
      "fragments", \.fragments, .flag,
      "Whether pages are looked through for what links name behind `#`.")
    Field("head", \.head, .flag, "Whether HEAD is tried before GET.")
    Field(
      "private", \.isPrivate, .flag,
      "Whether the host of exactly this name is asked though it is in a private network.")
  }
}

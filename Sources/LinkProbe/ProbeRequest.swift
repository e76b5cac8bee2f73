import DocgenCore

/// What `docgen` asks `docgen-external` to look at. Both are programs, so that only one of them links
/// a network; between them is one JSON document in each direction.
package struct ProbeRequest: Sendable, Equatable {
  package struct Link: Sendable, Equatable {
    /// Without fragment, user name and password.
    package var url: String
    /// The parts that a page at the URL must have.
    package var fragments: [String] = []
    /// Statuses that are fine besides those that are anyway.
    package var accepted: [Int] = []
    /// Whether it is asked for in full at once, for a server that answers HEAD wrongly.
    package var skipsHead = false

    package init(url: String) { self.url = url }
  }

  package struct Limits: Sendable, Equatable {
    package var atOnce = 16
    package var perHost = 2
    /// Seconds for one answer.
    package var timeout = 20.0
    /// How often a link is asked for again.
    package var retries = 2
    package var redirects = 10
    /// Bytes of a page that are read for its fragments.
    package var body = 4_000_000
    /// Seconds that a server may ask to wait; those who ask for more are not waited for.
    package var longestWait = 60.0
    package var allowsPrivate = false
    /// Hosts that are asked even so.
    package var privateHosts: [String] = []

    package init() {}
  }

  package var links: [Link]
  package var limits: Limits

  package init(_ links: [Link], limits: Limits) { (self.links, self.limits) = (links, limits) }
}

extension ProbeRequest {
  package var json: JSONValue {
    [
      "limits": [
        "atOnce": .integer(limits.atOnce), "perHost": .integer(limits.perHost),
        "timeout": .number(limits.timeout), "retries": .integer(limits.retries),
        "redirects": .integer(limits.redirects), "body": .integer(limits.body),
        "longestWait": .number(limits.longestWait), "allowsPrivate": .bool(limits.allowsPrivate),
        "privateHosts": .array(limits.privateHosts.map(JSONValue.string)),
      ],
      "links": .array(
        links.map { link in
          [
            "url": .string(link.url), "fragments": .array(link.fragments.map(JSONValue.string)),
            "accepted": .array(link.accepted.map(JSONValue.integer)),
            "skipsHead": .bool(link.skipsHead),
          ]
        }),
    ]
  }

  /// Nil for what no docgen of this version has written.
  package init?(_ json: JSONValue) {
    guard let links = json["links"]?.elements, let limits = json["limits"] else { return nil }
    self.init([], limits: Limits())
    for entry in links {
      guard let url = entry["url"]?.string else { return nil }
      var link = Link(url: url)
      link.fragments = entry["fragments"]?.elements?.compactMap(\.string) ?? []
      link.accepted = entry["accepted"]?.elements?.compactMap(\.integer) ?? []
      link.skipsHead = entry["skipsHead"]?.bool ?? false
      self.links.append(link)
    }
    guard let atOnce = limits["atOnce"]?.integer, let perHost = limits["perHost"]?.integer,
      let timeout = limits["timeout"]?.number, let retries = limits["retries"]?.integer,
      let redirects = limits["redirects"]?.integer, let body = limits["body"]?.integer,
      let longestWait = limits["longestWait"]?.number,
      let allowsPrivate = limits["allowsPrivate"]?.bool
    else { return nil }
    self.limits.atOnce = atOnce
    self.limits.perHost = perHost
    self.limits.timeout = timeout
    self.limits.retries = retries
    self.limits.redirects = redirects
    self.limits.body = body
    self.limits.longestWait = longestWait
    self.limits.allowsPrivate = allowsPrivate
    self.limits.privateHosts = limits["privateHosts"]?.elements?.compactMap(\.string) ?? []
  }
}

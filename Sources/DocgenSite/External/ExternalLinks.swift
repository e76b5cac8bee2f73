import DocgenMarkup

/// The addresses of other sites that a publication leads to, each once.
struct ExternalLinks {
  struct Place {
    var file: Int
    var reference: HTMLReference
    var fragment: String?
  }

  /// By URL without its fragment.
  private(set) var places: [String: [Place]] = [:]

  init(_ site: LinkedPublication, _ config: ExternalConfig) {
    let ignored = config.ignore.map(GlobPattern.init)
    for file in site.publication.files.indices {
      for (reference, target) in site.links(of: file) where target == .elsewhere {
        guard Self.isFollowed(reference.use), let url = ExternalURL(reference.url),
          !ignored.contains(where: { $0.matches(url.text) })
        else { continue }
        places[url.text, default: []].append(
          Place(file: file, reference: reference, fragment: url.fragment))
      }
    }
  }

  /// Canonical and alternate links say whose page it is, and lead nobody there.
  private static func isFollowed(_ use: HTMLReference.Use) -> Bool {
    switch use {
    case .link, .image, .media, .script, .stylesheet, .frame, .resource, .refresh: true
    case .canonical, .alternate: false
    }
  }
}

/// A URL of HTTP as it is asked for: without user name, password and fragment.
struct ExternalURL {
  let text: String
  let host: String
  let fragment: String?

  init?(_ written: String) {
    let destination = LinkDestination(written)
    guard destination.form == .external else { return nil }
    var rest = destination.text[...]
    var scheme = "https:"
    if !rest.hasPrefix("//") {
      guard let colon = rest.firstIndex(of: ":") else { return nil }
      scheme = rest[...colon].lowercased()
      rest = rest[rest.index(after: colon)...]
    }
    guard ["http:", "https:"].contains(scheme), rest.hasPrefix("//") else { return nil }
    rest = rest.dropFirst(2)
    let hash = rest.firstIndex(of: "#")
    fragment = hash.flatMap { Self.named(rest[rest.index(after: $0)...]) }
    rest = rest[..<(hash ?? rest.endIndex)]
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    let authority = rest[..<end]
    let server = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
    let address = (server ?? authority).lowercased()
    host = Self.withoutPort(address)
    if host.isEmpty { return nil }
    text = URLPath.encode("\(scheme)//\(address)\(rest[end...])")
  }

  private static func withoutPort(_ address: String) -> String {
    if address.hasPrefix("[") { return String(address.prefix { $0 != "]" }) + "]" }
    return String(address.prefix { $0 != ":" })
  }

  /// What a page has to have an ID for: no text fragment, no route of a script, and no line of a code
  /// host (`#L10`).
  private static func named(_ fragment: Substring) -> String? {
    let id = fragment.split(separator: ":~:", omittingEmptySubsequences: false).first ?? ""
    if id.isEmpty || id.lowercased() == "top" || id.hasPrefix("/") || id.hasPrefix("!") {
      return nil
    }
    if id.first == "L", let digit = id.dropFirst().first, digit.isASCII, digit.isNumber {
      return nil
    }
    return String(id)
  }
}

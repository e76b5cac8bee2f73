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
  /// Those that begin as a URL of HTTP and are none.
  private(set) var malformed: [Place] = []

  init(_ site: LinkedPublication, _ config: ExternalConfig) {
    let ignored = config.ignore.map(GlobPattern.init)
    for file in site.publication.files.indices {
      for (reference, target) in site.links(of: file) where target == .elsewhere {
        guard Self.isFollowed(reference.use), ExternalURL.isMeant(by: reference.url) else {
          continue
        }
        let url = ExternalURL(reference.url)
        let text = url?.text ?? reference.url
        if ignored.contains(where: { $0.matches(text) }) { continue }
        let place = Place(file: file, reference: reference, fragment: url?.fragment)
        if url == nil { malformed.append(place) } else { places[text, default: []].append(place) }
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
    if !Self.isHost(host) || !Self.isPort(address.dropFirst(host.count)) { return nil }
    text = URLPath.encode("\(scheme)//\(address)\(rest[end...])")
  }

  /// Whether something is written as a URL of HTTP, well or not.
  static func isMeant(by written: String) -> Bool {
    let text = LinkDestination(written).text.lowercased()
    return ["http:", "https:", "//"].contains(where: text.hasPrefix)
  }

  /// Whether a name has only what names of hosts may have; which there are is for the network to say.
  private static func isHost(_ host: String) -> Bool {
    let bytes = PercentEncoding.decoded(host).utf8
    let forbidden = "<>\"^`{|}%\\@".utf8
    return !bytes.isEmpty && !bytes.contains { $0 <= 0x20 || $0 == 0x7F || forbidden.contains($0) }
  }

  /// Empty, or a colon and a number.
  private static func isPort(_ text: Substring) -> Bool {
    text.dropFirst().isEmpty || UInt16(text.dropFirst()) != nil
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

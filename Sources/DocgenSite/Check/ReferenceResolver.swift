import DocgenMarkup

/// Where a reference of a published file leads.
enum ReferenceTarget: Sendable, Equatable {
  /// Another site, mail, data: nothing that could be looked up here.
  case elsewhere
  /// This host, but a path that is not below the published folder.
  case outside(path: String)
  /// Nothing is there. The path is the host's, percent-encoding undone.
  case missing(path: String)
  case otherCase(file: Int, path: String)
  /// The fragment is nil where there is none that a page has to have.
  case file(Int, fragment: String?)
}

/// Looks the references of one file up as a browser would: against `<base>`, with percent-encoding,
/// queries, text fragments and whatever endings hosts add.
struct ReferenceResolver: Sendable {
  private let publication: Publication
  private let file: Int
  /// The path on the host that relative references start from; nil where `<base>` names another
  /// site.
  private let basePath: String?
  /// Whether `<base>` says where even `#x` leads.
  private let hasBase: Bool

  init(_ publication: Publication, from file: Int) {
    self.publication = publication
    self.file = file
    let own = publication.address(of: file)
    guard let written = publication.files[file].facts?.baseURL, !written.isEmpty else {
      (basePath, hasBase) = (own, false)
      return
    }
    hasBase = true
    switch Self.split(written, origin: publication.origin) {
    case .path(let destination): basePath = JoinedPath.url(destination.path, on: own)
    case .elsewhere: basePath = nil
    }
  }

  /// Whether `<base>` names another site.
  var leadsAway: Bool { basePath == nil }

  /// Whether the answer is the same wherever the reference stands.
  static func isAbsolute(_ url: String) -> Bool {
    let bytes = url.utf8
    if bytes.first == ASCII.slash { return true }
    return bytes.prefix(12).contains(ASCII.colon)
  }

  func target(of url: String) -> ReferenceTarget {
    guard case .path(let destination) = Self.split(url, origin: publication.origin) else {
      return .elsewhere
    }
    let fragment = Self.fragment(of: destination)
    if destination.path.isEmpty, !hasBase { return .file(file, fragment: fragment) }
    let hosts = destination.spellings.compactMap { path -> String? in
      if path.utf8.first == ASCII.slash, !leadsAway {
        return "/" + JoinedPath(folder: "", path).text
      }
      return basePath.map { path.isEmpty ? $0 : JoinedPath.url(path, on: $0) }
    }
    guard let decoded = hosts.last else { return .elsewhere }
    var otherCase: Int?
    var isInside = false
    for host in hosts {
      guard let path = publication.outputPath(of: host) else { continue }
      isInside = true
      switch publication.file(at: path) {
      case .file(let index): return .file(index, fragment: fragment)
      case .otherCase(let index): otherCase = index
      case .nothing: break
      }
    }
    if let otherCase { return .otherCase(file: otherCase, path: decoded) }
    if isInside { return .missing(path: decoded) }
    // Who writes the host means another site of that host.
    return LinkDestination(url).form == .external ? .elsewhere : .outside(path: decoded)
  }

  /// Whether a page has what a fragment names, as written or with its percent-encoding undone.
  static func has(_ fragment: String, _ facts: HTMLFacts) -> Bool {
    PercentEncoding.spellings(of: fragment).contains(where: facts.anchors.contains)
  }

  // MARK: Parts

  private enum Split {
    case path(LinkDestination)
    case elsewhere
  }

  /// A URL of this site without its origin; everything with another scheme or host is elsewhere.
  private static func split(_ url: String, origin: String?) -> Split {
    let destination = LinkDestination(url)
    switch destination.form {
    case .empty, .samePage, .absolute, .relative, .bare: return .path(destination)
    case .site: return .path(LinkDestination("./" + destination.text))
    case .contact, .pathname: return .elsewhere
    case .external:
      guard let origin, let rest = rest(of: destination.text, behind: origin) else {
        return .elsewhere
      }
      return .path(LinkDestination(rest.utf8.first == ASCII.slash ? rest : "/" + rest))
    }
  }

  /// What stands behind the origin, whichever of the two schemes is written, or none.
  private static func rest(of url: String, behind origin: String) -> String? {
    let host = withoutScheme(origin).lowercased()
    let bare = withoutScheme(url)
    guard bare.lowercased().hasPrefix(host) else { return nil }
    let rest = bare.dropFirst(host.count)
    if let next = rest.first, next != "/", next != "?", next != "#" { return nil }
    return String(rest)
  }

  private static func withoutScheme(_ url: String) -> String {
    for scheme in ["https://", "http://", "//"]
    where url.utf8.count >= scheme.utf8.count
      && url.prefix(scheme.count).lowercased() == scheme
    {
      return String(url.dropFirst(scheme.count))
    }
    return url
  }

  /// Without a text fragment (`:~:text=`). `#`, `#top` and the routes of scripts (`#/x`, `#!x`) are
  /// nobody's ids.
  private static func fragment(of destination: LinkDestination) -> String? {
    guard let written = destination.fragment else { return nil }
    let id = withoutDirective(written)
    guard let first = id.utf8.first, first != ASCII.slash, first != ASCII.exclamation else {
      return nil
    }
    return id.utf8.count == 3 && id.lowercased() == "top" ? nil : id
  }

  private static func withoutDirective(_ fragment: String) -> String {
    guard fragment.utf8.contains(ASCII.tilde), let mark = fragment.firstRange(of: ":~:") else {
      return fragment
    }
    return String(fragment[..<mark.lowerBound])
  }
}

extension JoinedPath {
  /// What a browser at the address `base` makes of a path.
  fileprivate static func url(_ path: String, on base: String) -> String {
    if path.utf8.first == ASCII.slash { return "/" + JoinedPath(folder: "", path).text }
    return url(path, from: URLPath(base)).text
  }
}

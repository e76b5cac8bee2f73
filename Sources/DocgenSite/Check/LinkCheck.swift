import DocgenCore
import DocgenMarkup

extension PublicationCheck {
  /// Every reference of every file: is anything there, and is it what readers should come to?
  static let links = PublicationCheck(file: { site, index in
    let check = LinkCheck(site: site, file: index)
    // A redirect says the same again for readers whose browser does not follow it.
    let refresh = check.facts?.refresh?.url
    return site.links(of: index).flatMap { reference, target in
      switch reference.use {
      case .canonical, .alternate: return [Finding]()
      case .link where reference.url == refresh: return []
      default: return check.findings(for: reference, target)
      }
    }
  })
}

/// The links of one file.
private struct LinkCheck {
  let site: LinkedPublication
  let file: Int

  private var publication: Publication { site.publication }

  var facts: HTMLFacts? { publication.files[file].facts }

  func findings(for reference: HTMLReference, _ target: ReferenceTarget) -> [Finding] {
    if reference.url.utf8.allSatisfy(ASCII.isWhitespace) { return [empty(reference)] }
    switch target {
    case .elsewhere: return []
    case .outside(let path): return [outside(reference, path)]
    case .missing(let path): return [missing(reference, path)]
    case .otherCase(let other, let path): return [otherCase(reference, other, path)]
    case .file(let target, let fragment): return problems(of: reference, to: target, fragment)
    }
  }

  // MARK: Something is there

  private func problems(
    of reference: HTMLReference, to target: Int, _ fragment: String?
  ) -> [Finding] {
    guard reference.use == .link || reference.use == .frame || reference.use == .refresh,
      let page = publication.files[target].facts
    else { return [] }
    if page.refresh != nil { return redirected(reference, through: target, fragment) }
    var found: [Finding] = []
    if let fragment, !ReferenceResolver.has(fragment, page) {
      found.append(unknownAnchor(reference, fragment, on: target, page))
    }
    if reference.use == .link { found += detours(of: reference, to: target, page) }
    return found
  }

  private func unknownAnchor(
    _ reference: HTMLReference, _ fragment: String, on target: Int, _ page: HTMLFacts
  ) -> Finding {
    let id = PercentEncoding.decoded(fragment)
    let address = publication.address(of: target)
    let message =
      target == file
      ? "The page has no heading or anchor '#\(id)'"
      : "The page \(address) has no heading or anchor '#\(id)'"
    return finding(
      .warning, "link/unknown-anchor", message, reference, key: "\(address)#\(id)",
      hint: site.suggestions.anchor(for: fragment, in: page)
        ?? "give the heading that you mean an ID, or take the part behind '#' away")
  }

  private func redirected(
    _ reference: HTMLReference, through first: Int, _ fragment: String?
  ) -> [Finding] {
    guard let target = site.destination(ofRedirect: first) else { return [] }
    let address = publication.address(of: first)
    guard case .file(let last, let part) = target, let page = publication.files[last].facts else {
      // What is wrong with the redirect is said where it stands.
      return []
    }
    if page.refresh != nil {
      return [
        finding(
          .error, "link/redirect-circle", "'\(reference.url)' is redirected round in a circle",
          reference, key: address, hint: "let one of the redirects lead to a page")
      ]
    }
    if reference.use == .refresh { return [] }
    let end = (fragment ?? part).map { "#" + $0 } ?? ""
    var old = finding(
      .note, "link/redirect", "The link '\(reference.url)' leads to an old address",
      reference, key: address, hint: "write '\(publication.address(of: last))\(end)'")
    old.authorsHint = "write '\(publication.writtenAddress(of: last))\(end)'"
    var found = [old]
    if let fragment, !ReferenceResolver.has(fragment, page) {
      found.append(unknownAnchor(reference, fragment, on: last, page))
    }
    return found
  }

  /// Pages that are there, but not what readers of this one should be sent to.
  private func detours(
    of reference: HTMLReference, to target: Int, _ page: HTMLFacts
  ) -> [Finding] {
    guard target != file, let facts, let own = publication.files[file].readersPage else {
      return []
    }
    let path = publication.files[target].path
    var found: [Finding] = []
    if let other = translation(of: target, page, for: facts), reference.language == nil,
      !isSwitch(to: target)
    {
      let same = "which is the same in '\(own.language)'"
      var wrong = finding(
        .warning, "link/wrong-locale",
        "The link '\(reference.url)' leads to the page in '\(page.language)'", reference,
        key: path, hint: "write '\(publication.address(of: other))', \(same)")
      wrong.authorsHint = "write '\(publication.writtenAddress(of: other))', \(same)"
      found.append(wrong)
    }
    if publication.knowledge.unlisted.contains(path) {
      found.append(
        finding(
          .note, "link/unlisted", "The link '\(reference.url)' leads to an unlisted page",
          reference, key: path, hint: "list the page, or be sure that readers should find it",
          isOnlyAuthors: true))
    }
    if publication.knowledge.fallbacks.contains(path),
      !publication.knowledge.fallbacks.contains(publication.files[file].path)
    {
      found.append(
        finding(
          .note, "link/fallback",
          "The link '\(reference.url)' leads to a page that is not translated yet",
          reference, key: path, hint: "translate it; until then readers see the original",
          isOnlyAuthors: true))
    }
    return found
  }

  /// A page in the language of another, where the page says that there is one.
  private func translation(
    of target: Int, _ page: HTMLFacts, for own: HTMLFacts
  ) -> Int? {
    guard !own.language.isEmpty, !page.language.isEmpty, page.language != own.language else {
      return nil
    }
    let alternate = site.links(of: target).first {
      $0.reference.use == .alternate
        && $0.reference.language?.lowercased() == own.language.lowercased()
    }
    guard case .file(let index, _)? = alternate?.target else { return nil }
    return index
  }

  /// Whether a link leads to the very page in another language: a menu of languages.
  private func isSwitch(to target: Int) -> Bool {
    site.links(of: file).contains {
      guard $0.reference.use == .alternate, case .file(target, _) = $0.target else { return false }
      return true
    }
  }

  // MARK: Nothing is there

  private func empty(_ reference: HTMLReference) -> Finding {
    finding(
      .warning, "link/empty", "A \(noun(of: reference)) leads nowhere: its target is empty",
      reference, key: "", hint: "write where it leads, or take it away")
  }

  private func outside(_ reference: HTMLReference, _ path: String) -> Finding {
    let below = publication.root + path.dropFirst()
    var hint = "it is not looked up: write a whole URL if another site is meant"
    if let local = publication.outputPath(of: below), case .file = publication.file(at: local) {
      hint = "did you mean '\(below)'?"
    }
    return finding(
      .warning, "link/outside-base",
      "'\(reference.url)' is not below '\(publication.root)', where the site is published",
      reference, key: path, hint: hint)
  }

  private func otherCase(_ reference: HTMLReference, _ other: Int, _ path: String) -> Finding {
    finding(
      .error, "link/letter-case",
      "'\(reference.url)' is there only with other capital letters", reference, key: path,
      hint: "write '\(publication.address(of: other))': hosts tell them apart")
  }

  private func missing(
    _ reference: HTMLReference, _ path: String
  ) -> Finding {
    let trimmed = path.utf8.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if publication.knowledge.drafts.contains(trimmed) {
      return finding(
        .error, "link/draft", "The link '\(reference.url)' leads to a draft", reference, key: path,
        hint: "publish the page, or take the link away until then")
    }
    let isPage = Self.isPagePath(path)
    let shown =
      path == reference.url || reference.url.hasPrefix(path)
      ? "'\(reference.url)'" : "'\(reference.url)' (which is \(path))"
    switch reference.use {
    case .link, .frame, .refresh, .canonical, .alternate:
      let code =
        reference.use == .refresh
        ? "redirect/unknown-page" : isPage ? "link/unknown-page" : "link/unknown-asset"
      return finding(
        .error, code, "There is no \(isPage ? "page" : "file") \(shown)", reference, key: path,
        hint: (isPage ? site.suggestions.page(for: path) : site.suggestions.file(for: path))
          ?? "correct the address, or add what is missing")
    case .image, .media, .script, .stylesheet, .resource:
      return finding(
        .error, reference.use == .image ? "link/unknown-image" : "link/unknown-asset",
        "There is no \(reference.use == .image ? "image" : "file") \(shown)", reference, key: path,
        hint: site.suggestions.file(for: path) ?? "correct the address, or add the file")
    }
  }

  /// Whether a path looks like a page's and not like another file's: `.zip`, `.txt`.
  private static func isPagePath(_ path: String) -> Bool {
    let ending = LinkDestination(path).pathExtension
    guard let first = ending.utf8.first, ASCII.isLetter(first), ending.utf8.count <= 5 else {
      return true
    }
    return ["html", "htm", "md", "mdx"].contains(ending)
  }

  private func noun(of reference: HTMLReference) -> String {
    switch reference.use {
    case .link, .canonical, .alternate: "link"
    case .image: "picture"
    case .media: "video or sound"
    case .script: "script"
    case .stylesheet, .resource: "style sheet or other file"
    case .frame: "frame"
    case .refresh: "redirect"
    }
  }

  private func finding(
    _ severity: Severity, _ code: String, _ message: String, _ reference: HTMLReference,
    key: String, hint: String, isOnlyAuthors: Bool = false
  ) -> Finding {
    var finding = Finding(
      severity, code, message, hint: hint, file: file, position: reference.position,
      subject: .reference(reference.url), key: key)
    finding.isOnlyAuthors = isOnlyAuthors
    return finding
  }
}

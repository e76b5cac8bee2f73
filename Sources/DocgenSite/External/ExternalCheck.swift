import DocgenCore
import DocgenMarkup
import LinkProbe

/// Asks for every address of another site that a publication leads to.
struct ExternalCheck {
  let site: LinkedPublication
  let config: ExternalConfig
  let access: ExternalAccess
  /// The site's folder; nil for finished HTML, which keeps no cache of its own.
  let folder: String?

  struct Outcome {
    var findings: [Finding] = []
    var summary = ExternalSummary()
    /// What is wrong with the check itself.
    var diagnostics: [Diagnostic] = []
  }

  func run() async -> Outcome {
    let links = ExternalLinks(site, config)
    var cache = ExternalCache(reading: cachePath, lifetime: Int(config.cacheDays * 86_400))
    var hosts: [String: ExternalSummary.Host] = [:]
    var wanted: [ProbeRequest.Link] = []
    for url in links.places.keys.sorted() {
      guard let host = ExternalURL(url)?.host else { continue }
      let rule = config.rule(for: host)
      var link = request(for: url, links.places[url] ?? [], rule)
      hosts[host, default: .init(name: host)].links += 1
      if rule.skip {
        hosts[host]?.skipped += 1
      } else if cache.knows(url, fragments: link.fragments, at: access.now) {
        hosts[host]?.cached += 1
      } else {
        link.accepted = rule.accept
        link.skipsHead = !rule.head
        wanted.append(link)
      }
    }
    var outcome = Outcome()
    outcome.findings = links.malformed.map(Self.malformed)
    if !wanted.isEmpty {
      let answers: [ProbeAnswer]
      do throws(ProbeFailure) {
        answers = try await access.probe(ProbeRequest(wanted, limits: limits))
      } catch {
        outcome.diagnostics = [Self.diagnostic(error)]
        return outcome
      }
      for answer in answers.sorted(by: { $0.url < $1.url }) {
        let places = links.places[answer.url] ?? []
        let found = places.flatMap { findings(for: answer, at: $0) }
        outcome.findings += found
        guard let host = ExternalURL(answer.url)?.host else { continue }
        if answer.state == .privateAddress { hosts[host]?.skipped += 1 }
        if found.contains(where: { $0.severity != .note }) { hosts[host]?.broken += 1 }
        if answer.state == .fine {
          let known = Set(places.compactMap(\.fragment)).subtracting(answer.missing)
          cache.note(answer.url, fragments: Array(known), at: access.now)
        } else {
          cache.forget(answer.url)
        }
      }
      outcome.diagnostics = save(cache)
    }
    outcome.summary.hosts = hosts.values.sorted { $0.name < $1.name }
    return outcome
  }

  private func request(
    for url: String, _ places: [ExternalLinks.Place], _ rule: ExternalHostRule
  ) -> ProbeRequest.Link {
    var link = ProbeRequest.Link(url: url)
    if rule.fragments { link.fragments = Set(places.compactMap(\.fragment)).sorted() }
    return link
  }

  private var limits: ProbeRequest.Limits {
    var limits = ProbeRequest.Limits()
    limits.timeout = config.timeout
    limits.retries = config.retries
    limits.allowsPrivate = config.allowsPrivate || access.allowsPrivate
    limits.privateHosts = config.hosts.filter(\.value.isPrivate).keys.sorted()
    return limits
  }

  // MARK: Cache

  private var cachePath: String? {
    if let cache = access.cache { return cache.isEmpty ? nil : cache }
    return config.cache.isEmpty ? nil : folder.map { $0 + "/" + config.cache }
  }

  private func save(_ cache: ExternalCache) -> [Diagnostic] {
    guard let cachePath else { return [] }
    do throws(FileError) {
      try FileSystem.write(cache.bytes(at: access.now), to: cachePath)
      return []
    } catch {
      return [
        Diagnostic(
          .warning, "external/cache",
          "The answers can't be kept in '\(cachePath)': \(error.reason)",
          hint: "set 'cache' below 'external' in docgen.yml to a file that can be written")
      ]
    }
  }

  private static func diagnostic(_ failure: ProbeFailure) -> Diagnostic {
    switch failure {
    case .missing:
      Diagnostic(
        .error, "external/no-program",
        "No link was asked for: there is no docgen-external, which does it",
        hint: "install it beside docgen ('make install' does), or leave '--external' out")
    case .failed(let path):
      Diagnostic(
        .error, "external/program-failed",
        "No link was asked for: docgen-external, which does it, has failed",
        hint: "run '\(path) </dev/null' to see why; it must be of docgen's version")
    }
  }

  // MARK: Findings

  private func findings(for answer: ProbeAnswer, at place: ExternalLinks.Place) -> [Finding] {
    let url = place.reference.url
    func finding(_ severity: Severity, _ code: String, _ message: String, _ hint: String) -> Finding
    {
      Finding(
        severity, code, message, hint: hint, file: place.file, position: place.reference.position,
        subject: .reference(url), key: answer.url + "#" + (place.fragment ?? ""))
    }
    let detail = answer.detail.map { ": \($0)" } ?? ""
    switch answer.state {
    case .fine:
      if let fragment = place.fragment, answer.missing.contains(fragment) {
        return [
          finding(
            .warning, "external/unknown-anchor", "The page '\(answer.url)' has no '#\(fragment)'",
            "correct the part behind '#', or take it away")
        ]
      }
      guard let moved = answer.movedTo else { return [] }
      return [
        finding(
          .note, "external/moved", "'\(url)' has moved for good",
          "write '\(moved)\(place.fragment.map { "#" + $0 } ?? "")'")
      ]
    case .status: return [status(answer.status ?? 0, url, finding)]
    case .timeout:
      return [
        finding(
          .warning, "external/unreachable", "'\(url)' does not answer in time",
          "try it again; 'timeout' below 'external' in docgen.yml gives it longer")
      ]
    case .insecure:
      return [
        finding(
          .warning, "external/insecure", "The server of '\(url)' can't be trusted\(detail)",
          "its certificate is out of date or another host's; tell its owner, or take the link away")
      ]
    case .unknownHost:
      return [
        finding(
          .error, "external/unknown-host", "There is no host of the name in '\(url)'",
          "correct the name, or take the link away")
      ]
    case .unreachable:
      return [
        finding(
          .warning, "external/unreachable", "'\(url)' can't be reached\(detail)",
          "try it again; if it stays so, take the link away")
      ]
    case .circle:
      return [
        finding(
          .warning, "external/redirect-circle", "'\(url)' is redirected without an end",
          "open it in a browser, and write the address that you come to")
      ]
    case .privateAddress:
      return [
        finding(
          .note, "external/private",
          answer.detail.map { "'\(url)' is redirected into a private network: '\($0)'" }
            ?? "'\(url)' is in a private network and was not asked for",
          "--allow-private asks for it; readers elsewhere can't")
      ]
    case .malformed:
      return [
        finding(
          .warning, "external/malformed", "'\(url)' leads to no URL of HTTP\(detail)",
          "correct the address")
      ]
    }
  }

  private static func malformed(_ place: ExternalLinks.Place) -> Finding {
    let url = place.reference.url
    return Finding(
      .warning, "external/malformed", "'\(url)' is no URL of HTTP",
      hint: "write a whole one, such as https://example.com/page", file: place.file,
      position: place.reference.position, subject: .reference(url), key: url)
  }

  private func status(
    _ status: Int, _ url: String,
    _ finding: (Severity, String, String, String) -> Finding
  ) -> Finding {
    switch status {
    case 404, 410:
      finding(
        .error, "external/not-found", "Nothing is at '\(url)' (\(status))",
        "find where it is now, or take the link away")
    case 401, 403, 407, 429, 451:
      finding(
        .note, "external/refused", "The server of '\(url)' answers docgen with \(status)",
        "open it in a browser; a rule for the host below 'external' can accept the status")
    default:
      finding(
        .warning, "external/failed", "The server of '\(url)' answers with \(status)",
        "try it again; if it stays so, take the link away")
    }
  }
}

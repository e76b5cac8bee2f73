import DocgenCore

/// Where a finding is shown.
struct FindingPlace: Sendable {
  var span: SourceSpan?
  /// Whether an author wrote what is wrong just there. What nobody wrote there stands in a template
  /// or in the configuration, and repeats from page to page.
  var isAuthors = false
  /// Whether it stands in the text of a page, to whose links the base URL is added.
  var isInPage = false
  /// Whether readers see the page in its own language elsewhere, with the same faults.
  var isFallback = false
  var locale: String?
}

/// Findings of files as findings of sources, each said once.
struct FindingReport {
  let publication: Publication
  /// From how many pages on the same fault is taken for the layout's.
  let repeats: Int

  func diagnostics(_ placed: [(finding: Finding, place: FindingPlace)]) -> [Diagnostic] {
    var seen: Set<Place> = []
    var report: [Diagnostic] = []
    var repeated: [Fault: [(finding: Finding, place: FindingPlace)]] = [:]
    var order: [Fault] = []
    for (finding, place) in placed.filter({ !$0.place.isFallback })
      + placed.filter(\.place.isFallback)
    {
      if finding.isOnlyAuthors, !place.isAuthors { continue }
      if place.isAuthors || finding.subject == .file {
        // A page and its fallbacks, or the pages that show a partial, have one source.
        let isNew = seen.insert(
          Place(code: finding.code, span: place.span, key: place.isAuthors ? "" : finding.key)
        ).inserted
        if isNew || place.span == nil { report.append(diagnostic(finding, place)) }
        continue
      }
      let fault = Fault(code: finding.code, key: finding.key)
      if repeated[fault] == nil { order.append(fault) }
      repeated[fault, default: []].append((finding, place))
    }
    for fault in order { report += once(repeated[fault] ?? []) }
    return report
  }

  private struct Fault: Hashable {
    var code: String
    var key: String
  }

  private struct Place: Hashable {
    var code: String
    var span: SourceSpan?
    var key: String
  }

  /// One fault on several pages: one finding where there are many of them.
  private func once(_ placed: [(finding: Finding, place: FindingPlace)]) -> [Diagnostic] {
    let pages = Set(placed.map(\.finding.file)).count
    guard pages >= repeats, let first = placed.first else {
      return placed.map { diagnostic($0.finding, $0.place) }
    }
    var result = diagnostic(first.finding, first.place)
    result.notes = [
      Diagnostic.Note(
        "on \(pages) pages, the first of them \(publication.address(of: first.finding.file))")
    ]
    result.locale = Set(placed.map(\.place.locale)).count == 1 ? first.place.locale : nil
    return [result]
  }

  private func diagnostic(_ finding: Finding, _ place: FindingPlace) -> Diagnostic {
    var notes: [Diagnostic.Note] = []
    if place.span == nil {
      notes = [Diagnostic.Note("on the page \(publication.address(of: finding.file))")]
    }
    return Diagnostic(
      finding.severity, finding.code, finding.message, at: place.span, notes: notes,
      hint: place.isInPage ? finding.authorsHint ?? finding.hint : finding.hint,
      locale: place.locale)
  }
}

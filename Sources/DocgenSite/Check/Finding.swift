import DocgenCore

/// A fault of a published file, before it is known where its author wrote it.
struct Finding: Sendable {
  /// What the fault is about: by this its place in the source is looked up.
  enum Subject: Sendable, Equatable {
    case file
    /// A URL as the file has it.
    case reference(String)
    /// An `<img>` by its URL, and how many with the same stand before it.
    case image(String, before: Int)
    /// An id.
    case element(String)
  }

  var severity: Severity
  var code: String
  var message: String
  var hint: String?
  /// The same for what stands in a page's source, where addresses are written without the base URL.
  var authorsHint: String?
  /// An index into the publication's files.
  var file: Int
  /// In that file.
  var position: SourcePosition?
  var subject = Subject.file
  /// What makes the same fault of another page the same: a menu's link has one key on all pages.
  var key: String
  /// Whether only the author's own words count: menus show such pages on purpose.
  var isOnlyAuthors = false

  init(
    _ severity: Severity, _ code: String, _ message: String, hint: String? = nil, file: Int,
    position: SourcePosition? = nil, subject: Subject = .file, key: String? = nil
  ) {
    (self.severity, self.code, self.message, self.hint) = (severity, code, message, hint)
    (self.file, self.position, self.subject) = (file, position, subject)
    self.key = key ?? message
  }
}

/// One thing that is looked at in a finished site.
struct PublicationCheck: Sendable {
  /// What it finds in one file.
  var file: @Sendable (_ site: LinkedPublication, _ file: Int) -> [Finding] = { _, _ in [] }
  /// What it finds in all of them together.
  var whole: @Sendable (_ site: LinkedPublication) -> [Finding] = { _ in [] }

  /// All of them, in the order of their descriptions in the guide.
  static let all: [PublicationCheck] = [
    .links, .heads, .addresses, .headings, .images, .sizes, .sitemaps, .texts, .orphans,
  ]
}

extension LinkedPublication {
  /// Everything that is wrong, by file.
  func findings(
    checks: [PublicationCheck] = PublicationCheck.all, workers: Int
  ) async -> [Finding] {
    let found = await concurrentMap(
      Array(publication.files.indices), workers: workers
    ) { file in
      checks.flatMap { $0.file(self, file) }
    }
    let together = await concurrentMap(checks, workers: workers) { $0.whole(self) }
    return found.flatMap { $0 } + together.flatMap { $0 }
  }
}

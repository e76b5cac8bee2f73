import DocgenCore

/// A file of content with what became of it.
///
/// A class, though a value in all but that: a preview copies the list of all files for each change.
final class ParsedFile: Sendable {
  let file: ContentFile
  private let parsed: LastGood<Page?>

  convenience init(_ file: ContentFile, _ parsed: Diagnosed<Page?>) {
    self.init(file, LastGood(parsed))
  }

  private init(_ file: ContentFile, _ parsed: LastGood<Page?>) {
    self.file = file
    self.parsed = parsed
  }

  /// Nil where the file can't be read.
  var page: Page? { parsed.value }
  var diagnostics: [Diagnostic] { parsed.diagnostics }

  /// With a newer page, unless that has errors and this one has none.
  ///
  /// - Parameter file: what is known of the file by now.
  func with(_ new: Diagnosed<Page?>, of file: ContentFile) -> ParsedFile {
    var parsed = parsed
    parsed.take(new)
    return ParsedFile(file, parsed)
  }
}

/// The parse stage: all files of content, and those that they import from elsewhere.
struct ParsedFiles: Sendable {
  /// In the order of the files.
  private(set) var all: [ParsedFile] = []
  private var places: [String: [Int]] = [:]

  /// Where a file stands, by its path from the site's folder: more than once where it is content of
  /// several locales.
  func places(of sourceFile: String) -> [Int] { places[sourceFile] ?? [] }

  var pages: [Page] { all.compactMap(\.page) }

  /// An unknown language is told of once, at its first block: it is one mistake, or none.
  var diagnostics: [Diagnostic] {
    var languages: Set<String> = []
    return all.flatMap(\.diagnostics).filter {
      $0.code != "code/unknown-language" || languages.insert($0.message).inserted
    }
  }

  /// Puts a file into its own place, parsed again.
  mutating func replace(_ place: Int, with file: ParsedFile) { all[place] = file }

  /// - Parameter keep: what is known of a file already and still true.
  static func parse(
    _ files: [ContentFile], by parser: PageParser, workers: Int,
    keeping keep: (ContentFile) -> ParsedFile? = { _ in nil }
  ) async -> ParsedFiles {
    var result = ParsedFiles()
    var known: Set<String> = []
    var files = files
    // Each round finds what the last one's files import.
    while !files.isEmpty {
      let parsed = await round(files, files.map(keep), by: parser, workers: workers)
      result.all += parsed
      files = ImportedPartials.files(
        importedBy: parsed.compactMap(\.page), in: parser.folder, config: parser.config,
        known: known)
      known.formUnion(files.map(\.contentPath))
    }
    for (place, parsed) in result.all.enumerated() {
      result.places[parsed.file.sourceFile, default: []].append(place)
    }
    return result
  }

  /// The largest files first, so that no worker ends up with a long one alone.
  private static func round(
    _ files: [ContentFile], _ kept: [ParsedFile?], by parser: PageParser, workers: Int
  ) async -> [ParsedFile] {
    let order = files.indices.filter { kept[$0] == nil }.sorted {
      (files[$1].size, $0) < (files[$0].size, $1)
    }
    let parsed = await concurrentMap(order, workers: workers) { index in
      ParsedFile(files[index], parser.parse(files[index]))
    }
    var all = kept
    for (index, file) in zip(order, parsed) { all[index] = file }
    return all.compactMap { $0 }
  }
}

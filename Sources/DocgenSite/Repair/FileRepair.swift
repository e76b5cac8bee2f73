import DocgenCore
import DocgenMarkup

/// A file with some of its links written anew, and every other byte as it was.
package struct FileRepair: Sendable {
  /// Relative to the site's folder.
  package let file: String
  package let old: [UInt8]
  package let new: [UInt8]
  /// How many links are written anew.
  package let count: Int
}

/// Writes links of a file anew. Whether the right bytes have been changed is not argued but tried: the
/// file is parsed again, and has to be the same document but for the targets of just those links. So
/// no code and no text can be touched.
struct FileRepairer {
  private let parser: PageParser
  private let page: Page
  private let file: ContentFile
  private let original: [UInt8]
  private let repairs: [Int: LinkRepair]
  private let body: Int
  private let lineStarts: [Int]

  /// - Parameter repairs: by the link's number in the page's document.
  init(_ page: Page, bytes: [UInt8], repairs: [Int: LinkRepair], parser: PageParser) {
    (self.page, self.parser, self.repairs, original) = (page, parser, repairs, bytes)
    file = ContentFile(
      locale: page.locale, contentPath: page.contentPath, sourceFile: page.sourceFile,
      size: bytes.count, isPartial: page.isPartial)
    body = FrontMatterBlock(bytes).body.startIndex
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == ASCII.newline }.map { $0 + 1 }
  }

  /// Nil where nothing could be repaired.
  func repaired() -> FileRepair? {
    var bytes = original
    var done: Set<Int> = []
    if let all = Optional(edited()), let found = mended(by: all) { (bytes, done) = (all, found) }
    for number in repairs.keys.sorted() where !done.contains(number) {
      guard let (edited, found) = withOne(number, in: bytes, done) else { continue }
      (bytes, done) = (edited, found)
    }
    if done.isEmpty { return nil }
    return FileRepair(file: page.sourceFile, old: original, new: bytes, count: done.count)
  }

  // MARK: Editing

  /// The file with every repair where it most likely belongs.
  private func edited() -> [UInt8] {
    var known: [String: LinkOccurrences] = [:]
    var edits: [Int: (range: Range<Int>, text: [UInt8])] = [:]
    for number in repairs.keys.sorted() {
      let link = page.document.links[number]
      guard let repair = repairs[number] else { continue }
      let occurrences =
        known[link.destination]
        ?? LinkOccurrences(of: link.destination, in: original, body: body)
      known[link.destination] = occurrences
      let free = occurrences.from(offset(of: link)).first { edits[$0.lowerBound] == nil }
      if let free { edits[free.lowerBound] = (free, Array(repair.destination.utf8)) }
    }
    var bytes = original
    for edit in edits.values.sorted(by: { $1.range.lowerBound < $0.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: edit.text)
    }
    return bytes
  }

  /// One link repaired in a file in which others are, tried in one place after the other.
  private func withOne(
    _ number: Int, in bytes: [UInt8], _ done: Set<Int>
  ) -> (bytes: [UInt8], done: Set<Int>)? {
    guard let repair = repairs[number] else { return nil }
    let link = page.document.links[number]
    let occurrences = LinkOccurrences(of: link.destination, in: bytes, body: body)
    for range in occurrences.from(offset(of: link)).prefix(Self.mostTries) {
      var edited = bytes
      edited.replaceSubrange(range, with: repair.destination.utf8)
      if let found = mended(by: edited), found.isSuperset(of: done), found.contains(number) {
        return (edited, found)
      }
    }
    return nil
  }

  private static let mostTries = 8

  /// Where a link was found, as far as lines before it have kept their length; else the line's start.
  private func offset(of link: DocumentLink) -> Int {
    guard lineStarts.indices.contains(link.position.line - 1) else { return body }
    let start = lineStarts[link.position.line - 1]
    return max(body, start + link.position.column - 1)
  }

  // MARK: Proof

  /// The links that a change of the file has repaired; nil where it has done anything else.
  private func mended(by bytes: [UInt8]) -> Set<Int>? {
    if bytes == original { return nil }
    let old = page.document
    let new = parser.parse(bytes, file).value.document
    guard old.links.count == new.links.count, Self.withoutTargets(old) == Self.withoutTargets(new)
    else { return nil }
    var found: Set<Int> = []
    for (number, (before, after)) in zip(old.links, new.links).enumerated()
    where before.destination != after.destination {
      guard repairs[number]?.destination == after.destination else { return nil }
      found.insert(number)
    }
    return found.isEmpty ? nil : found
  }

  private static func withoutTargets(_ document: Document) -> Document {
    var document = document
    for number in document.links.indices {
      document.links[number].destination = ""
      document.links[number].position = SourcePosition(line: 1, column: 1)
    }
    return document
  }
}

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

/// What is to be written anew in a file.
struct PageRepairs {
  /// By the link's number in the page's document.
  var links: [Int: LinkRepair] = [:]
  /// For the image that the front matter names.
  var image: LinkRepair?
  /// For a reference's definition, by what it names.
  var definition: (String) -> LinkRepair?
}

/// Writes links of a file anew, each where it stands. Whether the right bytes have been changed is not
/// argued but tried: the file is parsed again, and has to be the same page but for the targets of
/// just those links. So no code and no text can be touched.
struct FileRepairer {
  private let parser: PageParser
  private let page: Page
  private let file: ContentFile
  private let original: [UInt8]
  private let repairs: PageRepairs
  private let body: Int
  private let lineStarts: [Int]
  private let definitions: [LinkDefinition]

  init(_ page: Page, bytes: [UInt8], repairs: PageRepairs, parser: PageParser) {
    (self.page, self.parser, self.repairs, original) = (page, parser, repairs, bytes)
    file = ContentFile(
      locale: page.locale, contentPath: page.contentPath, sourceFile: page.sourceFile,
      size: bytes.count, isPartial: page.isPartial)
    body = FrontMatterBlock(bytes).body.startIndex
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == ASCII.newline }.map { $0 + 1 }
    definitions = LinkDefinition.all(in: bytes, from: body)
  }

  private struct Edit {
    enum Subject {
      case link(Int)
      /// Links by a reference, by the label.
      case definition(String)
      case image
    }

    var subject: Subject
    var range: Range<Int>
    var text: String
  }

  private struct State {
    var edits: [Edit] = []
    /// The links that lead elsewhere now.
    var links: Set<Int> = []
    var labels: Set<String> = []
  }

  /// Nil where nothing could be repaired.
  func repaired() -> FileRepair? {
    var certain = Array(exactEdits().values) + imageEdit()
    var doubtful: [Edit] = []
    var labels: Set<String> = []
    for edit in definitionEdits() {
      guard case .definition(let label) = edit.subject else { continue }
      if labels.insert(label).inserted { certain.append(edit) } else { doubtful.append(edit) }
    }
    certain.sort { $0.range.lowerBound < $1.range.lowerBound }
    var state = applied(certain[...], to: State())
    for edit in doubtful { state = applied([edit], to: state) }
    for number in repairs.links.keys.sorted() where !state.links.contains(number) {
      state = withDoubtful(number, in: state)
    }
    if state.edits.isEmpty { return nil }
    let others = state.edits.count { edit in
      switch edit.subject {
      case .link: false
      case .definition: !page.document.links.indices.contains { isMended($0, by: edit, state) }
      case .image: true
      }
    }
    return FileRepair(
      file: page.sourceFile, old: original, new: bytes(with: state.edits),
      count: state.links.count + others)
  }

  private func isMended(_ number: Int, by edit: Edit, _ state: State) -> Bool {
    state.links.contains(number) && repairs.links[number]?.destination == edit.text
  }

  // MARK: Places

  /// By the link's number: those whose target stands just where the link was found.
  private func exactEdits() -> [Int: Edit] {
    var found: [Int: Edit] = [:]
    for (number, repair) in repairs.links {
      let link = page.document.links[number]
      let range = LinkOccurrences.range(
        of: Array(link.destination.utf8), in: original, at: offset(of: link.position))
      guard let range else { continue }
      found[number] = Edit(subject: .link(number), range: range, text: repair.destination)
    }
    return found
  }

  private func definitionEdits() -> [Edit] {
    definitions.compactMap { definition in
      let users = page.document.links.indices.filter {
        page.document.links[$0].destination == definition.destination
      }
      let repair =
        users.compactMap { repairs.links[$0] }.first ?? repairs.definition(definition.destination)
      return repair.map {
        Edit(
          subject: .definition(text(original[definition.label])), range: definition.target,
          text: $0.destination)
      }
    }
  }

  private func imageEdit() -> [Edit] {
    guard let repair = repairs.image, let image = page.frontMatter.image,
      let start = page.frontMatter.node?["image"]?.span.start
    else { return [] }
    var offset = offset(of: start, from: 0)
    if offset < body, [ASCII.quote, ASCII.apostrophe].contains(original[offset]) { offset += 1 }
    let range = offset..<offset + image.utf8.count
    guard range.upperBound <= body, original[range].elementsEqual(image.utf8) else { return [] }
    return [Edit(subject: .image, range: range, text: repair.destination)]
  }

  /// A link that is found by its attribute or its block alone, tried in one place after the other.
  private func withDoubtful(_ number: Int, in state: State) -> State {
    guard let repair = repairs.links[number] else { return state }
    let link = page.document.links[number]
    let taken = Set(state.edits.map(\.range.lowerBound))
    let ranges = LinkOccurrences(of: link.destination, in: original, body: body)
      .from(offset(of: link.position)).filter { !taken.contains($0.lowerBound) }
    for range in ranges.prefix(Self.mostTries) {
      let edit = Edit(subject: .link(number), range: range, text: repair.destination)
      let next = applied([edit], to: state)
      if next.links.contains(number) { return next }
    }
    return state
  }

  private static let mostTries = 8

  private func offset(of position: SourcePosition) -> Int { offset(of: position, from: body) }

  /// - Parameter first: what the position can't be before.
  private func offset(of position: SourcePosition, from first: Int) -> Int {
    guard lineStarts.indices.contains(position.line - 1) else { return first }
    return min(original.count, max(first, lineStarts[position.line - 1]) + position.column - 1)
  }

  // MARK: Proof

  /// As many of the edits as can be shown to be right: all, or those of each half.
  private func applied(_ edits: ArraySlice<Edit>, to state: State) -> State {
    let new = edits.filter { edit in
      guard case .definition(let label) = edit.subject else { return true }
      return !state.labels.contains(label)
    }
    if new.isEmpty { return state }
    if let proven = proven(new, on: state) { return proven }
    if edits.count == 1 { return state }
    let middle = edits.startIndex + edits.count / 2
    return applied(edits[middle...], to: applied(edits[..<middle], to: state))
  }

  private func proven(_ edits: [Edit], on state: State) -> State? {
    var result = state
    result.edits += edits
    let changed = bytes(with: result.edits)
    let new = parser.parse(changed, file).value
    guard let links = mended(in: new), links.isSuperset(of: state.links) else { return nil }
    result.links = links
    var labels: [(label: String, wanted: String)] = []
    for edit in edits {
      switch edit.subject {
      case .link(let number):
        guard links.contains(number), !state.links.contains(number) else { return nil }
      case .definition(let label): labels.append((label, edit.text))
      case .image: if new.frontMatter.image != edit.text { return nil }
      }
    }
    guard defines(labels, in: changed) else { return nil }
    result.labels.formUnion(labels.map(\.label))
    return result
  }

  private func bytes(with edits: [Edit]) -> [UInt8] {
    var bytes = original
    for edit in edits.sorted(by: { $1.range.lowerBound < $0.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: edit.text.utf8)
    }
    return bytes
  }

  /// The links that a change of the file has repaired; nil where it has done anything else.
  private func mended(in new: Page) -> Set<Int>? {
    var (before, after) = (page.document, new.document)
    // A definition above all prose passes for the description.
    let isDefinition =
      before.excerpt?.hasPrefix("[") == true && before.excerpt?.contains("]:") == true
    if isDefinition { (before.excerpt, after.excerpt) = (nil, nil) }
    guard before.links.count == after.links.count,
      Self.withoutTargets(before) == Self.withoutTargets(after),
      Self.withoutImage(page.frontMatter) == Self.withoutImage(new.frontMatter),
      page.title == new.title, isDefinition || page.description == new.description
    else { return nil }
    var found: Set<Int> = []
    for (number, (before, after)) in zip(before.links, after.links).enumerated()
    where before.destination != after.destination {
      guard repairs.links[number]?.destination == after.destination else { return nil }
      found.insert(number)
    }
    return found
  }

  /// Whether these definitions are some, and not code: links put in front of the text lead there.
  private func defines(_ labels: [(label: String, wanted: String)], in bytes: [UInt8]) -> Bool {
    if labels.isEmpty { return true }
    var bytes = bytes
    let start = FrontMatterBlock(bytes).body.startIndex
    bytes.insert(
      contentsOf: labels.map { $0.label + "\n\n" }.joined().utf8, at: start)
    let links = parser.parse(bytes, file).value.document.links
    return links.prefix(labels.count).map(\.destination) == labels.map(\.wanted)
  }

  private static func withoutTargets(_ document: Document) -> Document {
    var document = document
    for number in document.links.indices {
      document.links[number].destination = ""
      document.links[number].position = SourcePosition(line: 1, column: 1)
    }
    return document
  }

  private static func withoutImage(_ frontMatter: PageFrontMatter) -> PageFrontMatter {
    var frontMatter = frontMatter
    (frontMatter.image, frontMatter.node) = (nil, nil)
    return frontMatter
  }
}

import DocgenCore

/// Puts together what a parser tells of a file, tag by tag.
///
/// What a browser takes for text alone (scripts, titles, templates) is left out by looking for its
/// end in the bytes: libxml2 would read tags in some of it.
final class HTMLFactsCollector {
  var facts = HTMLFacts()
  private let bytes: [UInt8]
  private lazy var text = SourceText(bytes)
  private var ids: Set<String> = []
  /// The `name`s of `<a>`.
  private var names: Set<String> = []
  /// Tags that end before this offset are text.
  private var textEnd = 0
  /// Titles before this offset are a drawing's.
  private var drawingEnd = 0
  /// The offset behind the last attribute of the tag that is being read.
  private var tagEnd = 0
  private var tagName: UnsafePointer<UInt8>?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    facts.isDocument = bytes.prefix(1_024).indices.contains {
      bytes[$0] == ASCII.less && isTag("html", at: $0 + 1)
    }
  }

  func finish() -> HTMLFacts {
    facts.anchors = ids.union(names)
    return facts
  }

  /// - Parameter offset: behind the last attribute, before what closes the tag.
  func begin(_ name: UnsafePointer<UInt8>, _ attributes: HTMLAttributes, before offset: Int) {
    if offset < textEnd { return }
    (tagName, tagEnd) = (name, min(offset, bytes.count))
    let element = Self.elements[Self.key(name)]
    if !attributes.isEmpty { addShared(attributes) }
    guard let element else { return }
    add(element, attributes)
    skipText(of: element)
  }

  // MARK: Elements

  private enum Element {
    case a, area, base, embed, frame, heading(Int), html, image, img, input, link, meta, object
    case script, source, style, svg, title, track, use, video, audio
    /// An element whose content is text, or is not shown as long as no script takes it.
    case inert(StaticString)
  }

  private static let elements: [UInt64: Element] = [
    "a": .a, "area": .area, "base": .base, "embed": .embed, "frame": .frame, "iframe": .frame,
    "h1": .heading(1), "h2": .heading(2), "h3": .heading(3), "h4": .heading(4), "h5": .heading(5),
    "h6": .heading(6), "html": .html, "image": .image, "img": .img, "input": .input, "link": .link,
    "meta": .meta, "object": .object, "script": .script, "source": .source, "style": .style,
    "svg": .svg, "title": .title, "track": .track, "use": .use, "video": .video, "audio": .audio,
    "textarea": .inert("textarea"), "template": .inert("template"), "xmp": .inert("xmp"),
    "noembed": .inert("noembed"), "noframes": .inert("noframes"),
  ].reduce(into: [:]) { table, entry in
    entry.key.withCString { name in
      name.withMemoryRebound(to: UInt8.self, capacity: entry.key.utf8.count + 1) {
        table[key($0)] = entry.value
      }
    }
  }

  /// FNV-1a over a name: what the table above is looked up by, since most elements are not in it.
  private static func key(_ name: UnsafePointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var index = 0
    while name[index] != 0 {
      hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01B3
      index += 1
    }
    return hash
  }

  /// What any element may have.
  private func addShared(_ attributes: HTMLAttributes) {
    if let id = attributes["id"], !id.isEmpty {
      if !ids.insert(id).inserted {
        facts.repeatedIDs.append(HTMLMark(text: id, position: position))
      }
    }
    if let style = attributes["style"], style.utf8.contains(ASCII.openParenthesis) {
      for reference in StyleReferences.find(in: Array(style.utf8)) {
        add(.resource, reference.url)
      }
    }
  }

  private func add(_ element: Element, _ attributes: HTMLAttributes) {
    switch element {
    case .a:
      if let name = attributes["name"], !name.isEmpty { names.insert(name) }
      add(.link, attributes["href"] ?? attributes["xlink:href"], language: attributes["hreflang"])
    case .area: add(.link, attributes["href"])
    case .base: facts.baseURL = facts.baseURL ?? attributes["href"]
    case .embed, .track, .audio: add(.media, attributes["src"])
    case .object: add(.media, attributes["data"])
    case .frame: add(.frame, attributes["src"])
    case .heading(let level):
      facts.headings.append(HTMLHeading(level: level, id: attributes["id"], position: position))
    case .html:
      facts.language = attributes["lang"] ?? ""
    case .image, .use: add(.image, attributes["href"] ?? attributes["xlink:href"])
    case .img: addImage(attributes)
    case .input: if attributes["type"] == "image" { addImage(attributes) }
    case .link: addLink(attributes)
    case .meta: addMeta(attributes)
    case .script: add(.script, attributes["src"])
    case .source:
      add(.media, attributes["src"])
      add(.image, sources: attributes["srcset"])
    case .video:
      add(.media, attributes["src"])
      add(.image, attributes["poster"])
    case .style, .svg, .title, .inert: break
    }
  }

  private func addImage(_ attributes: HTMLAttributes) {
    add(.image, attributes["src"])
    add(.image, sources: attributes["srcset"])
    let role = attributes["role"]
    if attributes["alt"] == nil, attributes["aria-label"] == nil,
      attributes["aria-hidden"] != "true",
      role != "presentation", role != "none"
    {
      facts.imagesWithoutText.append(HTMLMark(text: attributes["src"] ?? "", position: position))
    }
  }

  private func addLink(_ attributes: HTMLAttributes) {
    let kinds = Set((attributes["rel"] ?? "").lowercased().split(whereSeparator: \.isWhitespace))
    add(.image, sources: attributes["imagesrcset"])
    if !kinds.isDisjoint(with: ["preconnect", "dns-prefetch", "me", "license", "author"]) {
      return
    }
    let language = attributes["hreflang"]
    let use: HTMLReference.Use =
      if kinds.contains("canonical") {
        .canonical
      } else if kinds.contains("alternate"), language != nil {
        .alternate
      } else if kinds.contains("stylesheet") { .stylesheet } else { .resource }
    add(use, attributes["href"], language: language)
  }

  private func addMeta(_ attributes: HTMLAttributes) {
    let content = attributes["content"] ?? ""
    if attributes["http-equiv"]?.lowercased() == "refresh" {
      add(.refresh, Self.refreshURL(content))
      facts.refresh = facts.refresh ?? facts.references.last { $0.use == .refresh }
    } else if let name = attributes["name"] ?? attributes["property"] {
      facts.metas.append(HTMLMeta(name: name.lowercased(), content: content, position: position))
    }
  }

  /// `0; url='/new'`: what is behind `url=`. Nil where the page only loads itself again.
  private static func refreshURL(_ content: String) -> String? {
    var rest = Substring(content).utf8.drop { ASCII.isDigit($0) || ASCII.isWhitespace($0) }
    rest = rest.drop { $0 == ASCII.period || ASCII.isDigit($0) }
    rest = rest.drop {
      ASCII.isWhitespace($0) || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",")
    }
    let word = rest.prefix { ASCII.isLetter($0) }
    if String(Substring(word)).lowercased() == "url" {
      let behind = rest[word.endIndex...].drop { ASCII.isWhitespace($0) }
      if behind.first == ASCII.equals { rest = behind.dropFirst().drop(while: ASCII.isWhitespace) }
    }
    if let quote = rest.first, quote == ASCII.quote || quote == ASCII.apostrophe {
      rest = rest.dropFirst().prefix { $0 != quote }
    }
    return rest.isEmpty ? nil : String(Substring(rest))
  }

  // MARK: References

  private func add(_ use: HTMLReference.Use, _ url: String?, language: String? = nil) {
    guard let url else { return }
    facts.references.append(
      HTMLReference(use: use, url: url, position: position, language: language))
  }

  private func add(_ use: HTMLReference.Use, sources: String?) {
    for url in sources.map(SourceSet.urls) ?? [] { add(use, url) }
  }

  // MARK: Places

  /// Of the tag that is being read.
  private var position: SourcePosition { text.position(at: tagStart) }

  private var tagStart: Int {
    guard let tagName else { return 0 }
    var index = min(tagEnd, bytes.count - 1)
    while index >= 0 {
      if bytes[index] == ASCII.less, isTag(tagName, at: index + 1) { return index }
      index -= 1
    }
    return tagEnd
  }

  private func isTag(_ name: StaticString, at start: Int) -> Bool {
    isTag(name.utf8Start, at: start)
  }

  private func isTag(_ name: UnsafePointer<UInt8>, at start: Int) -> Bool {
    var index = 0
    while name[index] != 0 {
      guard start + index < bytes.count, ASCII.lowercased(bytes[start + index]) == name[index]
      else { return false }
      index += 1
    }
    return true
  }

  // MARK: Text

  private func skipText(of element: Element) {
    switch element {
    case .script: textEnd = end(of: "script")
    case .frame: if let tagName, tagName[0] == UInt8(ascii: "i") { textEnd = end(of: "iframe") }
    case .inert(let name): textEnd = end(of: name)
    case .svg: drawingEnd = end(of: "svg")
    case .style:
      textEnd = end(of: "style")
      addStyles(contentStart..<max(contentStart, textEnd))
    case .title:
      if tagEnd < drawingEnd { return }
      textEnd = end(of: "title")
      guard facts.title == nil else { return }
      let content = bytes[contentStart..<max(contentStart, textEnd)]
      facts.title = CharacterReferences.decoded(content).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    default: break
    }
  }

  private var contentStart: Int {
    bytes.firstIndex(of: ASCII.greater, from: tagEnd, to: bytes.count).map { $0 + 1 } ?? bytes.count
  }

  /// Where `</name` stands, or the end of the text.
  private func end(of name: StaticString) -> Int {
    var index = tagEnd
    while let less = bytes.firstIndex(of: ASCII.less, from: index, to: bytes.count) {
      if less + 1 < bytes.count, bytes[less + 1] == ASCII.slash, isTag(name, at: less + 2) {
        return less
      }
      index = less + 1
    }
    return bytes.count
  }

  private func addStyles(_ range: Range<Int>) {
    for reference in StyleReferences.find(in: Array(bytes[range])) {
      facts.references.append(
        HTMLReference(
          use: .resource, url: reference.url,
          position: text.position(at: range.lowerBound + reference.offset), language: nil))
    }
  }
}

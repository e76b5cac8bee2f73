import DocgenMarkup

/// A page's text as search sees it: without markup, in stretches that say what they are.
struct SearchText: Sendable {
  enum Kind: UInt8, Sendable, CaseIterable {
    /// The page's title; keywords from the front matter; the page's name in its path; the
    /// description. Not a part of what the page shows.
    case title, keywords, name, description
    case heading, body
    /// Code in running text: keys, flags, commands.
    case key
    case codeBlock
  }

  struct Stretch: Sendable, Equatable {
    /// In `bytes`; a stretch starts where the one before it ends.
    var end: Int
    /// An index into `sections`.
    var section: Int
    var kind: Kind
  }

  struct Section: Sendable, Equatable {
    /// Empty for what stands above the first heading.
    var anchor: String
    var heading: String
  }

  /// UTF-8 without invisible characters.
  private(set) var bytes: [UInt8] = []
  /// Their sections never go back.
  private(set) var stretches: [Stretch] = []
  private(set) var sections: [Section]

  private var kind = Kind.body
  /// What an element inside a heading or a paragraph returns to.
  private var outer = Kind.body
  private var partialsLeft = 1_000

  /// - Parameter metadata: what a page says about itself, in the order of `Kind`.
  init(title: String, metadata: [(kind: Kind, text: String)] = []) {
    sections = [Section(anchor: "", heading: title)]
    for (kind, text) in [(.title, title)] + metadata where !text.isEmpty {
      self.kind = kind
      var text = text
      text.withUTF8 { text in
        bytes = [UInt8](unsafeUninitializedCapacity: bytes.count + text.count) { buffer, count in
          var output = Output(buffer, startingWith: bytes)
          var index = 0
          while index < text.count {
            index = Self.takeUnlessInvisible(in: text, at: index, &output)
          }
          count = output.count
        }
      }
      endStretch(at: bytes.count)
    }
    kind = .body
  }

  /// Appends a document's text.
  ///
  /// - Parameter partial: the document that it imports by a path, and whatever that one imports.
  mutating func append(_ document: Document, partials: PartialDocuments?) {
    document.html.withUnsafeBufferPointer { html in
      var index = 0
      while index < html.count {
        var partial: String?
        // The text is no longer than the HTML, so that nothing has to grow on the way.
        let capacity = bytes.count + html.count - index
        bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
          var output = Output(buffer, startingWith: bytes)
          take(html, from: &index, document, &output, partial: &partial)
          count = output.count
        }
        guard let path = partial, partialsLeft > 0,
          let found = partials?.document(importedBy: path)
        else { continue }
        partialsLeft -= 1
        if let last = bytes.last, last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
        append(found.document, partials: found.partials)
      }
    }
    endStretch(at: bytes.count)
  }

  /// Takes the text from `index` on, up to the end or to behind a partial's slot.
  private mutating func take(
    _ html: UnsafeBufferPointer<UInt8>, from index: inout Int, _ document: Document,
    _ output: inout Output, partial: inout String?
  ) {
    Self.isSpecial.withUnsafeBufferPointer { isSpecial in
      while index < html.count {
        let byte = html[index]
        guard isSpecial[Int(byte)] else {
          output.append(byte)
          index += 1
          continue
        }
        switch byte {
        case UInt8(ascii: "<"): index = takeTag(in: html, at: index, &output)
        case SlotMark.open:
          index = takeSlot(in: html, at: index, document, &output, partial: &partial)
          if partial != nil { return }
        case UInt8(ascii: "&"): index = takeReference(in: html, at: index, &output)
        default: index = Self.takeUnlessInvisible(in: html, at: index, &output)
        }
      }
    }
  }

  /// Room for text that is written once.
  private struct Output {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count: Int

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>, startingWith bytes: [UInt8]) {
      self.buffer = buffer
      count = bytes.count
      _ = buffer.update(fromContentsOf: bytes)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      guard count < buffer.count else { return }
      buffer[count] = byte
      count += 1
    }

    /// Words on both sides of a block's edge are two.
    mutating func separate() {
      if count > 0, buffer[count - 1] != UInt8(ascii: " ") { append(UInt8(ascii: " ")) }
    }
  }

  // MARK: Stretches

  private mutating func endStretch(at end: Int) {
    guard end > (stretches.last?.end ?? 0) else { return }
    stretches.append(Stretch(end: end, section: sections.count - 1, kind: kind))
  }

  private mutating func begin(_ next: Kind, at end: Int) {
    guard next != kind else { return }
    endStretch(at: end)
    kind = next
  }

  // MARK: Text

  /// Soft hyphens, joiners and byte order marks stand in words without parting them.
  private static func takeUnlessInvisible(
    in text: UnsafeBufferPointer<UInt8>, at index: Int, _ output: inout Output
  ) -> Int {
    func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch (byte(0), byte(1), byte(2)) {
    case (0xC2, 0xAD, _): return index + 2
    case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return index + 3
    default:
      output.append(text[index])
      return index + 1
    }
  }

  private func takeReference(
    in html: UnsafeBufferPointer<UInt8>, at index: Int, _ output: inout Output
  ) -> Int {
    let rest = UnsafeBufferPointer(rebasing: html[index..<min(index + 6, html.count)])
    for (name, byte) in Self.references where rest.starts(with: name) {
      output.append(byte)
      return index + name.count
    }
    output.append(UInt8(ascii: "&"))
    return index + 1
  }

  private static let references: [(name: [UInt8], byte: UInt8)] = [
    (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&#39;".utf8), UInt8(ascii: "'")),
    (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
    (Array("&amp;".utf8), UInt8(ascii: "&")),
  ]

  private static let isSpecial: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte: UInt8 in [SlotMark.open, UInt8(ascii: "<"), UInt8(ascii: "&"), 0xC2, 0xE2, 0xEF] {
      table[Int(byte)] = true
    }
    return table
  }()

  // MARK: Slots

  private mutating func takeSlot(
    in html: UnsafeBufferPointer<UInt8>, at start: Int, _ document: Document,
    _ output: inout Output, partial: inout String?
  ) -> Int {
    var number = 0
    var index = start + 1
    while index < html.count, number < document.slots.count, html[index] &- 0x30 < 10 {
      number = number * 10 + Int(html[index]) - 0x30
      index += 1
    }
    guard index < html.count, html[index] == SlotMark.close else { return index }
    guard document.slots.indices.contains(number) else { return index + 1 }
    switch document.slots[number] {
    case .headingAliases(let heading):
      beginSection(document, heading: heading, at: output.count)
    case .partial(let path, _): partial = path
    default: break
    }
    return index + 1
  }

  /// A heading starts a section, but for the one that is the page's title.
  private mutating func beginSection(
    _ document: Document, heading number: Int, at end: Int
  ) {
    let heading = document.headings[number]
    let isTitle = heading.level == 1 && document.hasTitleHeading && sections.count == 1
    if !isTitle, sections.count < Self.mostSections {
      endStretch(at: end)
      sections.append(Section(anchor: heading.id, heading: heading.text))
    }
    begin(.heading, at: end)
    outer = .heading
  }

  private static let mostSections = 4_000

  // MARK: Tags

  private mutating func takeTag(
    in html: UnsafeBufferPointer<UInt8>, at start: Int, _ output: inout Output
  ) -> Int {
    var index = start + 1
    let closes = index < html.count && html[index] == UInt8(ascii: "/")
    if closes { index += 1 }
    var name: UInt64 = 0
    while index < html.count, (html[index] | 0x20) &- 0x61 < 26 || html[index] &- 0x30 < 10 {
      name = name << 8 | UInt64(html[index] | 0x20)
      index += 1
    }
    // Most tags close an element and end behind its name.
    let isBare = index < html.count && html[index] == UInt8(ascii: ">")
    let end = isBare ? index + 1 : Self.endOfTag(in: html, from: index)
    if Tag.isInline(name) { return end }
    switch name {
    case Tag.code:
      if kind != .codeBlock { begin(closes ? outer : .key, at: output.count) }
      return end
    case Tag.script, Tag.style:
      return closes ? end : Self.closingTag(in: html, from: end)
    case Tag.pre:
      output.separate()
      begin(closes ? .body : .codeBlock, at: output.count)
      outer = .body
    case Tag.h1, Tag.h2, Tag.h3, Tag.h4, Tag.h5, Tag.h6:
      output.separate()
      if closes {
        begin(.body, at: output.count)
        outer = .body
      }
    default:
      output.separate()
    }
    return end
  }

  /// Behind the tag's `>`, or the comment's end.
  private static func endOfTag(in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    if start + 2 < html.count, html[start] == UInt8(ascii: "!"), html[start + 1] == 0x2D {
      return end(of: "-->", in: html, from: start + 2)
    }
    var index = start
    var quote: UInt8?
    while index < html.count {
      let byte = html[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return index
  }

  /// Where the next closing tag starts: what a script or stylesheet holds is no text.
  private static func closingTag(in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let behind = end(of: "</", in: html, from: start)
    return behind == html.count ? behind : behind - 2
  }

  private static func end(
    of mark: StaticString, in html: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    mark.withUTF8Buffer { mark in
      var index = start
      while index + mark.count <= html.count {
        if UnsafeBufferPointer(rebasing: html[index..<index + mark.count]).elementsEqual(mark) {
          return index + mark.count
        }
        index += 1
      }
      return html.count
    }
  }

  /// Names of elements as numbers: their bytes. Written out, they are constants.
  private enum Tag {
    static let code: UInt64 = 0x636F6465
    static let pre: UInt64 = 0x707265
    static let script: UInt64 = 0x736372697074
    static let style: UInt64 = 0x7374796C65
    static let h1: UInt64 = 0x6831
    static let h2: UInt64 = 0x6832
    static let h3: UInt64 = 0x6833
    static let h4: UInt64 = 0x6834
    static let h5: UInt64 = 0x6835
    static let h6: UInt64 = 0x6836

    /// Elements that stand in words without parting them, the most frequent first.
    static func isInline(_ name: UInt64) -> Bool {
      switch name {
      case 0x7370616E /* span */,
        0x61 /* a */,
        0x7374726F6E67 /* strong */,
        0x656D /* em */,
        0x62 /* b */,
        0x69 /* i */,
        0x6B6264 /* kbd */,
        0x64656C /* del */,
        0x696E73 /* ins */,
        0x6D61726B /* mark */,
        0x737562 /* sub */,
        0x737570 /* sup */,
        0x73 /* s */,
        0x75 /* u */,
        0x736D616C6C /* small */,
        0x61626272 /* abbr */,
        0x766172 /* var */,
        0x73616D70 /* samp */,
        0x63697465 /* cite */,
        0x71 /* q */,
        0x666F6E74 /* font */,
        0x776272 /* wbr */:
        true
      default: false
      }
    }
  }
}

/// The partials that a page may import.
struct PartialDocuments {
  let catalog: Catalog
  let resolver: PartialResolver
  /// An index into the catalogue.
  let importer: Int

  func document(importedBy path: String) -> (document: Document, partials: PartialDocuments)? {
    resolver.index(of: path, importedBy: importer).map {
      (
        catalog.pages[$0].document,
        PartialDocuments(catalog: catalog, resolver: resolver, importer: $0)
      )
    }
  }
}

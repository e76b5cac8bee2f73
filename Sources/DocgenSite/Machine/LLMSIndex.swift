import DocgenCore
import DocgenMarkup

/// `llms.txt`: a list of a locale's pages, in the form of llmstxt.org.
struct LLMSIndex {
  private struct Entry {
    /// `- [Title](URL)`
    var link: [UInt8]
    var description: [UInt8]
  }

  private let head: [UInt8]
  private var sections: [(heading: [UInt8], entries: [Entry])] = []

  init(_ site: Site, locale: Int) {
    let texts = site.texts[locale].navbar
    var head: [UInt8] = []
    head += "# ".utf8 + Self.line(texts["site.title"] ?? site.config.title) + "\n".utf8
    let description = Self.line(site.config.llms.description ?? site.config.tagline)
    if !description.isEmpty { head += "\n> ".utf8 + description + "\n".utf8 }
    self.head = head
    let list = PageList(site, locale: locale)
    let optional = PageList.Section(title: "Optional", routes: list.optional)
    for section in list.sections + (list.optional.isEmpty ? [] : [optional]) {
      let heading = "\n## ".utf8 + Self.line(section.title) + "\n\n".utf8
      sections.append((Array(heading), section.routes.map { Self.entry(of: $0, site) }))
    }
  }

  private static func entry(of index: Int, _ site: Site) -> Entry {
    let route = site.routes.routes[index]
    let path = site.markdownPath(of: route) ?? route.path
    let (title, description) = site.titleAndDescription(of: route)
    var link: [UInt8] = []
    link.append("- [")
    for byte in Self.line(title) {
      if byte == ASCII.openBracket || byte == ASCII.closeBracket || byte == ASCII.backslash {
        link.append(ASCII.backslash)
      }
      link.append(byte)
    }
    link.append("](\(site.absolute(path.encoded)))")
    return Entry(link: link, description: Self.line(description))
  }

  /// On one line. Bytes, not characters: finding those was a thirtieth of a build's instructions.
  private static func line(_ text: String) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if !ASCII.isWhitespace(byte) {
        line.append(byte)
      } else if let last = line.last, last != ASCII.space {
        line.append(ASCII.space)
      }
    }
    if line.last == ASCII.space { line.removeLast() }
    return line
  }

  // MARK: The size

  /// The file, and what had to be left out to keep it small.
  ///
  /// - Parameters:
  ///   - budget: in bytes; 0 for as much as it takes.
  ///   - path: how the file is called in findings.
  func text(budget: Int, named path: String) -> Diagnosed<[UInt8]> {
    let whole = size(longest: .max)
    guard budget > 0, whole > budget else { return Diagnosed(rendered(longest: .max, dropping: 0)) }
    let said = "'\(path)' would have \(whole) bytes, more than the \(budget) that it may"
    // The longest description that fits, by halving.
    var (fits, tooLong) = (0, sections.flatMap { $0.entries.map(\.description.count) }.max() ?? 0)
    while tooLong - fits > 1 {
      let middle = (fits + tooLong) / 2
      if size(longest: middle) <= budget { fits = middle } else { tooLong = middle }
    }
    if size(longest: fits) <= budget {
      return Diagnosed(
        rendered(longest: fits, dropping: 0),
        [note(said, "descriptions are cut after \(fits) bytes")])
    }
    var dropped = 0
    var rest = size(longest: 0)
    for section in sections.reversed() {
      for entry in section.entries.reversed() where rest > budget {
        rest -= entry.link.count + 1
        dropped += 1
      }
    }
    return Diagnosed(
      rendered(longest: 0, dropping: dropped),
      [note(said, "it has no descriptions, and the last \(dropped) pages are left out")])
  }

  private func note(_ said: String, _ done: String) -> Diagnostic {
    Diagnostic(
      .note, "llms/too-large", "\(said): \(done)",
      hint: "raise 'llms.maxSize', or leave pages out with 'llms.exclude'")
  }

  private func size(longest: Int) -> Int {
    var size = head.count
    for section in sections {
      size += section.heading.count
      for entry in section.entries {
        let description = Self.cut(entry.description, longest)
        size += entry.link.count + 1 + (description.isEmpty ? 0 : description.count + 2)
      }
    }
    return size
  }

  /// - Parameter dropping: how many entries are left out, from the end.
  private func rendered(longest: Int, dropping: Int) -> [UInt8] {
    var output = head
    var left = sections.reduce(0) { $0 + $1.entries.count } - dropping
    for section in sections where left > 0 {
      output += section.heading
      for entry in section.entries.prefix(left) {
        output += entry.link
        let description = Self.cut(entry.description, longest)
        if !description.isEmpty {
          output.append(": ")
          output += description
        }
        output.append(ASCII.newline)
      }
      left -= section.entries.count
    }
    return output
  }

  /// The beginning of a text, as whole words where there are some, with a sign that it goes on.
  private static func cut(_ text: [UInt8], _ longest: Int) -> [UInt8] {
    guard text.count > longest else { return text }
    let room = longest - 3
    guard room > 0 else { return [] }
    var end = room
    if let space = text[..<room].lastIndex(of: ASCII.space), space > room / 2 {
      end = space
    } else {
      // Not within a character.
      while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return end == 0 ? [] : text[..<end] + Array("…".utf8)
  }
}

extension Site {
  /// What lists say of a route.
  func titleAndDescription(of route: Route) -> (title: String, description: String) {
    switch route.target {
    case .page(let page): (catalog.pages[page].title, catalog.pages[page].description)
    case .category(let number):
      (
        navigations[route.locale].generatedIndexes[number].title,
        navigations[route.locale].generatedIndexes[number].description
      )
    case .tag(let number): (tags[route.locale][number].label, "")
    case .tagList, .search, .notFound: ("", "")
    }
  }
}

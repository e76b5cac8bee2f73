import DocgenMarkup

/// Fills a document's slots for one route.
struct DocumentAssembly {
  /// What stands in the slots that are not links.
  struct Filling {
    /// By heading index: ids of the source page's heading.
    var aliases: [[String]]
    var strings: UIStrings
    /// A partial's HTML by its import path, its own slots filled.
    var partials: [String: [UInt8]]
    var docCardList: [UInt8]
  }

  let document: Document
  let links: [ResolvedLink]
  let filling: Filling

  /// Appends a document's HTML (or its head's) with every slot filled.
  func append(_ html: [UInt8], to output: inout [UInt8]) {
    var copied = 0
    html.withUnsafeBufferPointer { bytes in
      while let open = bytes.firstIndex(of: SlotMark.open, from: copied, to: bytes.count) {
        output.append(contentsOf: bytes[copied..<open])
        var number = 0
        var index = open + 1
        // No further than a number can go: whatever else stands there, it ends.
        while index < bytes.count, number < document.slots.count,
          (0x30...0x39).contains(bytes[index])
        {
          number = number * 10 + Int(bytes[index]) - 0x30
          index += 1
        }
        guard index < bytes.count, bytes[index] == SlotMark.close else {
          copied = index
          continue
        }
        copied = index + 1
        if document.slots.indices.contains(number) { fill(document.slots[number], &output) }
      }
      output.append(contentsOf: bytes[copied...])
    }
  }

  private func fill(_ slot: DocumentSlot, _ output: inout [UInt8]) {
    switch slot {
    case .link(let index):
      if links.indices.contains(index) { fill(document.links[index], links[index], &output) }
    case .url(let index):
      if links.indices.contains(index) {
        HTMLEscaping.appendEscaped(links[index].href, into: &output)
      }
    case .headingAliases(let index):
      guard filling.aliases.indices.contains(index) else { return }
      for alias in filling.aliases[index] {
        output.append("<a id=\"")
        HTMLEscaping.appendEscaped(alias, into: &output)
        output.append("\" class=\"anchor-alias\"></a>")
      }
    case .headingLinkLabel(let index):
      let heading = document.headings[index].text
      HTMLEscaping.appendEscaped(
        filling.strings.text(.headingLinkTitle, ["heading": heading]), into: &output)
    case .admonitionLabel(let kind):
      HTMLEscaping.appendEscaped(filling.strings.admonitionLabel(kind), into: &output)
    case .footnotesTitle:
      HTMLEscaping.appendEscaped(filling.strings[.footnotes], into: &output)
    case .footnoteBackLabel(let label):
      HTMLEscaping.appendEscaped(
        filling.strings.text(.footnoteBack, ["label": label]), into: &output)
    case .partial(let path, _):
      output += filling.partials[path] ?? []
    case .docCardList:
      output += filling.docCardList
    }
  }

  private func fill(_ link: DocumentLink, _ resolved: ResolvedLink, _ output: inout [UInt8]) {
    let name: String
    switch link.kind {
    case .link: name = "href"
    case .image: name = "src"
    case .attribute(_, let attribute): name = attribute
    }
    output.append(" ")
    output.append(name)
    output.append("=\"")
    HTMLEscaping.appendEscaped(resolved.href, into: &output)
    output.append("\"")
    if link.kind == .link, resolved.opensNewTab {
      // The theme's page has the element that says so.
      output.append(
        " target=\"_blank\" rel=\"noopener noreferrer\" aria-describedby=\"docgen-new-tab\"")
    }
    let isImage = link.kind == .image || link.kind == .attribute(element: "img", name: "src")
    if isImage, !link.hasSize, let size = resolved.imageSize {
      output.append(" width=\"\(size.width)\" height=\"\(size.height)\"")
    }
  }
}

extension UIStrings {
  /// What an admonition without a title of its own is headed with.
  func admonitionLabel(_ kind: String) -> String {
    switch kind {
    case "tip": self[.tip]
    case "info": self[.info]
    case "warning": self[.warning]
    case "danger": self[.danger]
    case "caution": self[.caution]
    case "note": self[.note]
    default: kind
    }
  }
}

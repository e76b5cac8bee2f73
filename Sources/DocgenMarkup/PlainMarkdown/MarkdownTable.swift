/// A table being written, and its rows.
struct MarkdownTable {
  /// Of the first row, which is the header.
  var alignments: [StaticString] = []
  var columns = 0
  var isHeaderWritten = false
  var isInCell = false
  /// Whether nothing stands in the cell yet.
  var isCellEmpty = false
}

extension MarkdownWriter {
  /// A table in another one's cell is its words.
  mutating func openTable(_ name: UInt64) {
    if isInWords {
      frames.append(Frame(name: name, kind: .inline))
      return
    }
    endBlock()
    tables.append(MarkdownTable())
    frames.append(Frame(name: name, kind: .table))
  }

  mutating func openRow(_ name: UInt64) {
    guard !tables.isEmpty, !isInWords else {
      frames.append(Frame(name: name, kind: .inline))
      return
    }
    lines.open()
    lines.append(ASCII.pipe)
    tables[tables.count - 1].columns = 0
    frames.append(Frame(name: name, kind: .row))
  }

  mutating func openCell(_ tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>) {
    guard let table = tables.last, !table.isInCell, lines.isOpen else {
      gap = .space
      frames.append(Frame(name: tag.name, kind: .inline))
      return
    }
    let last = tables.count - 1
    if !table.isHeaderWritten {
      tables[last].alignments.append(Self.alignment(tag.attribute("style", in: html)))
    }
    lines.append(ASCII.space)
    gap = .none
    tables[last].columns += 1
    tables[last].isInCell = true
    tables[last].isCellEmpty = true
    frames.append(Frame(name: tag.name, kind: .cell))
  }

  private static func alignment(_ style: [UInt8]?) -> StaticString {
    switch style.map(text) {
    case "text-align:left": ":--"
    case "text-align:center": ":-:"
    case "text-align:right": "--:"
    default: "---"
    }
  }

  mutating func closeCell() {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].isInCell = false
    tables[tables.count - 1].isCellEmpty = false
    gap = .none
    lines.append(" |")
  }

  mutating func closeRow() {
    lines.close()
    gap = .none
    guard let table = tables.last, !table.isHeaderWritten else { return }
    tables[tables.count - 1].isHeaderWritten = true
    lines.open()
    lines.append(ASCII.pipe)
    for alignment in table.alignments {
      lines.append(ASCII.space)
      lines.append(alignment)
      lines.append(" |")
    }
    lines.close()
  }
}

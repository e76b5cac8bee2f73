import DocgenMarkup

/// The list of a page's headings, nested as they are.
///
/// The tree is made of all headings before those of unwanted levels are left out, so that a level 4
/// heading below a level 3 one is not taken for the level 2 one's child (docusaurus-rules 2.11).
enum TableOfContents {
  /// - Returns: nested lists of links, or nothing where no heading is in the levels.
  static func html(of headings: [Heading], levels: HeadingLevels) -> [UInt8] {
    var output: [UInt8] = []
    // The levels of the lists' items that are open, outermost first.
    var open: [Int] = []
    // All headings that contain the next one, shown or not.
    var ancestors: [Int] = []
    for heading in headings {
      while let last = ancestors.last, last >= heading.level { ancestors.removeLast() }
      ancestors.append(heading.level)
      guard (levels.minimum...max(levels.minimum, levels.maximum)).contains(heading.level) else {
        continue
      }
      let depth = ancestors.count { $0 >= levels.minimum && $0 <= levels.maximum }
      if open.count >= depth {
        while open.count > depth {
          output.append("</li></ul>")
          open.removeLast()
        }
        output.append("</li>")
      } else {
        output.append(open.isEmpty ? "<ul class=\"table-of-contents\">" : "<ul>")
        open.append(heading.level)
      }
      output.append("<li><a class=\"table-of-contents__link\" href=\"#")
      HTMLEscaping.appendEscaped(heading.id, into: &output)
      output.append("\">")
      output += heading.html
      output.append("</a>")
    }
    for _ in open { output.append("</li></ul>") }
    return output
  }
}

import DocgenCore
import DocgenMarkup

extension PublicationCheck {
  /// Levels that are left out, and ids that two elements have.
  static let headings = PublicationCheck(file: { site, index in
    guard let page = site.publication.files[index].facts else { return [] }
    var found = page.repeatedIDs.map { mark in
      Finding(
        .warning, "publish/duplicate-id", "Two elements have the ID '\(mark.text)'",
        hint: "links lead to the first; give one of them another ID", file: index,
        position: mark.position, subject: .element(mark.text))
    }
    guard site.publication.files[index].readersPage != nil else { return found }
    var level: Int?
    for heading in page.headings {
      if let above = level, heading.level > above + 1 {
        found.append(
          Finding(
            .note, "publish/heading-order",
            "A heading of level \(heading.level) follows one of level \(above)",
            hint: "those who listen to the page miss a level \(above + 1)", file: index,
            position: heading.position, subject: heading.id.map { .element($0) } ?? .file))
      }
      level = heading.level
    }
    return found
  })

  static let images = PublicationCheck(file: { site, index in
    guard let page = site.publication.files[index].facts else { return [] }
    return page.imagesWithoutText.map { mark in
      let before = page.references.filter {
        $0.use == .image && $0.url == mark.text && $0.position < mark.position
      }
      return Finding(
        .warning, "publish/no-alt", "The picture '\(mark.text)' has no text in its place",
        hint: "say in 'alt' what it shows, or write alt=\"\" if it is only decoration",
        file: index, position: mark.position,
        subject: .image(mark.text, before: Set(before.map(\.position)).count))
    }
  })

  /// Files that make readers wait.
  static let sizes = PublicationCheck(file: { site, index in
    let file = site.publication.files[index]
    let isPage = file.facts != nil
    guard isPage || file.isImage, file.size > (isPage ? mostPageBytes : mostImageBytes) else {
      return []
    }
    let size = "\(file.size / 1_000) kB"
    return [
      Finding(
        .warning, isPage ? "publish/large-page" : "publish/large-image",
        "The \(isPage ? "page" : "picture") has \(size)",
        hint: isPage
          ? "divide it: readers on the way wait for all of it"
          : "make it smaller, or save it as WebP or AVIF",
        file: index)
    ]
  })

  /// HTML without what it loads; browsers show the first 100 kB while the rest comes.
  private static let mostPageBytes = 1_000_000
  private static let mostImageBytes = 1_000_000
}

import DocgenCore
import DocgenMarkup

extension PublicationCheck {
  /// Pages that no other page of their language leads to: not a menu, not a sidebar, no link.
  static let orphans = PublicationCheck(whole: { site in
    let files = site.publication.files
    var reached: Set<Int> = []
    for index in files.indices {
      guard let page = files[index].facts, page.refresh == nil else { continue }
      for (reference, target) in site.links(of: index) where reference.use == .link {
        guard case .file(let target, _) = target, target != index else { continue }
        let last = site.end(ofRedirect: target)
        // The menu of languages leads from an orphan's translation to the orphan.
        let language = files[last].facts?.language ?? ""
        if !page.isDocument || language.isEmpty || language == page.language {
          reached.insert(last)
        }
      }
    }
    return files.indices.filter { index in
      files[index].isIndexed && !reached.contains(index) && !site.isStart(index)
        && !site.publication.knowledge.generated.contains(files[index].path)
    }.map { index in
      Finding(
        .warning, "publish/orphan", "No page leads to this one",
        hint: "link to it, list it in a sidebar, or mark it as unlisted", file: index)
    }
  })
}

extension LinkedPublication {
  fileprivate func end(ofRedirect file: Int) -> Int {
    guard publication.files[file].facts?.refresh != nil,
      case .file(let target, _)? = destination(ofRedirect: file)
    else { return file }
    return target
  }

  /// The site's front page, or that of another language: one that names it as its original.
  fileprivate func isStart(_ index: Int) -> Bool {
    if publication.address(of: index) == publication.root { return true }
    return links(of: index).contains {
      guard $0.reference.use == .alternate, case .file(let other, _) = $0.target else {
        return false
      }
      return publication.address(of: other) == publication.root
    }
  }
}

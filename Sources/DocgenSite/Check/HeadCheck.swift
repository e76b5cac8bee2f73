import DocgenCore
import DocgenMarkup

extension PublicationCheck {
  /// Titles and descriptions: what search engines and tabs show of a page.
  static let heads = PublicationCheck(
    file: { site, index in
      guard let page = site.publication.files[index].readersPage else { return [] }
      var found: [Finding] = []
      if page.title?.isEmpty ?? true {
        found.append(
          Finding(
            .warning, "publish/no-title", "The page has no title", hint: "give it a <title>",
            file: index))
      }
      if !page.isHidden, page.meta("description")?.content.isEmpty ?? true,
        !site.publication.knowledge.generated.contains(site.publication.files[index].path)
      {
        found.append(
          Finding(
            .note, "publish/no-description", "The page has no description",
            hint: "write one sentence on it: search engines show it", file: index))
      }
      return found
    },
    whole: { site in
      site.publication.repetitions(
        "publish/duplicate-title", .warning, of: "title", hint: "say what only this page is about"
      ) { $0.title }
        + site.publication.repetitions(
          "publish/duplicate-description", .note, of: "description",
          hint: "say what only this page is about"
        ) { $0.meta("description")?.content }
    })
}

extension Publication {
  /// Indexed pages that say the same as another one in their language.
  fileprivate func repetitions(
    _ code: String, _ severity: Severity, of noun: String, hint: String,
    _ text: (HTMLFacts) -> String?
  ) -> [Finding] {
    struct Said: Hashable {
      var language: String
      var text: String
    }
    var first: [Said: Int] = [:]
    var found: [Finding] = []
    for (index, file) in files.enumerated() {
      guard file.isIndexed, let page = file.facts, let text = text(page), !text.isEmpty else {
        continue
      }
      let said = Said(language: page.language, text: text)
      if let other = first[said] {
        found.append(
          Finding(
            severity, code, "The page has the same \(noun) as \(address(of: other)): '\(text)'",
            hint: hint, file: index))
      } else {
        first[said] = index
      }
    }
    return found
  }
}

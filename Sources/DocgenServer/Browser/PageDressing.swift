import DocgenMarkup
import DocgenSite

/// What the preview adds to a page on its way to the browser; nothing of it is published.
struct PageDressing {
  /// Of the page without it.
  let version: String
  /// For a page that is not there: one with a similar address.
  let suggestion: URLPath?

  func dressed(_ page: [UInt8]) -> [UInt8] {
    var added: [UInt8] = []
    if let suggestion {
      let href = HTMLEscaping.escaped(suggestion.encoded)
      let text = HTMLEscaping.escaped(suggestion.text)
      added += Array(
        "<p class=\"docgen-suggestion\" style=\"padding:1rem;text-align:center\">".utf8)
      added += Array("Did you mean <a href=\"\(href)\">\(text)</a>?</p>".utf8)
    }
    let script = "\(Responder.ownFolder)client.js"
    added += Array("<script src=\"\(script)\" data-version=\"\(version)\" defer></script>".utf8)
    let place = Self.end(of: page)
    return page[..<place] + added + page[place...]
  }

  /// Where the body ends, or the page.
  private static func end(of page: [UInt8]) -> Int {
    let tag = Array("</body>".utf8)
    var index = page.count - tag.count
    while index >= 0 {
      if page[index..<index + tag.count].elementsEqual(tag) { return index }
      index -= 1
    }
    return page.count
  }
}

/// What the tree construction of the HTML standard would complain about, without its leniency: every
/// element is closed where it was opened, and nothing stands where a parser would move or close it.
func treeErrors(in html: String) -> [String] {
  let tokenizer = HTMLTokenizer(html)
  var errors = tokenizer.errors
  var open: [String] = []
  for token in tokenizer.tokens {
    switch token {
    case .text: break
    case .start(let name, _, let isSelfClosing):
      if let problem = misplacement(of: name, in: open) { errors.append(problem) }
      if isSelfClosing, !htmlVoidElements.contains(name) {
        errors.append("<\(name)/> is no closed element to HTML")
      }
      if !htmlVoidElements.contains(name) { open.append(name) }
    case .end(let name):
      if open.last == name {
        open.removeLast()
      } else {
        errors.append("</\(name)> in \(open.suffix(4).joined(separator: " > "))")
        if let index = open.lastIndex(of: name) { open.removeSubrange(index...) }
      }
    }
  }
  if !open.isEmpty { errors.append("never closed: \(open.joined(separator: " > "))") }
  return errors
}

private func misplacement(of name: String, in open: [String]) -> String? {
  if htmlParagraphEnders.contains(name), let p = open.lastIndex(of: "p"),
    !open[p...].contains(where: { ["button", "object", "svg", "math"].contains($0) })
  {
    return "<\(name)> in <p>"
  }
  if ["a", "button", "form"].contains(name), open.contains(name) { return "<\(name)> in itself" }
  if isHeading(name), let last = open.last, isHeading(last) { return "<\(name)> in <\(last)>" }
  if ["html", "head", "body", "frame", "frameset", "plaintext"].contains(name) {
    return "<\(name)> in a page's text"
  }
  return nil
}

private func isHeading(_ name: String) -> Bool {
  name.utf8.count == 2 && name.first == "h" && name != "hr"
}

let htmlVoidElements: Set<String> = [
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
  "track", "wbr",
]

/// The start tags at which a parser closes an open `<p>`.
let htmlParagraphEnders: Set<String> = [
  "address", "article", "aside", "blockquote", "center", "details", "dialog", "dd", "dir", "div",
  "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
  "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "search",
  "section", "summary", "table", "ul",
]

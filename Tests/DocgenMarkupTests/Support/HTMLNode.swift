/// A tree of HTML for comparing: an element, or a text where the name is empty.
struct HTMLNode: Sendable {
  var name: String
  var attributes: [HTMLAttribute] = []
  var children: [HTMLNode] = []
  /// A text's characters.
  var value = ""

  init(name: String, children: [HTMLNode]) {
    self.name = name
    self.children = children
  }

  static func text(_ value: String) -> HTMLNode {
    var node = HTMLNode(name: "", children: [])
    node.value = value
    return node
  }

  var isText: Bool { name.isEmpty }

  subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  var classes: [String] { self["class"]?.split(separator: " ").map(String.init) ?? [] }

  var text: String { isText ? value : children.map(\.text).joined() }

  var isHeading: Bool { name.utf8.count == 2 && name.first == "h" && name != "hr" }

  var isBlock: Bool {
    htmlParagraphEnders.contains(name)
      || [
        "tbody", "thead", "tfoot", "tr", "td", "th", "iframe", "video", "br", "admonition",
        "mermaid", "root",
      ].contains(name)
  }

  func first(where matches: (HTMLNode) -> Bool) -> HTMLNode? {
    for child in children {
      if matches(child) { return child }
      if let found = child.first(where: matches) { return found }
    }
    return nil
  }

  /// The tree of a text; closing tags that close nothing are passed over.
  static func read(_ html: String) -> HTMLNode {
    var open = [HTMLNode(name: "root", children: [])]
    func closeLast() {
      guard open.count > 1, let last = open.popLast() else { return }
      open[open.count - 1].children.append(last)
    }
    for token in HTMLTokenizer(html).tokens {
      switch token {
      case .text(let text): open[open.count - 1].children.append(.text(text))
      case .start(let name, let attributes, let isSelfClosing):
        var node = HTMLNode(name: name, children: [])
        node.attributes = attributes
        open.append(node)
        if isSelfClosing || htmlVoidElements.contains(name) { closeLast() }
      case .end(let name):
        guard let index = open.lastIndex(where: { $0.name == name }), index > 0 else { continue }
        while open.count > index { closeLast() }
      }
    }
    while open.count > 1 { closeLast() }
    return open[0]
  }
}

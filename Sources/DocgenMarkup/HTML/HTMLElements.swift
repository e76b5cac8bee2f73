/// What HTML says of its elements, as far as writing them correctly needs it.
package enum HTMLElements {
  /// Elements without content or closing tag.
  package static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// Elements that can't stand in a paragraph: an open one ends there.
  static let block: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dd", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "search",
    "section", "summary", "table", "ul", "tbody", "td", "tfoot", "th", "thead", "tr", "caption",
    "colgroup",
  ]

  static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// Elements that hold words rather than blocks: a paragraph of Markdown in one is just its words.
  static let holdsWords: Set<String> = headings.union([
    "p", "summary", "span", "button", "label", "pre", "b", "strong", "i", "em", "small", "kbd",
    "code",
  ])

  /// Elements that HTML's parser closes when it meets another one inside them.
  static func cannotHold(_ name: String) -> Set<String> {
    if headings.contains(name) { return headings }
    return ["a", "button", "form", "nobr"].contains(name) ? [name] : []
  }

  /// Whether an open element would be ended by a block in it: `<p>` by any, a heading by a heading.
  static func endsAtBlocks(_ name: String) -> Bool { name == "p" || headings.contains(name) }

  /// Tags that would change the page around the text; a parser doesn't take them there.
  static let ofThePage: Set<String> = ["html", "head", "body", "frame", "frameset", "plaintext"]

  /// The open elements that a new one ends by standing there, as `<li>` ends the item before it.
  static func ended(by name: String) -> Set<String> {
    switch name {
    case "p", "li", "option", "optgroup": [name]
    case "dt", "dd": ["dt", "dd"]
    case "rt", "rp": ["rt", "rp"]
    case "td", "th": ["td", "th"]
    case "tr": ["td", "th", "tr"]
    case "thead", "tbody", "tfoot": ["td", "th", "tr", "thead", "tbody", "tfoot", "colgroup"]
    default: []
    }
  }

  /// Elements whose closing tag HTML lets authors leave out.
  static let closesByItself: Set<String> = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "rt",
    "rp", "colgroup",
  ]

  /// Elements whose content is a program, not text.
  static let rawText: Set<String> = ["script", "style"]

  /// Elements in which an HTML parser sees no tags but their own closing one.
  static let holdsText: Set<String> = rawText.union([
    "iframe", "noembed", "noframes", "textarea", "title", "xmp",
  ])

  /// Every element that may stand in a page's text, and the usual ones of SVG and MathML: a
  /// lower-case tag of another name is a placeholder in somebody's text (`<name>`).
  static let known: Set<String> = Set(
    """
    a abbr acronym address area article aside audio b base bdi bdo big blockquote br button \
    canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl \
    dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 \
    header hgroup hr i iframe img input ins kbd label legend li link main map mark marquee menu \
    menuitem meta meter nav nobr noframes noscript object ol optgroup option output p param picture \
    pre progress q rp rt ruby s samp script search section select slot small source span strike \
    strong style sub summary sup table tbody td template textarea tfoot th thead time title tr track \
    tt u ul var video wbr \
    svg g path circle ellipse line polygon polyline rect text tspan defs use symbol marker mask \
    pattern clipPath linearGradient radialGradient stop filter feBlend feColorMatrix feComposite \
    feFlood feGaussianBlur feMerge feMergeNode feOffset foreignObject image animate \
    animateTransform animateMotion desc textPath view switch \
    math mi mo mn ms mrow mfrac msqrt mroot msup msub msubsup mtext mtable mtr mtd mover munder \
    munderover semantics annotation mspace mstyle
    """.split(separator: " ").map(String.init))
}

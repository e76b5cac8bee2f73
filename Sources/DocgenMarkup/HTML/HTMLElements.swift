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

  /// Elements whose closing tag HTML lets authors leave out.
  static let closesByItself: Set<String> = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "rt",
    "rp", "colgroup",
  ]

  /// Elements whose content is no markup.
  static let rawText: Set<String> = ["script", "style"]

  /// Every element of HTML and the usual ones of SVG and MathML: a lower-case tag of another name
  /// is a placeholder in somebody's text (`<name>`), unless it has a hyphen (a custom element).
  static func isKnown(_ name: String) -> Bool {
    all.contains(name) || name.utf8.contains(ASCII.hyphen)
  }

  private static let all: Set<String> = Set(
    """
    a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button \
    canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl \
    dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head \
    header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee menu \
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

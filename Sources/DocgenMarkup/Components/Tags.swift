import DocgenCore

/// What a tag in MDX becomes.
extension DocumentRenderer {
  mutating func appendTag(_ tag: MDXTag, _ construct: Construct) {
    if tag.form == .closing {
      closeTag(tag, construct)
      return
    }
    guard frames.count < Self.deepestFrame else {
      report(
        .warning, "mdx/too-deep", "There are \(Self.deepestFrame) elements open here already",
        at: tag.source, hint: "close some; this tag is shown as text")
      appendAsText(construct)
      return
    }
    if tag.name.isEmpty {
      open(.component, "", closing: "", tag.source)
    } else if tag.isComponent {
      openComponent(tag)
    } else {
      openElement(tag)
    }
    if tag.form == .selfClosing, !HTMLElements.void.contains(tag.name) { closeFrame() }
  }

  /// An element written in JSX or HTML.
  private mutating func openElement(_ tag: MDXTag) {
    noteBlock(tag.name)
    html.append("<\(tag.name)")
    let content = appendAttributes(of: tag)
    html.append(">")
    if HTMLElements.void.contains(tag.name) { return }
    if tag.name == "a" { linkDepth += 1 }
    open(.element, tag.name, closing: "</\(tag.name)>", tag.source)
    html += content
  }

  /// A paragraph that holds a block is no `<p>`.
  mutating func noteBlock(_ name: String) {
    if paragraph != nil, HTMLElements.block.contains(name) { paragraph?.holdsBlock = true }
  }

  /// Writes a tag's attributes as HTML's.
  ///
  /// - Returns: the content that `dangerouslySetInnerHTML` names; usually nothing.
  mutating func appendAttributes(of tag: MDXTag, except left: Set<String> = []) -> [UInt8] {
    var content: [UInt8] = []
    let hasSize = tag.attributes.contains { $0.name == "width" || $0.name == "height" }
    for attribute in tag.attributes where !left.contains(attribute.name) {
      switch attribute.name {
      case "key", "ref": continue
      case "dangerouslySetInnerHTML":
        if case .node(let node) = value(of: attribute), let inner = node["__html"]?.string {
          content = Array(inner.utf8)
          continue
        }
      default: break
      }
      append(attribute, of: tag, hasSize: hasSize)
    }
    for spread in tag.spreads { reportUnknown(tag, "{\(shortened(spread))}", at: spread) }
    return content
  }

  private mutating func append(_ attribute: MDXTag.Attribute, of tag: MDXTag, hasSize: Bool) {
    let name = AttributeNames.html(attribute.name)
    switch value(of: attribute) {
    case .null, .flag(false): return
    case .flag(true): html.append(" \(name)=\"\"")
    case .text(let text), .url(let text):
      appendAttribute(name, text, of: tag, at: attribute.source, hasSize: hasSize)
    case .node(let node) where name == "style":
      appendAttribute(name, StyleObject.css(node), of: tag, at: attribute.source, hasSize: false)
    case .node, .unknown:
      reportUnknown(tag, attribute.name, at: attribute.source)
    }
  }

  private mutating func reportUnknown(_ tag: MDXTag, _ what: String, at range: Range<Int>) {
    report(
      .warning, "mdx/unknown-attribute-value",
      "The value of '\(what)' on <\(tag.name)> can't be known without running it", at: range,
      hint: "the attribute is left out; write its value as text")
  }

  private mutating func appendAttribute(
    _ name: String, _ text: String, of tag: MDXTag, at range: Range<Int>, hasSize: Bool
  ) {
    if name == "id" || (name == "name" && tag.name == "a") { document.elementIDs.append(text) }
    if AttributeNames.isURL(name, on: tag.name) {
      appendSlot(.link(document.links.count))
      document.links.append(
        DocumentLink(
          kind: .attribute(element: tag.name, name: name), destination: text,
          position: positions.position(of: range.lowerBound), hasSize: hasSize))
      return
    }
    html.append(" \(name)=\"")
    HTMLEscaping.appendEscaped(text, into: &html)
    html.append("\"")
  }
}

/// What React calls HTML's attributes, and what they are.
enum AttributeNames {
  static func html(_ name: String) -> String {
    if let special = special[name] { return special }
    guard name.utf8.contains(where: ASCII.isUpper), !svg.contains(name) else { return name }
    return hyphenated.contains(name) ? hyphenate(name) : name.lowercased()
  }

  static func isURL(_ name: String, on element: String) -> Bool {
    switch name {
    case "href": ["a", "area", "link"].contains(element)
    case "src":
      ["img", "video", "audio", "source", "iframe", "embed", "track", "input"].contains(element)
    case "poster": element == "video"
    case "data": element == "object"
    default: false
    }
  }

  private static let special = [
    "className": "class", "htmlFor": "for", "httpEquiv": "http-equiv",
    "acceptCharset": "accept-charset", "xlinkHref": "xlink:href", "defaultValue": "value",
    "defaultChecked": "checked",
  ]

  /// SVG's own names with capitals.
  private static let svg: Set<String> = [
    "viewBox", "preserveAspectRatio", "gradientUnits", "gradientTransform", "patternUnits",
    "patternTransform", "clipPathUnits", "maskUnits", "maskContentUnits", "markerWidth",
    "markerHeight", "markerUnits", "refX", "refY", "stdDeviation", "textLength", "lengthAdjust",
    "pathLength", "startOffset", "spreadMethod", "attributeName", "repeatCount", "baseFrequency",
    "numOctaves", "tableValues", "keyTimes", "keySplines", "calcMode",
  ]

  private static let hyphenated: Set<String> = [
    "strokeWidth", "strokeLinecap", "strokeLinejoin", "strokeDasharray", "strokeDashoffset",
    "strokeMiterlimit", "strokeOpacity", "fillOpacity", "fillRule", "clipRule", "clipPath",
    "stopColor", "stopOpacity", "textAnchor", "dominantBaseline", "alignmentBaseline",
    "baselineShift", "fontFamily", "fontSize", "fontStyle", "fontWeight", "letterSpacing",
    "wordSpacing", "markerStart", "markerMid", "markerEnd", "pointerEvents", "shapeRendering",
    "textRendering", "vectorEffect", "floodColor", "floodOpacity", "colorInterpolationFilters",
  ]

  static func hyphenate(_ name: String) -> String {
    name.reduce(into: "") { result, character in
      if character.isUppercase {
        result += "-" + character.lowercased()
      } else {
        result.append(character)
      }
    }
  }
}

/// `style={{marginBottom: 8, color: 'red'}}` as CSS.
enum StyleObject {
  static func css(_ node: ConfigNode) -> String {
    (node.members ?? []).compactMap { member in
      guard var value = member.value.scalarText else { return nil }
      let isCustom = member.key.hasPrefix("--")
      if member.value.number != nil, value != "0", !isCustom, !unitless.contains(member.key) {
        value += "px"
      }
      return "\(isCustom ? member.key : AttributeNames.hyphenate(member.key)):\(value)"
    }.joined(separator: ";")
  }

  /// Properties whose numbers are no lengths.
  private static let unitless: Set<String> = [
    "animationIterationCount", "aspectRatio", "columnCount", "columns", "fillOpacity", "flex",
    "flexGrow", "flexShrink", "fontWeight", "gridArea", "gridColumn", "gridColumnEnd",
    "gridColumnStart", "gridRow", "gridRowEnd", "gridRowStart", "lineClamp", "lineHeight",
    "opacity", "order", "orphans", "scale", "stopOpacity", "strokeOpacity", "tabSize", "widows",
    "zIndex", "zoom",
  ]
}

/// What React calls HTML's attributes, and what they are.
enum AttributeNames {
  static func html(_ name: String) -> String {
    if let special = special[name] { return special }
    guard name.utf8.contains(where: ASCII.isUpper), !svg.contains(name) else { return name }
    return hyphenated.contains(name) ? hyphenate(name) : name.lowercased()
  }

  /// Whether an attribute's value is the word `true` or `false` rather than its being there.
  static func saysTrueOrFalse(_ name: String) -> Bool {
    name.hasPrefix("aria-") || name.hasPrefix("data-")
      || ["draggable", "contenteditable", "spellcheck"].contains(name)
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

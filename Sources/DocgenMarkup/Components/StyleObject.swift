import DocgenCore

/// `style={{marginBottom: 8, color: 'red'}}` as CSS.
enum StyleObject {
  static func css(_ node: ConfigNode) -> String {
    (node.members ?? []).compactMap { member in
      guard var value = member.value.scalarText else { return nil }
      let isCustom = member.key.hasPrefix("--")
      if member.value.number != nil, value != "0", !isCustom, !isUnitless(member.key) {
        value += "px"
      }
      return "\(isCustom ? member.key : property(member.key)):\(value)"
    }.joined(separator: ";")
  }

  /// `marginTop` is `margin-top`, `WebkitTransform` and `msTransform` have a hyphen before them too.
  private static func property(_ key: String) -> String {
    (key.hasPrefix("ms") ? "-" : "") + AttributeNames.hyphenate(key)
  }

  private static func isUnitless(_ key: String) -> Bool {
    for prefix in ["Webkit", "Moz", "ms", "O"] where key.hasPrefix(prefix) {
      let name = key.dropFirst(prefix.count)
      if unitless.contains(name.prefix(1).lowercased() + name.dropFirst()) { return true }
    }
    return unitless.contains(key)
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

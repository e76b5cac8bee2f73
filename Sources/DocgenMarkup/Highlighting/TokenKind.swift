/// What a stretch of code is. The names are Prism's, so that Prism's themes colour our output.
enum TokenKind: UInt8, CaseIterable, Sendable {
  case comment, keyword, string, number, function, builtin, className, boolean, property
  case tag, attributeName, attributeValue, variable, inserted, deleted, regex, constant
  case prompt, output, heading

  /// The class beside `token`.
  var cssClass: String {
    switch self {
    case .className: "class-name"
    case .attributeName: "attr-name"
    case .attributeValue: "attr-value"
    default: "\(self)"
    }
  }

  /// The opening tags by raw value, made once: they are written some hundred thousand times a site.
  static let openingTags: [[UInt8]] = allCases.map {
    Array("<span class=\"token \($0.cssClass)\">".utf8)
  }
}

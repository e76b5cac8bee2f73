/// What a stretch of code is. The names are Prism's, so that Prism's themes colour our output.
enum TokenKind: Sendable {
  case comment, keyword, string, number, function, builtin, className, boolean, property
  case tag, attributeName, attributeValue, variable, inserted, deleted, regex, constant
  case prompt, output, heading

  var openingTag: StaticString {
    switch self {
    case .comment: #"<span class="token comment">"#
    case .keyword: #"<span class="token keyword">"#
    case .string: #"<span class="token string">"#
    case .number: #"<span class="token number">"#
    case .function: #"<span class="token function">"#
    case .builtin: #"<span class="token builtin">"#
    case .className: #"<span class="token class-name">"#
    case .boolean: #"<span class="token boolean">"#
    case .property: #"<span class="token property">"#
    case .tag: #"<span class="token tag">"#
    case .attributeName: #"<span class="token attr-name">"#
    case .attributeValue: #"<span class="token attr-value">"#
    case .variable: #"<span class="token variable">"#
    case .inserted: #"<span class="token inserted">"#
    case .deleted: #"<span class="token deleted">"#
    case .regex: #"<span class="token regex">"#
    case .constant: #"<span class="token constant">"#
    case .prompt: #"<span class="token prompt">"#
    case .output: #"<span class="token output">"#
    case .heading: #"<span class="token heading">"#
    }
  }
}

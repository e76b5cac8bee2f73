package struct CodeBlockOptions: Sendable { package init() {} }
struct CodeFenceInfo { var language: String; init(_ i: [UInt8]) { language = text(i.prefix { !ASCII.isWhitespace($0) }) } }
struct CodeBlockRenderer { let options: CodeBlockOptions; let hasMermaid: Bool
  struct R { var unknownLanguage: String? }
  func append(_ code: [UInt8], info: CodeFenceInfo, into html: inout [UInt8]) -> R { html.append("<pre><code class=\"language-\(info.language)\">"); HTMLEscaping.appendEscaped(code, into: &html); html.append("</code></pre>"); return R() } }

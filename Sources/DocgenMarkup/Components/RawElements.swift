import DocgenCore

/// Elements whose content is no Markdown: `<CodeBlock>`, `<script>`, `<style>`.
extension DocumentRenderer {
  mutating func appendRawElement(_ tag: MDXTag, content: Range<Int>) {
    let inner = rawContent(content)
    if tag.name == "CodeBlock" {
      startLine()
      noteBlock("pre")
      appendCodeBlock(inner, info: codeInfo(of: tag), at: tag.source)
      return
    }
    html.append("<\(tag.name)")
    appendAttributes(of: tag)
    html.append(">")
    html += inner
    html.append("</\(tag.name)>")
  }

  private mutating func codeInfo(of tag: MDXTag) -> CodeFenceInfo {
    var language = attributeText("language", of: tag) ?? ""
    if let className = attributeText("className", of: tag), className.hasPrefix("language-") {
      language = String(className.dropFirst(9))
    }
    var info = CodeFenceInfo("\(language) \(attributeText("metastring", of: tag) ?? "")")
    if let title = attributeText("title", of: tag) { info.title = title }
    if attributeFlag("showLineNumbers", of: tag) { info.showsLineNumbers = true }
    return info
  }

  /// The bytes between the tags; one template literal in braces is its text.
  private mutating func rawContent(_ range: Range<Int>) -> [UInt8] {
    let bytes = source.body[range]
    let inner = bytes.drop(while: ASCII.isWhitespace)
    if inner.first == ASCII.openBrace,
      let last = inner.lastIndex(where: { !ASCII.isWhitespace($0) }),
      inner[last] == ASCII.closeBrace,
      case .text(let text) = value(ofExpression: inner.startIndex + 1..<last)
    {
      return Array(text.utf8)
    }
    return Array(bytes.first == ASCII.newline ? bytes.dropFirst() : bytes)
  }
}

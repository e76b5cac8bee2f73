import DocgenCore

/// `<ThemedImage>`.
extension DocumentRenderer {
  /// One picture for each colour mode; the theme shows the one that fits.
  mutating func openThemedImage(_ tag: MDXTag) {
    let attribute = tag.attributes.last { $0.name == "sources" }
    let sources = attribute.flatMap { themedSources(of: $0) } ?? []
    if sources.isEmpty {
      report(
        .warning, "mdx/unknown-attribute-value",
        "<ThemedImage> has no sources that can be read", at: tag.source,
        hint: "write sources={{light: '/img/a.png', dark: '/img/b.png'}}")
    }
    for (mode, path) in sources {
      html.append("<img class=\"themed-image themed-image--\(mode)\"")
      appendSlot(.link(document.links.count))
      document.links.append(
        DocumentLink(
          kind: .attribute(element: "img", name: "src"), destination: path,
          position: positions.position(of: tag.source.lowerBound)))
      appendAttributes(of: tag, except: ["sources", "className", "src"])
      html.append(">")
    }
    open(.component, tag.name, closing: "", tag.source)
  }

  /// `{{light: …, dark: …}}`, whose values may be calls of `useBaseUrl` that only their text tells.
  private mutating func themedSources(of attribute: MDXTag.Attribute) -> [(String, String)]? {
    guard case .expression(let range) = attribute.value else { return nil }
    let read = JavaScriptReader.expression(
      Array(source.body[range]), file: source.file, at: positions.position(of: range.lowerBound))
    return ["light", "dark"].compactMap { mode in
      guard let node = read.value?[mode] else { return nil }
      switch node.value {
      case .string(let path): return (mode, path)
      case .unknown(let source):
        let parts = source.split { $0 == "'" || $0 == "\"" || $0 == "`" }
        return parts.count > 1 ? (mode, String(parts[1])) : nil
      default: return nil
      }
    }
  }
}

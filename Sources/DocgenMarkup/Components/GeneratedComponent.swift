import DocgenCore

/// A component that writes Markdown from what the program knows, when a page is parsed. What it
/// writes is a part of the page: its headings are in the table of contents, its links are checked.
package struct GeneratedComponent: Sendable {
  /// One use of the component.
  package struct Tag: Sendable, Equatable {
    package struct Attribute: Sendable, Equatable {
      package var name: String
      /// Nil where it is no text and no number.
      package var text: String?
      package var span: SourceSpan
    }

    package var name: String
    package var attributes: [Attribute]
    package var span: SourceSpan

    /// The text of an attribute; the last one counts.
    package subscript(_ name: String) -> Attribute? { attributes.last { $0.name == name } }
  }

  let markdown: @Sendable (Tag) -> Diagnosed<String>

  /// - Parameter markdown: the Markdown (with components) in place of a tag, and what is wrong with
  ///   the tag.
  package init(markdown: @escaping @Sendable (Tag) -> Diagnosed<String>) {
    self.markdown = markdown
  }
}

extension DocumentRenderer {
  mutating func appendGenerated(_ component: GeneratedComponent, _ tag: MDXTag) {
    startLine()
    noteBlock("div")
    let attributes = tag.attributes.map { attribute in
      var written: String?
      if case .text(let text) = value(of: attribute) { written = text }
      return GeneratedComponent.Tag.Attribute(
        name: attribute.name, text: written, span: span(of: attribute.source))
    }
    let use = GeneratedComponent.Tag(
      name: tag.name, attributes: attributes, span: span(of: tag.source))
    document.generated.append(use)
    let generated = component.markdown(use)
    diagnostics += generated.diagnostics
    append(generated: generated.value, at: use.span.start)
    startLine()
    open(.component, tag.name, closing: "", tag.source)
  }

  private mutating func append(generated markdown: String, at place: SourcePosition) {
    var inner = source
    inner.body = SourceCleaning.withoutControls(Array(markdown.utf8))
    // Text that is generated generates nothing, so that it has an end.
    var options = options
    options.generatedComponents = [:]
    options.exampleWords = []
    appendFragment(inner, SourcePositions(all: place, length: inner.body.count), options)
  }

  private mutating func span(of range: Range<Int>) -> SourceSpan {
    SourceSpan(
      file: source.file, start: positions.position(of: range.lowerBound),
      end: positions.position(of: range.upperBound))
  }
}

import DocgenCore

/// Reads Mustache syntax: https://mustache.github.io/mustache.5.html, and the white-space rules of
/// the Mustache specification (1.4), which is exact about them.
///
/// Not supported, and reported: lambdas, blocks, parents and dynamic names.
struct TemplateParser {
  private struct OpenSection {
    var name: TemplateName
    var isInverted: Bool
  }

  private let scanner: TemplateScanner
  private var template: ParsedTemplate
  private var openSections: [OpenSection] = []
  private var diagnostics: [Diagnostic] = []

  /// - Parameter indentation: put before each line, as the specification has it for partials;
  ///   positions are those of the text without it.
  static func parse(
    _ source: TemplateSource, indentation: [UInt8] = []
  ) -> Diagnosed<ParsedTemplate> {
    let indented = source.indented(by: indentation)
    var parser = TemplateParser(
      scanner: TemplateScanner(indented, addedColumns: indentation.count),
      template: ParsedTemplate(source: indented))
    parser.parse()
    return Diagnosed(parser.template, parser.diagnostics)
  }

  private init(scanner: TemplateScanner, template: ParsedTemplate) {
    self.scanner = scanner
    self.template = template
  }

  private mutating func parse() {
    var delimiters = TemplateDelimiters.standard
    var cursor = 0
    while let start = scanner.find(delimiters.open, from: cursor) {
      guard let tag = scanner.tag(at: start, delimiters) else {
        report(
          "template/unclosed-tag", "this tag is not closed", at: scanner.span(start..<start + 1),
          hint: "close it with '\(String(decoding: delimiters.close, as: UTF8.self))'")
        break
      }
      var text = cursor..<start
      cursor = tag.range.upperBound
      var indentation: [UInt8] = []
      if tag.mayStandAlone, let line = scanner.lineOfItsOwn(tag.range) {
        text = text.lowerBound..<max(text.lowerBound, line.lowerBound)
        indentation = Array(template.source.bytes[line.lowerBound..<start])
        cursor = line.upperBound
      }
      append(text)
      if tag.sigil == UInt8(ascii: "=") {
        delimiters = newDelimiters(tag) ?? delimiters
      } else {
        append(tag, indentation: indentation)
      }
    }
    append(cursor..<template.source.bytes.count)
    while let section = openSections.popLast() { reportUnclosed(section) }
  }

  private mutating func append(_ text: Range<Int>) {
    if !text.isEmpty { template.parts.append(.text(text)) }
  }

  private mutating func append(_ tag: TemplateTag, indentation: [UInt8]) {
    if tag.sigil == UInt8(ascii: "!") { return }
    guard let name = name(of: tag) else { return }
    switch tag.sigil {
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      let isInverted = tag.sigil == UInt8(ascii: "^")
      openSections.append(OpenSection(name: name, isInverted: isInverted))
      template.parts.append(.section(name, isInverted: isInverted))
    case UInt8(ascii: "/"): close(name)
    case UInt8(ascii: ">"):
      template.parts.append(.partial(name, indentation: indentation))
    default: template.parts.append(.variable(name, isRaw: tag.sigil != nil))
    }
  }

  private mutating func close(_ name: TemplateName) {
    guard let index = openSections.lastIndex(where: { $0.name.text == name.text }) else {
      let open = openSections.last
      report(
        "template/unopened-section", "'{{/\(name.text)}}' closes a section that is not open",
        at: name.span,
        notes: open.map { [Diagnostic.Note("'\($0.name.text)' is open", span: $0.name.span)] }
          ?? [],
        hint: open.map { "did you mean '{{/\($0.name.text)}}'?" })
      return
    }
    while openSections.count > index + 1 {
      if let inner = openSections.popLast() { reportUnclosed(inner, before: name) }
    }
    openSections.removeLast()
    template.parts.append(.close)
  }

  private mutating func reportUnclosed(_ section: OpenSection, before outer: TemplateName? = nil) {
    let sigil = section.isInverted ? "^" : "#"
    report(
      "template/unclosed-section", "the section '{{\(sigil)\(section.name.text)}}' is not closed",
      at: section.name.span,
      notes: outer.map { [Diagnostic.Note("'{{/\($0.text)}}' is here", span: $0.span)] } ?? [],
      hint: "close it with '{{/\(section.name.text)}}'")
    template.parts.append(.close)
  }

  /// The name in a tag, or nil, reported, where there is none.
  private mutating func name(of tag: TemplateTag) -> TemplateName? {
    let text = String(decoding: template.source.bytes[tag.content], as: UTF8.self)
    let name = TemplateName(text: text, span: scanner.span(tag.content))
    let isPartial = tag.sigil == UInt8(ascii: ">")
    guard let problem = TemplateTag.problem(with: text, isPartial: isPartial) else { return name }
    let span = scanner.span(tag.content.isEmpty ? tag.range : tag.content)
    report("template/bad-tag", problem.message, at: span, hint: problem.hint)
    return nil
  }

  private mutating func newDelimiters(_ tag: TemplateTag) -> TemplateDelimiters? {
    let parts = template.source.bytes[tag.content].split(whereSeparator: TemplateScanner.isSpace)
    if parts.count == 2, !parts.joined().contains(UInt8(ascii: "=")) {
      return TemplateDelimiters(open: Array(parts[0]), close: Array(parts[1]))
    }
    report(
      "template/bad-delimiters", "a tag that sets delimiters names two of them, without '='",
      at: scanner.span(tag.range), hint: "write '{{=<% %>=}}'")
    return nil
  }

  private mutating func report(
    _ code: String, _ message: String, at span: SourceSpan, notes: [Diagnostic.Note] = [],
    hint: String?
  ) {
    diagnostics.append(Diagnostic(.error, code, message, at: span, notes: notes, hint: hint))
  }
}

import DocgenCore

/// Turns a template and its partials into one flat program: partials become part of the template,
/// and every name is bound to the place of its value.
struct TemplateCompiler {
  private struct OpenSection {
    var operation: Int
    var pushesFrame: Bool
  }

  /// Deeper sections are an error, which bounds the recursion of rendering.
  private static let deepestSection = 100
  /// Longer chains of partials are an error, which bounds the recursion of compiling.
  private static let deepestPartial = 40
  /// What all partials together may cost, in bytes read: partials that include each other twice
  /// and again would grow without end.
  private static let largestTemplate = 16 << 20

  private(set) var program = TemplateProgram()
  private(set) var dependencies: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  private var reported: Set<Diagnostic> = []

  private let sources: [String: TemplateSource]
  private var scope: TemplateScope
  private var openSections: [OpenSection] = []
  /// The partials around the current place.
  private var chain: [TemplateName] = []
  private var cost = 0
  private var isAborted = false
  /// The number of operations at the last end of a section: what follows belongs to no earlier one.
  private var barrier = 0

  init(sources: [String: TemplateSource], context: TemplateShape) {
    self.sources = sources
    scope = TemplateScope(frames: [context])
  }

  mutating func compile(_ name: String) {
    guard let source = sources[name] else {
      report(
        "template/unknown-template", "there is no template '\(name)'", at: nil,
        hint: Suggestions.hint(for: name, among: sources.keys.sorted()))
      return
    }
    chain = [TemplateName(text: name, span: SourceSpan(file: source.file, line: 1))]
    dependencies.insert(name)
    append(source, indentation: [])
  }

  private mutating func append(_ source: TemplateSource, indentation: [UInt8]) {
    let parsed = TemplateParser.parse(source, indentation: indentation)
    for diagnostic in parsed.diagnostics { report(diagnostic) }
    let bytes = parsed.value.source.bytes
    for part in parsed.value.parts where !isAborted {
      switch part {
      case .text(let range): append(bytes[range])
      case .variable(let name, let isRaw): appendVariable(name, isRaw: isRaw)
      case .section(let name, let isInverted): openSection(name, isInverted: isInverted)
      case .close: closeSection()
      case .partial(let name, let indentation): appendPartial(name, indentation: indentation)
      }
    }
  }

  /// Neighbouring texts become one.
  private mutating func append(_ text: ArraySlice<UInt8>) {
    var start = program.literals.count
    program.literals.append(contentsOf: text)
    if program.operations.count > barrier, case .literal(let last)? = program.operations.last {
      program.operations.removeLast()
      start = last.lowerBound
    }
    program.operations.append(.literal(start..<program.literals.count))
  }
}

// MARK: - Names

extension TemplateCompiler {
  private mutating func appendVariable(_ name: TemplateName, isRaw: Bool) {
    guard let (binding, shape) = resolve(name) else { return }
    switch shape {
    case .text where isRaw:
      report(
        "template/raw-text", "'\(name.text)' is text, which has to be escaped", at: name.span,
        hint: "write '{{\(name.text)}}'")
    case .html where !isRaw:
      report(
        "template/escaped-html", "'\(name.text)' is HTML and would be escaped", at: name.span,
        hint: "write '{{{\(name.text)}}}'")
    case .text, .html, .open:
      program.operations.append(isRaw ? .raw(binding) : .escaped(binding))
    case .flag, .list, .record, .optional:
      report(
        "template/not-text", "'\(name.text)' is \(shape.kindName) and can't be shown as text",
        at: name.span, hint: "use it as a section: '{{#\(name.text)}}…{{/\(name.text)}}'")
    }
  }

  /// The place and shape of a name, or nil, reported, where there is none.
  private mutating func resolve(
    _ name: TemplateName
  ) -> (binding: TemplateBinding, shape: TemplateShape)? {
    if let found = scope.resolve(name) { return found }
    report(
      "template/unknown-name", "there is no name '\(name.text)' for a template to use here",
      at: name.span, hint: scope.hint(for: name))
    return nil
  }
}

// MARK: - Sections

extension TemplateCompiler {
  private mutating func openSection(_ name: TemplateName, isInverted: Bool) {
    guard openSections.count < Self.deepestSection else {
      return abort(
        "template/too-deep", "sections are nested more than \(Self.deepestSection) deep",
        at: name.span)
    }
    // What is in a section that is wrong itself may be anything: one finding is enough.
    let (binding, shape) = resolve(name) ?? (TemplateBinding([]), .open)
    let frame = frame(over: shape, of: name)
    let pushesFrame = frame != nil && !isInverted
    if let frame, !isInverted { scope.frames.append(frame) }
    openSections.append(
      OpenSection(operation: program.operations.count, pushesFrame: pushesFrame))
    program.operations.append(
      isInverted
        ? .inverted(binding, end: 0) : .section(binding, pushesFrame: pushesFrame, end: 0))
  }

  /// The shape of the frame that a section over `shape` pushes; nil for none.
  private mutating func frame(
    over shape: TemplateShape, of name: TemplateName
  ) -> TemplateShape? {
    switch shape {
    case .flag: return nil
    case .list(let element): return element
    case .optional(let present): return present
    case .record, .open: return shape
    case .text, .html:
      let components = name.components.dropLast() + ["has\(name.capitalized)"]
      let flag = TemplateName(text: components.joined(separator: "."), span: name.span)
      report(
        "template/not-a-section",
        "'\(name.text)' is \(shape.kindName), and a section needs a flag, a list or an object",
        at: name.span,
        hint: scope.resolve(flag).map { _ in "did you mean '\(flag.text)'?" })
      return .open
    }
  }

  private mutating func closeSection() {
    guard let section = openSections.popLast() else { return }
    if section.pushesFrame { scope.frames.removeLast() }
    let end = program.operations.count
    barrier = end
    switch program.operations[section.operation] {
    case .section(let binding, let pushesFrame, _):
      program.operations[section.operation] = .section(
        binding, pushesFrame: pushesFrame, end: end)
    case .inverted(let binding, _):
      program.operations[section.operation] = .inverted(binding, end: end)
    default: break
    }
  }
}

// MARK: - Partials

extension TemplateCompiler {
  private mutating func appendPartial(_ name: TemplateName, indentation: [UInt8]) {
    guard let source = sources[name.text] else {
      return report(
        "template/unknown-partial", "there is no template '\(name.text)'", at: name.span,
        hint: Suggestions.hint(for: name.text, among: sources.keys.sorted()))
    }
    if let outer = chain.firstIndex(where: { $0.text == name.text }) {
      let path = (chain[outer...].map(\.text) + [name.text]).joined(separator: "' → '")
      return report(
        "template/recursive-partial", "the template '\(name.text)' includes itself",
        at: name.span, hint: "break the circle: '\(path)'")
    }
    guard chain.count < Self.deepestPartial else {
      return abort(
        "template/too-deep", "partials include each other more than \(Self.deepestPartial) deep",
        at: name.span)
    }
    cost += source.cost(indentedBy: indentation)
    guard cost <= Self.largestTemplate else {
      return abort(
        "template/too-large", "with all its partials, this template is too large", at: name.span)
    }
    dependencies.insert(name.text)
    chain.append(name)
    append(source, indentation: indentation)
    chain.removeLast()
  }
}

// MARK: - Findings

extension TemplateCompiler {
  private mutating func report(
    _ code: String, _ message: String, at span: SourceSpan?, hint: String? = nil
  ) {
    report(Diagnostic(.error, code, message, at: span, hint: hint))
  }

  /// A partial that is included twice has the same finding twice.
  private mutating func report(_ diagnostic: Diagnostic) {
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  private mutating func abort(_ code: String, _ message: String, at span: SourceSpan) {
    report(code, message, at: span)
    isAborted = true
  }
}

extension TemplateSource {
  /// The bytes to be read, and something for reading at all.
  fileprivate func cost(indentedBy indentation: [UInt8]) -> Int {
    let lines = indentation.isEmpty ? 0 : bytes.count { $0 == UInt8(ascii: "\n") } + 1
    return 256 + bytes.count + lines * indentation.count
  }
}

extension TemplateName {
  /// The last part of the name with a capital first letter.
  fileprivate var capitalized: String {
    guard let last = components.last, let first = last.first else { return "" }
    return first.uppercased() + last.dropFirst()
  }
}

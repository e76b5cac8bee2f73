/// A template that has been read, checked and bound to the names of `Context`: rendering follows
/// indexes and copies bytes.
package struct Template<Context: TemplateContext>: Sendable {
  /// The templates it is made of: its own name and those of all partials in it.
  package let dependencies: Set<String>
  private let program: TemplateProgram

  init(_ program: TemplateProgram, dependencies: Set<String>) {
    self.program = program
    self.dependencies = dependencies
  }

  /// Appends the template, filled with `context`, to `output`.
  package func render(_ context: Context, into output: inout [UInt8]) {
    var frames = [context.templateValue]
    program.run(0..<program.operations.count, frames: &frames, into: &output)
  }
}

/// Where the value of a name is, relative to the frames that sections push.
enum TemplateBinding: Sendable, Equatable {
  enum Step: Sendable, Equatable {
    case field(Int)
    case name(String)
  }

  struct Path: Sendable, Equatable {
    /// Counted from the outermost.
    var frame: Int
    /// None: the frame itself (`{{.}}`).
    var steps: [Step]
  }

  /// What nearly every name is: a field of a frame.
  case field(Int, frame: Int)
  /// The first one whose first step leads somewhere counts. There is more than one only where a
  /// frame's names are not known before rendering.
  case paths([Path])

  init(_ paths: [Path]) {
    if paths.count == 1, paths[0].steps.count == 1, case .field(let index) = paths[0].steps[0] {
      self = .field(index, frame: paths[0].frame)
    } else {
      self = .paths(paths)
    }
  }

  func value(in frames: [TemplateValue]) -> TemplateValue {
    switch self {
    case .field(let index, let frame):
      guard case .record(let values) = frames[frame], index < values.count else { return .null }
      return values[index]
    case .paths(let paths):
      for path in paths {
        guard let first = path.steps.first else { return frames[path.frame] }
        guard var value = frames[path.frame][first] else { continue }
        for step in path.steps.dropFirst() {
          guard let next = value[step] else { return .null }
          value = next
        }
        return value
      }
      return .null
    }
  }
}

/// A template as flat operations. A section's operations follow it, up to its `end`.
struct TemplateProgram: Sendable {
  enum Operation: Sendable {
    /// Bytes of `literals`.
    case literal(Range<Int>)
    case escaped(TemplateBinding)
    case raw(TemplateBinding)
    /// A flag's section pushes no frame: it has no names.
    case section(TemplateBinding, pushesFrame: Bool, end: Int)
    case inverted(TemplateBinding, end: Int)
  }

  var literals: [UInt8] = []
  var operations: [Operation] = []

  /// Recursion is as deep as sections are nested, which the compiler bounds.
  func run(_ range: Range<Int>, frames: inout [TemplateValue], into output: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch operations[index] {
      case .literal(let bytes):
        output.append(contentsOf: literals[bytes])
      case .escaped(let binding):
        append(binding.value(in: frames), escaped: true, into: &output)
      case .raw(let binding):
        append(binding.value(in: frames), escaped: false, into: &output)
      case .section(let binding, let pushesFrame, let end):
        let value = binding.value(in: frames)
        if value.isTrue {
          let content = index + 1..<end
          if pushesFrame {
            runSection(content, over: value, frames: &frames, into: &output)
          } else {
            run(content, frames: &frames, into: &output)
          }
        }
        index = end
        continue
      case .inverted(let binding, let end):
        if !binding.value(in: frames).isTrue {
          run(index + 1..<end, frames: &frames, into: &output)
        }
        index = end
        continue
      }
      index += 1
    }
  }

  private func runSection(
    _ content: Range<Int>, over value: TemplateValue, frames: inout [TemplateValue],
    into output: inout [UInt8]
  ) {
    let elements = if case .list(let elements) = value { elements } else { [value] }
    for element in elements {
      frames.append(element)
      run(content, frames: &frames, into: &output)
      frames.removeLast()
    }
  }

  private func append(_ value: TemplateValue, escaped: Bool, into output: inout [UInt8]) {
    switch value {
    case .text(let text), .number(let text):
      if escaped {
        HTMLEscaping.appendEscaped(text, into: &output)
      } else {
        output.append(contentsOf: text.utf8)
      }
    case .html(let bytes):
      if escaped {
        HTMLEscaping.appendEscaped(bytes, into: &output)
      } else {
        output.append(contentsOf: bytes)
      }
    case .bool(let flag):
      output.append(contentsOf: (flag ? "true" : "false").utf8)
    case .list, .object:
      append(.text(value.json), escaped: escaped, into: &output)
    case .null, .record:
      break  // A record is never bound as text.
    }
  }
}

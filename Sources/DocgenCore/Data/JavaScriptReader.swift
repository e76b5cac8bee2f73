/// Reads JavaScript and TypeScript as data: configuration that was written as a program, of which
/// only what stands there literally is understood. Nothing is executed.
///
/// Understood are literals (objects, lists, texts with every escape, templates, numbers, booleans,
/// `null`), earlier constants and their members, spreads of both, `+`, `!`, `===`, and conditions
/// (`?:`, `&&`, `||`, `??`) on known values, `new Date().getFullYear()`, `require.resolve('…')`, and
/// functions that just return such a value. Types are stepped over. Everything else is `.unknown`.
package enum JavaScriptReader {
  /// What a module exports by default or as `module.exports`.
  ///
  /// - Parameters:
  ///   - file: The file's path for positions, relative to the site.
  ///   - year: What `new Date().getFullYear()` is; nil makes that unknown like any other call.
  /// - Returns: Nil with an error where the source can't be read (`config/syntax`,
  ///   `config/too-deep`, `config/too-large`) or exports nothing (`config/no-export`). Each value
  ///   that would have to be run is a note, `config/needs-running`; spreads and computed keys of
  ///   that kind are left out of their list or object.
  package static func module(
    _ bytes: [UInt8], file: String, year: Int?
  ) -> Diagnosed<ConfigNode?> {
    do throws(JavaScriptError) {
      var lexer = JavaScriptLexer(bytes)
      var parser = JavaScriptParser(
        tokens: try lexer.tokenize(), bytes: bytes, file: file, year: year)
      guard let exported = try parser.module() else {
        let diagnostic = Diagnostic(
          .error, "config/no-export", "the file exports no configuration",
          at: SourceSpan(file: file, line: 1), hint: "write 'export default {…}'")
        return Diagnosed(nil, parser.diagnostics + [diagnostic])
      }
      var report = UnknownReport()
      let value = report.placed(exported, path: "")
      return Diagnosed(value, parser.diagnostics + report.diagnostics)
    } catch {
      return Diagnosed(nil, [error.diagnostic(in: file)])
    }
  }

  /// One expression, such as an attribute's value in MDX. Unknown values in it are left to the
  /// caller, those of spreads and computed keys too (with an empty key): nothing is reported but what
  /// can't be read, and keys that come twice.
  ///
  /// - Parameter origin: The place of the first byte in the file.
  /// - Returns: Nil without a diagnostic where there is nothing but space and comments.
  package static func expression(
    _ bytes: [UInt8], file: String, at origin: SourcePosition
  ) -> Diagnosed<ConfigNode?> {
    do throws(JavaScriptError) {
      var lexer = JavaScriptLexer(bytes, origin: origin)
      var parser = JavaScriptParser(
        tokens: try lexer.tokenize(), bytes: bytes, file: file, year: nil)
      guard parser.token.kind != .end else { return Diagnosed(nil) }
      let value = try parser.expression()
      guard parser.token.kind == .end else { throw parser.unexpected() }
      return Diagnosed(value, parser.diagnostics)
    } catch {
      return Diagnosed(nil, [error.diagnostic(in: file)])
    }
  }
}

extension Diagnostic {
  /// Something was left out because it is code.
  static func needsRunning(_ node: ConfigNode, what: String) -> Diagnostic {
    var source = ""
    if case .unknown(let text) = node.value { source = text }
    return Diagnostic(
      .note, "config/needs-running", "\(what) is left out: '\(source)' would have to be run",
      at: node.span)
  }
}

/// Reports each unknown of a value once, and takes out those that have no place in it.
private struct UnknownReport {
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<SourceSpan> = []

  init() {}

  /// The value without what could not be placed. Its depth is limited, so this may recurse.
  mutating func placed(_ node: ConfigNode, path: String) -> ConfigNode {
    switch node.value {
    case .unknown:
      report(node, what: path.isEmpty ? "the configuration" : "'\(path)'")
      return node
    case .array(let elements):
      var kept: [ConfigNode] = []
      for element in elements {
        let elementPath = "\(path)[\(kept.count)]"
        if element.isUnplaced {
          report(element, what: path.isEmpty ? "a part of the list" : "a part of '\(path)'")
        } else {
          kept.append(placed(element, path: elementPath))
        }
      }
      return ConfigNode(.array(kept), span: node.span)
    case .object(let members):
      var kept: [ConfigNode.Member] = []
      for var member in members {
        if member.isUnplaced {
          report(member.value, what: path.isEmpty ? "a part of it" : "a part of '\(path)'")
        } else {
          let name = path.isEmpty ? member.key : "\(path).\(member.key)"
          member.value = placed(member.value, path: name)
          kept.append(member)
        }
      }
      return ConfigNode(.object(kept), span: node.span)
    case .null, .bool, .number, .string:
      return node
    }
  }

  private mutating func report(_ node: ConfigNode, what: String) {
    guard reported.insert(node.span).inserted else { return }
    diagnostics.append(.needsRunning(node, what: what))
  }
}

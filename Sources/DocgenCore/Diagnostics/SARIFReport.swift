/// The findings as SARIF 2.1.0, which code hosts and editors read.
///
/// Where the source can't be had, columns are left out.
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
struct SARIFReport {
  let diagnostics: [Diagnostic]
  private let columns: ShownColumns
  private let codes: [String]

  /// Where what has no place is shown; code hosts refuse a whole report for one without.
  private let home: String

  init(_ diagnostics: [Diagnostic], home: String, _ columns: ShownColumns) {
    self.diagnostics = diagnostics
    self.home = home
    self.columns = columns
    codes = Set(diagnostics.map(\.code)).sorted()
  }

  func report() -> [UInt8] {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.member("runs") { json in
        json.array { $0.element { $0.object(writeRun) } }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func writeRun(_ json: inout JSONWriter) {
    json.member("tool") { json in
      json.object { json in
        json.member("driver") { json in
          json.object { json in
            json.member("name", "docgen")
            json.member("rules") { json in
              json.array { json in
                for code in codes { json.element { $0.object { write(rule: code, &$0) } } }
              }
            }
          }
        }
      }
    }
    json.member("columnKind", "unicodeCodePoints")
    json.member("results") { json in
      json.array { json in
        for diagnostic in diagnostics { json.element { $0.object { write(diagnostic, &$0) } } }
      }
    }
  }

  private func write(rule code: String, _ json: inout JSONWriter) {
    json.member("id", code)
    guard let known = DiagnosticCatalog.codes.first(where: { $0.code == code }) else { return }
    json.member("shortDescription") { $0.object { $0.member("text", known.meaning) } }
    json.member("help") { $0.object { $0.member("text", known.advice) } }
  }

  private func write(_ diagnostic: Diagnostic, _ json: inout JSONWriter) {
    json.member("ruleId", diagnostic.code)
    json.member("ruleIndex", codes.firstIndex(of: diagnostic.code))
    json.member("level", level(of: diagnostic))
    json.member("message") { $0.object { $0.member("text", text(of: diagnostic)) } }
    json.member("locations") { json in
      json.array { json in
        let span = diagnostic.span ?? SourceSpan(file: home, line: 1)
        json.element { write(span, message: nil, &$0) }
      }
    }
    let places = diagnostic.notes.filter { $0.span != nil }
    if !places.isEmpty {
      json.member("relatedLocations") { json in
        json.array { json in
          for note in places {
            guard let span = note.span else { continue }
            json.element { write(span, message: note.message, &$0) }
          }
        }
      }
    }
  }

  private func level(of diagnostic: Diagnostic) -> String {
    switch diagnostic.severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    case .ignored: "none"
    }
  }

  private func text(of diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.filter { $0.span == nil }.map(\.message)
    return ([diagnostic.message] + notes + [diagnostic.hint].compactMap { $0 })
      .joined(separator: "\n")
  }

  private func write(_ span: SourceSpan, message: String?, _ json: inout JSONWriter) {
    json.object { json in
      json.member("physicalLocation") { json in
        json.object { json in
          json.member("artifactLocation") { $0.object { $0.member("uri", span.file.asURIPath) } }
          json.member("region") { $0.object { write(region: span, &$0) } }
        }
      }
      if let message {
        json.member("message") { $0.object { $0.member("text", message) } }
      }
    }
  }

  private func write(region span: SourceSpan, _ json: inout JSONWriter) {
    json.member("startLine", span.start.line)
    guard let start = columns.column(of: span.start, in: span.file) else { return }
    json.member("startColumn", start)
    guard let end = span.end, let column = columns.column(of: end, in: span.file) else { return }
    json.member("endLine", end.line)
    json.member("endColumn", column)
  }
}

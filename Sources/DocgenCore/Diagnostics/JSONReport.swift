/// The findings as one JSON document. Every member is always there, `null` where it says nothing:
///
///     {"version": 1,
///      "summary": {"errors": 1, "warnings": 0, "notes": 0, "files": 1,
///                  "codes": {"link/unknown-page": 1}},
///      "diagnostics": [
///        {"severity": "error", "code": "link/unknown-page", "message": "…",
///         "location": {"file": "docs/a.md", "line": 3, "column": 7, "endLine": 3, "endColumn": 12},
///         "notes": [{"message": "…", "location": null}], "hint": null, "locale": "en"}]}
enum JSONReport {
  static func report(_ diagnostics: [Diagnostic], _ counts: DiagnosticCounts) -> [UInt8] {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.member("version", 1)
      json.member("summary") { json in
        json.object { json in
          json.member("errors", counts.errors)
          json.member("warnings", counts.warnings)
          json.member("notes", counts.notes)
          json.member("files", counts.files)
          json.member("codes") { json in
            json.object { json in
              for (code, count) in counts.byCode { json.member(code, count) }
            }
          }
        }
      }
      json.member("diagnostics") { json in
        json.array { json in
          for diagnostic in diagnostics { json.element { write(diagnostic, to: &$0) } }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.member("severity", diagnostic.severity.rawValue)
      json.member("code", diagnostic.code)
      json.member("message", diagnostic.message)
      json.member("location") { write(diagnostic.span, to: &$0) }
      json.member("notes") { json in
        json.array { json in
          for note in diagnostic.notes {
            json.element { json in
              json.object { json in
                json.member("message", note.message)
                json.member("location") { write(note.span, to: &$0) }
              }
            }
          }
        }
      }
      json.member("hint", diagnostic.hint)
      json.member("locale", diagnostic.locale)
    }
  }

  private static func write(_ span: SourceSpan?, to json: inout JSONWriter) {
    guard let span else { return json.null() }
    json.object { json in
      json.member("file", span.file)
      json.member("line", span.start.line)
      json.member("column", span.start.column)
      json.member("endLine", span.end?.line)
      json.member("endColumn", span.end?.column)
    }
  }
}

import DocgenCore

/// What tabs are told, as Server-Sent Events.
enum ServerEvent {
  /// The server is there.
  static let sign = event("sign", [])

  /// The page at the tab's address is another by now.
  static func page(_ version: String) -> [UInt8] { event("page", Array(version.utf8)) }

  /// Published files that have changed, as URL paths.
  static func files(_ urls: [String]) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for url in urls { json.element { $0.string(url) } }
    }
    return event("files", json.bytes)
  }

  /// - Parameter editor: the URL that opens a place.
  static func findings(
    _ findings: [Diagnostic], editor: (SourceSpan) -> String?
  ) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for finding in findings {
        json.element { json in
          json.object { json in
            json.member("severity", finding.severity.rawValue)
            json.member("code", finding.code)
            json.member("message", finding.message)
            json.member("file", finding.span?.file)
            json.member("line", finding.span?.start.line)
            json.member("column", finding.span?.start.column)
            json.member("hint", finding.hint)
            json.member("editor", finding.span.flatMap(editor))
          }
        }
      }
    }
    return event("findings", json.bytes)
  }

  /// No line break can be in the data: JSON escapes them, and versions have none.
  private static func event(_ name: String, _ data: [UInt8]) -> [UInt8] {
    Array("event: \(name)\ndata: ".utf8) + data + Array("\n\n".utf8)
  }
}

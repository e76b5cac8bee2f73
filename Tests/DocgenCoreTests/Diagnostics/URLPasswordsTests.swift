import Testing

@testable import DocgenCore

@Suite struct URLPasswordsTests {
  @Test(arguments: [
    ("'https://user:secret@host/x' is gone", "'https://user:***@host/x' is gone"),
    ("//u:a@b@host, http://u:p:q@h?x@y", "//u:***@host, http://u:***@h?x@y"),
    ("write 'ftp://:s@h'", "write 'ftp://:***@h'"), ("https://u:é@h", "https://u:***@h"),
    ("https:///https://u:p@h", "https:///https://u:***@h"),
    ("https://user@host/a:b@c", "https://user@host/a:b@c"), ("https://h:80/@x", "https://h:80/@x"),
    ("https://u:@h", "https://u:@h"), ("// a: b@c", "// a: b@c"), ("a:b@c", "a:b@c"), ("//", "//"),
  ])
  func noFindingShowsOne(text: String, expected: String) {
    let diagnostic = Diagnostic(
      .error, "link/x", text, notes: [Diagnostic.Note(text)], hint: text)
    #expect(diagnostic.message == expected)
    #expect(diagnostic.notes.map(\.message) == [expected])
    #expect(diagnostic.hint == expected)
  }

  @Test(arguments: DiagnosticFormat.allCases)
  func noFormatShowsOne(format: DiagnosticFormat) {
    let line = "[a](https://user:secret@host/x) and more"
    let diagnostic = Diagnostic(
      .error, "link/x", line, at: SourceSpan(file: "a.md", line: 1))
    let report = format.report([diagnostic]) { _ in Array(line.utf8) }
    let text = String(decoding: report, as: UTF8.self)
    #expect(!text.contains("secret"), "\(text)")
    #expect(format != .human || text.contains("(https://user:******@host/x) and"), "\(text)")
  }

  @Test func whatIsNoTextHasNoExcerpt() {
    let diagnostic = Diagnostic(
      .error, "publish/large-image", "large", at: SourceSpan(file: "a.png", line: 1))
    let report = DiagnosticFormat.human.report([diagnostic]) { _ in Array("PNG\0line".utf8) }
    #expect(!String(decoding: report, as: UTF8.self).contains("PNG"))
  }
}

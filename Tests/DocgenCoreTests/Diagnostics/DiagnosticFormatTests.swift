import DocgenCore
import Testing

@Suite struct DiagnosticFormatTests {
  private let page = "# Install\n\nSee [it](./instal.md) first.\n"

  private func report(
    _ format: DiagnosticFormat, _ diagnostics: [Diagnostic], colors: Bool = false
  ) -> String {
    let bytes = format.report(diagnostics, colors: colors) { file in
      file == "docs/a.md" ? Array(page.utf8) : nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var unknownPage: Diagnostic {
    Diagnostic(
      .error, "link/unknown-page", "no page 'instal'",
      at: SourceSpan(
        file: "docs/a.md", start: SourcePosition(line: 3, column: 10),
        end: SourcePosition(line: 3, column: 21)),
      notes: [.init("a similar name", span: SourceSpan(file: "docs/b.md", line: 1))],
      hint: "did you mean 'install'?", locale: "en")
  }

  @Test func humanShowsTheLine() {
    let warning = Diagnostic(
      .warning, "page/no-title", "the page has no title", at: SourceSpan(file: "docs/z.md", line: 1)
    )
    let general = Diagnostic(.note, "build/slow", "this took long")
    let ignored = Diagnostic(.ignored, "page/no-title", "nobody sees this")
    #expect(
      report(.human, [warning, unknownPage, ignored, general]) == """
        note: this took long [build/slow]

        docs/a.md:3:10: error: no page 'instal' [link/unknown-page]
            3 | See [it](./instal.md) first.
              |          ^~~~~~~~~~~
              note: docs/b.md:1:1: a similar name
              hint: did you mean 'install'?

        docs/z.md:1:1: warning: the page has no title [page/no-title]

        1 error, 1 warning, 1 note in 2 files

        """)
  }

  @Test(arguments: [
    (DiagnosticFormat.human, "docs/a.md:1:5: error: x"), (.json, #""column": 5,"#),
    (.json, #""endColumn": 7"#), (.github, "line=1,col=5,endLine=1,endColumn=6,"),
    (.sarif, #""startColumn": 5,"#), (.github, "(docs/a.md:1:5)"),
  ])
  func columnsCountCharacters(_ format: DiagnosticFormat, _ expected: String) {
    let span = SourceSpan(
      file: "docs/a.md", start: SourcePosition(line: 1, column: 13),
      end: SourcePosition(line: 1, column: 16))
    let found = Diagnostic(.error, "a/b", "x", at: span, notes: [.init("n", span: span)])
    let bytes = format.report([found]) { _ in Array("中文链接é)\n".utf8) }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(expected), "\(text)")
    #expect(format != .human || text.contains("|         ^~"), "\(text)")
  }

  @Test func coloursOnlyWhenAsked() {
    #expect(!report(.human, [unknownPage]).contains("\u{1b}"))
    let colored = report(.human, [unknownPage], colors: true)
    #expect(colored.contains("\u{1b}[1;31merror:\u{1b}[0m"))
    #expect(colored.contains("         \u{1b}[1;31m^~~~~~~~~~~\u{1b}[0m"))
  }

  @Test func nothingFound() {
    let ignored = Diagnostic(.ignored, "a/b", "c")
    #expect(report(.human, [ignored]) == "")
    #expect(report(.github, [ignored]) == "")
    #expect(report(.json, [ignored]).contains(#""diagnostics": []"#))
  }

  @Test(arguments: [(20, 20, false), (25, 25, false), (26, 20, true), (1000, 20, true)])
  func manyOfAKindAreLimited(count: Int, shown: Int, isLimited: Bool) {
    let many = (1...count).map {
      Diagnostic(
        .warning, "link/broken", "broken \($0)", at: SourceSpan(file: "f", line: $0))
    }
    let text = report(.human, many + [unknownPage])
    #expect(text.split(separator: "\n").count { $0.contains("[link/broken]") } == shown)
    #expect(text.contains("no page 'instal'"))
    let more = "… and \(count - 20) more warnings like these: link/broken"
    #expect(text.contains("(the form json shows all)") == isLimited)
    #expect(text.contains(more) == isLimited)
    #expect(text.hasSuffix("\n1 error, \(count) warnings in 2 files\n"))
  }

  /// Text out of somebody's file must not control the terminal.
  @Test func controlCharactersAreShown() {
    let nasty = Diagnostic(
      .error, "a/b", "bad \u{1b}[2J\u{202e}\n", at: SourceSpan(file: "x\u{7}", line: 1),
      hint: "\u{9b}")
    let text = report(.human, [nasty])
    #expect(text.contains("x␇:1:1: error: bad ␛[2J\u{FFFD}␊ [a/b]"))
    #expect(text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  }

  @Test func json() {
    #expect(
      report(.json, [unknownPage]) == """
        {
          "version": 1,
          "summary": {
            "errors": 1,
            "warnings": 0,
            "notes": 0,
            "files": 1,
            "codes": {
              "link/unknown-page": 1
            }
          },
          "diagnostics": [
            {
              "severity": "error",
              "code": "link/unknown-page",
              "message": "no page 'instal'",
              "location": {
                "file": "docs/a.md",
                "line": 3,
                "column": 10,
                "endLine": 3,
                "endColumn": 21
              },
              "notes": [
                {
                  "message": "a similar name",
                  "location": {
                    "file": "docs/b.md",
                    "line": 1,
                    "column": 1,
                    "endLine": null,
                    "endColumn": null
                  }
                }
              ],
              "hint": "did you mean 'install'?",
              "locale": "en"
            }
          ]
        }

        """)
  }

  @Test func gitHub() {
    let odd = Diagnostic(
      .note, "a/b", "100 % of:\r\nthis, here", at: SourceSpan(file: "docs/a,b:c%.md", line: 2))
    let general = Diagnostic(.warning, "c/d", "everywhere")
    #expect(
      report(.github, [odd, unknownPage, general]) == """
        ::warning title=c/d::everywhere
        ::notice file=docs/a%2Cb%3Ac%25.md,line=2,col=1,title=a/b::100 %25 of:%0D%0Athis, here
        ::error file=docs/a.md,line=3,col=10,endLine=3,endColumn=20,title=link/unknown-page::\
        no page 'instal'%0Anote: a similar name (docs/b.md:1:1)%0Ahint: did you mean 'install'?

        """)
  }

  @Test func theOrderOfDiscoveryDoesNotShow() {
    let all = (0..<50).map {
      Diagnostic(.error, "a/\($0 % 3)", "m\($0)", at: SourceSpan(file: "f\($0 % 7)", line: $0 % 5))
    }
    for format in DiagnosticFormat.allCases {
      #expect(report(format, all) == report(format, all.reversed()))
    }
  }
}

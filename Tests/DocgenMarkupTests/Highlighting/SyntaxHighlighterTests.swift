import DocgenMarkup
import Testing

@Suite struct SyntaxHighlighterTests {
  /// The highlighted code with `class⟨…⟩` for each span, unescaped.
  private func highlight(_ code: String, _ language: String) -> String {
    var output: [UInt8] = []
    Array(code.utf8).withUnsafeBufferPointer {
      _ = SyntaxHighlighter.appendHighlighted($0, language: language, into: &output)
    }
    return String(decoding: output, as: UTF8.self)
      .replacing("</span>", with: "⟩").replacing("<span class=\"token ", with: "")
      .replacing("\">", with: "⟨").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  @Test(arguments: [
    (
      "# c\nls -la \"$HOME/x\" | wc",
      "comment⟨# c⟩\nfunction⟨ls⟩ attr-name⟨-la⟩ string⟨\"⟩variable⟨$HOME⟩string⟨/x\"⟩ | function⟨wc⟩"
    ),
    ("A=1 B=\"x\" run", "variable⟨A⟩=1 variable⟨B⟩=string⟨\"x\"⟩ function⟨run⟩"),
    ("if true; then a; fi", "keyword⟨if⟩ boolean⟨true⟩; keyword⟨then⟩ function⟨a⟩; keyword⟨fi⟩"),
    ("cat <<'E'\n$x\nE\nls", "function⟨cat⟩ <<'E'\n$x\nE\nfunction⟨ls⟩"),
    ("$ sudo ls", "prompt⟨$ ⟩function⟨sudo⟩ function⟨ls⟩"),
    ("echo \"$(ls \"a\")b\"", "function⟨echo⟩ string⟨\"⟩$(function⟨ls⟩ string⟨\"a\"⟩string⟨)b\"⟩"),
    ("run a \\\n  --b 3", "function⟨run⟩ a \\\n  attr-name⟨--b⟩ number⟨3⟩"),
  ])
  func bash(code: String, expected: String) {
    #expect(highlight(code, "bash") == expected)
  }

  @Test(arguments: [
    ("$ ls \\\n -l\nout", "prompt⟨$ ⟩function⟨ls⟩ \\\n attr-name⟨-l⟩\noutput⟨out⟩"),
    ("me@box:~/a$ pwd\n/a", "prompt⟨me@box:~/a$ ⟩function⟨pwd⟩\noutput⟨/a⟩"),
    ("PS C:\\> dir", "prompt⟨PS C:\\> ⟩function⟨dir⟩"),
    ("(venv) $ pip", "prompt⟨(venv) $ ⟩function⟨pip⟩"), ("costs 5 $ x", "output⟨costs 5 $ x⟩"),
  ])
  func console(code: String, expected: String) {
    #expect(highlight(code, "console") == expected)
  }

  @Test(arguments: [
    ("a: \"x\" # c", "property⟨a⟩: string⟨\"x\"⟩ comment⟨# c⟩"),
    (
      "- k: |\n    b: 1\n\n    c\n  n: 12",
      "- property⟨k⟩: |\nstring⟨    b: 1⟩\n\nstring⟨    c⟩\n  property⟨n⟩: number⟨12⟩"
    ),
    ("{a: 1, \"b\": [yes, x]}", "{property⟨a⟩: number⟨1⟩, property⟨\"b\"⟩: [boolean⟨yes⟩, x]}"),
    ("u: https://x#y", "property⟨u⟩: https://x#y"), ("s: it's", "property⟨s⟩: it's"),
    ("a: &b !c null", "property⟨a⟩: variable⟨&b⟩ class-name⟨!c⟩ constant⟨null⟩"),
  ])
  func yaml(code: String, expected: String) {
    #expect(highlight(code, "yaml") == expected)
  }

  @Test(arguments: [
    ("js", "a = b / c / d", "a = b / c / d"),
    ("js", "x(/a[/]b/g)", "function⟨x⟩(regex⟨/a[/]b/g⟩)"),
    ("js", "return /x/", "keyword⟨return⟩ regex⟨/x/⟩"),
    ("js", "`a${b + `c`}d`", "string⟨`a${⟩b + string⟨`c`⟩string⟨}d`⟩"),
    ("js", "x.default", "x.default"), ("js", "if (a < b) c", "keyword⟨if⟩ (a < b) c"),
    (
      "jsx", "x = <A b=\"c\" d={1}>it's {n}</A>;",
      "x = tag⟨<A⟩ attr-name⟨b⟩=attr-value⟨\"c\"⟩ attr-name⟨d⟩={number⟨1⟩}tag⟨>⟩it's {n}tag⟨</A⟩tag⟨>⟩;"
    ),
    ("tsx", "f = <T,>(a: T) => 1", "f = <class-name⟨T⟩,>(a: class-name⟨T⟩) => number⟨1⟩"),
    ("ts", "let a: string = null", "keyword⟨let⟩ a: builtin⟨string⟩ = constant⟨null⟩"),
    (
      "python", "@a.b\ndef f(x): return rb'\\'' + None",
      "function⟨@a.b⟩\nkeyword⟨def⟩ function⟨f⟩(x): keyword⟨return⟩ string⟨rb'\\''⟩ + constant⟨None⟩"
    ),
    ("python", "\"\"\"a\nb\"\"\"", "string⟨\"\"\"a⟩\nstring⟨b\"\"\"⟩"),
    (
      "swift", "let a = \"b\\(c(1))d\"",
      "keyword⟨let⟩ a = string⟨\"b\\(⟩function⟨c⟩(number⟨1⟩)string⟨)d\"⟩"
    ),
    ("swift", "/* /* */ */ x", "comment⟨/* /* */ */⟩ x"),
    (
      "rust", "fn f<'a>(x: &'a str) { 'x' }",
      "keyword⟨fn⟩ f<variable⟨'a⟩>(x: &variable⟨'a⟩ builtin⟨str⟩) { string⟨'x'⟩ }"
    ),
    ("go", "x := `a\\` // b", "x := string⟨`a\\`⟩ comment⟨// b⟩"),
    (
      "c", "#include <a.h>\nint x = 0x1F;",
      "keyword⟨#include⟩ string⟨<a.h>⟩\nbuiltin⟨int⟩ x = number⟨0x1F⟩;"
    ),
    ("java", "@Override Foo f;", "function⟨@Override⟩ class-name⟨Foo⟩ f;"),
    ("kotlin", "val x = \"${y}\"", "keyword⟨val⟩ x = string⟨\"${⟩ystring⟨}\"⟩"),
    ("ruby", "a = :b + Foo::Bar", "a = constant⟨:b⟩ + class-name⟨Foo⟩::class-name⟨Bar⟩"),
    (
      "php", "<b><?php $x = 1; ?>",
      "tag⟨<b⟩tag⟨>⟩keyword⟨<?php⟩ variable⟨$x⟩ = number⟨1⟩; keyword⟨?>⟩"
    ),
    ("lua", "--[[a\n]] nil", "comment⟨--[[a⟩\ncomment⟨]]⟩ constant⟨nil⟩"),
    (
      "sql", "select 'it''s' FROM t -- c",
      "keyword⟨select⟩ string⟨'it'⟩string⟨'s'⟩ keyword⟨FROM⟩ t comment⟨-- c⟩"
    ),
    (
      "nix", "{ a.b = true; x = \"${y}\"; }",
      "{ property⟨a.b⟩ = boolean⟨true⟩; property⟨x⟩ = string⟨\"${⟩ystring⟨}\"⟩; }"
    ),
    ("graphql", "query A($x: Int)", "keyword⟨query⟩ class-name⟨A⟩(variable⟨$x⟩: class-name⟨Int⟩)"),
    (
      "powershell", "Get-Item $env:X -Force # c",
      "function⟨Get-Item⟩ variable⟨$env:X⟩ attr-name⟨-Force⟩ comment⟨# c⟩"
    ),
  ])
  func programs(language: String, code: String, expected: String) {
    #expect(highlight(code, language) == expected)
  }

  @Test(arguments: [
    (
      "json", "{\"a\": [\"b\", 1.5e-3, null]} // c",
      "{property⟨\"a\"⟩: [string⟨\"b\"⟩, number⟨1.5e-3⟩, constant⟨null⟩]} comment⟨// c⟩"
    ),
    ("json5", "{a: 'b'}", "{property⟨a⟩: string⟨'b'⟩}"),
    (
      "toml", "[a.b]\nc-d = \"e\" # f",
      "class-name⟨[a.b]⟩\nproperty⟨c-d⟩ = string⟨\"e\"⟩ comment⟨# f⟩"
    ),
    ("ini", "[a]\n; c\nk = it's", "class-name⟨[a]⟩\ncomment⟨; c⟩\nproperty⟨k⟩ = it's"),
    ("env", "export A=${B}", "keyword⟨export⟩ property⟨A⟩=variable⟨${B}⟩"),
    (
      "html", "<!-- c --><a href=\"x\">y</a>",
      "comment⟨<!-- c -->⟩tag⟨<a⟩ attr-name⟨href⟩=attr-value⟨\"x\"⟩tag⟨>⟩ytag⟨</a⟩tag⟨>⟩"
    ),
    (
      "html", "<script>let x</script><style>a{b:c}</style>",
      "tag⟨<script⟩tag⟨>⟩keyword⟨let⟩ xtag⟨</script⟩tag⟨>⟩tag⟨<style⟩tag⟨>⟩tag⟨a⟩{property⟨b⟩:c}tag⟨</style⟩tag⟨>⟩"
    ),
    (
      "css", "a:hover { color: var(--x) !important; }",
      "tag⟨a:hover⟩ { property⟨color⟩: function⟨var⟩(variable⟨--x⟩) keyword⟨!important⟩; }"
    ),
    (
      "css", "@media print { .a { width: 10px } }",
      "keyword⟨@media⟩ print { tag⟨.a⟩ { property⟨width⟩: number⟨10px⟩ } }"
    ),
    (
      "markdown", "# A\n- `b` **c** [d](e)",
      "heading⟨# A⟩\nkeyword⟨-⟩ string⟨`b`⟩ constant⟨**c**⟩ [d](attr-value⟨e⟩)"
    ),
    ("diff", "@@ 1 @@\n-a\n+b\n c", "function⟨@@ 1 @@⟩\ndeleted⟨-a⟩\ninserted⟨+b⟩\n c"),
    (
      "http", "POST /a HTTP/1.1\nHost: x\n\n{\"a\": 1}",
      "keyword⟨POST⟩ string⟨/a⟩ HTTP/1.1\nproperty⟨Host⟩: x\n\n{property⟨\"a\"⟩: number⟨1⟩}"
    ),
    (
      "dockerfile", "FROM a\nRUN ls \\\n && pwd",
      "keyword⟨FROM⟩ a\nkeyword⟨RUN⟩ function⟨ls⟩ \\\n && function⟨pwd⟩"
    ),
    (
      "make", "A := 1\nall: b\n\tls $(A)",
      "variable⟨A⟩ := 1\nfunction⟨all⟩: b\n\tfunction⟨ls⟩ variable⟨$(A)⟩"
    ),
    ("gitignore", "# c\n*.o", "comment⟨# c⟩\n*.o"),
  ])
  func data(language: String, code: String, expected: String) {
    #expect(highlight(code, language) == expected)
  }

  @Test func unknownLanguageIsPlain() {
    var output: [UInt8] = []
    let isKnown = Array("let <x>".utf8).withUnsafeBufferPointer {
      SyntaxHighlighter.appendHighlighted($0, language: "nosuch", into: &output)
    }
    #expect(!isKnown)
    #expect(String(decoding: output, as: UTF8.self) == "let &lt;x&gt;")
  }

  @Test func namesAreUniqueAndKnown() {
    let names = SyntaxHighlighter.languageNames
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0 == $0.lowercased() })
    for name in [
      "sh", "zsh", "jsonc", "ts", "tsx", "yml", "svg", "c++", "rs", "txt", "shell-session",
    ] {
      #expect(SyntaxHighlighter.knows(name), "\(name)")
    }
  }
}

import DocgenCore
import Testing

private func read(_ source: String) -> Diagnosed<ConfigNode?> {
  JavaScriptReader.module(Array(source.utf8), file: "site.ts", year: 2026)
}

@Suite struct JavaScriptReaderTests {
  @Test(arguments: [
    // Literals
    ("{a: 1, 'b': 'x', \"c-d\": true, 3: null,}", #"{a: 1, b: "x", c-d: true, 3: null}"#),
    ("[1, 0x1F, 1_000, .5, -2, 1e3, 0b11, 5.]", "[1, 0x1F, 1_000, .5, -2, 1e3, 0b11, 5.]"),
    (#"'\x41\u0042\u{1F600}\ud83d\ude00\t\'\\\q'"#, "\"AB😀😀\t'\\q\""),
    ("'a\\\nb'", #""ab""#),
    ("'\\ud800!'", "\"\u{FFFD}!\""),
    ("'é' + \"ü\"", #""éü""#),
    ("[, 1, , 2]", "[null, 1, null, 2]"),
    ("(((1)))", "1"),
    ("undefined", "null"),
    ("{['a' + 'b']: 1, [2]: 2}", "{ab: 1, 2: 2}"),
    ("/* a */ {a: 1 /* b */, // c\n}", "{a: 1}"),
    ("{$_1: 1, if: 2, ünï: 3}", "{$_1: 1, if: 2, ünï: 3}"),
    // Templates
    ("`a${1}b${'c'}${`d${0x10}`}`", #""a1bcd16""#),
    ("`\\`\\${}${{a: 'x'}.a}`", #""`${}x""#),
    ("`a\r\nb`", "\"a\nb\""),
    ("`© ${new Date().getFullYear()}`", #""© 2026""#),
    ("`${f()}`", "‹`${f()}`›"),
    // Operators
    ("'a' + 1 + 2", #""a12""#),
    ("1 + 2 + 'a'", #""3a""#),
    ("1 + 2 * 3", "7"),
    ("(1 + 2) * 3", "9"),
    ("!0", "true"),
    ("true ? 'a' : f()", #""a""#),
    ("'' || 'b'", #""b""#),
    ("null ?? 'b'", #""b""#),
    ("0 ?? 'b'", "0"),
    ("false && f()", "false"),
    ("'a' === 'a' ? 1 : 2", "1"),
    ("'a' !== 'a' ? 1 : 2", "2"),
    ("x ? 1 : 2", "‹x ? 1 : 2›"),
    ("x || 'b'", "‹x || 'b'›"),
    ("true || x", "true"),
    ("a >= b", "‹a >= b›"),
    ("a < b", "‹a < b›"),
    ("process.env.X", "‹process.env.X›"),
    // Members
    ("{a: {b: [1, 'x']}}.a['b'][1]", #""x""#),
    ("{a: 1}.b", "null"),
    ("null?.b", "null"),
    ("[1, 2].length", "2"),
    ("{a: 1}?.a", "1"),
    ("{...f(), a: 1}.b", "‹{...f(), a: 1}.b›"),
    ("{a: 1}!.a", "1"),
    // Spreads
    ("{...{a: 1, b: 2}, a: 3}", "{a: 3, b: 2}"),
    ("[...[1, 2], 3]", "[1, 2, 3]"),
    ("{...null, ...false, a: 1}", "{a: 1}"),
    // Types
    ("{a: 1} satisfies Config", "{a: 1}"),
    ("{a: 1} as const satisfies Preset.Options<A | B[], {c: [D]}>", "{a: 1}"),
    ("'a' as string + 'b'", #""ab""#),
    ("<Config>{a: 1}", "{a: 1}"),
    ("(x as any)", "‹x›"),
    // Code
    ("f(1, {a: 2})", "‹f(1, {a: 2})›"),
    ("f<A, B>(1).c[0]`t`", "‹f<A, B>(1).c[0]`t`›"),
    ("new Map<string, A>([['a', 1]])", "‹new Map<string, A>([['a', 1]])›"),
    ("new Date().getTime()", "‹new Date().getTime()›"),
    ("/[/]'\"/g", "‹/[/]'\"/g›"),
    ("[1 / 2 / 4, '/']", "[0.125, \"/\"]"),
    ("{f(a, b) { return '}' }, g: 1}", "{f: ‹f(a, b) { return '}' }›, g: 1}"),
    (
      "{async f() {}, get g() { return 1 }, *h() {}}",
      "{f: ‹async f() {}›, g: ‹get g() { return 1 }›, h: ‹*h() {}›}"
    ),
    ("{get: 1, async: 2, set}", "{get: 1, async: 2, set: ‹set›}"),
    ("{a: x => ({b: 1}), c: 2}", "{a: ‹x => ({b: 1})›, c: 2}"),
    (
      "{a: async ({locale}: P): Promise<string> => { f() }, c: 2}",
      "{a: ‹async ({locale}: P): Promise<string> => { f() }›, c: 2}"
    ),
    (
      "{a: !function () {}(), b: x || function () {}}",
      "{a: ‹!function () {}()›, b: ‹x || function () {}›}"
    ),
    ("await import('x')", "‹await import('x')›"),
    ("10n", "‹10n›"),
    ("class A extends B { m() {} }.x", "‹class A extends B { m() {} }.x›"),
    ("require('./x').y", "‹require('./x').y›"),
    ("require.resolve('./src/custom.css')", #""./src/custom.css""#),
    ("(a, b)", "‹(a, b)›"),
  ])
  func values(source: String, expected: String) {
    let result = read("module.exports = {v: \(source)};")
    #expect(result.value?["v"]?.text == expected, "\(result.diagnostics.map(\.text))")
    #expect(!result.diagnostics.contains { $0.severity == .error })
  }

  @Test(arguments: [
    "export default {a: 1}",
    "export default {a: 1} satisfies Config;",
    "module.exports = {a: 1}",
    "'use strict';\nmodule.exports = {a: 1};",
    "#!/usr/bin/env node\nexport default {a: 1}",
    "\u{FEFF}export default {a: 1}",
    "const c = {a: 1}\nexport default c",
    "const c: Config<A> = {a: 1};\nexport {c as default};",
    "export const n = 1, c = {a: n}\nexport default c;",
    "let c: {a: number} | null = {a: 1};\nexport = c",
    "import x, {y as z} from 'x';\nimport type {T} from 't';\nimport 's' with {type: 'json'};\n"
      + "export default {a: 1}",
    "type A<T> = {b: T} | ((x: T) => string) | (T extends X ? Y : Z)\ninterface B {c: string}\n"
      + "enum E {A}\ndeclare const d: string\nexport type {A};\nexport default {a: 1};",
    "const a = 1;\nexport default {a}",
    "const b = {c: {d: 1}};\nconst {e} = f();\nexport default {a: b.c['d']};",
    "const b = {a: 2};\nconst c = {...b, a: 1};\nexport default {...c};",
    "export default async function createConfig() {\n  return {a: 1};\n}",
    "export default function () { const a = 1; return {a} }",
    "const create = async (): Promise<Config> => ({a: 1});\nexport default create;",
    "module.exports = () => { return {a: 1} };",
    "async function create() { return {a: 1} }\nmodule.exports = create",
    "function f() { return {a: 2} }\nclass G {}\nexport default {a: 1}",
  ])
  func forms(source: String) {
    let result = read(source)
    #expect(result.value?.text == "{a: 1}")
    #expect(result.diagnostics.map(\.text) == [])
  }

  @Test func unknownsAreNotedOnceWithTheirPlace() {
    let result = read(
      """
      import {themes} from 'themes';
      const shared = make();
      export default {
        a: {b: [1, themes.light]},
        c: shared, d: shared,
        ...load(),
        [key()]: 1,
        list: [...many(), 2],
      };
      setUp({x: 1});
      """)
    #expect(
      result.value?.text
        == "{a: {b: [1, ‹themes.light›]}, c: ‹make()›, d: ‹make()›, list: [2]}")
    #expect(
      result.diagnostics.map(\.text) == [
        "config/needs-running 10:1 a statement is left out: 'setUp({x: 1});' would have to be run",
        "config/needs-running 4:14 'a.b[1]' is left out: 'themes.light' would have to be run",
        "config/needs-running 2:16 'c' is left out: 'make()' would have to be run",
        "config/needs-running 6:3 a part of it is left out: '...load()' would have to be run",
        "config/needs-running 7:3 a part of it is left out: '[key()]: 1' would have to be run",
        "config/needs-running 8:10 a part of 'list' is left out: '...many()' would have to be run",
      ])
    #expect(result.diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test(arguments: [
    "if (a) { b() } else if (c) d(); else { e }",
    "for (const a of b) { c }",
    "try { a() } catch { b } finally { c }",
    "a.b.c = {d: 1}",
    "f(x)\n  .then(y)",
  ])
  func statementsAreLeftOutWhole(statement: String) {
    let result = read("\(statement)\nexport default 1")
    #expect(result.value?.text == "1")
    #expect(result.diagnostics.map(\.code) == ["config/needs-running"])
  }

  @Test func functionsThatDoMoreAreNoted() {
    let result = read("export default function f() { if (x) { return 1 } }")
    #expect(
      result.diagnostics.map(\.text) == [
        "config/needs-running 1:31 a statement is left out: 'if (x) { return 1 }' would have to be run",
        "config/needs-running 1:16 the configuration is left out: "
          + "'function f() { if (x) { return 1 } }' would have to be run",
      ])
  }

  @Test(arguments: [
    ("export default {a: 1", "config/syntax 1:16 '{' is never closed"),
    ("export default [1, 2}", "config/syntax 1:21 expected ']', found '}'"),
    ("export default {a: 1}}", "config/syntax 1:22 '}' closes nothing"),
    ("export default {\n  a: 1\n  b: 2\n}", "config/syntax 3:3 expected ',' or '}', found 'b'"),
    ("export default {a: 'x\n'}", "config/syntax 1:20 a string does not end on its line"),
    ("export default `a${1`", "config/syntax 1:21 a template string is not closed"),
    ("/* a", "config/syntax 1:1 a comment is not closed with '*/'"),
    ("export default {a: }", "config/syntax 1:20 unexpected '}'"),
    ("export default {a b}", "config/syntax 1:19 expected ':', found 'b'"),
    ("export default '\\u{110000}'", "config/syntax 1:17 this is no character's number"),
    ("export default 012", "config/syntax 1:16 unexpected '012'"),
    ("export default \\", "config/syntax 1:16 unexpected '\\'"),
    ("export default 1 2", "config/syntax 1:18 expected ';', found '2'"),
    ("export default", "config/syntax 1:15 unexpected the end of the file"),
    ("export const a = 1", "config/no-export 1:1 the file exports no configuration"),
    ("", "config/no-export 1:1 the file exports no configuration"),
  ])
  func errors(source: String, expected: String) {
    let result = read(source)
    #expect(result.value == nil)
    #expect(result.diagnostics.map(\.text) == [expected])
  }

  @Test func positionsCountBytes() {
    let result = read("// é\nexport default {\n  'ä': ['ö', {b: 2}],\n};")
    let member = result.value?.members?.first
    #expect(member?.keySpan.start == SourcePosition(line: 3, column: 3))
    #expect(member?.value.span.start == SourcePosition(line: 3, column: 9))
    #expect(member?.value.span.end == SourcePosition(line: 3, column: 23))
    let inner = member?.value.elements?.last?["b"]
    #expect(inner?.span.start == SourcePosition(line: 3, column: 20))
    #expect(result.value?.span.file == "site.ts")
  }

  @Test func repeatedKeysAreReported() {
    let result = read("export default {a: 1, ...{a: 2}, b: 3, b: 4}")
    #expect(result.value?.text == "{a: 2, b: 4}")
    #expect(
      result.diagnostics.map(\.text) == [
        "config/duplicate-key 1:40 'b' is set twice and the last one counts"
      ])
  }

  @Test func yearIsUnknownWithoutOne() {
    let source = "export default {y: new Date().getFullYear()}"
    let result = JavaScriptReader.module(Array(source.utf8), file: "a.js", year: nil)
    #expect(result.value?.text == "{y: ‹new Date().getFullYear()›}")
  }

  @Test(arguments: ["[", "(", "{a:", "!(", "`${", "x ? ", "x ? 1 : ", "a => ", "1 + (", "<T>"])
  func nestingIsLimited(opening: String) {
    let closers = ["[": "]", "(": ")", "{a:": "}", "!(": ")", "`${": "}`", "1 + (": ")"]
    let source =
      "export default " + String(repeating: opening, count: 20_000) + "1"
      + String(repeating: closers[opening] ?? "", count: 20_000)
    #expect(read(source).diagnostics.map(\.code) == ["config/too-deep"])
  }

  @Test func nestingByConstantsIsLimited() {
    var source = "const a0 = [1]\n"
    for index in 1...500 { source += "const a\(index) = [a\(index - 1)]\n" }
    #expect(read(source + "export default a500").diagnostics.map(\.code) == ["config/too-deep"])
  }

  @Test(arguments: ["[...a, ...a]", "[a, a]", "{b: a, c: a}", "`${a}${a}`", "a + a"])
  func sizeByConstantsIsLimited(value: String) {
    var source = "let a = \(value.contains("+") || value.contains("`") ? "'ab'" : "[1]")\n"
    for _ in 0..<60 { source += "var a = \(value)\n" }
    let codes = read(source + "export default a").diagnostics.map(\.code)
    #expect(codes == ["config/too-large"] || codes == ["config/too-deep"])
  }
}

@Suite struct JavaScriptExpressionTests {
  private func read(_ source: String) -> Diagnosed<ConfigNode?> {
    JavaScriptReader.expression(
      Array(source.utf8), file: "a.mdx", at: SourcePosition(line: 7, column: 12))
  }

  @Test(arguments: [
    ("{width: '100%', n: -1}", #"{width: "100%", n: -1}"#),
    ("'a'", #""a""#), ("`a`", #""a""#), ("null", "null"), ("[1, true]", "[1, true]"),
    ("useBaseUrl('/x')", "‹useBaseUrl('/x')›"),
  ])
  func values(source: String, expected: String) {
    let result = read(source)
    #expect(result.value?.text == expected)
    #expect(result.diagnostics.isEmpty)
  }

  @Test func positionsStartWhereTheExpressionDoes() {
    let value = read("{a: 1,\n b: 2}").value
    #expect(value?["a"]?.span.start == SourcePosition(line: 7, column: 16))
    #expect(value?["b"]?.span.start == SourcePosition(line: 8, column: 5))
  }

  @Test func commentsAreNoExpression() {
    let result = read(" /* nothing */ ")
    #expect(result.value == nil)
    #expect(result.diagnostics.isEmpty)
  }

  @Test func moreThanOneIsAnError() {
    #expect(read("1 2").diagnostics.map(\.text) == ["config/syntax 7:14 unexpected '2'"])
  }
}

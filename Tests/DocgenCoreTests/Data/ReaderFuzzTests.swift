import DocgenCore
import Testing

/// Broken sources are answered, never a crash or a loop: whatever is read has a value or an error.
@Suite struct ReaderFuzzTests {
  private static let seed = """
    import {themes as t} from 'x';
    type A<T> = {b: T} | ((c: T) => string);
    const base: Config<A> = {a: [1, -2.5, 0x1F, 'x\\u0041'], 'b-c': `t${1 + 2}${f('}')}`};
    export const list = [...base.a, ...g(), base['b-c'], /[/]/g];
    async function make(): Promise<Config> { return {...base, y: new Date().getFullYear()} }
    if (x) { y() } else z = 1;
    export default {title: 'a', n: b ? c : d, e: x => ({y}), ...base, k: list as const, "q": !0,
      m(a, b) { return `${'a'}` }, s: "é" satisfies S, u: a?.b!.c<D>(1) || null ?? [,] };
    """
  private static let fragments = [
    "{", "}", "(", ")", "[", "]", "`", "${", "'", "\"", "/", "/*", "*/", "//", "\\", "=>", "<", ">",
    "...", "?", ":", "?.", "export default ", "const ", "type ", "as ", "async ", "function ",
    "return ", "\n", ";", ",", "\u{2028}", "é", "new ", "=", "!", "-", "0x", "1e", "interface ",
    "extends ", "if ", "else ", "class ", "import ", "{...", "|", "module.exports = ", "get ",
  ].map { Array($0.utf8) }

  @Test(arguments: 0..<8)
  func mutatedSourcesAreAnswered(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    for _ in 0..<300 {
      var bytes = Array(Self.seed.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + 40))
        default:
          let fragment = Self.fragments.randomElement(using: &random) ?? []
          bytes.insert(contentsOf: fragment, at: at)
        }
        if bytes.isEmpty { bytes = [0] }
      }
      check(bytes)
    }
  }

  @Test(arguments: 0..<8)
  func randomFragmentsAreAnswered(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed + 100))
    for _ in 0..<800 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...24, using: &random) {
        bytes += Self.fragments.randomElement(using: &random) ?? []
        if Bool.random(using: &random) { bytes += Array("a".utf8) }
      }
      check(bytes)
    }
  }

  private func check(_ bytes: [UInt8]) {
    let source = Comment(rawValue: String(decoding: bytes, as: UTF8.self))
    let module = JavaScriptReader.module(bytes, file: "a.ts", year: 2026)
    let hasError = module.diagnostics.contains { $0.severity == .error }
    #expect((module.value == nil) == hasError, source)
    let place = SourcePosition(line: 1, column: 1)
    let expression = JavaScriptReader.expression(bytes, file: "a.mdx", at: place)
    #expect(expression.value == nil || expression.diagnostics.allSatisfy { $0.severity != .error })
    let json = JSONReader.value(bytes, file: "a.json")
    #expect((json.value == nil) == json.diagnostics.contains { $0.severity == .error }, source)
  }

  @Test(arguments: [
    "a<", "a.", "a+", "a,", "'a'+", "!", "a;", "[],", "{},", "a?.b ", "x\n", "a<b,",
  ])
  func longSourcesTakeLinearTime(part: String) {
    let source = "f(1)\n" + String(repeating: part, count: 10_000)
    let result = JavaScriptReader.module(Array(source.utf8), file: "a.ts", year: 2026)
    #expect(result.value == nil)
  }
}

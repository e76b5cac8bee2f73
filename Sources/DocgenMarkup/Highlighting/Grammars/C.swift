extension Language {
  static let c = Language("c", aliases: ["h", "glsl", "hlsl", "wgsl"], grammar: .c)

  static let cpp = Language(
    "cpp", aliases: ["c++", "cc", "cxx", "hpp", "arduino", "cuda"], grammar: .cpp)
}

extension Grammar {
  fileprivate static let c = Grammar(
    words: WordTable([
      .keyword: cKeywords, .boolean: "true false", .constant: "NULL nullptr", .builtin: cTypes,
    ]),
    delimited: cComments + [.include, .string("\""), .character("'")],
    sigils: [preprocessor])

  fileprivate static let cpp = Grammar(
    words: WordTable([
      .keyword: cKeywords + """
         alignas and bitand bitor catch class co_await co_return co_yield concept const_cast \
        consteval constinit decltype delete dynamic_cast explicit export final friend import \
        module mutable namespace new noexcept not operator or override private protected public \
        reinterpret_cast requires static_cast template this throw try typeid typename using virtual
        """,
      .boolean: "true false", .constant: "NULL nullptr", .builtin: cTypes,
    ]),
    delimited: cComments + [.include, .string("\""), .character("'")],
    tagged: ["", "L", "u", "U", "u8"].map { prefix in
      Tagged(open: (prefix + "R\"", "("), close: (")", "\""))
    },
    sigils: [preprocessor], capitalized: .className,
    stringPrefixes: WordTable([.string: "L u U u8"]))

  private static let cKeywords = """
    _Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local alignof asm auto \
    break case const constexpr continue default do else enum extern for goto if inline register \
    restrict return sizeof static static_assert struct switch thread_local typedef typeof union \
    volatile while
    """

  private static let cTypes = """
    bool char char16_t char32_t char8_t double float int int16_t int32_t int64_t int8_t intptr_t \
    long ptrdiff_t short signed size_t ssize_t uint16_t uint32_t uint64_t uint8_t uintptr_t \
    unsigned void wchar_t
    """

  private static let preprocessor = Sigil(byte: UInt8(ascii: "#"), kind: .keyword)

  /// The comments of C and of what descends from it.
  static let cComments: [Delimited] = [.lineComment("//"), .blockComment("/*", "*/")]
}

extension Grammar.Delimited {
  /// `<stdio.h>` behind `#include`.
  fileprivate static let include: Self = {
    var rule = rawString("<", ">", spansLines: false)
    rule.position = .behindInclude
    return rule
  }()
}

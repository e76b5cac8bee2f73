import Testing

/// Programming languages. Each case is code with the marks that it gets: `⟨keyword let⟩ x`.
@Suite struct ProgramSnippetTests {
  @Test(arguments: [
    (
      "python",
      ##"""
      ⟨function @dataclass⟩(frozen=⟨boolean True⟩)
      ⟨keyword class⟩ ⟨class-name Point⟩(⟨class-name Base⟩[⟨builtin int⟩]):
          ⟨string """A doc "string"."""⟩
          x: ⟨builtin int⟩ = ⟨number 0⟩
          name: ⟨builtin str⟩ | ⟨constant None⟩ = ⟨constant None⟩

          ⟨keyword def⟩ ⟨function dist⟩(⟨variable self⟩, other: ⟨string "Point"⟩) -> ⟨builtin float⟩:
              ⟨keyword return⟩ ⟨string f"{self.x!r:>{width}} {{}}"⟩ + ⟨string r"\d+\""⟩ + ⟨string b'\x00'⟩
      """##
    ),
    (
      "python",
      #"""
      ⟨keyword async⟩ ⟨keyword def⟩ ⟨function main⟩(type=⟨constant None⟩, *, ⟨builtin id⟩: ⟨builtin int⟩ = ⟨number 3⟩, **kw):
          ⟨keyword match⟩ command.⟨function split⟩():
              ⟨keyword case⟩ [⟨string "go"⟩, direction] ⟨keyword if⟩ direction ⟨keyword in⟩ exits: ⟨keyword pass⟩
              ⟨keyword case⟩ _:
                  ⟨keyword raise⟩ ⟨class-name ValueError⟩(⟨string f'bad {command}'⟩) ⟨keyword from⟩ err
          match = re.⟨function match⟩(⟨string r'^(\w+)$'⟩, s)  ⟨comment # soft⟩
          ⟨builtin print⟩(match ⟨keyword is⟩ ⟨constant None⟩, end=⟨string ""⟩, sep=⟨string ''⟩)
          ⟨keyword return⟩ ⟨number 1_000⟩ + ⟨number 0xFF⟩ + ⟨number 1e-5j⟩
      """#
    ),
    (
      "python",
      #"""
      ⟨prompt >>> ⟩d = {⟨string "a"⟩: [⟨number 1⟩, ⟨number 2⟩]}
      ⟨prompt >>> ⟩⟨keyword for⟩ k ⟨keyword in⟩ d:
      ⟨prompt ... ⟩    ⟨builtin print⟩(k)
      ⟨output a⟩
      """#
    ),
    (
      "swift",
      ###"""
      ⟨keyword @MainActor⟩ ⟨keyword final⟩ ⟨keyword class⟩ ⟨class-name Foo⟩<⟨class-name T⟩: ⟨class-name Sendable⟩>: ⟨class-name Bar⟩ ⟨keyword where⟩ ⟨class-name T⟩.⟨constant ID⟩ == ⟨class-name Int⟩ {
        ⟨keyword let⟩ raw = ⟨string #"a \(x) "quoted" \#(y)"#⟩, m = ⟨string """⟩
      ⟨string     multi "x" \(⟩name.map { ⟨string "\(⟩⟨variable $0⟩⟨string )"⟩ } ?? ⟨string "-"⟩⟨string )⟩
      ⟨string     """⟩
        ⟨keyword func⟩ ⟨function move⟩(⟨keyword for⟩ name: ⟨class-name String⟩, ⟨keyword in⟩ set: ⟨class-name Set⟩<⟨class-name Int⟩>, ⟨keyword default⟩: ⟨class-name Int⟩ = ⟨number 0⟩) ⟨keyword async⟩ ⟨keyword throws⟩ -> ⟨keyword some⟩ ⟨class-name View⟩ {
          ⟨keyword guard⟩ ⟨keyword let⟩ ⟨keyword self⟩, ⟨keyword case⟩ .⟨function some⟩(⟨keyword let⟩ x) = opt ⟨keyword else⟩ { ⟨keyword return⟩ }
          ⟨keyword let⟩ get = ⟨function copy⟩(x, in: y); set.⟨function insert⟩(⟨number 1⟩)
          ⟨comment /* a /* nested */ */⟩
          ⟨keyword #if⟩ ⟨constant DEBUG⟩
          ⟨keyword #endif⟩
        }
      }
      """###
    ),
    (
      "swift",
      ###"""
      ⟨keyword let⟩ re = ⟨regex /ab+[c\/]"/⟩.⟨function ignoresCase⟩(), d = a / b / c
      ⟨keyword let⟩ big = ⟨string ##"x"#y"##⟩
      ⟨keyword var⟩ body: ⟨keyword some⟩ ⟨class-name View⟩ { ⟨keyword get⟩ { ⟨class-name Text⟩(⟨string "Hi \(⟩user.name, ⟨keyword default⟩: ⟨string "x"⟩⟨string )"⟩) } ⟨keyword set⟩ { _ = newValue } }
      ⟨keyword actor⟩ ⟨class-name Bank⟩ { ⟨keyword nonisolated⟩ ⟨keyword var⟩ x: ⟨class-name Int⟩ { ⟨number 1_000⟩ } }
      ⟨keyword switch⟩ x { ⟨keyword case⟩ ⟨number 1⟩...⟨number 3⟩: ⟨keyword break⟩; ⟨keyword default⟩: ⟨function fatalError⟩(⟨string "no"⟩) }
      """###
    ),
    (
      "rust",
      ###"""
      ⟨attr-name #[derive(Debug, Clone)]⟩
      ⟨attr-name #[arg(value_parser = ["a", "b"], default = "x]")]⟩
      ⟨keyword pub⟩ ⟨keyword struct⟩ ⟨class-name Foo⟩<⟨variable 'a⟩, ⟨class-name T⟩: ⟨variable 'static⟩ + ⟨class-name Into⟩<⟨class-name String⟩>> { name: &⟨variable 'a⟩ ⟨builtin str⟩, t: ⟨class-name T⟩, r#⟨keyword type⟩: ⟨builtin u8⟩ }
      ⟨keyword fn⟩ ⟨function main⟩() -> ⟨class-name Result⟩<(), ⟨class-name Box⟩<⟨keyword dyn⟩ ⟨class-name Error⟩>> {
          ⟨keyword let⟩ c = ⟨string 'x'⟩; ⟨keyword let⟩ n = ⟨string '\n'⟩; ⟨keyword let⟩ q = ⟨string '\''⟩; ⟨keyword let⟩ u = ⟨string '\u{1F600}'⟩; ⟨keyword let⟩ b = ⟨string b'a'⟩;
          ⟨keyword let⟩ s = ⟨string r#"raw "x" \n"#⟩; ⟨keyword let⟩ t = ⟨string br##"y"#"##⟩; ⟨function println⟩!(⟨string "{c} {:?}"⟩, s);
          ⟨variable 'outer⟩: ⟨keyword loop⟩ { ⟨keyword break⟩ ⟨variable 'outer⟩; }
          ⟨comment /* a /* nested */ b */⟩
          ⟨keyword if⟩ a != b && x.⟨function iter⟩().⟨function map⟩(|y| y * ⟨number 2⟩).⟨function any⟩(|z| z == ⟨number 0xFF_u32⟩) { ⟨function vec⟩![⟨number 1⟩, ⟨number 2⟩]; }
      }
      """###
    ),
    (
      "go",
      #"""
      ⟨keyword package⟩ main
      ⟨keyword import⟩ (⟨string "fmt"⟩; ⟨string "net/http"⟩)
      ⟨keyword type⟩ T[K ⟨builtin comparable⟩] ⟨keyword struct⟩ { Name ⟨builtin string⟩ ⟨string `json:"name"`⟩ }
      ⟨keyword func⟩ (t *T[K]) ⟨function Get⟩(ctx context.Context) (⟨builtin int⟩, ⟨builtin error⟩) {
      	r := ⟨string '\''⟩; s := ⟨string "a\"b"⟩; raw := ⟨string `x\ "y"`⟩
      	⟨keyword defer⟩ ⟨keyword func⟩() { ⟨keyword if⟩ e := ⟨builtin recover⟩(); e != ⟨constant nil⟩ { fmt.⟨function Printf⟩(⟨string "%v\n"⟩, e) } }()
      	⟨keyword return⟩ ⟨builtin len⟩(s), ⟨constant nil⟩ ⟨comment // c⟩
      }
      """#
    ),
    (
      "c",
      #"""
      ⟨keyword #include⟩ ⟨string <stdio.h>⟩
      ⟨keyword #include⟩ ⟨string "x.h"⟩
      ⟨keyword #define⟩ ⟨function MAX⟩(a, b) ((a) > (b) ? (a) : (b))
      ⟨comment /* c */⟩
      ⟨keyword static⟩ ⟨keyword const⟩ ⟨builtin char⟩ *s = ⟨string "a\"b\n"⟩; ⟨builtin char⟩ c = ⟨string '\''⟩;
      ⟨builtin int⟩ ⟨function main⟩(⟨builtin int⟩ argc, ⟨builtin char⟩ **argv) { ⟨keyword if⟩ (x < y && z > ⟨number 1⟩) ⟨function printf⟩(⟨string "%d\n"⟩, ⟨number 0x1Fu⟩); ⟨keyword return⟩ EXIT_SUCCESS; }
      """#
    ),
    (
      "cpp",
      #"""
      ⟨keyword #include⟩ ⟨string <vector>⟩
      ⟨keyword template⟩ <⟨keyword typename⟩ ⟨class-name T⟩, ⟨keyword class⟩... ⟨class-name Args⟩> ⟨keyword requires⟩ std::is_same_v<⟨class-name T⟩, ⟨builtin int⟩>
      ⟨keyword class⟩ ⟨class-name Foo⟩ ⟨keyword final⟩ : ⟨keyword public⟩ ⟨class-name Bar⟩ { ⟨keyword public⟩: ⟨keyword explicit⟩ ⟨class-name Foo⟩(⟨builtin int⟩ x) : x_{x} {} ⟨keyword virtual⟩ ~⟨class-name Foo⟩() = ⟨keyword default⟩; ⟨keyword private⟩: ⟨builtin int⟩ x_; };
      ⟨keyword auto⟩ s = ⟨string R"sql(SELECT ")" FROM)sql"⟩; ⟨keyword auto⟩ n = ⟨number 1⟩'⟨number 000⟩'⟨number 000⟩; ⟨keyword auto⟩ c = ⟨string L'x'⟩; ⟨keyword auto⟩ u = ⟨string u8"é"⟩;
      ⟨keyword for⟩ (⟨keyword const⟩ ⟨keyword auto⟩& [k, v] : map) std::cout << k << ⟨string '\n'⟩; ⟨comment // end⟩
      """#
    ),
    (
      "java",
      ##"""
      ⟨keyword package⟩ com.x; ⟨keyword import⟩ ⟨keyword static⟩ java.util.⟨class-name List⟩.of;
      ⟨function @Override⟩ ⟨keyword public⟩ ⟨keyword record⟩ ⟨class-name Point⟩(⟨builtin int⟩ x, ⟨builtin int⟩ y) ⟨keyword implements⟩ ⟨class-name Foo⟩<⟨class-name Bar⟩<⟨class-name String⟩>> {}
      ⟨class-name String⟩ t = ⟨string """⟩
      ⟨string   multi "x"⟩
      ⟨string   """⟩; ⟨builtin char⟩ c = ⟨string '\''⟩; ⟨keyword var⟩ value = list.⟨function with⟩(⟨number 1⟩); ⟨builtin int⟩ record = ⟨number 1_000L⟩;
      ⟨comment /** doc */⟩ ⟨function @Retry⟩(max = ⟨number 3⟩) ⟨keyword sealed⟩ ⟨keyword interface⟩ ⟨class-name S⟩ ⟨keyword permits⟩ ⟨class-name A⟩, ⟨class-name B⟩ {}
      ⟨keyword switch⟩ (o) { ⟨keyword case⟩ ⟨class-name Integer⟩ i ⟨keyword when⟩ i > ⟨number 0⟩ -> ⟨keyword yield⟩ ⟨number 1⟩; ⟨keyword default⟩ -> ⟨keyword throw⟩ ⟨keyword new⟩ ⟨class-name X⟩(⟨string "a\"b"⟩); }
      """##
    ),
    (
      "kotlin",
      ##"""
      ⟨function @Serializable⟩ ⟨keyword data⟩ ⟨keyword class⟩ ⟨class-name User⟩(⟨keyword val⟩ name: ⟨class-name String⟩ = ⟨string "x"⟩, ⟨keyword val⟩ value: ⟨class-name Int⟩? = ⟨constant null⟩)
      ⟨keyword fun⟩ ⟨function main⟩() = runBlocking { ⟨keyword val⟩ s = ⟨string "Hi ${⟩user.name.map { ⟨string "$it"⟩ }⟨string } $name"⟩; ⟨function println⟩(⟨string """raw "x" ${⟩y⟨string }"""⟩) }
      ⟨keyword val⟩ data = file.⟨function get⟩(⟨string "a"⟩); ⟨keyword override⟩ ⟨keyword fun⟩ ⟨function open⟩() = ⟨class-name Unit⟩; ⟨keyword val⟩ c = ⟨string '\n'⟩
      ⟨comment /* a /* nested */ b */⟩ ⟨keyword inline⟩ ⟨keyword fun⟩ <⟨keyword reified⟩ ⟨class-name T⟩> ⟨function foo⟩(x: ⟨class-name Any⟩) ⟨keyword where⟩ ⟨class-name T⟩ : ⟨class-name Bar⟩ { ⟨keyword return⟩⟨function @foo⟩ }
      """##
    ),
    (
      "ruby",
      ###"""
      ⟨keyword class⟩ ⟨class-name Foo⟩ < ⟨class-name Bar⟩
        ⟨builtin attr_accessor⟩ ⟨constant :name⟩
        validates ⟨constant :x⟩, if: ⟨constant :y?⟩, class: ⟨string "btn"⟩, presence: ⟨boolean true⟩
        ⟨keyword def⟩ ⟨function save!⟩(a = ⟨constant nil⟩, *rest, key: ⟨number 1⟩)
          sql = <<~SQL.strip
            SELECT 'it' FROM t
          SQL
          ⟨builtin puts⟩ ⟨string "Hi #{⟩name.map { |x| ⟨string "#{⟩x⟨string }"⟩ }⟨string } \#{no}"⟩ ⟨keyword if⟩ name =~ ⟨regex /ab+\/c/i⟩
          ⟨string %w[a b]⟩.⟨function each⟩(&⟨constant :upcase⟩); ⟨variable @x⟩ ||= ⟨string 'single #{no}'⟩; arr << ⟨number 1⟩
          h = { ⟨string "a"⟩ => ⟨number 1⟩, b: ⟨number 2⟩, ⟨constant :c⟩ => ⟨class-name Foo⟩::⟨class-name Bar⟩ }
        ⟨keyword end⟩
      ⟨keyword end⟩
      ⟨comment =begin⟩
      ⟨comment block⟩
      ⟨comment =end⟩
      """###
    ),
  ])
  func snippet(language: String, marked: String) {
    #expect(HighlightedCode.marked(HighlightedCode.plain(marked), language) == marked)
  }
}

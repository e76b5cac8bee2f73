import Testing

/// What the web is made of, with languages in each other. Each case is code with the marks that it gets: `⟨keyword let⟩ x`.
@Suite struct WebSnippetTests {
  @Test(arguments: [
    (
      "javascript",
      #"""
      ⟨keyword import⟩ ⟨class-name React⟩, { useState ⟨keyword as⟩ us } ⟨keyword from⟩ ⟨string 'react'⟩;
      ⟨keyword const⟩ re = ⟨regex /[/\]"']+\/(?<n>x)/gi⟩, q = a / b / c;
      ⟨keyword const⟩ t = ⟨string `a ${⟩b ? ⟨string `n ${⟩c⟨string }`⟩ : ⟨string "x"⟩⟨string } \` d`⟩;
      ⟨keyword export⟩ ⟨keyword default⟩ ⟨keyword class⟩ ⟨class-name Foo⟩ ⟨keyword extends⟩ ⟨class-name Bar⟩ { ⟨keyword static⟩ ⟨property #p⟩ = ⟨number 1_000n⟩; ⟨keyword get⟩ ⟨function size⟩() { ⟨keyword return⟩ ⟨keyword this⟩.⟨property #p⟩ ?? ⟨number 0⟩; } }
      ⟨keyword const⟩ o = { ⟨keyword default⟩: ⟨number 1⟩, class: ⟨string "x"⟩, get: ⟨number 2⟩, of: [], from: ⟨constant null⟩, type: ⟨string 'y'⟩ };
      """#
    ),
    (
      "javascript",
      #"""
      ⟨comment // comment⟩
      ⟨keyword async⟩ ⟨keyword function⟩* ⟨function gen⟩() { ⟨keyword for⟩ ⟨keyword await⟩ (⟨keyword const⟩ x ⟨keyword of⟩ xs) ⟨keyword yield⟩* x; }
      ⟨keyword const⟩ f = ⟨keyword async⟩ ({ a, b = ⟨number 2⟩ }, ...rest) => { ⟨keyword throw⟩ ⟨keyword new⟩ ⟨class-name Error⟩(⟨string `no ${⟩a⟨string }`⟩); };
      ⟨keyword if⟩ (!⟨regex /^\s*$/⟩.⟨function test⟩(s)) ⟨keyword return⟩ x++ / ⟨number 2⟩;
      ⟨comment /* block * / */⟩ label: ⟨keyword for⟩ (⟨keyword let⟩ i = ⟨number 0⟩; i < n; i++) {}
      """#
    ),
    (
      "javascript",
      #"""
      module.exports = {
        presets: [[⟨string 'classic'⟩, { docs: { routeBasePath: ⟨string '/'⟩ } }]],
        url: ⟨string 'https://example.org'⟩, ⟨comment // site⟩
        ⟨string "quoted-key"⟩: ⟨constant undefined⟩,
        ⟨function fn⟩() { ⟨keyword return⟩ ⟨keyword typeof⟩ x === ⟨string "string"⟩ && x ⟨keyword instanceof⟩ ⟨class-name Y⟩; },
      };
      """#
    ),
    (
      "jsx",
      #"""
      ⟨keyword export⟩ ⟨keyword default⟩ ⟨keyword function⟩ ⟨class-name App⟩({ items }) {
        ⟨keyword return⟩ (
          ⟨tag <⟩⟨tag >⟩
            {⟨comment /* comment */⟩}
            ⟨tag <Button.Primary⟩ ⟨attr-name onClick⟩={() => ⟨function setN⟩(n => n + ⟨number 1⟩)} ⟨attr-name disabled⟩={n > ⟨number 3⟩} ⟨attr-name style⟩={{ color: ⟨string "red"⟩ }}⟨tag >⟩
              It's {n} "items" — don't {items.⟨function map⟩(i => ⟨tag <li⟩ ⟨attr-name key⟩={i.id}⟨tag >⟩{i.name}⟨tag </li⟩⟨tag >⟩)}
            ⟨tag </Button.Primary⟩⟨tag >⟩
            ⟨tag <input⟩ ⟨attr-name type⟩=⟨attr-value "text"⟩ ⟨attr-name value⟩=⟨attr-value 'x'⟩ ⟨tag /⟩⟨tag >⟩
          ⟨tag </⟩⟨tag >⟩
        );
      }
      """#
    ),
    (
      "tsx",
      #"""
      ⟨keyword const⟩ ⟨class-name C⟩: ⟨class-name React⟩.⟨constant FC⟩<⟨class-name Props⟩<⟨builtin string⟩>> = ({ type, id }: ⟨class-name Props⟩) => <⟨class-name Foo⟩<⟨builtin string⟩> type={type} id=⟨string "a"⟩ />;
      ⟨keyword function⟩ id<⟨class-name T⟩ ⟨keyword extends⟩ ⟨builtin object⟩>(x: ⟨class-name T⟩): ⟨class-name T⟩ { ⟨keyword return⟩ x ⟨keyword as⟩ ⟨class-name T⟩; }
      ⟨keyword const⟩ x = <⟨class-name T⟩,>(y: ⟨class-name T⟩) => ⟨tag <div⟩ ⟨attr-name className⟩={⟨string `a ${⟩y⟨string }`⟩}⟨tag >⟩text &amp; if for⟨tag </div⟩⟨tag >⟩;
      """#
    ),
    (
      "typescript",
      #"""
      ⟨keyword interface⟩ ⟨class-name Props⟩<⟨class-name T⟩ = ⟨builtin unknown⟩> ⟨keyword extends⟩ ⟨class-name Base⟩ { ⟨keyword readonly⟩ type: ⟨string 'a'⟩ | ⟨string "b"⟩; id?: ⟨builtin number⟩; get?: () => ⟨keyword void⟩; from: ⟨class-name Date⟩ }
      ⟨keyword type⟩ ⟨class-name Fn⟩<⟨class-name T⟩> = (x: ⟨class-name T⟩, ...rest: ⟨builtin any⟩[]) => x ⟨keyword is⟩ ⟨builtin string⟩;
      ⟨keyword declare⟩ ⟨keyword module⟩ ⟨string 'foo'⟩ { ⟨keyword export⟩ ⟨keyword const⟩ x: ⟨keyword unique⟩ ⟨builtin symbol⟩; }
      ⟨keyword enum⟩ ⟨class-name Color⟩ { ⟨class-name Red⟩ = ⟨number 1⟩, ⟨class-name Green⟩ = ⟨string "g"⟩ }
      """#
    ),
    (
      "typescript",
      #"""
      ⟨function @Component⟩({ selector: ⟨string 'app-root'⟩, template: ⟨string `<b>{{ x }}</b>`⟩ })
      ⟨keyword export⟩ ⟨keyword class⟩ ⟨class-name Foo⟩<⟨class-name T⟩> ⟨keyword implements⟩ ⟨class-name OnInit⟩ { ⟨keyword private⟩ ⟨keyword readonly⟩ map = ⟨keyword new⟩ ⟨class-name Map⟩<⟨builtin string⟩, ⟨class-name Array⟩<⟨class-name T⟩>>(); ⟨function constructor⟩(⟨keyword private⟩ http: ⟨class-name HttpClient⟩) {} }
      ⟨keyword abstract⟩ ⟨keyword class⟩ ⟨class-name A⟩ { ⟨keyword abstract⟩ ⟨keyword get⟩ ⟨function x⟩(): ⟨builtin number⟩; ⟨keyword static⟩ ⟨keyword override⟩ ⟨keyword async⟩ ⟨function foo⟩(this: ⟨class-name A⟩): ⟨class-name Promise⟩<⟨keyword void⟩> {} }
      """#
    ),
    (
      "typescript",
      #"""
      ⟨keyword const⟩ config = { type: ⟨string "module"⟩, namespace: ⟨number 1⟩, is: ⟨boolean true⟩ } ⟨keyword satisfies⟩ ⟨class-name Config⟩ ⟨keyword as⟩ ⟨keyword const⟩;
      ⟨keyword export⟩ ⟨keyword type⟩ { ⟨class-name Foo⟩ } ⟨keyword from⟩ ⟨string "./foo"⟩;
      ⟨keyword let⟩ v = obj!.prop?.[⟨number 0⟩] ⟨keyword as⟩ ⟨builtin unknown⟩ ⟨keyword as⟩ ⟨keyword keyof⟩ ⟨keyword typeof⟩ obj;
      ⟨keyword function⟩ ⟨function isFoo⟩(x: ⟨builtin unknown⟩): ⟨keyword asserts⟩ x ⟨keyword is⟩ ⟨class-name Foo⟩ {}
      """#
    ),
    (
      "html",
      #"""
      ⟨keyword <!DOCTYPE html>⟩
      ⟨tag <html⟩ ⟨attr-name lang⟩=⟨attr-value "en"⟩⟨tag >⟩
      ⟨tag <head⟩⟨tag >⟩⟨tag <style⟩⟨tag >⟩
      ⟨tag a:hover⟩ > ⟨tag .b⟩, ⟨tag #id[href^="x"]⟩ { ⟨property color⟩: ⟨number #fff⟩; ⟨property background⟩: ⟨function url⟩(⟨string https://x.org/a.png⟩) no-repeat; ⟨property margin⟩: ⟨number -1px⟩ ⟨number .5em⟩; }
      ⟨keyword @media⟩ (max-width: ⟨number 600px⟩) and (color) { ⟨tag body⟩ { ⟨property font⟩: ⟨number 12px⟩/⟨number 1.5⟩ ⟨string "A B"⟩, serif ⟨keyword !important⟩; } }
      ⟨tag </style⟩⟨tag >⟩
      ⟨tag <script⟩ ⟨attr-name type⟩=⟨attr-value "module"⟩⟨tag >⟩
        ⟨keyword const⟩ x = ⟨string "</div>"⟩; ⟨keyword if⟩ (a < b && c > d) { ⟨comment /* x */⟩ }
      ⟨tag </script⟩⟨tag >⟩⟨tag </head⟩⟨tag >⟩
      ⟨tag <body⟩ ⟨attr-name data-x⟩=⟨attr-value '1'⟩ ⟨attr-name hidden⟩ ⟨attr-name onclick⟩=⟨attr-value "go('x')"⟩⟨tag >⟩⟨comment <!-- multi⟩
      ⟨comment line -->⟩⟨tag <img⟩ ⟨attr-name src⟩=⟨attr-value a.png⟩ ⟨attr-name alt⟩=⟨attr-value "a > b"⟩⟨tag /⟩⟨tag >⟩Text &amp; more < 3 it's⟨tag </body⟩⟨tag >⟩
      ⟨tag </html⟩⟨tag >⟩
      """#
    ),
    (
      "xml",
      #"""
      ⟨keyword <?xml version="1.0" encoding="UTF-8"?>⟩
      ⟨tag <project⟩ ⟨attr-name xmlns:x⟩=⟨attr-value "http://x.org"⟩⟨tag >⟩⟨tag <x:dep⟩ ⟨attr-name a⟩=⟨attr-value "1"⟩⟨tag >⟩text⟨tag </x:dep⟩⟨tag >⟩⟨string <![CDATA[ <raw> ]]>⟩⟨comment <!-- c -->⟩⟨tag </project⟩⟨tag >⟩
      """#
    ),
    (
      "css",
      #"""
      ⟨tag :root⟩ { ⟨property --main-color⟩: ⟨number #06c⟩; ⟨property --x⟩: ⟨function calc⟩(⟨number 100%⟩ - ⟨function var⟩(⟨variable --y⟩, ⟨number 2px⟩)); }
      ⟨comment /* comment { } */⟩
      ⟨tag .card::before⟩ { ⟨property content⟩: ⟨string "\201C;{"⟩; ⟨property width⟩: ⟨number 50%⟩; ⟨property transform⟩: ⟨function translate⟩(⟨number -50%⟩, ⟨number .5em⟩) ⟨function rotate⟩(⟨number 45deg⟩); }
      ⟨keyword @import⟩ ⟨function url⟩(⟨string "x.css"⟩);
      ⟨keyword @font-face⟩ { ⟨property src⟩: ⟨function url⟩(⟨string data:font/woff2;base64,AA//BB==⟩) ⟨function format⟩(⟨string "woff2"⟩); }
      ⟨keyword @keyframes⟩ spin { ⟨tag from⟩ { ⟨property opacity⟩: ⟨number 0⟩ } ⟨tag 50%⟩ { ⟨property opacity⟩: ⟨number .5⟩ } }
      """#
    ),
    (
      "scss",
      #"""
      ⟨property $w⟩: ⟨number 10px⟩; ⟨comment // comment⟩
      ⟨tag .a⟩ { ⟨tag &:hover⟩ { ⟨property color⟩: ⟨function lighten⟩(⟨variable $w⟩, ⟨number 10%⟩); } ⟨keyword @include⟩ ⟨function foo⟩(⟨variable $w⟩); ⟨tag .b⟩ { ⟨property margin⟩: ⟨number 0⟩ ⟨constant auto⟩; } }
      """#
    ),
    (
      "php",
      #"""
      ⟨keyword <!DOCTYPE html>⟩
      ⟨tag <p⟩ ⟨attr-name class⟩=⟨attr-value "x"⟩⟨tag >⟩⟨keyword <?⟩= ⟨function htmlspecialchars⟩(⟨variable $name⟩) ⟨keyword ?>⟩⟨tag </p⟩⟨tag >⟩
      ⟨keyword <?php⟩
      ⟨keyword namespace⟩ ⟨class-name App⟩\⟨class-name Models⟩;
      ⟨keyword use⟩ ⟨class-name Foo⟩\{⟨class-name Bar⟩, ⟨class-name Baz⟩};
      ⟨attr-name #[Attribute(flags: [1])]⟩
      ⟨keyword final⟩ ⟨keyword class⟩ ⟨class-name User⟩ ⟨keyword extends⟩ ⟨class-name Model⟩ { ⟨keyword public⟩ ⟨keyword function⟩ ⟨function __construct⟩(⟨keyword private⟩ ⟨keyword readonly⟩ ?⟨builtin string⟩ ⟨variable $n⟩ = ⟨constant null⟩) {} }
      ⟨variable $s⟩ = ⟨string "Hi {⟩⟨variable $a⟩[⟨string "x"⟩]⟨string } $b \"q\""⟩; ⟨variable $t⟩ = ⟨string 'it\'s'⟩; ⟨comment // c⟩
      ⟨keyword echo⟩ <<<EOT
        Text $x if
        EOT;
      ⟨variable $x⟩ = ⟨keyword match⟩(⟨boolean true⟩) { ⟨keyword default⟩ => ⟨keyword fn⟩(⟨variable $y⟩) => ⟨variable $y⟩?->list ?? ⟨constant null⟩, };
      ⟨variable $this⟩->class; ⟨function foo⟩(⟨keyword default⟩: ⟨number 1⟩, array: []);
      ⟨keyword ?>⟩
      ⟨tag <b⟩⟨tag >⟩end⟨tag </b⟩⟨tag >⟩
      """#
    ),
    (
      "http",
      #"""
      ⟨keyword POST⟩ ⟨string /v1/items?x=1⟩ HTTP/1.1
      ⟨property Host⟩: api.example.org
      ⟨property Authorization⟩: Bearer abc:def
      ⟨property Content-Type⟩: application/json

      {⟨property "name"⟩: ⟨string "x"⟩, ⟨property "n"⟩: [⟨number 1⟩, ⟨boolean true⟩]}

      ⟨keyword HTTP/1.1⟩ ⟨number 201⟩ Created
      ⟨property Location⟩: /v1/items/3

      {⟨property "id"⟩: ⟨number 3⟩}
      """#
    ),
    (
      "graphql",
      ##"""
      ⟨string """⟩
      ⟨string A "user"⟩
      ⟨string """⟩
      ⟨keyword type⟩ ⟨class-name User⟩ ⟨keyword implements⟩ ⟨class-name Node⟩ ⟨function @key⟩(⟨property fields⟩: ⟨string "id"⟩) { ⟨property id⟩: ⟨constant ID⟩! ⟨function name⟩(⟨property first⟩: ⟨class-name Int⟩ = ⟨number 10⟩): [⟨class-name String⟩!]! ⟨property type⟩: ⟨class-name UserType⟩ }
      ⟨keyword enum⟩ ⟨class-name Role⟩ { ⟨constant ADMIN⟩ ⟨constant USER⟩ }
      ⟨keyword query⟩ ⟨class-name Q⟩(⟨variable $id⟩: ⟨constant ID⟩!, ⟨variable $input⟩: ⟨class-name UserInput⟩) { ⟨function user⟩(⟨property id⟩: ⟨variable $id⟩) { ...⟨class-name F⟩ ⟨function @include⟩(⟨property if⟩: ⟨variable $x⟩) ⟨keyword type⟩ ⟨keyword on⟩ name } } ⟨comment # c⟩
      ⟨keyword fragment⟩ ⟨class-name F⟩ ⟨keyword on⟩ ⟨class-name User⟩ { id }
      ⟨keyword extend⟩ ⟨keyword schema⟩ ⟨function @link⟩(⟨property url⟩: ⟨string "x"⟩)
      ⟨keyword input⟩ ⟨class-name UserInput⟩ { ⟨property input⟩: ⟨class-name String⟩ = ⟨constant null⟩ }
      """##
    ),
    (
      "markdown",
      #"""
      ---
      ⟨property title⟩: Hello
      ---
      ⟨heading # Head *x*⟩

      Text ⟨constant **bold**⟩ ⟨string `code`⟩ [link](⟨attr-value https://x.org "t"⟩) ![img](⟨attr-value a.png⟩) ⟨tag <b>⟩html⟨tag </b>⟩

      ⟨comment <!-- multi⟩
      ⟨comment line -->⟩
      ⟨keyword ```js⟩
      ⟨keyword const⟩ x = ⟨string "y"⟩; ⟨comment // c⟩
      ⟨keyword ```⟩

      ⟨keyword ````md⟩
      ⟨string ```js⟩
      ⟨string inner⟩
      ⟨string ```⟩
      ⟨keyword ````⟩

      ⟨keyword -⟩ item
      ⟨keyword 1.⟩ one
      ⟨comment >⟩ quote

      ⟨keyword :::note⟩
      """#
    ),
  ])
  func snippet(language: String, marked: String) {
    #expect(HighlightedCode.marked(HighlightedCode.plain(marked), language) == marked)
  }
}

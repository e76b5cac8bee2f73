import Testing

/// Data, configuration and queries. Each case is code with the marks that it gets: `⟨keyword let⟩ x`.
@Suite struct DataSnippetTests {
  @Test(arguments: [
    (
      "json",
      #"""
      {⟨property "name"⟩: ⟨string "x"⟩, ⟨property "n"⟩: -⟨number 1.5e+3⟩, ⟨property "esc"⟩: ⟨string "a\"b\u00e9"⟩, ⟨property "t"⟩: ⟨boolean true⟩, ⟨property "arr"⟩: [⟨constant null⟩, {⟨property "k"⟩: ⟨string "v:1"⟩}]}
      """#
    ),
    (
      "jsonc",
      #"""
      ⟨comment // comment⟩
      {
        ⟨comment /* block */⟩
        ⟨property "url"⟩: ⟨string "https://x.org//y"⟩, ⟨comment // trailing⟩
        ⟨property "list"⟩: [⟨number 1⟩, ⟨number 2⟩,],
      }
      """#
    ),
    (
      "yaml",
      #"""
      %YAML 1.2
      ---
      ⟨property defaults⟩: ⟨variable &defaults⟩
        ⟨property timeout⟩: 30s
        ⟨property on⟩: push
      ⟨property production⟩:
        ⟨property <<⟩: ⟨variable *defaults⟩
        ⟨property script⟩: |
      ⟨string     if: not a key⟩
      ⟨string       # not a comment⟩

      ⟨string     echo "hi"⟩
        ⟨property folded⟩: >-
      ⟨string     text here: yes⟩
        ⟨property list⟩:
          - ⟨property name⟩: ⟨string "quoted: # no"⟩   ⟨comment # yes⟩
            ⟨property value⟩: ⟨string 'it'⟩⟨string 's'⟩
          - { ⟨property a⟩: ⟨number 1⟩, ⟨property b⟩: [x, ⟨string 'y'⟩, ⟨boolean true⟩] }
          - ⟨class-name !Ref⟩ Thing
      """#
    ),
    (
      "yaml",
      #"""
      ⟨property version⟩: ⟨string "3.8"⟩
      ⟨property services⟩:
        ⟨property web⟩:
          ⟨property image⟩: nginx:1.25-alpine
          ⟨property ports⟩: [⟨string "80:80"⟩, ⟨number 443:443⟩]
          ⟨property command⟩: sh -c 'echo hi'
          ⟨property environment⟩:
            - KEY=value
            - ⟨string "X=${Y:-z}"⟩
          ⟨property date⟩: ⟨number 2024-01-01T10:00:00Z⟩
          ⟨property empty⟩: ⟨constant ~⟩
          ⟨property multi⟩: plain text
            going on
          ⟨property "quoted key"⟩: ⟨number 0x1F⟩
      """#
    ),
    (
      "yaml",
      #"""
      - ⟨property hosts⟩: all
        ⟨property tasks⟩:
        - ⟨property name⟩: Install {{ pkg }}
          ⟨property apt⟩: name={{ pkg }} state=present
          ⟨property when⟩: x == "y"
        - ⟨property shell⟩: |
      ⟨string       cat <<E⟩
      ⟨string       : x⟩
      ⟨string       E⟩
          ⟨property args⟩: {⟨property chdir⟩: /tmp}
      """#
    ),
    (
      "toml",
      ##"""
      ⟨comment # config⟩
      ⟨property title⟩ = ⟨string "TOML \"x\""⟩
      ⟨class-name [owner.'a b']⟩
      ⟨property dob⟩ = ⟨number 1979⟩-⟨number 05⟩-⟨number 27T07⟩:⟨number 32⟩:⟨number 00⟩-⟨number 08⟩:⟨number 00⟩
      ⟨property ports⟩ = [ ⟨number 8000⟩, ⟨number 8001⟩ ]
      ⟨property inline⟩ = { ⟨property x⟩ = ⟨number 1⟩, ⟨property "y z"⟩ = ⟨string 'raw\n'⟩ }
      ⟨class-name [[products]]⟩
      ⟨property multi⟩ = ⟨string """⟩
      ⟨string a "quoted" b⟩
      ⟨string """⟩
      ⟨property hex⟩ = ⟨number 0xDEAD_BEEF⟩
      ⟨property flag⟩ = ⟨boolean true⟩
      """##
    ),
    (
      "ini",
      #"""
      ⟨comment ; comment⟩
      ⟨class-name [section "a"]⟩
      ⟨property key⟩ = value ⟨comment ; not⟩
      ⟨property url⟩ = http://example.org:⟨number 80⟩/x?a=b
      ⟨property path⟩=C:\x
      ⟨property enabled⟩ = ⟨boolean yes⟩
      ⟨property name⟩: it's fine
      """#
    ),
    (
      "env",
      #"""
      ⟨comment # comment⟩
      ⟨keyword export⟩ ⟨property API_KEY⟩=⟨string "sk-abc#def"⟩
      ⟨property URL⟩=https://x.org/?a=b&c=d
      ⟨property NAME⟩=⟨string 'single $x'⟩
      ⟨property REF⟩=⟨variable ${OTHER⟩:-default}
      ⟨property EMPTY⟩=
      ⟨property TOKEN⟩=YWJj=
      """#
    ),
    (
      "diff",
      #"""
      ⟨heading diff --git a/x b/x⟩
      ⟨heading index 1..2 100644⟩
      ⟨heading --- a/x⟩
      ⟨heading +++ b/x⟩
      ⟨function @@ -1,3 +1,3 @@ func⟩
       same
      ⟨deleted --- a comment in SQL⟩
      ⟨deleted -old⟩
      ⟨inserted +new⟩
      ⟨inserted ++ plus⟩
      \ No newline at end of file
      """#
    ),
    (
      "sql",
      #"""
      ⟨comment -- comment⟩
      ⟨keyword SELECT⟩ u.name, ⟨function count⟩(*) ⟨keyword AS⟩ ⟨string "order"⟩, ⟨string 'it'⟩⟨string 's'⟩ || ⟨string E'a\'b'⟩ ⟨keyword FROM⟩ users u
      ⟨keyword LEFT⟩ ⟨keyword JOIN⟩ orders o ⟨keyword ON⟩ o.user_id = u.id ⟨keyword WHERE⟩ u.created_at > ⟨function now⟩() - ⟨builtin interval⟩ ⟨string '1 day'⟩ ⟨keyword AND⟩ x::⟨builtin text⟩ = ⟨variable $1⟩;
      """#
    ),
    (
      "sql",
      #"""
      ⟨keyword CREATE⟩ ⟨keyword OR⟩ ⟨keyword REPLACE⟩ ⟨keyword FUNCTION⟩ ⟨function f⟩(a ⟨builtin int⟩) ⟨keyword RETURNS⟩ ⟨keyword trigger⟩ ⟨keyword AS⟩ ⟨string $body$⟩
      ⟨string BEGIN⟩
      ⟨string   RAISE NOTICE 'x %', a; -- in body⟩
      ⟨string END;⟩
      ⟨string $body$⟩ ⟨keyword LANGUAGE⟩ plpgsql;
      ⟨comment /* a /* nested */ b */⟩
      ⟨keyword INSERT⟩ ⟨keyword INTO⟩ ⟨property `t`⟩ (id, name) ⟨keyword VALUES⟩ (⟨number 1⟩, ⟨variable :name⟩), (⟨number 2⟩, ⟨variable @var⟩);
      """#
    ),
    (
      "nix",
      #"""
      { pkgs ? ⟨builtin import⟩ <nixpkgs> { }, lib, ... }:
      ⟨keyword let⟩
        ⟨comment # comment⟩
        ⟨property version⟩ = ⟨string "1.0-${⟩lib.version⟨string }"⟩;
      ⟨keyword in⟩ pkgs.stdenv.mkDerivation ⟨keyword rec⟩ {
        ⟨property pname⟩ = ⟨string "x"⟩; ⟨property src⟩ = ./.; ⟨keyword inherit⟩ (pkgs) go;
        ⟨property buildPhase⟩ = ⟨string ''⟩
      ⟨string     echo ''${notnix} ${⟩version⟨string } ''' it's⟩
      ⟨string     make -j$NIX_BUILD_CORES⟩
      ⟨string   ''⟩;
        ⟨property meta.homepage⟩ = https://example.org;
        ⟨property x⟩ = a // { ⟨property y⟩ = ⟨keyword if⟩ b ⟨keyword then⟩ ⟨constant null⟩ ⟨keyword else⟩ ⟨boolean true⟩; };
      }
      """#
    ),
  ])
  func snippet(language: String, marked: String) {
    #expect(HighlightedCode.marked(HighlightedCode.plain(marked), language) == marked)
  }
}

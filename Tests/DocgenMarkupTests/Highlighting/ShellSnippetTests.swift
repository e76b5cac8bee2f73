import Testing

/// Shells, and what holds their commands. Each case is code with the marks that it gets: `⟨keyword let⟩ x`.
@Suite struct ShellSnippetTests {
  @Test(arguments: [
    (
      "bash",
      #"""
      ⟨prompt $ ⟩⟨function cargo⟩ build ⟨attr-name --release⟩   ⟨comment # fast⟩
      ⟨output    Compiling thing v0.1⟩
      ⟨comment # now run it⟩
      ⟨prompt $ ⟩⟨function cat⟩ > a.txt <<'EOF'
      if this; then $that
      EOF
      ⟨prompt $ ⟩⟨function echo⟩ ⟨string "⟩$(⟨function date⟩ +%F⟨string ) it's"⟩ \
          ⟨attr-name --flag⟩=1
      ⟨output done: 3 files⟩
      """#
    ),
    (
      "bash",
      #"""
      ⟨comment #!/usr/bin/env bash⟩
      ⟨keyword set⟩ ⟨attr-name -euo⟩ pipefail
      ⟨keyword case⟩ ⟨string "⟩⟨variable $1⟩⟨string "⟩ ⟨keyword in⟩
        start|begin) ⟨function echo⟩ ⟨string "starting ⟩⟨variable $1⟩⟨string "⟩ ;;
        *) ⟨function usage⟩; ⟨keyword exit⟩ ⟨number 1⟩ ;;
      ⟨keyword esac⟩
      ⟨keyword for⟩ f ⟨keyword in⟩ *.txt; ⟨keyword do⟩ (( n++ )); ⟨function echo⟩ ⟨string "log in now"⟩ ⟨number 2⟩>&⟨number 1⟩ | ⟨function tee⟩ ⟨string "⟩⟨variable ${f%.txt}⟩⟨string .log"⟩ &> out; ⟨keyword done⟩
      ⟨keyword if⟩ [[ ⟨variable $x⟩ =~ ^(a|b)$ && ⟨attr-name -f⟩ ⟨variable $y⟩ ]]; ⟨keyword then⟩ ⟨keyword export⟩ ⟨variable PATH⟩=⟨string "⟩⟨variable $HOME⟩⟨string /bin:⟩⟨variable $PATH⟩⟨string "⟩ ⟨variable A⟩=b; ⟨keyword fi⟩
      ⟨function printf⟩ ⟨string $'tab\there\'s'⟩ ; ⟨variable x⟩=`⟨function date⟩ +%s` more
      """#
    ),
    (
      "bash",
      ###"""
      ⟨function curl⟩ ⟨attr-name -sSL⟩ https://example.org/install.sh | ⟨function bash⟩ ⟨attr-name -s⟩ ⟨attr-name --⟩ ⟨attr-name --prefix⟩=⟨string "⟩⟨variable $HOME⟩⟨string /.local"⟩
      ⟨variable API_KEY⟩=abc ⟨function run_it⟩ ⟨attr-name --port⟩ ⟨number 8080⟩ && ⟨function sudo⟩ ⟨function systemctl⟩ restart nginx || ⟨boolean true⟩
      ⟨function cat⟩ <<EOF > config.yaml
      key: "$value"
      EOF
      ⟨function python3⟩ ⟨attr-name -c⟩ ⟨string 'print("hi")'⟩ | ⟨function grep⟩ ⟨attr-name -v⟩ ⟨string "^#"⟩ ⟨comment # end⟩
      """###
    ),
    (
      "console",
      #"""
      ⟨prompt user@host:~/src$ ⟩⟨function git⟩ commit ⟨attr-name -m⟩ ⟨string "⟩$(⟨function cat⟩ <<'X'
      multi
      X
      ⟨string )"⟩
      ⟨output [main 1a2b] multi⟩
      ⟨prompt (venv) $ ⟩⟨function pip⟩ install ⟨string 'foo[bar]'⟩ ⟨comment # why⟩
      ⟨output Successfully installed⟩
      """#
    ),
    (
      "console",
      #"""
      ⟨prompt PS C:\Users\me> ⟩⟨function Get-Item⟩ ⟨attr-name -Path⟩ .\x | ⟨function Where-Object⟩ { ⟨variable $_⟩.Name ⟨attr-name -eq⟩ ⟨string "a"⟩ }
      ⟨output Mode  Name⟩
      ⟨prompt C:\> ⟩⟨builtin dir⟩ /s
      ⟨output  Volume in drive C⟩
      """#
    ),
    (
      "console",
      #"""
      ⟨prompt # ⟩⟨function apt-get⟩ install ⟨attr-name -y⟩ nginx
      ⟨output Reading package lists...⟩
      ⟨prompt >>> ⟩⟨builtin print⟩(⟨string f"x {1}"⟩)
      ⟨output x 1⟩
      """#
    ),
    (
      "powershell",
      #"""
      ⟨comment # Install⟩
      ⟨variable $env:PATH⟩ += ⟨string ";$HOME\bin"⟩
      ⟨function Install-Module⟩ ⟨attr-name -Name⟩ Foo ⟨attr-name -Scope⟩ CurrentUser ⟨attr-name -Force⟩
      ⟨keyword if⟩ (⟨variable $x⟩ ⟨attr-name -eq⟩ ⟨variable $null⟩) { ⟨function Write-Host⟩ ⟨string "Value: $(⟩⟨variable $x⟩.⟨function Get⟩(⟨string "a"⟩)⟨string ) end"⟩ } ⟨keyword else⟩ { ⟨keyword throw⟩ ⟨string 'It'⟩⟨string 's'⟩ }
      """#
    ),
    (
      "powershell",
      #"""
      ⟨keyword function⟩ ⟨function Get-Thing⟩ {
          [⟨function CmdletBinding⟩()]
          ⟨keyword param⟩([string]⟨variable $Name⟩ = ⟨string "x"⟩, [int[]]⟨variable $Ids⟩)
          ⟨comment <# block⟩
      ⟨comment        comment #>⟩
          ⟨variable $h⟩ = @{ Key = ⟨number 1⟩; Other = @(⟨number 1⟩, ⟨number 2.5⟩) }
          ⟨keyword return⟩ ⟨variable $h⟩.Key
      }
      """#
    ),
    (
      "powershell",
      #"""
      ⟨variable $text⟩ = ⟨string @"⟩
      ⟨string Hello $name⟩
      ⟨string "@⟩
      ⟨function Get-ChildItem⟩ ⟨attr-name -Recurse⟩ | ⟨function ForEach-Object⟩ { ⟨variable $_⟩.FullName } `
        | ⟨function Out-File⟩ ⟨attr-name -FilePath⟩ out.txt
      ⟨function irm⟩ https://example.org/install.ps1 | ⟨function iex⟩
      """#
    ),
    (
      "dockerfile",
      #"""
      ⟨comment # syntax=docker/dockerfile:1⟩
      ⟨keyword FROM⟩ ⟨attr-name --platform⟩=⟨variable $BUILDPLATFORM⟩ node:20-alpine ⟨keyword AS⟩ build
      ⟨keyword ARG⟩ ⟨variable VERSION⟩=1.0
      ⟨keyword ENV⟩ ⟨variable NODE_ENV⟩=production ⟨variable PATH⟩=⟨string "/x:⟩⟨variable $PATH⟩⟨string "⟩
      ⟨keyword RUN⟩ ⟨attr-name --mount⟩=type=cache,target=/root/.npm ⟨function npm⟩ ci && \
          ⟨comment # comment inside⟩
          ⟨function npm⟩ run build \
          ⟨attr-name --if-present⟩
      ⟨keyword RUN⟩ <<EOF
      apt-get update
      if x; then y; fi
      EOF
      ⟨keyword COPY⟩ ⟨attr-name --from⟩=build ⟨attr-name --chown⟩=node:node /app/dist /srv
      ⟨keyword HEALTHCHECK⟩ ⟨attr-name --interval⟩=30s ⟨keyword CMD⟩ curl ⟨attr-name -f⟩ http://localhost/ || ⟨keyword exit⟩ ⟨number 1⟩
      ⟨keyword CMD⟩ [⟨string "node"⟩, ⟨string "server.js"⟩]
      """#
    ),
    (
      "make",
      #"""
      ⟨comment # comment⟩
      ⟨variable CC⟩ ?= gcc
      ⟨variable SRCS⟩ := ⟨variable $(wildcard src/*.c)⟩ \
              extra.c
      ⟨keyword export⟩ ⟨variable PATH⟩ := ⟨variable $(HOME)⟩/bin:⟨variable $(PATH)⟩
      ⟨function .PHONY⟩: all clean
      ⟨keyword ifeq⟩ (⟨variable $(OS)⟩,Windows_NT)
        ⟨variable EXT⟩ = .exe
      ⟨keyword endif⟩
      ⟨function all⟩: ⟨variable $(OBJS)⟩ | build
      	@⟨function echo⟩ ⟨string "Building ⟩⟨variable $@⟩⟨string  from ⟩⟨variable $<⟩⟨string  ⟩⟨variable $(words $(SRCS))⟩⟨string "⟩
      	-⟨function rm⟩ ⟨attr-name -rf⟩ ⟨variable $(BUILD)⟩/* && \
      	  ⟨keyword for⟩ f ⟨keyword in⟩ $$(⟨function ls⟩); ⟨keyword do⟩ ⟨function echo⟩ ⟨string "⟩⟨variable $$f⟩⟨string  ⟩⟨variable ${X}⟩⟨string "⟩; ⟨keyword done⟩
      ⟨function %.o⟩: %.c
      	⟨variable $(CC)⟩ ⟨variable $(CFLAGS)⟩ ⟨attr-name -c⟩ ⟨attr-name -o⟩ ⟨variable $@⟩ ⟨variable $<⟩
      """#
    ),
  ])
  func snippet(language: String, marked: String) {
    #expect(HighlightedCode.marked(HighlightedCode.plain(marked), language) == marked)
  }
}

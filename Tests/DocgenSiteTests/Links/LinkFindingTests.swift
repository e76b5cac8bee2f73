import DocgenCore
import Testing

@testable import DocgenSite

@Suite struct LinkFindingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var written: String
    var place: String
    var message: String
    var hint: String
    var href: String

    var testDescription: String { written }
  }

  @Test(arguments: [
    Case(
      written: "[x](/guides/instal)", place: "3:5: error: link/unknown-page",
      message: "There is no page '/guides/instal' (which is /docs/guides/instal)",
      hint: "did you mean '/guides/install'?", href: "/docs/guides/instal"),
    Case(
      written: "[x](./instal#a)", place: "3:5: error: link/unknown-page",
      message: "There is no page './instal#a' (which is /docs/guides/instal)",
      hint: "did you mean '/guides/install'?", href: "./instal#a"),
    Case(
      written: "[x](/other/install)", place: "3:5: error: link/unknown-page",
      message: "There is no page '/other/install' (which is /docs/other/install)",
      hint: "did you mean '/guides/install'?", href: "/docs/other/install"),
    Case(
      written: "[x](/guide/instal/)", place: "3:5: error: link/unknown-page",
      message: "There is no page '/guide/instal/' (which is /docs/guide/instal/)",
      hint: "did you mean '/guides/install'?", href: "/docs/guide/instal/"),
    Case(
      written: "[x](/Guides/Install)", place: "3:5: error: link/unknown-page",
      message: "There is no page '/Guides/Install' (which is /docs/Guides/Install)",
      hint: "did you mean '/guides/install'?", href: "/docs/Guides/Install"),
    Case(
      written: "[x](/where-to-ask/)", place: "3:5: error: link/unknown-page",
      message: "There is no page '/where-to-ask/' (which is /docs/where-to-ask/)",
      hint: "did you mean '/guides/help'?", href: "/docs/where-to-ask/"),
    Case(
      written: "[x](where-to-ask.md)", place: "3:5: error: link/unknown-file",
      message: "There is no file 'where-to-ask.md'",
      hint: "did you mean '/guides/help.md'?", href: "where-to-ask.md"),
    Case(
      written: "[x](zoo.md)", place: "3:5: error: link/unknown-file",
      message: "There is no file 'zoo.md'",
      hint: "the path starts at this file's folder, or with a slash at the content folder",
      href: "zoo.md"),
    Case(
      written: "[x](./instal.md)", place: "3:5: error: link/unknown-file",
      message: "There is no file './instal.md'", hint: "did you mean '/guides/install.md'?",
      href: "./instal.md"),
    Case(
      written: "[x](../../../install.md)", place: "3:5: error: link/unknown-file",
      message: "There is no file '../../../install.md'",
      hint: "did you mean '/guides/install.md'?", href: "../../../install.md"),
    Case(
      written: "[x](install.md#linus)", place: "3:5: warning: link/unknown-anchor",
      message: "The page /docs/guides/install has no heading or anchor '#linus'",
      hint: "did you mean '#linux'?", href: "/docs/guides/install#linus"),
    Case(
      written: "[x](#quick-start-on-linux)", place: "3:5: warning: link/unknown-anchor",
      message: "The page has no heading or anchor '#quick-start-on-linux'",
      hint: "did you mean '#quick-start'?", href: "#quick-start-on-linux"),
    Case(
      written: "[x](#%E5%AE%89)", place: "3:5: warning: link/unknown-anchor",
      message: "The page has no heading or anchor '#安'",
      hint: "give the heading that you mean an ID: ## Heading {#安}", href: "#%E5%AE%89"),
    Case(
      written: "[x]()", place: "3:5: warning: link/empty",
      message: "The link leads nowhere: its target is empty",
      hint: "write where it leads: a page's path, a file's name or a URL", href: ""),
    Case(
      written: "![x](/img/lego.png)", place: "3:6: error: link/unknown-image",
      message: "There is no image '/img/lego.png'", hint: "did you mean '/img/logo.png'?",
      href: "/docs/img/lego.png"),
    Case(
      written: "![x](./shot.png)", place: "3:6: error: link/unknown-image",
      message: "There is no image './shot.png'", hint: "did you mean './img/shot.png'?",
      href: "./shot.png"),
    Case(
      written: "[x](/img/logo.zip)", place: "3:5: error: link/unknown-asset",
      message: "There is no file '/img/logo.zip'", hint: "did you mean '/img/logo.png'?",
      href: "/docs/img/logo.zip"),
    Case(
      written: "[x](@site/src/none.txt)", place: "3:5: error: link/unknown-asset",
      message: "There is no file '@site/src/none.txt'",
      hint: "put it beside this file, or below a static folder and write its path from there",
      href: "@site/src/none.txt"),
    Case(
      written: "[x](./_part.mdx)", place: "3:5: error: link/unknown-file",
      message: "The file 'docs/guides/_part.mdx' has no page of its own",
      hint: "import it as a component to show what is in it, or take the underscore off its name",
      href: "./_part.mdx"),
  ])
  func findings(_ item: Case) async {
    let site = await LinkSite(
      [
        ("en", "guides/install.md", "# Install\n\n## Linux\n"),
        ("en", "guides/help.md", "# Where to ask\n"),
        ("en", "guides/_part.mdx", "text\n"),
        ("en", "guides/use.md", "## Quick start\n\n\(item.written)\n"),
      ],
      staticFiles: ["img/logo.png": [1]], beside: ["en": ["guides/img/shot.png": [1]]])
    let found = site.links(of: "guides/use.md")
    #expect(found.value.map(\.href) == [item.href])
    #expect(found.diagnostics.map(\.place) == ["docs/guides/use.md:\(item.place)"])
    #expect(found.diagnostics.map(\.message) == [item.message])
    #expect(found.diagnostics.map(\.hint) == [item.hint])
    #expect(found.diagnostics.map(\.locale) == ["en"])
  }

  /// What is wrong with a page is wrong in every locale that shows it, and said once.
  @Test func fallbacksSayNothingTwice() async {
    let site = await LinkSite([
      ("en", "a.md", "[x](/none) [y](b.md#one)\n"),
      ("en", "b.md", "# B\n\n## One\n"),
      ("zh-CN", "b.md", "# 乙\n"),
    ])
    #expect(site.links(of: "a.md").diagnostics.map(\.code) == ["link/unknown-page"])
    let fallback = site.links(of: "a.md", in: "en", shownTo: "zh-CN")
    #expect(
      fallback.diagnostics.map { "\($0.place) \($0.locale ?? "")" }
        == ["docs/a.md:1:16: warning: link/unknown-anchor zh-CN"])
  }

  @Test func aHostOfCandidatesIsBounded() {
    let paths = NearestPaths((0..<50_000).map { "folder/page-\($0)" } + ["other/page-7"])
    #expect(paths.nearest(to: "else/page-7") == "folder/page-7")
    #expect(paths.nearest(to: "folder/pagee-3") == "folder/page-3")
    #expect(paths.nearest(to: "nowhere/xyz") == nil)
    #expect(paths.nearest(to: "") == nil)
  }
}

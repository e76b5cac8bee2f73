import Testing

@testable import DocgenSite

@Suite struct GlobPatternTests {
  @Test(arguments: [
    ("**/*.md", "a.md", true), ("**/*.md", "a/b/c.md", true), ("**/*.md", "a/b.mdx", false),
    ("*.md", "a/b.md", false), ("a/*/c", "a/b/c", true), ("a/*/c", "a/b/d/c", false),
    ("**/_*/**", "a/_b/c/d.md", true), ("**/_*/**", "_b", true), ("**/_*", "a/b", false),
    ("*.{js,ts}", "a.ts", true), ("*.{js,ts}", "a.md", false), ("{a,b}/{c,d}", "b/c", true),
    ("a?c", "abc", true), ("a?c", "ac", false), ("a**b", "axxb", true), ("", "", true),
    ("{open", "{open", true), ("*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
  ])
  func matches(pattern: String, path: String, expected: Bool) {
    #expect(GlobPattern(pattern).matches(path) == expected)
  }
}

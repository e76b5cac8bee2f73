/// A language that code can be in, with its lexer.
struct Language: Sendable {
  let name: String
  let aliases: [String]
  let lex: @Sendable (inout CodeScanner) -> Void

  /// A language with a lexer of its own.
  init(
    _ name: String, aliases: [String] = [], lex: @escaping @Sendable (inout CodeScanner) -> Void
  ) {
    self.name = name
    self.aliases = aliases
    self.lex = lex
  }

  /// A language that a grammar describes.
  ///
  /// - Parameter sessionPrompts: what its code begins with where it is a session in a terminal.
  init(
    _ name: String, aliases: [String] = [], sessionPrompts: [StaticString] = [], grammar: Grammar
  ) {
    let prepared = grammar.prepared()
    self.init(name, aliases: aliases) { scanner in
      if ConsoleLexer.isSession(scanner, prompts: sessionPrompts) {
        ConsoleLexer.lex(&scanner)
      } else {
        var lexer = GrammarLexer(prepared)
        lexer.lex(&scanner)
      }
    }
  }

  /// Text without colours, which is not the same as an unknown language.
  static let plainText = Language(
    "text", aliases: ["txt", "plain", "plaintext", "none", "output", "log", "csv", "tsv", "ascii"]
  ) { _ in }

  static let all: [Language] = [
    .plainText,
    // Shells and what is seen in one
    .bash, .console, .powershell, .batch,
    // Data and configuration
    .json, .yaml, .toml, .ini, .env, .properties, .nginx, .hcl, .graphql, .protobuf,
    // Markup and the web
    .html, .xml, .css, .markdown, .latex, .http, .diff,
    // Programming
    .python, .javascript, .typescript, .tsx, .swift, .rust, .go, .c, .cpp, .csharp, .java,
    .kotlin, .scala, .dart, .ruby, .php, .lua, .perl, .r, .elixir, .haskell, .sql, .nix,
    // Builds
    .dockerfile, .make, .ignore,
  ]

  /// Every language by its name and aliases.
  static let byName = Dictionary(
    all.flatMap { language in ([language.name] + language.aliases).map { ($0, language) } },
    uniquingKeysWith: { first, _ in first })

  static func named(_ name: String) -> Language? { byName[name] }
}

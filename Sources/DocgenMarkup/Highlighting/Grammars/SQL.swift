extension Language {
  static let sql = Language(
    "sql", aliases: ["mysql", "pgsql", "plsql", "postgres", "postgresql", "psql", "sqlite"],
    grammar: Grammar(
      words: WordTable(
        [
          .keyword: """
          add all alter analyze and any as asc autoincrement auto_increment before after begin \
          between by cascade case cast check collate column commit conflict constraint create \
          cross current database declare default deferred delete desc describe distinct do drop \
          each else elsif end escape except exec execute exists explain extension filter first \
          following for foreign from full function generated glob grant group having if ignore \
          ilike immediate in index inner insert instead intersect into is isnull join key language \
          last lateral left like limit lock loop match materialized natural no not notnull of \
          offset on only or order outer over partition plan pragma preceding primary procedure \
          query recursive references regexp reindex release rename replace restrict return \
          returning returns revoke right rollback row rows savepoint schema select sequence set \
          show similar some strict table temp temporary then to transaction trigger truncate \
          unbounded union unique update use using vacuum values view virtual when where window \
          with without
          """,
          .boolean: "true false", .constant: "null",
          .builtin: """
          array bigint bigserial binary bit blob bool boolean bytea char character cidr date \
          datetime decimal double enum float inet int integer interval json jsonb money nchar \
          numeric nvarchar precision real serial smallint text time timestamp timestamptz tinyint \
          uuid varbinary varchar varying xml
          """,
        ], ignoresCase: true),
      delimited: [
        .lineComment("--"), .lineComment("#", position: .lineStart),
        .blockComment("/*", "*/", nests: true),
        .rawString("'"), .string("E'", "'", spansLines: true), .string("e'", "'", spansLines: true),
        .rawString("\"", spansLines: false), .bracketed("`", "`", as: .property),
      ],
      tagged: [
        Grammar.Tagged(open: ("$", "$"), close: ("$", "$"))
      ],
      sigils: [
        Grammar.Sigil(byte: UInt8(ascii: "@"), kind: .variable),
        Grammar.Sigil(byte: UInt8(ascii: "$"), kind: .variable, start: .identifierPart),
        Grammar.Sigil(byte: UInt8(ascii: ":"), kind: .variable, atWordStart: true),
      ]))
}

extension Language {
  /// Configuration of directives and blocks, as of nginx, Apache and many a `.conf`.
  static let nginx = Language(
    "nginx", aliases: ["conf", "apacheconf", "apache", "caddy", "caddyfile"],
    grammar: Grammar(
      words: WordTable([
        .keyword: """
        access_log add_header alias allow deny error_log error_page events expires gzip http if \
        include index keepalive_timeout listen location log_format map proxy_buffering \
        proxy_http_version proxy_pass proxy_read_timeout proxy_set_header return rewrite root \
        server server_name set ssl_certificate ssl_certificate_key stream try_files types upstream \
        user worker_connections worker_processes
        """,
        .boolean: "on off",
      ]),
      delimited: [
        .lineComment("#", position: .wordStart), .string("\"", spansLines: true), .string("'"),
      ],
      sigils: [Grammar.Sigil(byte: UInt8(ascii: "$"), kind: .variable)],
      identifierPart: .identifierPart.union("-./"), callMarks: "", keyDelimiters: "="))
}

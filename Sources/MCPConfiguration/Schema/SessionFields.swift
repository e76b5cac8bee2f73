import ConfigSchema

extension WrittenServer {
  /// What holds for every transport.
  static func sessionFields(_ text: TextTypes) -> [Field<WrittenServer>] {
    [
      Field(
        "enabled", \.isEnabled, .flag, "Whether the server is used; `false` leaves it in the file."),
      Field("timeout", \.session.timeout, .timeout, "How long one tool call may take.")
        .unit("seconds"),
      Field(
        "connect_timeout", \.session.connectTimeout, .timeout,
        "How long it may take until the session is open."
      ).unit("seconds"),
      Field(
        "keepalive_interval", \.session.keepaliveInterval, .seconds(in: 5...86_400),
        "How often an idle session is tried."
      ).unit("seconds"),
      Field(
        "protocol", \.session.protocolEra,
        .choice(also: [
          "modern": .stateless, "2026-07-28": .stateless, "handshake": .legacy,
        ]),
        """
        `auto` finds out what the server speaks; `stateless` (or `modern`, `2026-07-28`) tries the \
        revision without a handshake first; `legacy` (or `handshake`) opens with `initialize`.
        """),
      Field(
        "supports_parallel_tool_calls", \.session.supportsParallelToolCalls, .flag,
        "Whether several of the server's tools may be called at once."),
      Field("tools", \.tools, .object(ToolFilter.schema(text)), "Which tools are offered."),
      Field(
        "sampling", \.session.sampling, .object(SamplingSettings.schema(text)),
        "What the server may ask of the program's model."),
      Field(
        "elicitation", \.session.elicitation, .object(ElicitationSettings.schema),
        "What the server may ask of the user."),
      Field(
        "lazy", \.session.isLazy, .flag, "Whether to connect only when a tool is first used."),
      Field(
        "trust", \.session.trust, .choice,
        "With `untrusted`, each tool that doesn't say it only reads needs the user's consent."),
    ]
  }
}

extension ToolFilter {
  static func schema(_ text: TextTypes) -> Schema<ToolFilter> {
    Schema("tools", defaults: ToolFilter(), doc: "Which tools are offered.") {
      Field(
        "include", \.include, .oneOrMore(of: text.nonBlank),
        """
        The tools that are offered, by their names at the server or patterns with `*`, `?` and \
        `[…]`; all by default, none for `[]`. Wins over `exclude`.
        """
      ).example(["list_*", "create_issue"])
      Field(
        "exclude", \.exclude, .oneOrMore(of: text.nonBlank),
        "The tools that are not offered, in the same form."
      ).example(["delete_*"])
      Field(
        "resources", \.offersResources, .flag,
        "Whether the server's resources can be listed and read by tools.")
      Field(
        "prompts", \.offersPrompts, .flag,
        "Whether the server's prompts can be listed and used by tools.")
    }
  }
}

extension SamplingSettings {
  static func schema(_ text: TextTypes) -> Schema<SamplingSettings> {
    Schema(
      "sampling", defaults: SamplingSettings(),
      doc: "What the server may ask of the program's model."
    ) {
      Field("enabled", \.isEnabled, .flag, "Whether it may ask at all.")
      Field(
        "model", \.model, text.nonBlank, "The model that answers; the program's own by default."
      ).example("small-model")
      Field(
        "max_tokens_cap", \.maximumTokens, .integer(atLeast: 1),
        "How long an answer may be at most."
      ).unit("tokens")
      Field("timeout", \.timeout, .timeout, "How long an answer may take.").unit("seconds")
      Field(
        "max_rpm", \.maximumRequestsPerMinute, .integer(atLeast: 1),
        "How often the server may ask."
      ).unit("requests a minute")
      Field(
        "allowed_models", \.allowedModels, .list(of: text.nonBlank),
        "The models that the server may ask for; every one where the list is empty.")
      Field(
        "max_tool_rounds", \.maximumToolRounds, .integer(atLeast: 0),
        "How often in a row the model may call tools; `0` for never.")
      Field("log_level", \.logLevel, .choice, "How much of it the program logs.")
      Field(
        "expose_client_tools", \.exposesClientTools, .flag,
        "Whether the model may use the program's own tools in it.")
    }
  }
}

extension ElicitationSettings {
  static let schema = Schema(
    "elicitation", defaults: ElicitationSettings(), doc: "What the server may ask of the user."
  ) {
    Field("enabled", \.isEnabled, .flag, "Whether it may ask at all.")
    Field("timeout", \.timeout, .timeout, "How long the user may take.").unit("seconds")
  }
}

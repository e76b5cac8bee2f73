extension Language {
  /// Lists with comments: patterns to ignore, crontabs, requirements.
  static let ignore = Language(
    "ignore",
    aliases: ["gitignore", "dockerignore", "npmignore", "cron", "crontab", "requirements"],
    grammar: Grammar(
      delimited: [.lineComment("#", position: .wordStart)], callMarks: ""))
}

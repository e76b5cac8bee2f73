import DocgenCore

/// Git's log of a site, asked once for all files: `git log` works while docgen parses.
///
/// A folder outside of any repository and a machine without Git are fine; there is no history then.
struct GitLog: ~Copyable {
  private var program: SpawnedProgram?

  /// - Parameter paths: the files and folders that matter, relative to the site's folder.
  init(of folder: SiteFolder, paths: [String]) {
    guard Self.isInRepository(folder.path), !paths.isEmpty else { return }
    program = SpawnedProgram(
      Self.command + ["-C", folder.path] + Self.log + ["--"] + paths,
      variables: Self.variables, settings: ["GIT_OPTIONAL_LOCKS=0", "LC_ALL=C"])
  }

  /// Waits for Git.
  ///
  /// - Returns: findings are notes: `history/cut-off`.
  mutating func history() -> Diagnosed<FileHistory> {
    guard let bytes = program?.printed() else { return Diagnosed(FileHistory()) }
    program = nil
    let history = GitLogReader.history(bytes)
    guard history.isCutOff else { return Diagnosed(history) }
    return Diagnosed(
      history,
      [
        Diagnostic(
          .note, "history/cut-off", "This clone has only the newest part of the site's history",
          hint: "files that have not been changed since have no date; 'git fetch --unshallow' gets "
            + "the rest ('fetch-depth: 0' in a workflow)")
      ])
  }

  /// Nothing that a repository's own configuration could have run, and paths as they are.
  private static let command = [
    "git", "--literal-pathspecs", "--no-pager", "-c", "core.fsmonitor=false",
    "-c", "log.showSignature=false", "-c", "log.follow=false", "-c", "diff.renameLimit=0",
    "-c", "i18n.logOutputEncoding=UTF-8",
  ]

  /// A file that was moved and edited at once has been changed by that commit, so that only moves
  /// without an edit have to be followed: Git knows those by the hashes alone and need not read (or
  /// fetch, in a partial clone) a single old file.
  private static let log = [
    "log", "--date-order", "--format=\(GitLogReader.format)", "--name-status", "-z",
    "--find-renames=100%", "--relative", "--no-ext-diff", "--no-textconv", "--no-notes",
    "--decorate-refs-exclude=refs/*",
  ]

  /// Git's own configuration, and not the repository that a hook runs docgen in.
  private static let variables = [
    "PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES",
  ]

  /// Whether the folder or one above it has a `.git`: where none has, no program is started.
  static func isInRepository(_ path: String) -> Bool {
    guard var folder = try? FileSystem.resolved(path) else { return false }
    while true {
      if FileSystem.exists(folder + "/.git") { return true }
      let parent = FileSystem.split(folder).folder
      if parent == folder || parent == "." { return false }
      folder = parent
    }
  }
}

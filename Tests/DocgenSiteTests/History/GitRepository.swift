import DocgenCore

@testable import DocgenSite

/// A site in a Git repository of its own, for one test. Commits are a day apart, from 2026-01-01.
final class GitRepository {
  let folder: TemporaryFolder
  private var day = 0

  init() throws {
    folder = try TemporaryFolder()
    run("init", "--quiet", "--initial-branch", "main")
  }

  /// Writes files and commits all that has changed.
  func commit(_ files: [String: String] = [:], by author: String = "Ann") throws {
    for (name, text) in files { try folder.write(text, to: name) }
    run("add", "--all")
    day += 1
    let date = "2026-01-\(day < 10 ? "0" : "")\(day)T12:00:00Z"
    run(
      "commit", "--quiet", "--message", "Change", "--author", "\(author) <a@example.com>",
      date: date)
  }

  @discardableResult
  func run(_ arguments: String..., date: String = "2026-01-01T12:00:00Z") -> [UInt8]? {
    var program = SpawnedProgram(
      ["git", "-C", folder.path, "-c", "user.name=Ann", "-c", "user.email=a@example.com"]
        + arguments,
      variables: ["PATH"],
      settings: [
        "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_DATE=\(date)",
        "GIT_COMMITTER_DATE=\(date)", "HOME=\(folder.path)",
      ])
    return program?.printed()
  }

  func history(of path: String? = nil, _ paths: [String] = ["docs"]) -> Diagnosed<FileHistory> {
    var log = GitLog(of: SiteFolder(path: path ?? folder.path), paths: paths)
    return log.history()
  }
}

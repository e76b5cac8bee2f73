import DocgenCore
import DocgenSite
import LinkProbe

/// What docgen finds on the machine, whatever the site.
enum MachineExamination {
  static func remarks() -> [Remark] {
    [Remark(.fine, "docgen", DocgenVersion.current)]
      + Versions.libraries.map { Remark(.fine, $0.0, $0.1) }
      + [git, external] + watches
  }

  private static var git: Remark {
    let words = GitProgram.printed(["--version"])?.split(separator: " ") ?? []
    if words.count > 2 { return Remark(.fine, "git", words[2].filter { $0 != "\n" }) }
    return Remark(
      .missing, "git", "not found; pages can't say when they were changed",
      advice: "install it: 'apt install git', 'dnf install git' or 'brew install git'")
  }

  /// It is asked for nothing, which shows whether it runs.
  private static var external: Remark {
    do throws(ProbeFailure) {
      _ = try ExternalOptions.answers(ProbeRequest([], limits: ProbeRequest.Limits()))
      return Remark(.fine, "external", "docgen-external is here, for links to other sites")
    } catch {
      switch error {
      case .missing:
        return Remark(
          .missing, "external", "no docgen-external; 'docgen check --external' can't work",
          advice: "'make install' installs it beside docgen, and 'make dist' packs it with it")
      case .failed(let path):
        return Remark(
          .missing, "external", "docgen-external fails; 'docgen check --external' can't work",
          advice: "'\(path) </dev/null' shows why; install both anew")
      }
    }
  }

  /// Linux watches a limited number of folders; `docgen serve` wants one for each folder of a site.
  private static var watches: [Remark] {
    let path = "/proc/sys/fs/inotify/max_user_watches"
    guard let bytes = try? FileSystem.read(path),
      let limit = Int(String(decoding: bytes, as: UTF8.self).filter(\.isNumber))
    else { return [] }
    if limit >= 8192 { return [Remark(.fine, "watches", "\(limit) folders can be watched")] }
    return [
      Remark(
        .missing, "watches", "only \(limit) folders can be watched at once",
        advice: "if 'docgen serve' is slow: 'sudo sysctl fs.inotify.max_user_watches=65536'")
    ]
  }
}

/// Git, asked for a line or two.
enum GitProgram {
  /// What it prints; nil where it is not there or fails.
  static func printed(_ arguments: [String]) -> String? {
    guard
      var program = SpawnedProgram(
        ["git"] + arguments, variables: ["PATH", "HOME", "TMPDIR"],
        settings: ["GIT_OPTIONAL_LOCKS=0", "LC_ALL=C"])
    else { return nil }
    return program.printed().map { String(decoding: $0, as: UTF8.self) }
  }
}

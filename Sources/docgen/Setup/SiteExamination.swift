import DocgenCore
import DocgenSite
import MCPConfiguration

/// What docgen finds in a site's folder before it is built.
struct SiteExamination {
  let folder: String

  func remarks() async -> [Remark] {
    if (try? FileSystem.status(of: folder))?.kind != .folder {
      return [
        Remark(
          .wrong, "site",
          FileSystem.exists(folder) ? "'\(folder)' is no folder" : "there is no folder '\(folder)'",
          advice: "name a site's folder: 'docgen doctor FOLDER'")
      ]
    }
    guard BuildOptions.signsOfSites.contains(where: holds) else {
      let name = folder == "." ? "this folder" : "'\(folder)'"
      return [
        Remark(
          .missing, "site", "there is none in \(name)",
          advice: "'docgen init' starts one; or name a site's folder: 'docgen doctor FOLDER'")
      ]
    }
    let (loaded, report) = await SiteBuilder(
      BuildOptions(site: folder), schemas: [MCPServers.reference]
    ).load()
    guard let site = loaded?.site else {
      let first = report.diagnostics.first { $0.severity == .error }
      return [
        Remark(
          .wrong, "site", first?.message ?? "it can't be read",
          advice: "'docgen build\(argument)' shows what is wrong, and where")
      ]
    }
    return [configuration(report.diagnostics), pages(of: site)] + staticFolders(of: site.config)
      + [history]
  }

  private func holds(_ file: String) -> Bool { FileSystem.exists("\(folder)/\(file)") }

  private var argument: String { folder == "." ? "" : " \(folder)" }

  private func configuration(_ findings: [Diagnostic]) -> Remark {
    let files = BuildOptions.signsOfSites.dropLast().filter(holds)
    let names = files.isEmpty ? "no file; all is as by default" : files.joined(separator: ", ")
    let count = findings.count { $0.severity == .error && $0.code.hasPrefix("config/") }
    if count == 0 { return Remark(.fine, "configuration", names) }
    return Remark(
      .wrong, "configuration", "\(names): \(count) error\(count == 1 ? "" : "s")",
      advice: "'docgen build\(argument)' shows what is wrong, and where")
  }

  private func pages(of site: Site) -> Remark {
    let counts = site.locales.map { locale in
      "\(site.catalog.ids(in: locale.code).count) in \(locale.code)"
    }
    return Remark(.fine, "pages", counts.joined(separator: ", "))
  }

  /// The default folder need not be there; one that somebody has named is wanted.
  private func staticFolders(of config: SiteConfig) -> [Remark] {
    let usual = SiteConfig().staticDirectories
    return config.staticDirectories.compactMap { name in
      if holds(name) { return Remark(.fine, "static files", name) }
      if usual.contains(name) { return nil }
      return Remark(
        .wrong, "static files", "there is no folder '\(name)'",
        advice: "make it, or correct 'staticDirectories'")
    }
  }

  private var history: Remark {
    let asked = ["-C", folder, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository"]
    guard let answer = GitProgram.printed(asked), answer.hasPrefix("true") else {
      return Remark(
        .missing, "history", "the site is in no Git repository; pages have no dates",
        advice: "dates come from commits, or from 'last_update' in front matter")
    }
    if answer.hasSuffix("false\n") {
      return Remark(.fine, "history", "all of it is here, for dates of changes")
    }
    return Remark(
      .missing, "history", "only its newest part is here; some pages have no dates",
      advice: "'git fetch --unshallow'; in a workflow, 'fetch-depth: 0'")
  }
}

import ArgumentParser
import DocgenCore
import DocgenSite
import Foundation

/// `docgen init`: a site to begin with, or docgen's configuration for a Docusaurus site.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Start a site, or take over the configuration of a Docusaurus site.",
    discussion: """
      Writes a small site into DIR and asks nothing. With --from-docusaurus, writes docgen.yml from \
      the configuration and the sidebars of the site in that folder, and lists what has no \
      counterpart in docgen. No file that is there is changed.
      """)

  @Argument(help: "The new site's folder; without it, the current one.")
  var dir: String?

  @Option(help: ArgumentHelp("A Docusaurus site's folder.", valueName: "dir"))
  var fromDocusaurus: String?

  func validate() throws {
    if dir != nil, fromDocusaurus != nil {
      throw ValidationError("docgen.yml is written beside the site's own files; leave DIR out.")
    }
    if dir?.isEmpty == true || fromDocusaurus?.isEmpty == true {
      throw ValidationError("The site's folder has no name.")
    }
  }

  func run() throws {
    if let fromDocusaurus {
      try convert(fromDocusaurus)
    } else {
      try start(dir ?? ".")
    }
  }

  // MARK: A new site

  private func start(_ folder: String) throws {
    if let sign = BuildOptions.signsOfSites.first(where: { FileSystem.exists("\(folder)/\($0)") }) {
      throw refusal("There is a site in '\(folder)' already: it has '\(sign)'.")
    }
    // What is no part of a site may be there already, and stays.
    let files = StarterSite.files.filter { file in
      !FileSystem.exists("\(folder)/\(file.path)")
    }
    for file in files { try write(file.contents, to: "\(folder)/\(file.path)") }
    let name = folder == "." ? "" : " \(folder)"
    print("A site is in \(folder == "." ? "this folder" : folder):")
    for file in files { print("  \(file.path)") }
    print(
      """

      Give it a title in docgen.yml, and look at it while you write:
        docgen serve\(name)
      Build it into \(folder == "." ? "build" : "\(folder)/build"):
        docgen build\(name)
      """)
  }

  // MARK: A Docusaurus site

  private func convert(_ site: String) throws {
    let options = BuildOptions(site: site)
    guard let conversion = DocusaurusConversion.of(site, year: options.year) else {
      throw refusal("There is no Docusaurus configuration in '\(site)'.")
    }
    let path = "\(site)/docgen.yml"
    if FileSystem.exists(path) {
      throw refusal("There is a '\(path)' already; it stays as it is.")
    }
    var report = BuildReport(
      checked: Diagnosed(nil, conversion.diagnostics), isStrict: false)
    report.outcome = .built
    Printer(format: .human, isQuiet: false, showsTimings: false, site: site)
      .print(findingsOf: report)
    if report.diagnostics.contains(where: { $0.severity == .error }) {
      print("No docgen.yml is written: correct the errors above first.")
      throw ExitCode(1)
    }
    try write(conversion.value.text, to: path)
    let replaced = conversion.value.replacedFiles.joined(separator: ", ")
    let count = report.diagnostics.count
    print(
      """
      \(path) is written. \(count == 0 ? "Nothing is lost" : "Above is what has no counterpart").
      It says what these files say; docgen does not need them any more: \(replaced)
      Build the site:
        docgen build\(site == "." ? "" : " \(site)")
      """)
  }

  // MARK: Files

  private func write(_ text: String, to path: String) throws {
    do throws(FileError) {
      try FileSystem.makeFolders(FileSystem.split(path).folder)
      try FileSystem.write(Array(text.utf8), to: path)
    } catch {
      throw refusal("docgen \(error.message).")
    }
  }

  /// Something in the user's folder is in the way; the call was right.
  private func refusal(_ message: String) -> ExitCode {
    try? FileHandle.standardError.write(contentsOf: Data("Error: \(message)\n".utf8))
    return ExitCode(2)
  }
}

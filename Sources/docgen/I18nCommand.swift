import ArgumentParser
import DocgenCore
import DocgenSite
import Foundation

/// `docgen i18n`: how far a site is translated.
struct I18nCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "i18n",
    abstract: "Show how far a site is translated, and record which translations are up to date.",
    subcommands: [StatusCommand.self, RecordCommand.self])

  struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status",
      abstract: "Count translated, untranslated and outdated pages by locale and section.")

    @OptionGroup var options: TranslationOptions

    @Flag(help: "Print a JSON document in place of tables.")
    var json = false

    func run() async throws {
      let loaded = try await options.load()
      let wanted = TranslationStatus.all(of: loaded.site).filter { options.wants($0.locale) }
      let report = TranslationStatusReport(
        wanted, sourceLocale: loaded.site.locales.first?.code ?? "")
      let bytes = json ? report.json : Array(report.text.utf8)
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }
  }

  struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "record",
      abstract: "Record that translations say what their source pages say now.",
      discussion: """
        Writes \(TranslationRecords.file) into the site's folder, to be kept with the sources. \
        Without --page, all translations are recorded that are not known to be outdated.
        """)

    @OptionGroup var options: TranslationOptions

    @Option(
      name: .customLong("page"),
      help: "Only this page, by its file or ID (guides/install); may be given several times.")
    var pages: [String] = []

    @Flag(help: "Record outdated translations as well.")
    var all = false

    func run() async throws {
      let loaded = try await options.load()
      let outcome = TranslationRecords.updated(
        for: loaded, locales: options.locales, pages: pages, includesOutdated: all)
      for name in outcome.value.unknown {
        options.complain("There is no translation of a page '\(name)'.")
      }
      if !outcome.value.unknown.isEmpty { throw ExitCode(2) }
      if !outcome.value.recorded.isEmpty || !outcome.diagnostics.isEmpty {
        try write(outcome.value.records)
      }
      print(summary(outcome.value))
    }

    private func write(_ records: TranslationRecords) throws {
      let path = options.site + "/" + TranslationRecords.file
      do throws(FileError) {
        try FileSystem.write(records.json, to: path)
      } catch {
        options.complain("docgen \(error.message).")
        throw ExitCode(2)
      }
    }

    private func summary(_ outcome: TranslationRecords.Outcome) -> String {
      let count = outcome.recorded.count
      var text = "\(count) translation\(count == 1 ? "" : "s") recorded"
      if !outcome.leftOutdated.isEmpty {
        text += ", \(outcome.leftOutdated.count) outdated left out (--all records them)"
      }
      return text + "."
    }
  }
}

/// What both commands take.
struct TranslationOptions: ParsableArguments {
  @Argument(help: "The site's folder.")
  var site = "."

  @Option(
    name: .customLong("locale"), help: "Only this locale; may be given several times.")
  var locales: [String] = []

  @Flag(help: "Don't ask Git which pages have changed since they were translated.")
  var noGit = false

  func wants(_ locale: String) -> Bool { locales.isEmpty || locales.contains(locale) }

  /// The site; where there is none, what is wrong is printed.
  func load() async throws -> LoadedSite {
    var build = BuildOptions(site: site)
    build.onlyLocales = locales
    build.readsHistory = !noGit
    let (loaded, report) = await SiteBuilder(build).load()
    if let loaded { return loaded }
    Printer(format: .human, isQuiet: true, showsTimings: false, site: site).print(report)
    throw ExitCode(report.outcome.exitCode)
  }

  func complain(_ message: String) {
    try? FileHandle.standardError.write(contentsOf: Data("Error: \(message)\n".utf8))
  }
}

import ArgumentParser
import DocgenCore
import DocgenServer
import DocgenSite
import Foundation
import MCPConfiguration

/// `docgen serve`: a preview that keeps up with typing.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show a site in the browser while it is written.",
    discussion: """
      All locales are served from memory, at the addresses that they are published at; nothing is \
      written. Pages in the browser follow as files are saved. Control-C ends it.
      """)

  @Argument(help: "The site's folder.")
  var site = "."

  @Option(help: "The port, or 'auto' for the first free one from 3000 on.")
  var port = PreviewOptions.Port.number(PreviewOptions.defaultPort)

  @Option(help: "The address to listen at; 0.0.0.0 lets other machines in.")
  var host = "127.0.0.1"

  @Flag(name: .long, help: "Open the site in the browser.")
  var open = false

  @Option(
    help: ArgumentHelp(
      """
      The editor that findings in the browser lead to: a name such as vscode or zed, or a URL with \
      {file}, {line} and {column}. Without it, $DOCGEN_EDITOR says so.
      """))
  var editor: String?

  @Flag(help: "Look for changes again and again, for network folders that don't tell of them.")
  var poll = false

  @Flag(
    help: ArgumentHelp(
      """
      Serve files such as customCss where they are symbolic links that lead out of the site's \
      folder.
      """))
  var followLinks = false

  func validate() throws {
    if site.isEmpty { throw ValidationError("The site's folder has no name.") }
    if let editor, EditorLink(editor) == nil {
      let hint = Suggestions.hint(for: editor, among: EditorLink.known.keys.sorted())
      throw ValidationError(
        "'\(editor)' is no editor that docgen knows\(hint.map { "; \($0)" } ?? ""). "
          + "Those it knows: \(EditorLink.known.keys.sorted().joined(separator: ", ")).")
    }
  }

  func run() async throws {
    let log = PreviewLog(site: site, opensBrowser: open)
    do {
      try await PreviewServer(options) { log.print($0) }.run()
    } catch let failure as PreviewFailure {
      log.printFindings(failure.diagnostics)
      throw ExitCode(2)
    }
  }

  private var options: PreviewOptions {
    var build = BuildOptions(site: site)
    build.includesDrafts = true
    var options = PreviewOptions(build: build)
    options.version = DocgenVersion.current
    options.schemas = [MCPServers.reference]
    options.port = port
    options.host = host
    options.polls = poll
    options.followsLinks = followLinks
    options.editor = (editor ?? ProcessInfo.processInfo.environment["DOCGEN_EDITOR"])
      .flatMap(EditorLink.init)
    return options
  }
}

extension PreviewOptions.Port: ExpressibleByArgument {
  public init?(argument: String) {
    if argument == "auto" {
      self = .automatic
    } else if let number = UInt16(argument) {
      self = .number(number)
    } else {
      return nil
    }
  }

  public var defaultValueDescription: String {
    switch self {
    case .number(let number): String(number)
    case .automatic: "auto"
    }
  }
}

import ArgumentParser
import DocgenCore
import DocgenMCP
import DocgenSite
import Foundation
import MCPConfiguration
import MCPProtocol

/// `docgen mcp`: the documentation for programs that read, over standard input and output.
struct MCPCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Answer programs that read the documentation, as an MCP server.",
    discussion: """
      Messages of the Model Context Protocol come over standard input, one a line, and answers go to \
      standard output, until the input ends. Programs can search, list and read the pages. While \
      'docgen serve' runs, the same server is at /mcp of the preview.
      """)

  @Argument(help: "The site's folder.")
  var site = "."

  func run() async throws {
    var build = BuildOptions(site: site)
    build.readsHistory = false
    let (loaded, report) = await SiteBuilder(build, schemas: [MCPServers.reference]).load()
    guard let loaded else {
      Printer(format: .human, isQuiet: true, showsTimings: false, site: site).print(report)
      throw ExitCode(report.outcome.exitCode)
    }
    let documentation = Documentation(loaded, workers: build.workers)
    let server = DocumentationServer(version: DocgenVersion.current) { documentation }
    var lines = MessageLines(FileHandle.standardInput)
    while let line = lines.next() {
      for answer in await answers(to: line, by: server) {
        try FileHandle.standardOutput.write(contentsOf: Data(answer.bytes + [0x0A]))
      }
    }
  }

  private func answers(
    to line: MessageLines.Line, by server: DocumentationServer
  ) async -> [JSONRPCMessage] {
    let messages: [JSONRPCMessage]
    do throws(MalformedValue) {
      guard case .text(let bytes) = line else {
        throw MalformedValue("a message", "is longer than \(MessageLines.mostBytes) bytes")
      }
      messages = try JSONRPCMessage.read(bytes)
    } catch {
      let refusal = JSONRPCError(code: JSONRPCError.Code.parseError, message: "\(error).")
      return [.error(id: nil, refusal)]
    }
    var answers: [JSONRPCMessage] = []
    for message in messages {
      if let answer = await server.answer(message) { answers.append(answer) }
    }
    return answers
  }
}

/// Cuts what comes in into lines.
struct MessageLines {
  enum Line {
    case text([UInt8])
    /// More than `mostBytes`, passed over.
    case tooLong
  }

  static let mostBytes = 4 << 20

  private let input: FileHandle
  private var buffer: [UInt8] = []
  private var isEnded = false
  private var isTooLong = false

  init(_ input: FileHandle) { self.input = input }

  /// The next line that isn't blank; nil at the end.
  mutating func next() -> Line? {
    var searched = 0
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = Array(buffer[..<end])
        buffer.removeSubrange(...end)
        searched = 0
        if isTooLong {
          isTooLong = false
          return .tooLong
        }
        if line.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) { return .text(line) }
        continue
      }
      if isEnded {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : .text(buffer)
      }
      searched = buffer.count
      if buffer.count > Self.mostBytes {
        isTooLong = true
        (buffer, searched) = ([], 0)
      }
      // What there is: 'read(upToCount:)' would wait until it has all that it may take.
      let part = input.availableData
      if part.isEmpty { isEnded = true }
      buffer += part
    }
  }
}

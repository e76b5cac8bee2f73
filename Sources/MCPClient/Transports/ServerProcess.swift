import Logging
import Subprocess

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// The run of a server's program, from its start until it is gone. Cancelling its task ends the
/// program, and those that it started.
struct ServerProcess: Sendable {
  let program: ServerProgram
  let server: String
  let router: MessageRouter
  /// Lines for the program; their end closes its standard input, which asks it to end.
  let outgoing: AsyncStream<[UInt8]>
  let logger: Logger
  /// In bytes.
  let lineLimit: Int

  /// How long a program may take to end when it is asked to, and again when it is told to.
  static let graceTime = Duration.seconds(2)

  private static let teardown: [TeardownStep] = [
    .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: graceTime)
  ]

  /// Writing to a program that has ended must be an error, not the end of this program.
  private static let ignoresBrokenPipes: Bool = {
    signal(SIGPIPE, SIG_IGN)
    return true
  }()

  private enum Event {
    case outputEnded, outputBroken(MCPError), askedToEnd, errorsEnded
  }

  private typealias Child = Execution<CustomWriteInput, SequenceOutput, SequenceOutput>

  /// - Parameter started: told when the program runs, or why it doesn't.
  func run(_ started: AsyncThrowingStream<Void, any Error>.Continuation) async {
    _ = Self.ignoresBrokenPipes
    let end: MCPError
    do {
      let result = try await Subprocess.run(
        configuration, input: .inputWriter, output: .sequence, error: .sequence
      ) { child in
        started.yield()
        let problem = await talk(to: child)
        await child.teardown(using: Self.teardown)
        return problem
      }
      end = result.closureResult ?? ended(result.terminationStatus)
    } catch {
      end = failure(error)
    }
    started.finish(throwing: end)
    await router.end(end)
  }

  private var configuration: Configuration {
    var options = PlatformOptions()
    // Its own group, so that what it starts ends with it, and the terminal's Ctrl-C leaves its end to
    // `close`.
    options.processGroupID = 0
    options.teardownSequence = Self.teardown
    let environment = program.environment.map { (Environment.Key(stringLiteral: $0), $1) }
    return Configuration(
      executable: .path(FilePath(program.path)), arguments: Arguments(program.arguments),
      environment: .custom(Dictionary(uniqueKeysWithValues: environment)),
      workingDirectory: program.workingDirectory.map { FilePath($0) }, platformOptions: options)
  }

  /// Carries messages both ways until there is nothing more to say; what broke, if something did.
  private func talk(to child: Child) async -> MCPError? {
    await withTaskGroup(of: Event.self) { group in
      group.addTask { await read(child.standardOutput) }
      group.addTask { await log(child.standardError) }
      group.addTask {
        for await line in outgoing {
          // It is gone, which the end of its output tells.
          if (try? await child.standardInputWriter.write(line)) == nil { break }
        }
        try? await child.standardInputWriter.finish()
        try? await Task.sleep(for: Self.graceTime)
        return .askedToEnd
      }
      for await event in group {
        switch event {
        case .errorsEnded: continue
        case .outputEnded, .askedToEnd:
          group.cancelAll()
          return nil
        case .outputBroken(let error):
          group.cancelAll()
          return error
        }
      }
      return nil
    }
  }

  private func read(_ output: SubprocessOutputSequence) async -> Event {
    var lines = LineReader(limit: lineLimit)
    do {
      for try await chunk in output {
        guard let complete = chunk.withUnsafeBytes({ lines.read($0) }) else {
          return .outputBroken(
            MCPError(
              server: server, .tooLarge,
              "the program wrote a line that is longer than \(lineLimit) bytes, the limit"))
        }
        for line in complete where !(await deliver(line)) {
          return .outputBroken(
            MCPError(
              server: server, .badMessage, "the program wrote what is no JSON-RPC message"))
        }
      }
    } catch {
      logger.debug("reading ended", metadata: ["server": "\(server)"])
    }
    return .outputEnded
  }

  /// False for a broken message. Other lines are a mistake that many programs make: greetings and
  /// logs on standard output.
  private func deliver(_ line: [UInt8]) async -> Bool {
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return true }
    if first == UInt8(ascii: "{") { return await router.deliver(line) }
    if first == UInt8(ascii: "["), let batch = MessageEnvelope.batch(line) {
      for message in batch where !(await router.deliver(message)) { return false }
      return true
    }
    logger.warning(
      "the program wrote a line to its standard output that is no message",
      metadata: ["server": "\(server)"])
    return true
  }

  private func log(_ errors: SubprocessOutputSequence) async -> Event {
    var lines = LineReader(limit: 64 << 10)
    do {
      for try await chunk in errors {
        let complete = chunk.withUnsafeBytes { lines.read($0) }
        // What is too long for a line is no text.
        if complete == nil { lines = LineReader(limit: 64 << 10) }
        for line in complete ?? [] {
          logger.info(
            "\(String(decoding: line, as: UTF8.self))",
            metadata: ["server": "\(server)", "stream": "stderr"])
        }
      }
    } catch {
      logger.debug("reading ended", metadata: ["server": "\(server)"])
    }
    return .errorsEnded
  }

  private func ended(_ status: TerminationStatus) -> MCPError {
    let how =
      switch status {
      case .exited(let code): "with status \(code)"
      case .signaled(let number): "by signal \(number)"
      }
    return MCPError(
      server: server, .closed, "the program ended \(how)",
      hint: "its standard error may say why")
  }

  private func failure(_ error: any Error) -> MCPError {
    if error is CancellationError {
      return MCPError(server: server, .closed, "the connection is closed")
    }
    // Subprocess names the path in its own words.
    return MCPError(server: server, .process, "the program can't be started: '\(program.path)'")
  }
}

/// Cuts bytes that arrive in pieces into lines.
struct LineReader {
  private let limit: Int
  private var line: [UInt8] = []

  init(limit: Int) { self.limit = limit }

  /// The lines that end in these bytes, without their ends; nil when one is longer than the limit.
  mutating func read(_ bytes: UnsafeRawBufferPointer) -> [[UInt8]]? {
    var lines: [[UInt8]] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      line += rest[..<end]
      if line.count > limit { return nil }
      if line.last == 0x0D { line.removeLast() }
      lines.append(line)
      line = []
      rest = rest[(end + 1)...]
    }
    line += rest
    return line.count > limit ? nil : lines
  }
}

import Foundation
import Testing

/// A program that was built beside the tests, docgen or another, and what came of running it.
struct Program {
  let status: Int32
  /// Whether a signal ended the program.
  let wasKilled: Bool
  let output: String
  let errors: String

  /// Everything that it printed.
  var text: String { output + errors }

  static let path = path(of: "docgen")

  static func path(of program: String) -> String {
    if program.hasPrefix("/") { return program }
    let bundles = [Bundle.main] + Bundle.allBundles
    let folders = bundles.flatMap {
      [$0.executableURL?.deletingLastPathComponent(), $0.bundleURL.deletingLastPathComponent()]
    }
    let candidates = folders.compactMap { $0?.appendingPathComponent(program).path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
      ?? ".build/debug/\(program)"
  }

  /// Runs the program to its end.
  @discardableResult
  static func run(
    _ arguments: String..., in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Program {
    try run(arguments, in: folder, environment: environment)
  }

  static func run(
    _ arguments: [String], of program: String = "docgen", in folder: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Program {
    let printed = try TemporaryFolder()
    var process = try RunningProgram(
      arguments, of: program, in: folder, environment: environment, printingInto: printed)
    let end = process.wait()
    return Program(
      status: end.status, wasKilled: end.wasKilled, output: try printed.text("output"),
      errors: try printed.text("errors"))
  }
}

/// The program while it runs. Foundation's `Process` now and then waits for ever on Linux where
/// several threads wait, so that this is `posix_spawn` and `waitpid`.
struct RunningProgram {
  let identifier: pid_t
  private var end: (status: Int32, wasKilled: Bool)?

  /// - Parameter printed: where `output` and `errors` are written, so that no pipe can fill up.
  init(
    _ arguments: [String], of program: String = "docgen", in folder: String? = nil,
    environment: [String: String] = [:],
    printingInto printed: TemporaryFolder
  ) throws {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let create = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, printed("output"), create, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, printed("errors"), create, 0o600)

    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // There is no portable way to give a folder to `posix_spawn`, so that a shell goes there first.
    let shell = [
      "/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder ?? ".", Program.path(of: program),
    ]
    var words = (shell + arguments).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var identifier: pid_t = 0
    let code = posix_spawn(&identifier, shell[0], &actions, nil, &words, &settings)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    self.identifier = identifier
  }

  mutating func isRunning() -> Bool { look(options: WNOHANG) == nil }

  @discardableResult
  mutating func wait() -> (status: Int32, wasKilled: Bool) { look(options: 0) ?? (-1, true) }

  /// Ends the program without asking it.
  mutating func kill() {
    if end == nil { _ = Foundation.kill(identifier, SIGKILL) }
    wait()
  }

  private mutating func look(options: Int32) -> (status: Int32, wasKilled: Bool)? {
    if let end { return end }
    var status: Int32 = 0
    var found: pid_t
    repeat { found = waitpid(identifier, &status, options) } while found == -1 && errno == EINTR
    guard found == identifier else { return nil }
    let wasKilled = status & 0x7F != 0
    end = (wasKilled ? status & 0x7F : status >> 8 & 0xFF, wasKilled)
    return end
  }
}

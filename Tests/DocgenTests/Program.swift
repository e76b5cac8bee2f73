import Foundation
import Testing

/// The docgen program that was built beside the tests, and what came of running it.
struct Program {
  let status: Int32
  /// What the program was ended by, if not by itself.
  let wasKilled: Bool
  let output: String
  let errors: String

  /// Everything that it printed.
  var text: String { output + errors }

  static let url: URL = {
    let bundles = [Bundle.main] + Bundle.allBundles
    let folders = bundles.flatMap {
      [$0.executableURL?.deletingLastPathComponent(), $0.bundleURL.deletingLastPathComponent()]
    }
    let candidates = folders.compactMap { $0?.appendingPathComponent("docgen") }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? URL(fileURLWithPath: ".build/debug/docgen")
  }()

  /// Runs the program to its end.
  @discardableResult
  static func run(
    _ arguments: String..., in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Program {
    try run(arguments, in: folder, environment: environment)
  }

  static func run(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Program {
    let folderOfOutput = try TemporaryFolder()
    let process = try start(
      arguments, in: folder, environment: environment, output: folderOfOutput)
    process.waitUntilExit()
    return Program(
      status: process.terminationStatus,
      wasKilled: process.terminationReason == .uncaughtSignal,
      output: try folderOfOutput.text("output"), errors: try folderOfOutput.text("errors"))
  }

  /// Starts the program; what it prints goes to files, so that no pipe can fill up.
  static func start(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
    output: TemporaryFolder
  ) throws -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try output.file("output")
    process.standardError = try output.file("errors")
    try process.run()
    return process
  }
}

extension TemporaryFolder {
  fileprivate func file(_ name: String) throws -> FileHandle {
    try write("", to: name)
    return try FileHandle(forWritingTo: URL(fileURLWithPath: self(name)))
  }
}

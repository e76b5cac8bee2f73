import DocgenCore
import MCPConfiguration

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server's program as it is started: where it is, and what it knows of its surroundings.
struct ServerProgram: Equatable {
  let path: String
  let arguments: [String]
  let environment: [String: String]
  let workingDirectory: String?

  /// Of the client's own environment, a server gets only these, and those that start with `XDG_`:
  /// others may hold secrets that are none of its business.
  private static let passedOn = [
    "PATH", "HOME", "USER", "LANG", "LC_ALL", "TERM", "SHELL", "TMPDIR",
  ]
  private static let usualPath = "/usr/local/bin:/usr/bin:/bin"

  /// - Parameter environment: the client's own.
  init(
    command: String, _ settings: StdioSettings, environment: [String: String], server: String
  ) throws(MCPError) {
    var own = environment.filter { Self.passedOn.contains($0.key) || $0.key.hasPrefix("XDG_") }
    for (name, value) in settings.environment { own[name] = value.value }
    workingDirectory = settings.workingDirectory
    if let folder = workingDirectory, !Self.isFolder(folder) {
      throw MCPError(server: server, .process, "cwd is no folder: '\(folder)'")
    }
    path = try Self.find(
      command, path: own["PATH"] ?? Self.usualPath, in: settings.workingDirectory, server: server)
    // Programs start others that lie beside them: npx wants node.
    let folder = FileSystem.split(path).folder
    let folders = (own["PATH"] ?? Self.usualPath).split(separator: ":").map(String.init)
    if !folders.contains(folder) { own["PATH"] = ([folder] + folders).joined(separator: ":") }
    self.environment = own
    arguments = settings.arguments
  }

  /// The absolute path of a command: as it is written if it has a slash in it, else the first that is
  /// found on the child's own PATH.
  private static func find(
    _ command: String, path: String, in folder: String?, server: String
  ) throws(MCPError) -> String {
    if command.contains("/") {
      let base = command.hasPrefix("/") ? command : "\(folder ?? ".")/\(command)"
      guard let found = try? FileSystem.resolved(FileSystem.split(base).folder) else {
        throw MCPError(server: server, .process, "command is not found at '\(command)'")
      }
      let program = "\(found == "/" ? "" : found)/\(FileSystem.split(base).name)"
      if isProgram(program) { return program }
      let isThere = FileSystem.exists(program)
      throw MCPError(
        server: server, .process,
        isThere ? "command is no program: '\(program)'" : "command is not found at '\(program)'",
        hint: isThere ? "is it executable? 'chmod +x'" : nil)
    }
    for entry in path.split(separator: ":") where entry.hasPrefix("/") {
      let program = "\(entry)/\(command)"
      if isProgram(program) { return program }
    }
    throw MCPError(
      server: server, .process, "command '\(command)' is not found on the server's PATH",
      hint: advice[command] ?? "write its whole path, or set PATH in env")
  }

  private static let advice = [
    "npx": "install Node.js, or write npx with its whole path",
    "node": "install Node.js, or write node with its whole path",
    "npm": "install Node.js, or write npm with its whole path",
    "uvx": "install uv, or write uvx with its whole path",
    "uv": "install uv, or write it with its whole path",
    "docker": "install Docker, or write docker with its whole path",
  ]

  private static func isFolder(_ path: String) -> Bool {
    (try? FileSystem.status(of: path))??.kind == .folder
  }

  private static func isProgram(_ path: String) -> Bool {
    access(path, X_OK) == 0 && (try? FileSystem.status(of: path))??.kind == .file
  }
}

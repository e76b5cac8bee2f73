import Foundation
import MCPConfiguration
import Testing

@testable import MCPClient

struct ServerProgramTests {
  private func program(
    _ command: String, _ environment: [String: String] = ["PATH": "/usr/bin:/bin"],
    _ change: (inout StdioSettings) -> Void = { _ in }
  ) throws(MCPError) -> ServerProgram {
    var settings = StdioSettings()
    change(&settings)
    return try ServerProgram(
      command: command, settings, environment: environment, server: "child")
  }

  @Test func onlyHarmlessVariablesArePassedOn() throws {
    let own = [
      "PATH": "/usr/bin:/bin", "HOME": "/home/me", "USER": "me", "LANG": "C", "LC_ALL": "C",
      "TERM": "xterm", "SHELL": "/bin/sh", "TMPDIR": "/tmp", "XDG_CONFIG_HOME": "/x",
      "AWS_SECRET_ACCESS_KEY": "s", "API_KEY": "s", "LD_PRELOAD": "s", "SSH_AUTH_SOCK": "s",
    ]
    let environment = try program("sh", own) {
      $0.environment = ["API_KEY": Secret("mine"), "LANG": Secret("de")]
    }.environment
    #expect(
      environment.keys.sorted() == [
        "API_KEY", "HOME", "LANG", "LC_ALL", "PATH", "SHELL", "TERM", "TMPDIR", "USER",
        "XDG_CONFIG_HOME",
      ])
    #expect(environment["API_KEY"] == "mine" && environment["LANG"] == "de")
  }

  @Test func theCommandIsLookedForOnTheChildsOwnPath() throws {
    let folder = try TestPKI.shared.get().folder
    let script = "\(folder)/only-here"
    #expect(
      FileManager.default.createFile(
        atPath: script, contents: Data("#!/bin/sh\n".utf8), attributes: [.posixPermissions: 0o755]))
    let error = #expect(throws: MCPError.self) { try program("only-here") }
    #expect(error?.message == "command 'only-here' is not found on the server's PATH")
    let found = try program("only-here") { $0.environment = ["PATH": Secret(folder)] }
    #expect(found.path == script)
    #expect(found.environment["PATH"] == folder)
    let direct = try program(script)
    #expect(direct.path == script)
    #expect(direct.environment["PATH"] == "\(folder):/usr/bin:/bin")
    #expect(
      try program("./only-here") { $0.workingDirectory = folder }.path.hasSuffix("/only-here"))
  }

  @Test(arguments: [
    ("/nowhere/server", "command is not found at '/nowhere/server'"),
    ("/etc/passwd", "command is no program: '/etc/passwd'"),
    ("/usr", "command is no program: '/usr'"),
    ("no-such-command", "command 'no-such-command' is not found on the server's PATH"),
  ])
  func saysWhatIsWrong(command: String, message: String) {
    let error = #expect(throws: MCPError.self) { try program(command) }
    #expect(error?.message == message)
    #expect(error?.kind == .process)
  }

  @Test func saysWhatIsWrongWithTheFolder() {
    let error = #expect(throws: MCPError.self) {
      try program("sh") { $0.workingDirectory = "/nowhere" }
    }
    #expect(error?.message == "cwd is no folder: '/nowhere'")
  }
}

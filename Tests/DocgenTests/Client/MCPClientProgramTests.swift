import Foundation
import Testing

/// The real program over a configuration in a folder of its own; `server.sh` is a server.
private struct Client {
  let folder: TemporaryFolder

  /// - Parameter entries: below `mcp_servers`; `docs` is a server that answers.
  init(_ entries: String = "") throws {
    folder = try TemporaryFolder()
    try folder.write(ShellServer.script, to: "server.sh")
    let docs =
      "  docs: {command: /bin/sh, args: [\(folder("server.sh"))], tools: {exclude: [w*]}}\n"
    try folder.write("mcp_servers:\n" + docs + entries, to: ".config/mcp-client/config.yml")
  }

  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program {
    try Program.run(
      arguments, of: "mcp-client", in: folder.path,
      environment: environment.merging(["HOME": folder.path]) { $1 })
  }
}

extension Program {
  fileprivate var json: [String: Any] {
    get throws {
      let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return try #require(object as? [String: Any])
    }
  }
}

@Suite struct MCPClientProgramTests {
  @Test func checkSaysWhatWasAgreedOn() throws {
    let client = try Client()
    let run = try client.run("check")
    #expect(run.status == 0, "\(run.text)")
    for line in [
      "docs: connected", "  server: shell 3", "  protocol: 2026-07-28",
      "  transport: standard input and output of /bin/sh", "  tools: 1 (echo)",
    ] {
      #expect(run.output.contains(line + "\n"), "\(run.output)")
    }
  }

  @Test func oneServerThatFailsIsReportedBesideTheOthers() throws {
    let client = try Client(
      """
        gone: {command: no-such-program-here}
        wrong: {url: "ftp://a.example"}
        off: {command: no-such-program-here, enabled: false}

      """)
    let run = try client.run("check")
    #expect(run.status == 1)
    #expect(run.output.contains("docs: connected"))
    #expect(run.output.contains("gone: error: "), "\(run.output)")
    #expect(run.output.contains("wrong: error: its entry in the configuration has errors"))
    #expect(run.errors.contains("config.yml:4:16: error:"), "\(run.errors)")
    #expect(!run.text.contains("off"))
    #expect(try client.run("check", "docs").status == 0)

    let json = try client.run("check", "--json").json
    let servers = try #require(json["servers"] as? [[String: Any]])
    #expect(servers.map { $0["name"] as? String } == ["docs", "gone", "wrong"])
    #expect(servers.map { $0["connected"] as? Bool } == [true, false, false])
    #expect(servers[0]["protocol"] as? String == "2026-07-28")
    #expect(servers[0]["transport"] as? String == "stdio")
    #expect(servers[0]["tools"] as? [String] == ["echo"])
    #expect((servers[1]["error"] as? [String: Any])?["kind"] as? String == "process")
  }

  @Test func toolsAndPromptsAreListed() throws {
    let client = try Client()
    let tools = try client.run("tools")
    #expect(tools.output == "docs:\n  echo: Says it again.\n", "\(tools.text)")
    let listed = try #require(try client.run("tools", "--json").json["tools"] as? [[String: Any]])
    #expect(listed.map { $0["name"] as? String } == ["mcp_docs_echo"])
    #expect((listed[0]["tool"] as? [String: Any])?["inputSchema"] != nil)

    let prompts = try client.run("prompts", "docs")
    #expect(prompts.output == "docs:\n  review language [tone]: Asks for a review.\n")
    let json = try client.run("prompts", "--json").json
    #expect((json["prompts"] as? [Any])?.count == 1)
  }

  @Test func toolsAreCalled() throws {
    let client = try Client()
    let arguments = #"{"text": "hello"}"#
    let run = try client.run("call", "docs", "echo", "--arguments", arguments)
    #expect(run.output == "you said hello\n", "\(run.text)")
    #expect(run.status == 0)
    let json = try client.run("call", "docs", "echo", "--arguments", arguments, "--json").json
    #expect((json["content"] as? [Any])?.count == 1)

    let failed = try client.run("call", "docs", "echo", "--arguments", #"{"text": "broken"}"#)
    #expect(failed.status == 1)
    #expect(failed.output == "it is broken\n")

    let hidden = try client.run("call", "docs", "wipe")
    #expect(hidden.status == 1)
    #expect(hidden.errors.contains("the tool 'wipe' is not offered"), "\(hidden.errors)")

    let many = try client.run("call", "docs", "echo", "--times", "20", "--parallel", "5", "--json")
    #expect(try many.json["calls"] as? Int == 20)
    #expect(try many.json["failed"] as? Int == 0)
  }

  @Test func resourcesAreRead() throws {
    let client = try Client()
    #expect(try client.run("read", "docs", "x:note").output == "Water the plants.\n")
    #expect(try client.run("read", "docs", "x:picture").output == "\u{0}\u{1}\u{2}")
    let json = try client.run("read", "docs", "x:picture", "--json").json
    let contents = try #require(json["contents"] as? [[String: Any]])
    #expect(contents.map { $0["blob"] as? String } == ["AAEC"])
  }

  @Test(arguments: [
    (["call", "docs", "echo", "--arguments", "{"], "--arguments is no JSON"),
    (["call", "docs", "echo", "--arguments", "[1]"], "--arguments must be a JSON object"),
    (["call", "dosc", "echo"], "There is no server 'dosc'; did you mean 'docs'?"),
    (["call", "off", "echo"], "The server 'off' is disabled"),
    (["call", "wrong", "echo"], "config.yml:4:16: error:"),
    (["call", "docs", "echo", "--times", "0"], "--times must be at least 1"),
    (["check", "--config", "nowhere.yml"], "There is no configuration at 'nowhere.yml'"),
    (["config", "validate", "nowhere.yml"], "'nowhere.yml' can't be read"),
    (["checks"], "checks"),
  ])
  func wrongCallsEndWith2(arguments: [String], words: String) throws {
    let client = try Client("  off: {command: a, enabled: false}\n  wrong: {url: \"ftp://a.b\"}\n")
    let run = try Program.run(
      arguments, of: "mcp-client", in: client.folder.path,
      environment: ["HOME": client.folder.path])
    #expect(run.status == 2, "\(run.text)")
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func noConfigurationSaysHowToStart() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      ["check"], of: "mcp-client", in: folder.path, environment: ["HOME": folder.path])
    #expect(run.status == 2)
    #expect(run.errors.contains("\(folder.path)/.config/mcp-client/config.yml"))
    #expect(run.errors.contains("mcp-client config example"), "\(run.errors)")
  }

  @Test func theExampleIsValid() throws {
    let folder = try TemporaryFolder()
    let example = try Program.run(["config", "example"], of: "mcp-client")
    #expect(example.status == 0)
    #expect(example.output.contains("mcp_servers:"))
    try folder.write(example.output, to: "config.yml")
    let run = try Program.run(
      ["config", "validate", "config.yml"], of: "mcp-client", in: folder.path)
    #expect(run.status == 0, "\(run.text)")
    #expect(run.output == "Nothing is wrong with config.yml\n")
  }

  /// Lines of a configuration aren't shown: what stands beside a mistake may be a secret.
  @Test func validateShowsPlacesAndNoSecrets() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      mcp_servers:
        web:
          url: https://a.example
          headers: {Authorization: "Bearer open-sesame"}
          client_key_passphrase: open-sesame
          tiemout: open-sesame
      """, to: "config.yml")
    let run = try Program.run(
      ["config", "validate", "config.yml"], of: "mcp-client", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("config.yml:6:5: error:"), "\(run.errors)")
    #expect(run.errors.contains("did you mean 'timeout'?"), "\(run.errors)")
    let json = try Program.run(
      ["config", "validate", "config.yml", "--json"], of: "mcp-client", in: folder.path)
    #expect(json.status == 1)
    #expect(try json.json["diagnostics"] != nil)
    #expect(!(run.text + json.text).contains("open-sesame"))
  }

  @Test func logsHaveNoSecrets() throws {
    let client = try Client(
      """
        web:
          url: http://127.0.0.1:9/mcp?key=open-sesame
          headers: {Authorization: "Bearer ${TOKEN}"}
          connect_timeout: 5

      """)
    for arguments in [["check", "web", "-v"], ["check", "web", "-v", "--json"]] {
      let run = try Program.run(
        arguments, of: "mcp-client", in: client.folder.path,
        environment: ["HOME": client.folder.path, "TOKEN": "open-sesame"])
      #expect(run.status == 1, "\(run.text)")
      #expect(run.output.contains("can't be reached"), "\(run.text)")
      #expect(!run.text.contains("open-sesame"), "\(run.text)")
    }
  }

  /// The shell is in a process group of its own: only the program ends it.
  @Test func anInterruptEndsTheServersToo() async throws {
    let folder = try TemporaryFolder()
    try folder.write("echo $$ > pid\nwhile :; do sleep 0.1; done\n", to: "server.sh")
    try folder.write(
      """
      mcp_servers:
        slow: {command: /bin/sh, args: [server.sh], protocol: legacy, connect_timeout: 600}

      """, to: "config.yml")
    var program = try RunningProgram(
      ["check", "--config", "config.yml"], of: "mcp-client", in: folder.path,
      printingInto: folder)
    var child: pid_t?
    for _ in 0..<600 where child == nil {
      try await Task.sleep(for: .milliseconds(50))
      child = (try? folder.text("pid")).flatMap { pid_t($0.dropLast()) }
    }
    kill(program.identifier, SIGINT)
    let end = program.wait()
    #expect(end.status == 130)
    #expect(kill(try #require(child), 0) == -1)
  }
}

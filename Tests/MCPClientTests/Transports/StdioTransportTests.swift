import Foundation
import MCPConfiguration
import Testing

@testable import MCPClient

struct StdioTransportTests {
  /// Answers every line that has an id with a result of the same id.
  static let echo = """
    while read -r line; do
      id=$(printf '%s' "$line" | sed -n 's/.*"id":\\([0-9]*\\).*/\\1/p')
      [ -z "$id" ] || printf '{"jsonrpc":"2.0","id":%s,"result":{}}\\n' "$id"
    done
    """

  @Test func aLineIsAMessage() async throws {
    try await MCPServer.shell(Self.echo).connected { transport in
      #expect(transport.isStream)
      try await transport.notify("notifications/initialized")
      for id in 1...3 { #expect(try await transport.answer(id) == [result(id)]) }
      await transport.listen()
    }
  }

  @Test func concurrentRequestsGetTheirOwnAnswers() async throws {
    try await MCPServer.shell(Self.echo).connected { transport in
      try await withThrowingTaskGroup { group in
        for id in 1...50 {
          group.addTask {
            let answers = try await transport.answer(id)
            #expect(answers == [result(id)])
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test func lineEndsInAMessageDoNotCutIt() async throws {
    try await MCPServer.shell(Self.echo).connected { transport in
      let body = Array("{\n\"jsonrpc\":\"2.0\",\r\n\"id\":4}".utf8)
      var answers = 0
      for try await _ in transport.request(OutgoingMessage(body: body), id: 4) { answers += 1 }
      #expect(answers == 1)
    }
  }

  @Test func theChildHasItsOwnSurroundings() async throws {
    let folder = try TestPKI.shared.get().folder
    let server = MCPServer.shell(
      #"printf '{"method":"%s|%s|%s"}\n' "$PWD" "$TOKEN" "${MCP_TEST_SECRET-unset}"; cat >/dev/null"#
    ) {
      $0.workingDirectory = folder
      $0.environment = ["TOKEN": Secret("t")]
    }
    setenv("MCP_TEST_SECRET", "s", 1)
    try await server.connected { transport in
      var messages = transport.unsolicited.makeAsyncIterator()
      let message = try #require(await messages.next())
      #expect(
        String(decoding: message.body, as: UTF8.self).hasSuffix(
          #"/\#(folder.split(separator: "/").last ?? "")|t|unset"}"#))
    }
  }

  @Test func standardErrorIsKeptApart() async throws {
    let log = TestLog()
    try await MCPServer.shell("echo 'a warning' >&2; \(Self.echo)").connected(log) { transport in
      let answers = try await transport.answer(1)
      #expect(answers == [result(1)])
    }
    #expect(log.text.contains("a warning"))
    #expect(log.text.contains("stderr"))
  }

  @Test func greetingsOnStandardOutputAreSkipped() async throws {
    let log = TestLog()
    let script = "echo 'Server running on stdio'; echo; echo '[info] ready'; \(Self.echo)"
    try await MCPServer.shell(script).connected(log) { transport in
      let answers = try await transport.answer(1)
      #expect(answers == [result(1)])
    }
    #expect(log.text.contains("that is no message"))
    #expect(!log.text.contains("Server running"))
  }

  @Test func aBatchIsTakenApart() async throws {
    let script = #"echo '[{"method":"a"},{"method":"b"}]'; cat >/dev/null"#
    try await MCPServer.shell(script).connected { transport in
      var messages = transport.unsolicited.makeAsyncIterator()
      #expect(await messages.next()?.body == Array(#"{"method":"a"}"#.utf8))
      #expect(await messages.next()?.body == Array(#"{"method":"b"}"#.utf8))
    }
  }

  /// The process number that a script tells of itself.
  private func processNumber(_ transport: any Transport) async throws -> pid_t {
    for await message in transport.unsolicited {
      let text = String(decoding: message.body, as: UTF8.self)
      return try #require(text.firstMatch(of: /(\d+)/).flatMap { pid_t($0.1) })
    }
    throw CancellationError()
  }

  /// Neither running nor a zombie, within the time.
  private func isGone(_ process: pid_t, within time: Duration = .seconds(1)) async -> Bool {
    let start = ContinuousClock.now
    while kill(process, 0) == 0 {
      if ContinuousClock.now - start > time { return false }
      try? await Task.sleep(for: .milliseconds(10))
    }
    return true
  }

  private static let tellNumber = #"printf '{"method":"%s"}\n' $$;"#

  @Test func closingEndsTheChildByItsInput() async throws {
    let start = ContinuousClock.now
    let process = try await MCPServer.shell("\(Self.tellNumber) cat >/dev/null").connected {
      try await processNumber($0)
    }
    #expect(kill(process, 0) != 0)
    #expect(ContinuousClock.now - start < .seconds(1))
  }

  @Test func aChildThatIgnoresItsInputIsTerminated() async throws {
    let start = ContinuousClock.now
    let process = try await MCPServer.shell("\(Self.tellNumber) exec sleep 60").connected {
      try await processNumber($0)
    }
    #expect(kill(process, 0) != 0)
    #expect(ContinuousClock.now - start < ServerProcess.graceTime + .seconds(1))
  }

  @Test func aChildThatIgnoresTerminationIsKilledWithItsOwnChildren() async throws {
    let start = ContinuousClock.now
    let script = "trap '' TERM; \(Self.tellNumber) sleep 60 & while :; do sleep 1; done"
    let process = try await MCPServer.shell(script).connected { try await processNumber($0) }
    #expect(kill(process, 0) != 0)
    #expect(kill(-process, 0) != 0)
    #expect(ContinuousClock.now - start < ServerProcess.graceTime * 2 + .seconds(2))
  }

  @Test func aTransportThatIsDroppedEndsTheChild() async throws {
    var transport: (any Transport)? = MCPServer.shell("\(Self.tellNumber) exec sleep 60")
      .transport()
    try await transport?.open()
    let process = try await processNumber(#require(transport))
    #expect(kill(process, 0) == 0)
    transport = nil
    #expect(await isGone(process))
  }

  @Test func theEndOfTheChildEndsEverything() async throws {
    try await MCPServer.shell("read -r line; exit 3").connected { transport in
      let error = try await failure { _ = try await transport.answer(1) }
      #expect(error.kind == .closed)
      #expect(error.message == "the program ended with status 3")
      for await _ in transport.unsolicited { Issue.record("nothing was sent") }
      let later = try await failure { try await transport.notify("x") }
      #expect(later.kind == .closed)
    }
  }

  @Test func aMissingCommandIsToldWhenOpened() async throws {
    let server = MCPServer(name: "child", connection: .stdio(command: "npx-none", StdioSettings()))
    let error = try await failure { try await server.connected { _ in } }
    #expect(error.kind == .process)
    #expect("\(error)".hasPrefix("child: command 'npx-none' is not found"))
  }

  @Test func whatIsNoProgramForThisMachineIsTold() async throws {
    let path = try TestPKI.shared.get().path("no-program")
    #expect(
      FileManager.default.createFile(
        atPath: path, contents: Data([0x7F, 0x45, 0x4C, 0x46, 0]),
        attributes: [.posixPermissions: 0o755]))
    let server = MCPServer(name: "child", connection: .stdio(command: path, StdioSettings()))
    let error = try await failure { try await server.connected { _ in } }
    #expect(error.kind == .process)
    #expect(error.message.contains(path))
  }
}

import Foundation
import Testing

/// `docgen` is one quick program: what the MCP client needs for networking is no part of it, and nor is
/// what `docgen-external` does. Swift writes the names of all modules with types into a binary, so that
/// they can be looked for.
@Suite struct LinkageTests {
  private func modules(in path: String, among names: [String]) throws -> [String] {
    let binary = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    // The name of a module in symbols: its length and its letters.
    return names.filter { binary.range(of: Data("\($0.utf8.count)\($0)".utf8)) != nil }
  }

  @Test func docgenLinksNoNIO() throws {
    let networking = [
      "NIOCore", "NIOPosix", "NIOHTTP1", "NIOSSL", "AsyncHTTPClient", "MCPClient",
      "FoundationNetworking",
    ]
    #expect(try modules(in: Program.path, among: networking) == [])
  }

  /// The test above can fail: what is linked is found in the same way.
  @Test func whatIsLinkedIsFound() throws {
    let own = ["ArgumentParser", "Yams", "DocgenSite", "MCPConfiguration"]
    #expect(try modules(in: Program.path, among: own) == own)
  }
}

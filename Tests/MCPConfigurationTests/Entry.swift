import DocgenCore
import MCPConfiguration

/// One server's entry in YAML, with the places of expected diagnostics marked by `▸`.
struct Entry {
  private var bytes: [UInt8] = []
  private(set) var places: [SourcePosition] = []

  /// - Parameter keys: the entry's lines; the server is called `web`.
  init(_ keys: String) {
    let lines = keys.split(separator: "\n", omittingEmptySubsequences: false)
    self.init(file: "mcp_servers:\n  web:\n" + lines.map { "    \($0)\n" }.joined())
  }

  init(file: String) {
    var position = SourcePosition(line: 1, column: 1)
    for scalar in file.unicodeScalars {
      if scalar == "▸" {
        places.append(position)
        continue
      }
      let encoded = Array(String(scalar).utf8)
      bytes += encoded
      position.column += encoded.count
      if scalar == "\n" { position = SourcePosition(line: position.line + 1, column: 1) }
    }
  }

  func load(_ environment: [String: String] = [:], file: String = "mcp.yml") -> MCPServers {
    MCPServers.read(bytes, file: file, environment: environment)
  }

  func validate(file: String = "mcp.yml") -> [Diagnostic] {
    MCPServers.validate(bytes, file: file)
  }
}

extension MCPServers {
  /// What the entry `web` became, where it is a remote server.
  var remote: (url: ServerURL, settings: RemoteSettings)? {
    guard case .remote(let url, let settings)? = self["web"]?.connection else { return nil }
    return (url, settings)
  }

  /// What the entry `web` became, where it is a program.
  var program: (command: String, settings: StdioSettings)? {
    guard case .stdio(let command, let settings)? = self["web"]?.connection else { return nil }
    return (command, settings)
  }
}

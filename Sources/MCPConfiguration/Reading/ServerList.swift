import ConfigSchema
import DocgenCore

/// The entries of a configuration file, found under the key that its program uses.
struct ServerList {
  /// In the order of the file.
  var entries: [ConfigNode.Member] = []
  /// Whether another client's program wrote the file.
  var isForeign = false
  var diagnostics: [Diagnostic] = []

  /// - Parameter node: the file's outermost group of keys; other keys belong to the program around.
  init(in node: ConfigNode) {
    guard let members = node.members else {
      report("wrong-type", "the file must be a group of keys, not \(node.kindName)", at: node.span)
      return
    }
    let known = members.filter { ["mcp_servers", "mcpServers"].contains($0.key) }
    if known.count > 1, known[0].key != known[1].key {
      report(
        "conflicting-keys", "the file can't have both '\(known[0].key)' and '\(known[1].key)'",
        at: known[1].keySpan, hint: "keep one of them")
    }
    // `servers` may be another program's word for something else, so it counts where nothing better
    // is there.
    if let root = known.first {
      isForeign = root.key != "mcp_servers"
      read(root.value, under: root.key)
    } else if let servers = node["servers"] {
      isForeign = true
      read(servers, under: "servers")
    } else if let servers = node["mcp"]?["servers"] {
      isForeign = true
      read(servers, under: "mcp.servers")
    } else {
      let near = members.lazy.filter { member in
        !Suggestions.nearest(to: member.key, among: ["mcp_servers", "mcpServers"]).isEmpty
      }.first
      report(
        "no-servers", "the file has no key 'mcp_servers'", at: near?.keySpan ?? node.span,
        hint: near.map { "did you mean it by '\($0.key)'?" }
          ?? "files of other clients have 'mcpServers' or 'servers'")
    }
  }

  private mutating func read(_ servers: ConfigNode, under key: String) {
    if servers.value == .null { return }
    guard let members = servers.members else {
      report(
        "wrong-type", "'\(key)' must be a group of servers by name, not \(servers.kindName)",
        at: servers.span)
      return
    }
    for member in members {
      if member.key.allSatisfy(\.isWhitespace) {
        report("invalid-name", "a server must have a name", at: member.keySpan)
      } else {
        entries.append(member)
      }
    }
  }

  private mutating func report(
    _ name: String, _ message: String, at span: SourceSpan, hint: String? = nil
  ) {
    diagnostics.append(Diagnostic(.error, "mcp/\(name)", message, at: span, hint: hint))
  }
}

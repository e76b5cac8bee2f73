import DocgenCore
import LinkProbe

/// The way to the network, which is not in this program: who asks, and what the user has said of it.
package struct ExternalAccess: Sendable {
  package typealias Probe = @Sendable (ProbeRequest) async throws(ProbeFailure) -> [ProbeAnswer]

  package var probe: Probe
  /// Seconds since 1970.
  package var now: Int
  /// In place of the configured one; empty for none.
  package var cache: String?
  package var allowsPrivate = false

  package init(now: Int, probe: @escaping Probe) { (self.now, self.probe) = (now, probe) }
}

/// Why no link was asked for.
package enum ProbeFailure: Error {
  /// `docgen-external` is not where docgen looks for it.
  case missing
  /// It ran, and ended before it had answered.
  case failed(path: String)
}

/// What became of all links to other sites, by host.
package struct ExternalSummary: Sendable, Equatable {
  package struct Host: Sendable, Equatable {
    package var name: String
    package var links = 0
    package var broken = 0
    package var skipped = 0
    /// Known from an earlier run.
    package var cached = 0
  }

  /// Sorted by name.
  package var hosts: [Host] = []

  package var text: String {
    var text = ""
    let width = hosts.map(\.name.count).max() ?? 0
    for host in hosts {
      let words = [
        host.broken > 0 ? "\(host.broken) broken" : nil,
        host.skipped > 0 ? "\(host.skipped) skipped" : nil,
        host.cached > 0 ? "\(host.cached) known" : nil,
      ].compactMap { $0 }
      let count = String(host.links)
      text += host.name + String(repeating: " ", count: width - host.name.count + 2)
      text += String(repeating: " ", count: max(0, 5 - count.count)) + count
      text += (words.isEmpty ? "" : "  " + words.joined(separator: ", ")) + "\n"
    }
    let links = hosts.reduce(0) { $0 + $1.links }
    return text + "\(links) links to \(hosts.count) hosts\n"
  }
}

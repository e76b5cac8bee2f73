import ArgumentParser
import DocgenCore
import DocgenSite
import Foundation
import LinkProbe

/// Whether links to other sites are asked for.
struct ExternalOptions: ParsableArguments {
  @Flag(help: "Ask for links to other sites as well.")
  var external = false

  @Flag(help: "With --external, ask in private networks and on this machine too.")
  var allowPrivate = false

  @Option(help: "With --external, the file that keeps good answers; '' for none.")
  var externalCache: String?

  func validate() throws {
    if !external, allowPrivate || externalCache != nil {
      throw ValidationError("--allow-private and --external-cache are for --external.")
    }
  }

  var access: ExternalAccess? {
    guard external else { return nil }
    var access = ExternalAccess(now: Int(Date().timeIntervalSince1970)) {
      request throws(ProbeFailure) in try Self.answers(request)
    }
    access.allowsPrivate = allowPrivate
    access.cache = externalCache
    return access
  }

  /// What docgen-external says, which is the one that knows a network.
  static func answers(_ request: ProbeRequest) throws(ProbeFailure) -> [ProbeAnswer] {
    guard let path else { throw .missing }
    var program = SpawnedProgram([path], variables: inherited, input: request.json.bytes)
    guard let printed = program?.printed() else { throw .failed(path: path) }
    return printed.split(separator: UInt8(ascii: "\n")).compactMap { line in
      (try? JSONValue(parsing: Array(line))).flatMap { ProbeAnswer($0) }
    }
  }

  /// Beside docgen, as it is built and installed.
  private static var path: String? {
    guard let docgen = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    let path = docgen.deletingLastPathComponent().appendingPathComponent("docgen-external").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// What a network may need: proxies, certificates, libraries. No secrets of other programs.
  private static let inherited = [
    "http_proxy", "https_proxy", "no_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY",
    "ALL_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "LD_LIBRARY_PATH", "TMPDIR",
  ]
}

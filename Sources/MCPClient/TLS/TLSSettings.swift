import DocgenCore
import MCPConfiguration
import NIOSSL

/// What encrypted connections with a server are made with. All files are read and checked when it
/// is made: before the first packet.
struct TLSSettings {
  private(set) var configuration = TLSConfiguration.makeClientConfiguration()
  /// Sentences about what works but shouldn't be so.
  private(set) var warnings: [String] = []

  init(_ settings: RemoteSettings, server: String) throws(MCPError) {
    configuration.minimumTLSVersion = .tlsv12
    switch settings.verification {
    case .system: break
    case .disabled:
      configuration.certificateVerification = .none
      warnings.append(
        "ssl_verify is false: whoever answers is taken for the server, and can read all that is "
          + "sent")
    case .authorities(let path):
      let authorities = try Self.authorities(at: path, server: server)
      configuration.trustRoots = .certificates(authorities)
    }
    if let certificate = settings.clientCertificate {
      let credentials = try ClientCredentials(certificate, server: server)
      configuration.certificateChain = credentials.chain.map { .certificate($0) }
      configuration.privateKey = .privateKey(credentials.key)
      warnings += credentials.warnings
    }
  }

  /// The certificates of a file, or of all files in a folder, whatever they are called: the names
  /// by hash that OpenSSL wants there aren't needed.
  private static func authorities(
    at path: String, server: String
  ) throws(MCPError) -> [NIOSSLCertificate] {
    let key = "ssl_verify"
    if (try? FileSystem.status(of: path))??.kind != .folder {
      let file = try PEMFile(path, key: key, server: server)
      guard let found = try? NIOSSLCertificate.fromPEMBytes(file.bytes), !found.isEmpty else {
        throw MCPError(
          server: server, .credentials, "\(key) has no certificate in it: '\(path)'")
      }
      return found
    }
    let names: [String]
    do {
      names = try OpenFolder(path).names().sorted()
    } catch {
      throw MCPError(
        server: server, .credentials, "\(key) can't be read at '\(path)': \(error.reason)")
    }
    let found = names.flatMap { name -> [NIOSSLCertificate] in
      // Other things may lie there.
      guard let file = try? PEMFile("\(path)/\(name)", key: key, server: server) else { return [] }
      return (try? NIOSSLCertificate.fromPEMBytes(file.bytes)) ?? []
    }
    if found.isEmpty {
      throw MCPError(
        server: server, .credentials,
        "\(key) names a folder without a PEM file that has a certificate: '\(path)'")
    }
    return found
  }
}

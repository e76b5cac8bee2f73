import MCPConfiguration
import NIOSSL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The certificate that a client shows itself with and its key, read and checked: they belong
/// together, and the certificate is valid today.
struct ClientCredentials {
  /// The client's own certificate first, then those that lead to an authority.
  let chain: [NIOSSLCertificate]
  let key: NIOSSLPrivateKey
  /// Sentences about what works but shouldn't be so.
  private(set) var warnings: [String] = []

  /// - Parameter now: seconds since 1970.
  init(
    _ settings: ClientCertificate, server: String, now: time_t = time(nil)
  ) throws(MCPError) {
    let file = try PEMFile(settings.certificatePath, key: "client_cert", server: server)
    chain = try Self.chain(in: file, server: server)
    let keyFile: PEMFile
    if let path = settings.keyPath {
      keyFile = try PEMFile(path, key: "client_key", server: server)
    } else {
      keyFile = file
    }
    let name = settings.keyPath == nil ? "client_cert" : "client_key"
    key = try Self.key(in: keyFile, name, settings, server: server)
    try Self.check(chain, key, file, keyFile, server: server)
    try Self.checkDates(chain[0], file, server: server, now: now)
    if keyFile.isReadableByOthers {
      warnings.append(
        "\(name) has a private key that other users can read: '\(keyFile.path)'; "
          + "run 'chmod 600' on it")
    }
  }

  private static func chain(
    in file: PEMFile, server: String
  ) throws(MCPError) -> [NIOSSLCertificate] {
    guard file.hasCertificate else {
      throw MCPError(
        server: server, .credentials, "client_cert has no certificate in it: '\(file.path)'")
    }
    if let chain = try? NIOSSLCertificate.fromPEMBytes(file.bytes), !chain.isEmpty { return chain }
    throw MCPError(
      server: server, .credentials, "client_cert has a damaged certificate in it: '\(file.path)'")
  }

  /// An encrypted key is never handed on without a passphrase, so nothing can ask for one.
  private static func key(
    in file: PEMFile, _ name: String, _ settings: ClientCertificate, server: String
  ) throws(MCPError) -> NIOSSLPrivateKey {
    func failure(_ message: String, hint: String? = nil) -> MCPError {
      MCPError(server: server, .credentials, message, hint: hint)
    }
    guard file.hasKey else {
      let hint = settings.keyPath == nil ? "name the key's file as client_key" : nil
      throw failure("\(name) has no private key in it: '\(file.path)'", hint: hint)
    }
    guard file.hasEncryptedKey else {
      if let key = try? NIOSSLPrivateKey(bytes: file.bytes, format: .pem) { return key }
      throw failure("\(name) has a damaged private key in it: '\(file.path)'")
    }
    guard let passphrase = settings.passphrase else {
      throw failure(
        "\(name) has an encrypted private key, and there is no passphrase for it: '\(file.path)'",
        hint: "set client_key_passphrase, or write client_cert as [certificate, key, passphrase]")
    }
    let bytes = Array(passphrase.value.utf8)
    // NIOSSL stops the program at others.
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      throw failure(
        "the passphrase of \(name) has characters outside ASCII, which can't be used: "
          + "'\(file.path)'",
        hint: "encrypt the key with another passphrase: 'openssl pkey -aes256'")
    }
    let key = try? NIOSSLPrivateKey(bytes: file.bytes, format: .pem) { give in give(bytes) }
    guard let key else {
      throw failure("\(name) can't be decrypted, its passphrase is wrong: '\(file.path)'")
    }
    return key
  }

  /// BoringSSL compares them when it takes them into a context.
  private static func check(
    _ chain: [NIOSSLCertificate], _ key: NIOSSLPrivateKey, _ file: PEMFile, _ keyFile: PEMFile,
    server: String
  ) throws(MCPError) {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.trustRoots = .certificates([])
    configuration.certificateChain = chain.map { .certificate($0) }
    configuration.privateKey = .privateKey(key)
    if (try? NIOSSLContext(configuration: configuration)) != nil { return }
    throw MCPError(
      server: server, .credentials,
      file.path == keyFile.path
        ? "client_cert has the key of another certificate in it: '\(file.path)'"
        : "client_key is the key of another certificate: '\(keyFile.path)' doesn't belong to "
          + "client_cert '\(file.path)'")
  }

  private static func checkDates(
    _ certificate: NIOSSLCertificate, _ file: PEMFile, server: String, now: time_t
  ) throws(MCPError) {
    if now > certificate.notValidAfter {
      throw MCPError(
        server: server, .credentials,
        "client_cert expired on \(day(certificate.notValidAfter)): '\(file.path)'")
    }
    if now < certificate.notValidBefore {
      throw MCPError(
        server: server, .credentials,
        "client_cert is not valid before \(day(certificate.notValidBefore)): '\(file.path)'")
    }
  }

  /// `2026-11-22`, in UTC.
  static func day(_ time: time_t) -> String {
    var time = time
    var parts = tm()
    gmtime_r(&time, &parts)
    func padded(_ number: CInt) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
  }
}

import MCPConfiguration
import Testing

@testable import MCPClient

struct ClientCredentialsTests {
  private let pki: TestPKI

  init() throws { pki = try TestPKI.shared.get() }

  private func load(
    _ certificate: String, _ key: String? = nil, _ passphrase: String? = nil, now: Int? = nil
  ) throws(MCPError) -> ClientCredentials {
    let settings = ClientCertificate(
      certificatePath: pki.path(certificate), keyPath: key.map(pki.path),
      passphrase: passphrase.map { Secret($0) })
    if let now { return try ClientCredentials(settings, server: "lab", now: now) }
    return try ClientCredentials(settings, server: "lab")
  }

  private static let forms: [(String, String?, String?)] = [
    ("combined.pem", nil, nil),
    ("client.pem", "client.key", nil),
    ("client.pem", "client.key", "not needed"),
    ("client.pem", "client-pkcs8.key", TestPKI.passphrase),
    ("client.pem", "client-traditional.key", TestPKI.passphrase),
    ("combined-encrypted.pem", nil, TestPKI.passphrase),
    ("client.pem", "combined.pem", nil),
  ]

  @Test(arguments: forms)
  func loadsEveryForm(certificate: String, key: String?, passphrase: String?) throws {
    let credentials = try load(certificate, key, passphrase)
    #expect("\(credentials.chain[0])".contains("test-client"))
    #expect(credentials.warnings.isEmpty)
  }

  private static let mistakes: [(String, String?, String?, String, String)] = [
    ("none.pem", nil, nil, "client_cert is not found at '", "none.pem"),
    ("client.pem", "none.key", nil, "client_key is not found at '", "none.key"),
    ("folder", nil, nil, "client_cert is a folder: '", "folder"),
    ("client.pem", "folder", nil, "client_key is a folder: '", "folder"),
    ("pipe.pem", nil, nil, "client_cert is no ordinary file: '", "pipe.pem"),
    ("text.pem", nil, nil, "client_cert is not a PEM file: '", "text.pem"),
    ("empty.pem", nil, nil, "client_cert is not a PEM file: '", "empty.pem"),
    ("client.der", "client.key", nil, "client_cert is not a PEM file: '", "client.der"),
    ("client.pem", "text.pem", nil, "client_key is not a PEM file: '", "text.pem"),
    ("client.key", nil, nil, "client_cert has no certificate in it: '", "client.key"),
    ("damaged.pem", "client.key", nil, "client_cert has a damaged certificate", "damaged.pem"),
    ("client.pem", nil, nil, "client_cert has no private key in it: '", "client.pem"),
    ("client.pem", "ca.pem", nil, "client_key has no private key in it: '", "ca.pem"),
    ("client.pem", "damaged.key", nil, "client_key has a damaged private key", "damaged.key"),
    ("client.pem", "client-pkcs8.key", nil, "there is no passphrase", "client-pkcs8.key"),
    ("client.pem", "client-traditional.key", nil, "no passphrase", "client-traditional.key"),
    ("combined-encrypted.pem", nil, nil, "client_cert has an encrypted", "combined-encrypted.pem"),
    ("client.pem", "client-pkcs8.key", "wrong-one", "passphrase is wrong", "client-pkcs8.key"),
    ("client.pem", "client-pkcs8.key", "", "passphrase is wrong", "client-pkcs8.key"),
    ("client.pem", "client-traditional.key", "wrong-one", "is wrong", "client-traditional.key"),
    ("combined-encrypted.pem", nil, "wrong-one", "client_cert can't be", "combined-encrypted.pem"),
    ("client.pem", "client-pkcs8.key", "wröng", "outside ASCII", "client-pkcs8.key"),
    ("client.pem", "stranger.key", nil, "is the key of another certificate", "stranger.key"),
    ("combined-mismatch.pem", nil, nil, "the key of another certificate", "combined-mismatch.pem"),
    ("expired.pem", "expired.key", nil, "client_cert expired on 20", "expired.pem"),
  ]

  @Test(arguments: mistakes)
  func saysWhatIsWrong(
    certificate: String, key: String?, passphrase: String?, words: String, file: String
  ) throws {
    let error = #expect(throws: MCPError.self) { try load(certificate, key, passphrase) }
    let text = try #require(error.map { "\($0)" })
    #expect(text.hasPrefix("lab: client_") || text.hasPrefix("lab: the passphrase of client_"))
    #expect(text.contains(words))
    #expect(text.contains("'\(pki.path(file))'"))
    if let passphrase, !passphrase.isEmpty { #expect(!text.contains(passphrase)) }
    #expect(error?.kind == (words.contains("not found") ? .fileNotFound : .credentials))
  }

  @Test func refusesACertificateOfTheFuture() throws {
    let error = #expect(throws: MCPError.self) { try load("combined.pem", now: 1_000_000_000) }
    #expect(error?.message.hasPrefix("client_cert is not valid before 20") == true)
  }

  /// A file that exists and can't be read, for everybody.
  @Test(.enabled(if: isLinux)) func tellsWhatCannotBeRead() throws {
    let settings = ClientCertificate(certificatePath: "/proc/self/mem")
    let error = #expect(throws: MCPError.self) {
      try ClientCredentials(settings, server: "lab")
    }
    #expect(error?.message.hasPrefix("client_cert can't be read at '/proc/self/mem': ") == true)
  }

  @Test func warnsOfAKeyThatOthersCanRead() throws {
    let warnings = try load("client.pem", "open.key").warnings
    #expect(warnings.count == 1)
    #expect(warnings[0].hasPrefix("client_key has a private key that other users can read: "))
    #expect(warnings[0].contains(pki.path("open.key")))
  }

  @Test(arguments: [(0, "1970-01-01"), (951_782_400, "2000-02-29"), (4_102_444_799, "2099-12-31")])
  func writesDays(time: Int, day: String) {
    #expect(ClientCredentials.day(time) == day)
  }
}

#if os(Linux)
  let isLinux = true
#else
  let isLinux = false
#endif

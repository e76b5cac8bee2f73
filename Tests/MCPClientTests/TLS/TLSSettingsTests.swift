import MCPConfiguration
import NIOSSL
import Testing

@testable import MCPClient

struct TLSSettingsTests {
  private let pki: TestPKI

  init() throws { pki = try TestPKI.shared.get() }

  private func settings(_ verification: ServerVerification) throws -> TLSSettings {
    var settings = RemoteSettings()
    settings.verification = verification
    return try TLSSettings(settings, server: "lab")
  }

  private func roots(_ settings: TLSSettings) -> [String]? {
    guard case .certificates(let certificates)? = settings.configuration.trustRoots else {
      return nil
    }
    return certificates.map { "\($0)" }
  }

  @Test func trustsTheSystemsRootsByDefault() throws {
    let settings = try settings(.system)
    #expect(settings.configuration.trustRoots == .default)
    #expect(settings.configuration.certificateVerification == .fullVerification)
    #expect(settings.configuration.minimumTLSVersion == .tlsv12)
    #expect(settings.warnings.isEmpty)
  }

  @Test func warnsWithoutVerification() throws {
    let settings = try settings(.disabled)
    #expect(settings.configuration.certificateVerification == .none)
    #expect(settings.warnings.count == 1)
    #expect(settings.warnings[0].hasPrefix("ssl_verify is false: "))
  }

  @Test func ownAuthoritiesReplaceTheSystems() throws {
    let file = try #require(roots(try settings(.authorities(path: pki.path("ca.pem")))))
    #expect(file.count == 1)
    let folder = try #require(roots(try settings(.authorities(path: pki.path("authorities")))))
    #expect(folder.count == 2)
    #expect(folder[0].contains("common_name=ca"))
    #expect(folder[1].contains("common_name=other-ca"))
  }

  @Test(arguments: [
    ("none.pem", "ssl_verify is not found at '"),
    ("text.pem", "ssl_verify is not a PEM file: '"),
    ("client.key", "ssl_verify has no certificate in it: '"),
    ("damaged.pem", "ssl_verify has no certificate in it: '"),
    ("folder", "ssl_verify names a folder without a PEM file"),
  ])
  func saysWhatIsWrong(name: String, words: String) throws {
    let path = pki.path(name)
    let error = #expect(throws: MCPError.self) { try settings(.authorities(path: path)) }
    let text = try #require(error.map { "\($0)" })
    #expect(text.hasPrefix("lab: \(words)"))
    #expect(text.contains("'\(path)'"))
  }
}

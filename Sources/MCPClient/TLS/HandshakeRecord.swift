import NIOCore
import NIOSSL
import Synchronization

/// What the handshakes with one server have shown; written on the event loops.
final class HandshakeRecord: Sendable {
  /// The second part of the newest version seen; 0 is none.
  private let minorVersion = Atomic<Int>(0)
  private let certificateRequests = Atomic<Int>(0)

  var version: String? {
    let minor = minorVersion.load(ordering: .relaxed)
    return minor == 0 ? nil : "TLS 1.\(minor)"
  }

  var wantsCertificate: Bool { certificateRequests.load(ordering: .relaxed) > 0 }

  /// Watches the handshakes of all connections with this configuration.
  func watch(_ configuration: inout TLSConfiguration) {
    // BoringSSL calls it in clients when, and only when, the server asks for a certificate.
    configuration.sslContextCallback = { _, changes in
      self.certificateRequests.wrappingAdd(1, ordering: .relaxed)
      changes.succeed(.noChanges)
    }
  }

  /// Notes what was agreed on for a connection that has just been made.
  func note(_ channel: any Channel) -> EventLoopFuture<Void> {
    channel.nioSSL_tlsVersion().map { version in
      switch version {
      case .tlsv13: self.minorVersion.store(3, ordering: .relaxed)
      case .tlsv12: self.minorVersion.store(2, ordering: .relaxed)
      // Older ones are not agreed to.
      default: break
      }
    }.recover { _ in }
  }
}

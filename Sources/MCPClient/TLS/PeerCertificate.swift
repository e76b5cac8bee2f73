import AsyncHTTPClient
import MCPConfiguration
import NIOCore
import NIOPosix
import NIOSSL

/// Looks at the certificate that a server shows, to say why it didn't stand the check: NIOSSL only
/// says that it didn't. The connection ends before the client shows or sends anything.
enum PeerCertificate {
  /// The first and the last second at which a certificate is valid, since 1970.
  struct Dates {
    let first: Int
    let last: Int
  }

  /// When the server's own certificate is valid. Nil where it could not be had.
  /// - Parameter timeout: for connecting and for the handshake together.
  static func dates(of url: ServerURL, timeout: Duration) async -> Dates? {
    let group = MultiThreadedEventLoopGroup.singleton
    let shown = group.any().makePromise(of: [NIOSSLCertificate].self)
    let configuration = TLSConfiguration.makeClientConfiguration()
    // An address has no server name indication (RFC 6066, section 3).
    let name = (try? SocketAddress(ipAddress: url.host, port: 0)) == nil ? url.host : nil
    do {
      let context = try NIOSSLContext(configuration: configuration)
      let connecting = ClientBootstrap(group: group)
        .connectTimeout(TimeAmount(timeout))
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            let handler = try NIOSSLClientHandler(context: context, serverHostname: name) {
              (
                certificates: [NIOSSLCertificate],
                verified: EventLoopPromise<NIOSSLVerificationResult>
              ) in
              shown.succeed(certificates)
              verified.succeed(.failed)
            }
            try channel.pipeline.syncOperations.addHandler(handler)
          }
        }
        .connect(host: url.host, port: url.port)
      let channel = try await connecting.get()
      let timer = channel.eventLoop.scheduleTask(in: TimeAmount(timeout)) {
        channel.close(promise: nil)
      }
      defer { timer.cancel() }
      channel.closeFuture.whenComplete { _ in shown.fail(ChannelError.eof) }
      let certificates = try await shown.futureResult.get()
      try? await channel.close()
      return certificates.first.map {
        Dates(first: Int($0.notValidBefore), last: Int($0.notValidAfter))
      }
    } catch {
      shown.fail(error)
      return nil
    }
  }
}

/// The files that a client shows itself with to servers that ask for a certificate. Their paths are
/// expanded, and at loading there was a file at each; what is in them has not been looked at.
public struct ClientCertificate: Sendable, Hashable {
  /// A PEM file with the certificate, and with the key where `keyPath` is nil.
  public var certificatePath: String
  public var keyPath: String?
  /// What the key is encrypted with; an empty passphrase is one.
  public var passphrase: Secret?

  public init(certificatePath: String, keyPath: String? = nil, passphrase: Secret? = nil) {
    self.certificatePath = certificatePath
    self.keyPath = keyPath
    self.passphrase = passphrase
  }
}

/// Whom a client trusts to vouch for a server.
public enum ServerVerification: Sendable, Hashable {
  /// The authorities that the operating system trusts.
  case system
  /// Nobody is asked: whoever answers is taken for the server.
  case disabled
  /// Only the authorities in a PEM file or a folder of them, at an expanded path.
  case authorities(path: String)
}

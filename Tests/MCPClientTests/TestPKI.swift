import Foundation

/// Authorities, certificates and keys made for one run of the tests with the `openssl` command:
/// swift-certificates would be a second BoringSSL to build, and encrypts no keys.
struct TestPKI {
  let folder: String

  /// Made when it is first asked for; tests without `openssl` fail with its error.
  static let shared = Result { try TestPKI() }

  static let passphrase = "open-sesame"

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  private init() throws {
    folder = NSTemporaryDirectory() + "mcp-test-pki-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", Self.script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  }

  private static let script = """
    set -e
    curve='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'
    authority() {
      openssl req -x509 $curve -keyout "$1.key" -out "$1.pem" -days 3650 -subj "/CN=$1" \\
        -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign 2>/dev/null
    }
    certificate() { # file, authority, common name, days, extensions
      openssl req -new $curve -keyout "$1.key" -out "$1.csr" -subj "/CN=$3" 2>/dev/null
      printf '%s\\n' "$5" | tr ';' '\\n' > "$1.ext"
      openssl x509 -req -in "$1.csr" -CA "$2.pem" -CAkey "$2.key" -CAcreateserial -days "$4" \\
        -extfile "$1.ext" -out "$1.pem" 2>/dev/null
    }
    authority ca
    authority other-ca
    here='subjectAltName=DNS:localhost,IP:127.0.0.1;extendedKeyUsage=serverAuth'
    client='extendedKeyUsage=clientAuth'
    certificate server ca localhost 30 "$here"
    certificate elsewhere ca elsewhere 30 'subjectAltName=DNS:elsewhere.example'
    certificate expired-server ca localhost -1 "$here"
    certificate client ca test-client 30 "$client"
    certificate stranger other-ca stranger 30 "$client"
    certificate expired ca expired-client -1 "$client"
    openssl pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA256 -passout pass:open-sesame \\
      -in client.key -out client-pkcs8.key
    openssl ec -aes256 -passout pass:open-sesame -in client.key -out client-traditional.key \\
      2>/dev/null
    cat client.pem client.key > combined.pem
    cat client.pem client-pkcs8.key > combined-encrypted.pem
    cat client.pem stranger.key > combined-mismatch.pem
    openssl x509 -in client.pem -outform der -out client.der
    printf '%s\\n' '-----BEGIN CERTIFICATE-----' 'AAAA' '-----END CERTIFICATE-----' > damaged.pem
    printf '%s\\n' '-----BEGIN PRIVATE KEY-----' 'AAAA' '-----END PRIVATE KEY-----' > damaged.key
    echo 'any text' > text.pem
    : > empty.pem
    mkdir authorities folder
    cp ca.pem authorities/ours.crt
    cp other-ca.pem authorities/theirs.pem
    echo 'any text' > authorities/README
    mkfifo pipe.pem
    chmod 600 *.key combined*.pem
    cp client.key open.key
    chmod 644 open.key
    """
}

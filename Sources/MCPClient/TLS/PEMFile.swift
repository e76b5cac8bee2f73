import DocgenCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file with certificates or keys in PEM form (RFC 7468), read and looked through.
struct PEMFile {
  /// As the configuration has it, expanded.
  let path: String
  let bytes: [UInt8]
  /// What is written in its `BEGIN` lines, such as `CERTIFICATE`, in their order.
  let labels: [String]

  /// No certificate is near this size, in bytes; a device may be without an end.
  private static let sizeLimit = 4 << 20

  /// - Parameter key: the configuration's, for messages.
  init(_ path: String, key: String, server: String) throws(MCPError) {
    func failure(_ kind: MCPError.Kind, _ message: String) -> MCPError {
      MCPError(server: server, kind, "\(key) \(message)")
    }
    let kind: FileStatus.Kind?
    do {
      kind = try FileSystem.status(of: path)?.kind
      // Reading a pipe would wait for its writer.
      bytes = kind == .file ? try FileSystem.read(path, limit: Self.sizeLimit) : []
    } catch {
      throw failure(.credentials, "can't be read at '\(path)': \(error.reason)")
    }
    switch kind {
    case .file: break
    case nil: throw failure(.fileNotFound, "is not found at '\(path)'")
    case .folder: throw failure(.credentials, "is a folder: '\(path)'")
    default: throw failure(.credentials, "is no ordinary file: '\(path)'")
    }
    self.path = path
    labels = Self.labels(bytes)
    if labels.isEmpty {
      var error = failure(.credentials, "is not a PEM file: '\(path)'")
      error.hint = Self.advice(bytes)
      throw error
    }
  }

  var hasCertificate: Bool { labels.contains { $0.hasSuffix("CERTIFICATE") } }
  var hasKey: Bool { labels.contains { $0.hasSuffix("PRIVATE KEY") } }

  /// Whether the key is encrypted: as PKCS #8, or in the older form with a header in the block.
  var hasEncryptedKey: Bool {
    labels.contains("ENCRYPTED PRIVATE KEY")
      || String(decoding: bytes, as: UTF8.self).contains("Proc-Type: 4,ENCRYPTED")
  }

  /// Whether the file's mode lets people other than its owner read it.
  var isReadableByOthers: Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & (S_IRGRP | S_IROTH) != 0
  }

  private static func labels(_ bytes: [UInt8]) -> [String] {
    bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line in
      let line = String(decoding: line, as: UTF8.self)
      guard line.hasPrefix("-----BEGIN "), let end = line.firstRange(of: "-----", from: 11) else {
        return nil
      }
      return String(line[line.index(line.startIndex, offsetBy: 11)..<end])
    }
  }

  /// DER and PKCS #12 start with a sequence's tag.
  private static func advice(_ bytes: [UInt8]) -> String? {
    guard bytes.first == 0x30 else { return nil }
    return "it looks like DER or PKCS #12: convert it with 'openssl x509' or 'openssl pkcs12'"
  }
}

extension String {
  /// Where the text starts that is looked for, behind so many characters.
  fileprivate func firstRange(of text: String, from offset: Int) -> Index? {
    self[index(startIndex, offsetBy: offset)...].firstRange(of: text)?.lowerBound
  }
}

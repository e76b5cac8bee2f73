#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is open, closed when the value goes away.
package struct OpenFile: ~Copyable {
  private var descriptor: CInt
  /// For the words of errors only.
  private let path: String

  /// Opens a file for reading.
  ///
  /// - Parameter followingLinks: false fails with `isLink` where the last part is a symbolic link.
  package init(reading path: String, followingLinks: Bool = true) throws(FileError) {
    try self.init(reading: path, in: AT_FDCWD, path: path, followingLinks: followingLinks)
  }

  /// `O_NONBLOCK`, for a pipe must not stop the build until somebody writes into it.
  init(
    reading name: String, in folder: CInt, path: String, followingLinks: Bool
  ) throws(FileError) {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
    descriptor = openat(folder, name, flags)
    self.path = path
    if descriptor < 0 { throw .last(.open, path) }
  }

  /// Makes a new file that must not be there yet; a symbolic link counts as being there.
  init(creating name: String, in folder: CInt, path: String) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    descriptor = openat(folder, name, flags, 0o666)
    self.path = path
    if descriptor < 0 { throw .last(.create, path) }
  }

  /// Opens a file for writing and empties it; it is made where there is none.
  init(emptying path: String) throws(FileError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    self.path = path
    if descriptor < 0 { throw .last(.create, path) }
  }

  deinit {
    if descriptor >= 0 { _ = close(descriptor) }
  }

  /// Closes the file and says whether all of it went well: some file systems report a full disk
  /// only now.
  package consuming func finish() throws(FileError) {
    let result = close(descriptor)
    descriptor = -1
    if result != 0 && errno != EINTR { throw .last(.write, path) }
  }

  package func status() throws(FileError) -> FileStatus {
    var info = stat()
    if fstat(descriptor, &info) != 0 { throw .last(.open, path) }
    return FileStatus(info)
  }

  // MARK: - Reading

  /// Fills the buffer from a place in the file; less than its size only at the file's end.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileError) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    var filled = 0
    while filled < buffer.count {
      let count = pread(
        descriptor, base + filled, buffer.count - filled, off_t(offset + filled))
      if count == 0 { break }
      if count > 0 {
        filled += count
      } else if errno != EINTR {
        throw .last(.read, path)
      }
    }
    return filled
  }

  /// All bytes, or the first `limit`. The size is a hint: a file may grow while it is read, and
  /// those in `/proc` say 0. Some of these answer only the first read.
  package func contents(limit: Int = .max) throws(FileError) -> [UInt8] {
    let status = try status()
    if status.kind == .folder { throw FileError(.read, path, code: EISDIR) }
    if status.kind != .file { throw FileError(.read, path, code: EINVAL) }
    var bytes: [UInt8] = []
    var room = min(limit, status.size == 0 ? Self.chunk : status.size + 1)
    while room > 0 {
      let part = try part(at: bytes.count, count: room)
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if part.count < room { break }
      room = min(limit - bytes.count, Self.chunk)
    }
    return bytes
  }

  func part(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(FileError) {
        filled = try read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  // MARK: - Comparing

  /// Whether the file is an ordinary one with exactly these bytes.
  package func holds(_ bytes: [UInt8]) throws(FileError) -> Bool {
    let status = try status()
    guard status.kind == .file, status.size == bytes.count else { return false }
    let room = min(Self.chunk, bytes.count)
    return try withUnsafeTemporaryAllocation(byteCount: room, alignment: 16) {
      buffer throws(FileError) in
      var start = 0
      while start < bytes.count {
        let count = try read(into: buffer, at: start)
        guard count <= bytes.count - start else { return false }
        let isSame = bytes.withUnsafeBytes { wanted in
          Self.isEqual(
            UnsafeRawBufferPointer(rebasing: buffer[..<count]),
            UnsafeRawBufferPointer(rebasing: wanted[start..<start + count]))
        }
        guard isSame, count > 0 else { return false }
        start += count
      }
      return true
    }
  }

  /// By the system's `memcmp`: `==` compares byte by byte.
  private static func isEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count, let left = a.baseAddress, let right = b.baseAddress else {
      return a.count == b.count
    }
    return memcmp(left, right, a.count) == 0
  }

  private static func isEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.withUnsafeBytes { a in b.withUnsafeBytes { b in isEqual(a, b) } }
  }

  /// Whether both are ordinary files with the same bytes.
  package func holds(contentsOf other: borrowing OpenFile) throws(FileError) -> Bool {
    let (mine, theirs) = (try status(), try other.status())
    guard mine.kind == .file, theirs.kind == .file, mine.size == theirs.size else { return false }
    for start in stride(from: 0, to: mine.size, by: Self.chunk) {
      let count = min(Self.chunk, mine.size - start)
      let part = try part(at: start, count: count)
      let other = try other.part(at: start, count: count)
      guard part.count == count, other.count == count, Self.isEqual(part, other) else {
        return false
      }
    }
    return true
  }

  // MARK: - Writing

  package func append(_ bytes: [UInt8]) throws(FileError) {
    var failure: FileError?
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var written = 0
      while written < buffer.count {
        let count = write(descriptor, base + written, buffer.count - written)
        if count >= 0 {
          written += count
        } else if errno != EINTR {
          failure = .last(.write, path)
          return
        }
      }
    }
    if let failure { throw failure }
  }

  package func append(contentsOf other: borrowing OpenFile) throws(FileError) {
    var offset = 0
    while true {
      let part = try other.part(at: offset, count: Self.chunk)
      try append(part)
      offset += part.count
      if part.count < Self.chunk { return }
    }
  }

  /// As much as fits into a processor's cache beside the rest.
  private static let chunk = 1 << 16
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Another program that runs beside this one, without a shell between them.
///
/// What it prints goes into a file without a name, so that it never waits for a reader: it can be
/// started early and asked late, and no thread sits at a pipe meanwhile. Its errors are dropped.
package struct SpawnedProgram: ~Copyable {
  private let identifier: pid_t
  private let output: CInt
  private var isRunning = true

  /// - Parameters:
  ///   - arguments: the program's name, looked up in `PATH`, and its arguments.
  ///   - variables: names of this program's environment variables that the other one gets to see.
  ///   - settings: variables that it gets besides, as `NAME=value`.
  ///   - input: what it reads.
  /// - Returns: nil where there is no such program, or no room for it.
  package init?(
    _ arguments: [String], variables: [String], settings: [String] = [], input: [UInt8] = []
  ) {
    guard let name = arguments.first, let output = Self.unnamedFile() else { return nil }
    guard let source = Self.unnamedFile(holding: input) else {
      close(output)
      return nil
    }
    defer { close(source) }
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, source, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let inherited = variables.compactMap { variable in
      getenv(variable).map { "\(variable)=\(String(cString: $0))" }
    }
    var words = arguments.map { strdup($0) } + [nil]
    var environment = (inherited + settings).map { strdup($0) } + [nil]
    defer { (words + environment).forEach { free($0) } }
    var identifier: pid_t = 0
    guard posix_spawnp(&identifier, name, &actions, nil, &words, &environment) == 0 else {
      close(output)
      return nil
    }
    self.identifier = identifier
    self.output = output
  }

  deinit {
    if isRunning {
      kill(identifier, SIGKILL)
      _ = Self.wait(for: identifier)
    }
    close(output)
  }

  /// Waits for the program's end.
  ///
  /// - Returns: all that it has printed; nil where it failed, and when asked a second time.
  package mutating func printed() -> [UInt8]? {
    guard isRunning else { return nil }
    isRunning = false
    guard Self.wait(for: identifier) == 0, lseek(output, 0, SEEK_SET) == 0 else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(output, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// The exit code; nil where a signal ended the program.
  private static func wait(for identifier: pid_t) -> CInt? {
    var status: CInt = 0
    var found: pid_t
    repeat { found = waitpid(identifier, &status, 0) } while found == -1 && errno == EINTR
    guard found == identifier, status & 0x7f == 0 else { return nil }
    return status >> 8 & 0xff
  }

  /// A file without a name to read from.
  private static func unnamedFile(holding bytes: [UInt8]) -> CInt? {
    if bytes.isEmpty { return open("/dev/null", O_RDONLY | O_CLOEXEC) }
    guard let file = unnamedFile() else { return nil }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { break }
      written += max(0, count)
    }
    if written == bytes.count, lseek(file, 0, SEEK_SET) == 0 { return file }
    close(file)
    return nil
  }

  /// A file that is gone when the last who has it open closes it.
  private static func unnamedFile() -> CInt? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/docgen-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { return nil }
    unlink(path)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }
}

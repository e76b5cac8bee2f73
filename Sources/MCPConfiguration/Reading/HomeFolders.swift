#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where `~` and `~user` lead.
enum HomeFolders {
  /// The path with the folder for a `~` at its start; as it is where there is no such user.
  /// - Parameter home: the folder for `~` alone; nil asks the system for the user's own.
  static func expand(_ path: String, home: String?) -> String {
    guard path.first == "~" else { return path }
    let end = path.firstIndex(of: "/") ?? path.endIndex
    let user = path[..<end].dropFirst()
    let folder = user.isEmpty ? home ?? folder(ofUser: nil) : folder(ofUser: String(user))
    guard let folder, !folder.isEmpty else { return path }
    // `/` for the superuser in small containers.
    return (folder == "/" ? "" : folder) + path[end...]
  }

  private static func folder(ofUser name: String?) -> String? {
    // Longer than any entry that is not an attack on the machine.
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 16) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var entry = passwd()
      var found: UnsafeMutablePointer<passwd>?
      let status =
        if let name {
          getpwnam_r(name, &entry, base, buffer.count, &found)
        } else {
          getpwuid_r(getuid(), &entry, base, buffer.count, &found)
        }
      guard status == 0, let folder = found?.pointee.pw_dir else { return nil }
      return String(cString: folder)
    }
  }
}

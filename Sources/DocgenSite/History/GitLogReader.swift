import DocgenCore
import DocgenMarkup

/// Reads what `git log --name-status -z` prints in `format`: for each commit its header, then a
/// status and one path (two of a moved file) for each file, all ended by NUL.
struct GitLogReader {
  /// A byte that starts a commit, its time, its author, and its marks (`grafted`, where a shallow
  /// clone begins).
  static let format = "%x01%ct%x00%aN%x00%D"

  private static let commitMark: UInt8 = 0x01

  private var changes: [String: FileHistory.Change] = [:]
  private var isCutOff = false
  /// Where a moved file is now, by the path that it has in the commits not yet read.
  private var owners: [String: String] = [:]
  private var order = -1
  private var current = FileHistory.Change(order: 0)

  static func history(_ bytes: [UInt8]) -> FileHistory {
    var reader = GitLogReader()
    reader.read(bytes)
    return FileHistory(reader.changes, isCutOff: reader.isCutOff)
  }

  private mutating func read(_ bytes: [UInt8]) {
    var fields = bytes.split(separator: 0, omittingEmptySubsequences: false)[...]
    while var field = fields.popFirst() {
      if field.first == ASCII.newline { field = field.dropFirst() }
      guard let first = field.first else { continue }
      if first == Self.commitMark {
        startCommit(field.dropFirst(), author: fields.popFirst(), marks: fields.popFirst())
      } else if first == UInt8(ascii: "R") || first == UInt8(ascii: "C") {
        guard let old = fields.popFirst(), let new = fields.popFirst() else { return }
        if first == UInt8(ascii: "R") {
          move(from: text(old), to: text(new))
        } else {
          change(text(new))
        }
      } else if let path = fields.popFirst() {
        change(text(path))
      }
    }
  }

  private mutating func startCommit(
    _ time: ArraySlice<UInt8>, author: ArraySlice<UInt8>?, marks: ArraySlice<UInt8>?
  ) {
    order += 1
    let isFirst = text(marks ?? []).split(separator: ", ").contains("grafted")
    if isFirst { isCutOff = true }
    // A shallow clone's first commit holds all files, whenever they were changed.
    current =
      isFirst
      ? FileHistory.Change(order: .max)
      : FileHistory.Change(order: order, seconds: Int(text(time)), author: author.map { text($0) })
  }

  private mutating func change(_ path: String) {
    let owner = owners[path] ?? path
    if changes[owner] == nil { changes[owner] = current }
  }

  /// The log is read from now to then, so that what happened to the old path before is the new one's
  /// history. What stands at the old path today has been seen already: it was made after this.
  private mutating func move(from old: String, to new: String) {
    owners[old] = owners[new] ?? new
  }
}

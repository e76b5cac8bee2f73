import DocgenCore

/// The faults that a site had when its author began to check it: a file beside the site, so that only
/// new ones are reported.
///
/// A fault is known by its code, its file and its words, not by its line, for lines move. One that
/// stands three times in a file is known three times.
///
///     {
///       "version": 1,
///       "findings": [
///         {"code": "link/unknown-page", "file": "docs/a.md", "message": "…", "count": 1}
///       ]
///     }
package struct Baseline: Sendable, Equatable {
  package static let usualName = "docgen-baseline.json"

  private struct Fault: Hashable, Comparable {
    /// Empty for a fault of no file.
    var file: String
    var code: String
    var message: String

    init(_ diagnostic: Diagnostic) {
      (file, code, message) = (diagnostic.span?.file ?? "", diagnostic.code, diagnostic.message)
    }

    init(file: String, code: String, message: String) {
      (self.file, self.code, self.message) = (file, code, message)
    }

    static func < (a: Fault, b: Fault) -> Bool {
      (a.file, a.code, a.message) < (b.file, b.code, b.message)
    }
  }

  private var counts: [Fault: Int] = [:]

  package init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where diagnostic.severity != .ignored {
      counts[Fault(diagnostic), default: 0] += 1
    }
  }

  /// Takes over the faults of an older one that nobody has looked for this time.
  package mutating func keep(_ older: Baseline, where isUnseen: (_ code: String) -> Bool) {
    counts.merge(older.counts.filter { isUnseen($0.key.code) }) { new, _ in new }
  }

  /// Reads a baseline; nil with an error (`baseline/…`) where it is none.
  package static func read(_ path: String) -> Diagnosed<Baseline?> {
    let hint = "write it with --write-baseline"
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path)
    } catch {
      return Diagnosed(
        nil,
        [
          Diagnostic(
            .error, "baseline/unreadable", "The baseline '\(path)' can't be read: \(error.reason)",
            hint: hint)
        ])
    }
    let read = JSONReader.value(bytes, file: path)
    guard let node = read.value else { return Diagnosed(nil, read.diagnostics) }
    var baseline = Baseline([])
    let isKnown = if case .number(1, _)? = node["version"]?.value { true } else { false }
    guard isKnown, let entries = node["findings"]?.elements,
      entries.allSatisfy({ baseline.add($0) })
    else {
      return Diagnosed(
        nil,
        [
          Diagnostic(
            .error, "baseline/malformed", "'\(path)' is no baseline of this version of docgen",
            at: node.span, hint: hint)
        ])
    }
    return Diagnosed(baseline)
  }

  private mutating func add(_ node: ConfigNode) -> Bool {
    guard let file = node["file"]?.string, let code = node["code"]?.string,
      let message = node["message"]?.string, case .number(let count, _)? = node["count"]?.value,
      let count = Int(exactly: count), count > 0
    else { return false }
    counts[Fault(file: file, code: code, message: message), default: 0] += count
    return true
  }

  /// Sorted, one fault a line, so that a change of it reads well.
  package var bytes: [UInt8] {
    var text = "{\n  \"version\": 1,\n  \"findings\": ["
    for (number, fault) in counts.keys.sorted().enumerated() {
      var json = JSONWriter()
      json.object { json in
        json.member("code", fault.code)
        json.member("file", fault.file)
        json.member("message", fault.message)
        json.member("count", counts[fault, default: 0])
      }
      text += (number == 0 ? "\n    " : ",\n    ") + String(decoding: json.bytes, as: UTF8.self)
    }
    text += counts.isEmpty ? "]\n}\n" : "\n  ]\n}\n"
    return Array(text.utf8)
  }

  package var count: Int { counts.values.reduce(0, +) }

  /// The findings that are new, and how many of the known ones are no more.
  package func compared(
    with diagnostics: [Diagnostic]
  ) -> (new: [Diagnostic], known: Int, gone: Int) {
    var left = counts
    let new = diagnostics.filter { diagnostic in
      if diagnostic.severity == .ignored { return false }
      let fault = Fault(diagnostic)
      guard let count = left[fault], count > 0 else { return true }
      left[fault] = count - 1
      return false
    }
    let gone = left.values.reduce(0, +)
    return (new, count - gone, gone)
  }
}

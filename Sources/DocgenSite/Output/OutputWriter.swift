import DocgenCore

/// What became of one file of the site.
package struct OutputResult: Sendable {
  package enum Change: Sendable, Equatable {
    case created, replaced
    /// The same bytes were there: the file was not touched.
    case unchanged
    case failed(Diagnostic)
  }

  package var path: OutputPath
  package var change: Change
}

/// How many files of the output folder a build changed.
package struct OutputSummary: Sendable, Equatable {
  package var created = 0
  package var replaced = 0
  package var unchanged = 0
  package var removed = 0

  package init() {}
}

/// Writes a build into a folder: the only stage that writes.
///
/// `open` locks the folder and looks whether it may be used, any number of workers call `write` and
/// `copy`, and `finish` makes the build what readers see:
///
///     let opened = OutputWriter.open(destination, planned: files.map(\.path))
///     guard let writer = opened.value else { return opened.diagnostics }
///     let results = await concurrentMap(files, workers: 2) { writer.write($0.bytes, to: $0.path) }
///     let summary = writer.finish(results)
///
/// Where there is no output yet, everything goes into a folder beside it that is renamed at the
/// end. Otherwise equal files are left alone and changed ones are replaced in one step each, then
/// stale ones are removed. A writer that is dropped before `finish` leaves nothing half-written; the
/// next one cleans up behind it.
package struct OutputWriter: Sendable {
  private let folder: OutputFolder

  /// - Parameter planned: the paths that will be written.
  /// - Returns: nil where nothing may be written there; the diagnostics say why.
  package static func open(
    _ destination: OutputDestination, planned: [OutputPath]
  ) -> Diagnosed<OutputWriter?> {
    let findings = OutputPlan.check(planned)
    if findings.contains(where: { $0.severity == .error }) { return Diagnosed(nil, findings) }
    do {
      let writer = OutputWriter(folder: try OutputFolder(destination))
      let obstacles: [Diagnostic]
      do {
        obstacles = try writer.folder.announce(planned)
      } catch {
        writer.discard()
        throw error
      }
      let all = findings + writer.folder.warnings + obstacles
      return Diagnosed(obstacles.isEmpty ? writer : nil, all)
    } catch {
      return Diagnosed(nil, findings + destination.refusal(error).diagnostics)
    }
  }

  // MARK: - Files

  package func write(_ bytes: [UInt8], to path: OutputPath) -> OutputResult {
    put(path) { old throws(FileError) in
      try old.holds(bytes)
    } fill: { new throws(FileError) in
      try new.append(bytes)
    }
  }

  /// - Parameter name: what the source is called in diagnostics, relative to the site.
  package func copy(from source: String, named name: String, to path: OutputPath) -> OutputResult {
    do throws(FileError) {
      let file = try OpenFile(reading: source)
      return put(path) { old throws(FileError) in
        try old.holds(contentsOf: file)
      } fill: { new throws(FileError) in
        try new.append(contentsOf: file)
      }
    } catch {
      let finding = Diagnostic(
        .error, "file/unreadable", "the file can't be read: \(error.reason)",
        at: SourceSpan(file: name, line: 1))
      return OutputResult(path: path, change: .failed(finding))
    }
  }

  private func put(
    _ path: OutputPath, isSame: (borrowing OpenFile) throws(FileError) -> Bool,
    fill: (borrowing OpenFile) throws(FileError) -> Void
  ) -> OutputResult {
    do throws(FileError) {
      let (parent, name) = try folder.tree.place(for: path)
      guard case .inPlace = folder.publication else {
        try parent.createFile(named: name, fill: fill)
        return OutputResult(path: path, change: .created)
      }
      let isThere: Bool
      do throws(FileError) {
        if try isSame(parent.file(named: name)) {
          return OutputResult(path: path, change: .unchanged)
        }
        isThere = true
      } catch {
        // A file that may not be read may still be replaced.
        guard error.isMissing || error.isPermission else { throw error }
        isThere = !error.isMissing
      }
      try folder.tree.replace(name, in: parent, fill: fill)
      return OutputResult(path: path, change: isThere ? .replaced : .created)
    } catch {
      return OutputResult(path: path, change: .failed(Self.finding(error, path)))
    }
  }

  private static func finding(_ error: FileError, _ path: OutputPath) -> Diagnostic {
    let what = error.action == .remove ? "removed" : "written"
    return Diagnostic(
      .error, error.outputCode, "'\(path.string)' can't be \(what): \(error.reason)")
  }

  // MARK: - End

  /// Makes the build what readers see, removes what earlier builds wrote and this one didn't, and
  /// lets go of the folder. Where a file failed, a new output folder does not appear at all, and an
  /// existing one keeps its stale files.
  ///
  /// - Parameter results: of all files, in any order.
  package func finish(_ results: [OutputResult]) -> Diagnosed<OutputSummary> {
    defer { folder.tree.root.unlock() }
    var summary = OutputSummary()
    var findings: [Diagnostic] = []
    for result in results {
      switch result.change {
      case .created: summary.created += 1
      case .replaced: summary.replaced += 1
      case .unchanged: summary.unchanged += 1
      case .failed(let finding): findings.append(finding)
      }
    }
    if !findings.isEmpty {
      discard()
      return Diagnosed(summary, findings)
    }
    let written = OutputManifest(results.map(\.path))
    let stale = folder.known.subtracting(written.paths).sorted()
    let removal = folder.tree.remove(stale)
    summary.removed = removal.count
    do throws(FileError) {
      try publish(removal.failures.isEmpty ? written : OutputManifest(written.paths + stale))
    } catch {
      discard()
      findings.append(
        Diagnostic(
          .error, error.outputCode, "the output folder can't be completed: \(error.reason)"))
    }
    findings += removal.failures.map {
      Diagnostic(
        .error, $0.outputCode,
        "'\(FileSystem.split($0.path).name)', a stale file, can't be removed: \($0.reason)")
    }
    return Diagnosed(summary, findings)
  }

  private func publish(_ manifest: OutputManifest) throws(FileError) {
    try folder.write(manifest)
    if case .renaming(let parent, let temporary, let name) = folder.publication {
      try parent.move(temporary, to: parent, as: name)
    }
  }

  /// Gives the build up: a new output folder goes away, an existing one stays as far as it is.
  package func discard() {
    defer { folder.tree.root.unlock() }
    guard case .renaming(let parent, let temporary, _) = folder.publication else { return }
    // What can't be removed now is recognised and removed by the next build.
    try? folder.tree.root.removeContents()
    try? parent.removeFolder(named: temporary)
  }
}

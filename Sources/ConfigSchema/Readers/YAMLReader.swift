import DocgenCore

/// Reads YAML into a `ConfigNode`: one document, YAML 1.2 core types, every value with its place.
///
/// Aliases and merge keys (`<<`) work; how deep values nest and how much aliases may add is bounded,
/// so that no text can exhaust memory or stack.
package enum YAMLReader {
  /// How many collections may stand in one another.
  package static let maximumDepth = 100
  /// How many values aliases and merges may add in all.
  package static let maximumAliasedValues = 100_000

  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark.
  ///   - file: as diagnostics name it.
  ///   - startLine: the line of the first byte in its file, 1-based; front matter starts at 2.
  /// - Returns: nil for an empty document and for one that is no YAML; the diagnostics tell which.
  package static func read(
    _ bytes: [UInt8], file: String, startLine: Int = 1
  ) -> Diagnosed<ConfigNode?> {
    bytes.withUnsafeBufferPointer { bytes in
      let markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let text = UnsafeBufferPointer(rebasing: bytes[markLength...])
      let first = SourcePosition(line: startLine, column: markLength + 1)
      var composer = YAMLComposer(file: file, places: TextPlaces(text, first: first))
      let root = composer.compose(YAMLEvents(text))
      return Diagnosed(root, composer.diagnostics)
    }
  }
}

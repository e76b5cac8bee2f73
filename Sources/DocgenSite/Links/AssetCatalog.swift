import DocgenCore
import DocgenMarkup

/// The files that pages show or lead to: what is known of them, and where they go. Only files that
/// something refers to are read.
package struct AssetCatalog: Sendable {
  /// A file that has to be copied to the output.
  package struct Copy: Sendable, Equatable {
    /// Relative to the site.
    package var source: String
    package var output: OutputPath
  }

  private struct Facts: Sendable {
    var size: ImageSize?
    /// Nil for what is published under its own name.
    var output: OutputPath?
  }

  let files: AssetFiles
  /// By source file; none for one that can't be read.
  private let facts: [String: Facts]

  /// The files beside the content that pages refer to, sorted by where they go. Two with the same
  /// name and contents are one.
  package let copies: [Copy]

  /// Reads a file of the site: the whole of it, or its beginning. Nil where it can't be read.
  package typealias Reader = @Sendable (_ source: String, _ limit: Int) -> [UInt8]?

  init(
    files: AssetFiles, references: [AssetReference], workers: Int, read: @escaping Reader
  ) async {
    let found = await concurrentMap(references, workers: workers) { reference in
      Self.facts(of: reference, read: read)
    }
    var facts: [String: Facts] = [:]
    var copies: [OutputPath: Copy] = [:]
    for (reference, known) in zip(references, found) {
      guard let known else { continue }
      facts[reference.source] = known
      if let output = known.output, copies[output] == nil {
        copies[output] = Copy(source: reference.source, output: output)
      }
    }
    self.files = files
    self.facts = facts
    self.copies = copies.values.sorted { $0.output < $1.output }
  }

  private static func facts(of reference: AssetReference, read: Reader) -> Facts? {
    if !reference.isBeside {
      return read(reference.source, imageHead).map { Facts(size: ImageSize(head: $0)) }
    }
    guard let bytes = read(reference.source, .max) else { return nil }
    var hash = StableHash()
    hash.combine(bytes)
    let name = AssetName(JoinedPath.name(of: reference.source))
    let folder = name.isImage ? "images" : "files"
    let path = "assets/\(folder)/\(name.stem)-\(hash.hexadecimal)\(name.ending)"
    guard let output = OutputPath(path) else { return nil }
    return Facts(size: name.isImage ? ImageSize(head: bytes) : nil, output: output)
  }

  /// Enough for the size of all images but photographs with large previews in front.
  private static let imageHead = 65_536

  /// Where a file beside the content goes, relative to the output; nil where it isn't there.
  func output(of source: String) -> OutputPath? { facts[source]?.output }

  func imageSize(of source: String) -> ImageSize? { facts[source]?.size }
}

/// A file that has to be read: all of one beside the content, for its name in the output, and the
/// beginning of a published image, for its size.
struct AssetReference: Hashable, Sendable {
  var source: String
  var isBeside: Bool
}

/// A file's name apart from its extension.
private struct AssetName {
  var stem: String
  /// With its dot; empty where there is none.
  var ending: String

  init(_ name: Substring) {
    let dot = name.utf8.lastIndex(of: ASCII.period).flatMap { $0 == name.startIndex ? nil : $0 }
    stem = String(name[..<(dot ?? name.endIndex)])
    ending = String(name[(dot ?? name.endIndex)...])
  }

  var isImage: Bool { Self.imageEndings.contains(ending.lowercased()) }

  private static let imageEndings: Set<String> = [
    ".png", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".avif", ".svg", ".bmp", ".ico",
  ]
}

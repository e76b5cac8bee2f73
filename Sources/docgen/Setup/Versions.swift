import DocgenCore
import DocgenMarkup

/// What `docgen --version` says: docgen and the C libraries that it runs with.
enum Versions {
  static let libraries = [
    ("cmark-gfm", LibraryVersions.cmarkGFM), ("libxml2", LibraryVersions.libXML2),
  ]

  static let text = (["docgen \(DocgenVersion.current)"] + libraries.map { "\($0.0) \($0.1)" })
    .joined(separator: "\n")
}

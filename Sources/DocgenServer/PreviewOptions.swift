import ConfigSchema
import DocgenCore
import DocgenSite

/// How a site is to be previewed.
package struct PreviewOptions: Sendable {
  package enum Port: Sendable, Equatable {
    case number(UInt16)
    /// The first free one from the default on.
    case automatic
  }

  package static let defaultPort: UInt16 = 3000

  package var build: BuildOptions
  /// Of docgen, as it tells programs that read the documentation.
  package var version = ""
  /// What pages can show as references beside docgen's own files.
  package var schemas: [ReferenceSchema] = []
  package var port = Port.number(defaultPort)
  /// A name or an address in numbers.
  package var host = "127.0.0.1"
  package var editor: EditorLink?
  /// Folders are looked through again and again, for file systems that tell nobody of changes.
  package var polls = false
  /// Files that symbolic links lead to are served wherever they are.
  package var followsLinks = false

  package init(build: BuildOptions) { self.build = build }
}

/// What the preview has to say to whoever started it.
package enum PreviewEvent: Sendable {
  /// Browsers can come.
  case listening(url: String, isOpenToOthers: Bool)
  /// All pages are built.
  case ready(pages: Int, after: Duration)
  /// A change has reached the browsers.
  case rebuilt(paths: [String], kind: ChangeKind, after: Duration)
  /// What has been found since the last time, and what of it is no more.
  case findings(new: [Diagnostic], mended: [Diagnostic], all: Int)
  /// Why folders are looked through instead of being watched.
  case polling(reason: String)
}

/// Why there can be no preview.
package struct PreviewFailure: Error {
  package let diagnostics: [Diagnostic]
}

import DocgenCore

/// Makes URLs that open a place in the author's editor.
package struct EditorLink: Sendable, Equatable {
  /// With `{file}` (absolute, percent-encoded), `{line}` and `{column}`.
  private let template: String

  /// The editors that are known by their names.
  package static let known: [String: String] = [
    "vscode": "vscode://file{file}:{line}:{column}",
    "vscode-insiders": "vscode-insiders://file{file}:{line}:{column}",
    "vscodium": "vscodium://file{file}:{line}:{column}",
    "cursor": "cursor://file{file}:{line}:{column}",
    "windsurf": "windsurf://file{file}:{line}:{column}",
    "zed": "zed://file{file}:{line}:{column}",
    "idea": "idea://open?file={file}&line={line}&column={column}",
    "webstorm": "webstorm://open?file={file}&line={line}&column={column}",
    "sublime": "subl://open?url=file://{file}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{file}&line={line}&column={column}",
    "bbedit": "bbedit://open?url=file://{file}&line={line}&column={column}",
    "emacs": "org-protocol://open-file?file={file}&line={line}&column={column}",
    "macvim": "mvim://open?url=file://{file}&line={line}&column={column}",
  ]

  /// - Parameter editor: a name of `known`, or a URL with `{file}` in it.
  package init?(_ editor: String) {
    if let known = Self.known[editor] {
      template = known
    } else if editor.contains("{file}"), let colon = editor.firstIndex(of: ":"),
      !["javascript", "data", "vbscript"].contains(editor[..<colon].lowercased())
    {
      template = editor
    } else {
      return nil
    }
  }

  /// - Parameter file: an absolute path.
  package func url(file: String, line: Int, column: Int) -> String {
    var url = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      url += rest[..<open]
      rest = rest[open...]
      let values = [
        ("{file}", file.asURIPath), ("{line}", "\(line)"), ("{column}", "\(column)"),
      ]
      if let (name, value) = values.first(where: { rest.hasPrefix($0.0) }) {
        url += value
        rest = rest.dropFirst(name.count)
      } else {
        url.append(rest.removeFirst())
      }
    }
    return url + rest
  }
}

import DocgenMarkup

/// Redirects in the words of hosts that can answer with them before a page is loaded.
struct HostRedirects {
  /// Both are paths on the host or whole URLs, percent-encoded.
  struct Rule: Sendable, Equatable {
    var from: String
    var to: String
  }

  let rules: [Rule]

  /// By the files' names in the output.
  func files(for hosts: [RedirectFile]) -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    if hosts.contains(.netlify) || hosts.contains(.cloudflare) {
      files.append(("_redirects", underscoreRedirects))
    }
    if hosts.contains(.nginx) { files.append(("redirects.map", nginxMap)) }
    return files
  }

  /// Netlify's and Cloudflare's form.
  private var underscoreRedirects: [UInt8] {
    Array(rules.map { "\($0.from) \($0.to) 301\n" }.joined().utf8)
  }

  /// For `map $uri $moved_to { include redirects.map; }`. nginx compares with paths that are not
  /// encoded; a slash at their end is left to both forms.
  private var nginxMap: [UInt8] {
    var output: [UInt8] = []
    for rule in rules {
      let from = Self.quoted(PercentEncoding.decoded(rule.from))
      let folder = Self.quoted(PercentEncoding.decoded(rule.from) + "/")
      output.append("\(from) \(Self.quoted(rule.to));\n")
      if !rule.from.hasSuffix(".html") {
        output.append("\(folder) \(Self.quoted(rule.to));\n")
      }
    }
    return output
  }

  private static func quoted(_ text: String) -> String {
    let escaped: [Character] = text.flatMap { $0 == "\\" || $0 == "\"" ? ["\\", $0] : [$0] }
    return "\"\(String(escaped))\""
  }
}

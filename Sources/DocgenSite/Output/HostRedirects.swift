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
  /// encoded. Plain ones it would compare without regard to case, and refuse if they are long: all
  /// are expressions.
  private var nginxMap: [UInt8] {
    var output: [UInt8] = []
    for rule in rules {
      let from = Self.expression(PercentEncoding.decoded(rule.from))
      let slash = rule.from.hasSuffix(".html") ? "" : "/?"
      output.append("\(Self.quoted("~^\(from)\(slash)$")) \(Self.quoted(Self.target(rule.to)));\n")
    }
    return output
  }

  /// A reader's query is led on with them, as by the page of a redirect, unless there is one.
  private static func target(_ url: String) -> String {
    let url = url.replacing("$", with: "%24")
    if url.contains("?") { return url }
    let end = url.firstIndex(of: "#") ?? url.endIndex
    return "\(url[..<end])$is_args$args\(url[end...])"
  }

  /// For PCRE, which takes each of these for more than itself.
  private static func expression(_ path: String) -> String {
    String(path.flatMap { "\\.*+?()[]{}^$|".contains($0) ? ["\\", $0] : [$0] })
  }

  private static func quoted(_ text: String) -> String {
    let escaped: [Character] = text.flatMap { $0 == "\\" || $0 == "\"" ? ["\\", $0] : [$0] }
    return "\"\(String(escaped))\""
  }
}

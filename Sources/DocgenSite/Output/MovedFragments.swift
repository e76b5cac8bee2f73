import DocgenCore
import DocgenMarkup

/// Headings that were renamed or moved: a script on the page that they stood on leads from their old
/// anchors to the new ones. No server ever sees a fragment.
enum MovedFragments {
  /// - Returns: by route, the script; findings are those of redirects.
  static func scripts(of site: Site) -> Diagnosed<[Int: [UInt8]]> {
    var moved: [Int: [(from: String, to: String)]] = [:]
    var diagnostics: [Diagnostic] = []
    for redirect in site.config.redirects {
      for from in redirect.from {
        guard let hash = from.firstIndex(of: "#") else { continue }
        let path = String(from[..<hash])
        let fragment = String(from[from.index(after: hash)...])
        for index in site.locales.indices {
          let target = RedirectTarget(redirect.to, site: site, locale: index)
          let page = URLPath.join(site.locales[index].baseURL, path)
          let route = site.routes.index(at: page)
          if let route { moved[route, default: []].append((fragment, target.url)) }
          guard index == 0, route == nil || target.unknownPath != nil else { continue }
          let (verb, written) = route == nil ? ("starts at", from) : ("leads to", redirect.to)
          diagnostics.append(
            Diagnostic(
              .error, "redirect/unknown-page",
              "The redirect \(verb) '\(written)', which is no page", at: redirect.span,
              hint: Suggestions.hint(
                for: target.unknownPath ?? page.text, among: site.routes.paths(locale: 0))))
        }
      }
    }
    return Diagnosed(moved.mapValues(script), diagnostics)
  }

  private static func script(_ moved: [(from: String, to: String)]) -> [UInt8] {
    var json = JSONWriter(forScripts: true)
    json.object { json in
      for (from, to) in moved { json.member(from, to) }
    }
    var output: [UInt8] = []
    output.append("<script>(function(m){function f(){")
    output.append("var h=decodeURIComponent(location.hash.slice(1));")
    output.append("if(Object.hasOwn(m,h))location.replace(m[h])}")
    output.append("addEventListener(\"hashchange\",f);f()})(")
    output += json.bytes
    output.append(")</script>\n")
    return output
  }
}

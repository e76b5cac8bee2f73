import DocgenCore
import DocgenMarkup

/// Headings that were renamed or moved: a script on the page that they stood on leads from their old
/// anchors to the new ones. No server ever sees a fragment.
enum MovedFragments {
  /// - Returns: by route, the script.
  static func scripts(of site: Site) -> [Int: [UInt8]] {
    var moved: [Int: [(from: String, to: String)]] = [:]
    for redirect in site.config.redirects {
      for from in redirect.from {
        guard let hash = from.firstIndex(of: "#") else { continue }
        let path = String(from[..<hash])
        let fragment = String(from[from.index(after: hash)...])
        for index in site.locales.indices {
          let page = URLPath.join(site.locales[index].baseURL, path)
          guard let route = site.routes.index(at: page) else { continue }
          let target = RedirectTarget(redirect.to, site: site, locale: index)
          moved[route, default: []].append((fragment, target.url))
        }
      }
    }
    return moved.mapValues(script)
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

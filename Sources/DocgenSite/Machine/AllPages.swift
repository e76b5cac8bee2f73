import DocgenMarkup

/// `llms-full.txt`: all pages of a locale, one below the other, in the order of the sidebars.
enum AllPages {
  /// - Parameter markdown: a page's, by its route.
  static func text(
    of site: Site, locale: Int, markdown: (_ route: Int) -> [UInt8]?
  ) -> [UInt8] {
    var output: [UInt8] = []
    for index in PageList(site, locale: locale).routes {
      guard let page = markdown(index) else { continue }
      if !output.isEmpty { output.append("\n---\n\n") }
      output.append("<!-- \(site.absolute(site.routes.routes[index].path.encoded)) -->\n\n")
      output += page
    }
    return output
  }
}

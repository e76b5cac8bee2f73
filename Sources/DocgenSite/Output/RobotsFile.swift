import DocgenMarkup

/// `robots.txt`: what programs may read.
enum RobotsFile {
  /// - Returns: nil where there is nothing to say. Programs look for it at the root of a host, so
  ///   below a path it is there only where rules are configured.
  static func text(of site: Site) -> [UInt8]? {
    let config = site.config
    let isAtRoot = site.locales[0].baseURL == "/" && !config.url.isEmpty
    guard isAtRoot || !config.robots.isEmpty else { return nil }
    var output: [UInt8] = []
    var rules = config.robots
    if config.noIndex {
      var nothing = RobotsRule()
      nothing.disallow = ["/"]
      rules = [nothing]
    } else if rules.isEmpty {
      var everything = RobotsRule()
      everything.allow = ["/"]
      rules = [everything]
    }
    for rule in rules {
      for agent in rule.userAgents { output.append("User-agent: \(line(agent))\n") }
      for path in rule.allow { output.append("Allow: \(line(path))\n") }
      for path in rule.disallow { output.append("Disallow: \(line(path))\n") }
      output.append("\n")
    }
    if site.locales.indices.contains(where: Sitemap(site: site).isWanted) {
      let path = URLPath.join(site.locales[0].baseURL, "sitemap.xml")
      output.append("Sitemap: \(site.absolute(path.encoded))\n")
    } else {
      output.removeLast()
    }
    return output
  }

  /// A line feed would make rules of its own.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

import Foundation
import Testing

/// Looks up every link, picture, stylesheet and script of a built site in its files.
func expectNoBrokenLinks(in site: Fixture, base: String) throws {
  let files = Set(site.files)
  var checked = 0
  for path in site.files where path.hasSuffix(".html") {
    for tag in try site.page(path).tags {
      for target in [tag["href"], tag["src"]].compactMap({ $0 }) where target.hasPrefix(base) {
        let bare = target.prefix { $0 != "#" && $0 != "?" }.dropFirst(base.count)
        let name = (String(bare).removingPercentEncoding ?? "").trimmingCharacters(in: ["/"])
        let candidates = [name, name + "/index.html", name + ".html"].map {
          $0.hasPrefix("/") ? String($0.dropFirst()) : $0
        }
        #expect(candidates.contains(where: files.contains), "\(target) in \(path)")
        checked += 1
      }
    }
  }
  #expect(checked > 10)
}

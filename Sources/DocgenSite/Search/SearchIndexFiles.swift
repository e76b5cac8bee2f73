import DocgenCore
import DocgenMarkup

/// An index as the files that the search script loads.
///
/// `index.json` has a name of its own and says which others there are; they are named after what
/// they hold, so a browser may keep them for ever, and one that an old `index.json` names is either
/// what it was or not there any more.
enum SearchIndexFiles {
  static let folder = "assets/search/"
  /// What the search button leads to without a script.
  static let page = "search.html"
  static let manifestPath = folder + "index.json"
  /// Grows with every change that the script of another version can't read.
  static let format = 1

  /// A file's worth of pages, in bytes of JSON.
  private static let pageFileSize = 4_000

  /// A file below the locale's folder.
  struct File: Sendable {
    var path: String
    var bytes: [UInt8]
  }

  static func files(of index: SearchIndex) -> [File] {
    var files: [File] = []
    func add(_ name: String, _ ending: String, _ bytes: [UInt8]) -> String {
      let version = ThemeAssets.version(of: bytes)
      files.append(File(path: "\(folder)\(name)-\(version).\(ending)", bytes: bytes))
      return version
    }
    var manifest = JSONWriter()
    manifest.object { json in
      json.member("format", format)
      json.member("rarest", index.rarest)
      json.list("weights", index.pages) { $0.number($1.weight) }
      json.list("titles", index.pages) { $0.number($1.titleLength) }
      json.list("terms", index.shards) { $0.string(String(decoding: $1.first, as: UTF8.self)) }
      json.list("termFiles", Array(index.shards.enumerated())) { json, shard in
        json.string(add("terms-\(shard.offset)", "bin", shard.element.bytes))
      }
      let pageFiles = pageFiles(index.pages)
      json.list("pages", pageFiles) { $0.number($1.first) }
      json.list("pageFiles", Array(pageFiles.enumerated())) { json, file in
        json.string(add("pages-\(file.offset)", "json", file.element.bytes))
      }
      json.member("spelling", add("spelling", "txt", index.spelling.bytes))
    }
    files.append(File(path: manifestPath, bytes: manifest.bytes))
    return files
  }

  /// Pages in their order, some to a file: `[path, title, breadcrumbs, headings]` each. A heading is
  /// its text, or `[text, anchor]` where the anchor is not what it looks like.
  private static func pageFiles(
    _ pages: [SearchIndex.Page]
  ) -> [(first: Int, bytes: [UInt8])] {
    var files: [(first: Int, bytes: [UInt8])] = []
    var number = 0
    while number < pages.count {
      let first = number
      var json = JSONWriter()
      json.array { json in
        var size = 0
        while number < pages.count, size < pageFileSize {
          let before = json.bytes.count
          json.element { write(pages[number], to: &$0) }
          size += json.bytes.count - before
          number += 1
        }
      }
      files.append((first, json.bytes))
    }
    return files
  }

  private static func write(_ page: SearchIndex.Page, to json: inout JSONWriter) {
    json.array { json in
      json.element { $0.string(page.path) }
      json.element { $0.string(page.title) }
      json.element { json in
        json.array { json in
          for crumb in page.breadcrumbs { json.element { $0.string(crumb) } }
        }
      }
      json.element { json in
        json.array { json in
          for section in page.sections.dropFirst() {
            json.element { write(section, to: &$0) }
          }
        }
      }
    }
  }

  private static func write(_ section: SearchText.Section, to json: inout JSONWriter) {
    guard isPlain(section.heading), Slugger.slug(of: section.heading) == section.anchor else {
      return json.array { json in
        json.element { $0.string(section.heading) }
        json.element { $0.string(section.anchor) }
      }
    }
    json.string(section.heading)
  }

  /// Whether the search script comes to the same anchor: letters of other scripts are left to
  /// Unicode's version here and there.
  private static func isPlain(_ heading: String) -> Bool {
    heading.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x20..<0x7F, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
      default: false
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func list<Element>(
    _ key: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    member(key) { json in
      json.array { json in
        for element in elements { json.element { write(&$0, element) } }
      }
    }
  }
}

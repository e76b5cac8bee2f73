import DocgenCore

/// A site that changes at random: each step is what an author, a translator or a branch might do,
/// without errors in pages, templates and configuration.
struct GrowingSite {
  let folder: TemporaryFolder
  var random: SeededGenerator
  private var pages: [String] = []
  private var translations: Set<String> = []
  private var counter = 0

  init(seed: UInt64) throws {
    folder = try TemporaryFolder()
    random = SeededGenerator(seed: seed)
    try writeConfiguration(title: "Orchard")
    try folder.write("<b>{{attributes.text}} {{data.fruit.best}}</b>\n", to: Self.badge)
    try folder.write("{\"best\": \"pear\"}", to: Self.fruit)
    try folder.write("Wash your hands, see [the start](/).\n", to: Self.partial)
    try folder.write("<svg width=\"3\" height=\"4\"></svg>", to: "static/img/leaf.svg")
    try folder.write("<svg width=\"5\" height=\"6\"></svg>", to: "docs/root.svg")
    for name in ["index.md", "care/index.md", "care/water.md", "care/soil.md", "trees/plum.md"] {
      try write(name)
    }
    try translate("index.md")
    try translate("care/water.md")
  }

  private static let badge = "templates/components/Badge.html"
  private static let fruit = "data/fruit.json"
  private static let partial = "docs/_wash.mdx"

  private mutating func writeConfiguration(title: String) throws {
    try folder.write(
      "title: \(title)\nurl: https://orchard.example\nlocales:\n  en: {}\n  de: {}\n"
        + "customCss: [styles/own.css]\n", to: "docgen.yml")
    try folder.write("b { color: green }\n", to: "styles/own.css")
  }

  /// - Returns: what a watcher would have told of.
  mutating func step() throws -> Set<String> {
    switch Int.random(in: 0..<18, using: &random) {
    case 0...3: return [try append(to: randomPage())]
    case 4: return [try write(randomPage())]
    case 5: return [try write(newName())]
    case 6: return try rename(randomPage(), to: newName())
    case 7: return try delete(randomPage())
    case 8: return try renameFolder()
    case 9: return [try translate(randomPage())]
    case 10: return try deleteTranslation()
    case 11:
      try folder.write("Wash often. \(word())\n\n## Soap \(word())\n", to: Self.partial)
      return [Self.partial]
    case 12:
      try folder.write("<i>{{attributes.text}} \(word()) {{data.fruit.best}}</i>\n", to: Self.badge)
      return [Self.badge]
    case 13:
      try folder.write("{\"best\": \"\(word())\"}", to: Self.fruit)
      return [Self.fruit]
    case 14: return try changeTheme()
    case 15: return try changeStaticFile()
    case 16:
      try folder.write(
        "{\"label\": \"\(word())\", \"position\": 2}", to: "docs/care/_category_.json")
      return ["docs/care/_category_.json"]
    default:
      try writeConfiguration(title: word())
      return ["docgen.yml", "styles/own.css"]
    }
  }

  // MARK: Pages

  private mutating func word() -> String {
    ["apple", "pear", "plum", "quince", "medlar", "cherry", "fig", "root"].randomElement(
      using: &random) ?? ""
  }

  private mutating func randomPage() -> String { pages.randomElement(using: &random) ?? "index.md" }

  private mutating func newName() -> String {
    counter += 1
    return ["", "care/", "trees/", "trees/old/"][Int.random(in: 0..<4, using: &random)]
      + "\(word())-\(counter).md"
  }

  private mutating func paragraph() -> String {
    let links = [
      "[a page](/\(word()))", "[a file](./\(word()).md)", "[its heading](#\(word()))",
      "![an image](/img/leaf.svg)", "[other heading](/care#\(word()))", "plain text",
      "![another](@site/docs/root.svg)", "<Badge text=\"\(word())\" />",
    ]
    let heading = Bool.random(using: &random) ? "## \(word())\n\n" : ""
    return "\n\(heading)Some \(word()) and \(links.randomElement(using: &random) ?? "").\n"
  }

  @discardableResult
  private mutating func write(_ name: String) throws -> String {
    if !pages.contains(name) { pages.append(name) }
    var front = "title: \(word()) \(word())\n"
    if Bool.random(using: &random) {
      front += "sidebar_position: \(Int.random(in: 1...9, using: &random))\n"
    }
    if Int.random(in: 0..<4, using: &random) == 0 { front += "tags: [\(word()), \(word())]\n" }
    if Int.random(in: 0..<5, using: &random) == 0 { front += "slug: /at-\(word())-\(counter)\n" }
    if Int.random(in: 0..<8, using: &random) == 0 { front += "unlisted: true\n" }
    let imports =
      Int.random(in: 0..<3, using: &random) == 0
      ? "import Wash from '@site/docs/_wash.mdx';\n\n<Wash />\n" : ""
    var text = "---\n\(front)---\n\n\(imports)\n# \(word())\n"
    for _ in 0..<3 { text += paragraph() }
    try folder.write(text, to: "docs/\(name)")
    return "docs/\(name)"
  }

  private mutating func append(to name: String) throws -> String {
    let text = try folder.read("docs/\(name)") + paragraph()
    try folder.write(text, to: "docs/\(name)")
    return "docs/\(name)"
  }

  private mutating func rename(_ name: String, to new: String) throws -> Set<String> {
    if name == "index.md" { return [try append(to: name)] }
    try FileSystem.makeFolders(FileSystem.split(folder("docs/\(new)")).folder)
    try FileSystem.move(folder("docs/\(name)"), to: folder("docs/\(new)"))
    pages.removeAll { $0 == name }
    pages.append(new)
    return ["docs/\(name)", "docs/\(new)"]
  }

  private mutating func delete(_ name: String) throws -> Set<String> {
    if name == "index.md" || pages.count < 5 { return [try write(name)] }
    try FileSystem.removeFile(folder("docs/\(name)"))
    pages.removeAll { $0 == name }
    return ["docs/\(name)"]
  }

  private mutating func renameFolder() throws -> Set<String> {
    counter += 1
    let new = "grove-\(counter)"
    guard
      let old = pages.lazy.compactMap({ $0.split(separator: "/").first.map(String.init) })
        .first(where: { $0.hasPrefix("trees") || $0.hasPrefix("grove") })
    else { return [try write(newName())] }
    try FileSystem.move(folder("docs/\(old)"), to: folder("docs/\(new)"))
    pages = pages.map { $0.hasPrefix(old + "/") ? new + $0.dropFirst(old.count) : $0 }
    // A watcher tells of the folders, not of what is in them.
    return ["docs/\(old)", "docs/\(new)"]
  }

  // MARK: Translations

  @discardableResult
  private mutating func translate(_ name: String) throws -> String {
    translations.insert(name)
    let path = "docs/locales/de/\(name)"
    try folder.write(
      "---\ntitle: Über \(word())\n---\n\n## \(word()) übersetzt\n\(paragraph())", to: path)
    return path
  }

  private mutating func deleteTranslation() throws -> Set<String> {
    guard let name = translations.sorted().randomElement(using: &random) else {
      return [try translate(randomPage())]
    }
    translations.remove(name)
    try FileSystem.removeFile(folder("docs/locales/de/\(name)"))
    return ["docs/locales/de/\(name)"]
  }

  // MARK: Other files

  private mutating func changeTheme() throws -> Set<String> {
    let path = "templates/partials/footer.html"
    if FileSystem.exists(folder(path)) {
      try FileSystem.removeFile(folder(path))
    } else {
      try folder.write("<footer>\(word()) {{site.title}}</footer>\n", to: path)
    }
    try folder.write(
      "p { margin: \(Int.random(in: 1...99, using: &random))px }\n", to: "templates/css/90-own.css")
    return [path, "templates/css/90-own.css"]
  }

  private mutating func changeStaticFile() throws -> Set<String> {
    let size = Int.random(in: 1...99, using: &random)
    let path =
      ["static/img/leaf.svg", "docs/root.svg", "static/\(word()).txt"]
      .randomElement(using: &random) ?? ""
    try folder.write("<svg width=\"\(size)\" height=\"4\"></svg>", to: path)
    return [path]
  }
}

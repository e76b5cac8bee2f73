import ConfigSchema
import DocgenCore
import DocgenMarkup

/// Which texts a translation was last known to agree with: `i18n.lock.json` in the site's folder,
/// written by `docgen i18n record` and kept with the sources.
package struct TranslationRecords: Sendable, Equatable {
  /// Fingerprints of a page and its translation at the time of recording.
  package struct Entry: Sendable, Equatable {
    package var source: String
    package var translation: String
  }

  package static let file = "i18n.lock.json"

  /// By locale and content path.
  private var entries: [String: [String: Entry]] = [:]

  package init() {}

  package subscript(locale: String, contentPath: String) -> Entry? {
    get { entries[locale]?[contentPath] }
    set { entries[locale, default: [:]][contentPath] = newValue }
  }

  package var isEmpty: Bool { entries.values.allSatisfy(\.isEmpty) }

  /// Leaves only the pages of a locale that `isKept` wants.
  mutating func keep(in locale: String, where isKept: (String) -> Bool) {
    entries[locale] = entries[locale]?.filter { isKept($0.key) }
  }

  /// What stands for a text: equal texts have equal ones, on every machine. Line ends don't count,
  /// for Git may change them.
  static func fingerprint(_ bytes: [UInt8]) -> String {
    var hash = StableHash()
    for byte in bytes where byte != ASCII.carriageReturn { hash.combine(byte) }
    return hash.hexadecimal
  }
}

// MARK: The file

extension TranslationRecords {
  /// The records of a site; none where it has no such file. Findings are errors and warnings:
  /// `translation/damaged-records`, and those of `JSONReader`.
  static func read(in folder: SiteFolder) -> Diagnosed<TranslationRecords> {
    var result = Diagnosed(TranslationRecords())
    guard let bytes = folder.read(file, &result.diagnostics) else { return result }
    let read = JSONReader.value(bytes, file: file)
    result.diagnostics += read.diagnostics
    for locale in read.value?["translations"]?.members ?? [] {
      for page in locale.value.members ?? [] {
        guard let source = page.value["source"]?.string,
          let translation = page.value["translation"]?.string
        else {
          result.diagnostics.append(
            Diagnostic(
              .warning, "translation/damaged-records",
              "The record of '\(page.key)' has no 'source' or no 'translation'",
              at: page.value.span, hint: "run 'docgen i18n record' to write it anew"))
          continue
        }
        result.value[locale.key, page.key] = Entry(source: source, translation: translation)
      }
    }
    return result
  }

  /// The file's text: sorted, a page on a line of its own, so that changes merge well.
  package var json: [UInt8] {
    var lines = ["{", #"  "translations": {"#]
    let locales = entries.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
    for (number, (locale, pages)) in locales.enumerated() {
      lines.append("    \(Self.quoted(locale)): {")
      let sorted = pages.sorted { $0.key < $1.key }
      for (index, (page, entry)) in sorted.enumerated() {
        let end = index == sorted.count - 1 ? "" : ","
        lines.append(
          "      \(Self.quoted(page)): {\"source\": \(Self.quoted(entry.source)), "
            + "\"translation\": \(Self.quoted(entry.translation))}\(end)")
      }
      lines.append(number == locales.count - 1 ? "    }" : "    },")
    }
    lines += ["  }", "}", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

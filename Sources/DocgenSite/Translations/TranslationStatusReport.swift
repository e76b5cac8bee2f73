import DocgenCore

/// `docgen i18n status` for people and for programs.
package struct TranslationStatusReport {
  private let status: [TranslationStatus]
  private let sourceLocale: String

  package init(_ status: [TranslationStatus], sourceLocale: String) {
    self.status = status
    self.sourceLocale = sourceLocale
  }

  // MARK: For people

  /// For each locale a line on the whole and a table of its sections:
  ///
  ///     zh-Hans (简体中文): 12 of 16 pages translated (75 %), 1 of them outdated
  ///
  ///       Section    Pages  Translated  Outdated  Fallback  Coverage
  ///       (no folder)    1           1         0         0     100 %
  package var text: String {
    if status.isEmpty {
      return "The site has no locale but '\(sourceLocale)', so there is nothing to translate.\n"
    }
    return status.map(text).joined(separator: "\n")
  }

  private func text(_ status: TranslationStatus) -> String {
    let counts = status.counts
    let name = status.label == status.locale ? status.locale : "\(status.locale) (\(status.label))"
    var text = "\(name): \(counts.translated) of \(counts.pages) "
    text += "page\(counts.pages == 1 ? "" : "s") translated (\(counts.coverage) %)"
    text += counts.outdated > 0 ? ", \(counts.outdated) of them outdated\n\n" : "\n\n"
    text += table(status)
    if !status.withoutSource.isEmpty {
      let count = status.withoutSource.count
      text += "\n  \(count) page\(count == 1 ? " has" : "s have") no source page:\n"
      text += list(status.withoutSource)
    }
    if !status.outdated.isEmpty {
      text += "\n  Outdated:\n" + list(status.outdated)
    }
    return text
  }

  private func list(_ files: [String]) -> String {
    let shown = files.prefix(Self.mostFiles).map { "    \($0)\n" }.joined()
    let rest = files.count - Self.mostFiles
    return rest > 0 ? shown + "    … and \(rest) more (--json names all)\n" : shown
  }

  private static let mostFiles = 10

  private func table(_ status: TranslationStatus) -> String {
    var rows = [["Section", "Pages", "Translated", "Outdated", "Fallback", "Coverage"]]
    rows += status.sections.map {
      row($0.folder.isEmpty ? "(no folder)" : $0.folder, $0.counts)
    }
    if status.sections.count > 1 { rows.append(row("All", status.counts)) }
    let widths = rows[0].indices.map { column in
      rows.map { TerminalText.width($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      var line = " "
      for (column, text) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - TerminalText.width(text))
        line += column == 0 ? " \(text)\(padding)" : "  \(padding)\(text)"
      }
      return line + "\n"
    }.joined()
  }

  private func row(_ name: String, _ counts: TranslationStatus.Counts) -> [String] {
    [
      name, String(counts.pages), String(counts.translated), String(counts.outdated),
      String(counts.fallback), "\(counts.coverage) %",
    ]
  }

  // MARK: For programs

  /// An object with `sourceLocale` and `locales`, described on the website.
  package var json: [UInt8] {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.member("sourceLocale", sourceLocale)
      json.member("locales") { json in
        json.array { json in
          for status in status { json.element { write(status, to: &$0) } }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ status: TranslationStatus, to json: inout JSONWriter) {
    json.object { json in
      json.member("locale", status.locale)
      json.member("label", status.label)
      write(status.counts, to: &json)
      json.member("sections") { json in
        json.array { json in
          for section in status.sections {
            json.element { json in
              json.object { json in
                json.member("section", section.folder)
                write(section.counts, to: &json)
              }
            }
          }
        }
      }
      for (key, files) in [
        ("fallbackPages", status.missing), ("outdatedPages", status.outdated),
        ("pagesWithoutSource", status.withoutSource),
      ] {
        json.member(key) { json in
          json.array { json in for file in files { json.element { $0.string(file) } } }
        }
      }
    }
  }

  private func write(_ counts: TranslationStatus.Counts, to json: inout JSONWriter) {
    json.member("pages", counts.pages)
    json.member("translated", counts.translated)
    json.member("outdated", counts.outdated)
    json.member("fallback", counts.fallback)
    json.member("coverage", counts.coverage)
  }
}

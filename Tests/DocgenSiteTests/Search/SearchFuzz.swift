@testable import DocgenSite

/// Pages of words of many kinds, the same for the same seed.
struct SearchFuzz {
  let seed: UInt64

  private static let words = [
    "owl", "Owls", "night", "the", "of", "feather", "client_cert", "mcpServers", "HTTPServer",
    "--flag", "v1.2.3", "Über", "naïve", "Чай", "配置文件", "望遠鏡", "설치", "ไทย", "`key_name`",
    "**bold**",
    "AT&T", "a < b", "don't", "x", "2024", "_private", "émigré_list", "\n\n## Heading\n\n",
    "\n\n```\nrun --now $HOME\n```\n\n", "\n\n- item\n", "😀", "ＦＵＬＬ", "ﬁne",
  ]

  func pages(_ count: Int) -> SearchSite.Pages {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      let words = (0..<Int.random(in: 5...120, using: &random)).map { _ in
        Self.words.randomElement(using: &random) ?? ""
      }
      return (
        "en", "page-\(1_000 + number).md", "# Page \(number)\n\n" + words.joined(separator: " ")
      )
    }
  }
}

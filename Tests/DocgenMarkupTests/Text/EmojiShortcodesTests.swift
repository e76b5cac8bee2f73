import DocgenMarkup
import Testing

@Suite struct EmojiShortcodesTests {
  @Test(arguments: [
    ("smile", "😄"), ("+1", "👍"), ("-1", "👎"), ("100", "💯"), ("tada", "🎉"), ("rocket", "🚀"),
    ("warning", "⚠️"), ("heart", "❤️"), ("zzz", "💤"), ("sunglasses", "😎"), ("beetle", "🪲"),
    ("email", "✉️"), ("e-mail", "📧"), ("melting_face", "🫠"), ("man_technologist", "👨‍💻"),
    ("de", "🇩🇪"), ("white_check_mark", "✅"), ("non-potable_water", "🚱"),
  ])
  func knows(shortcode: String, emoji: String) {
    #expect(EmojiShortcodes.emoji(for: Array(shortcode.utf8)) == Array(emoji.utf8))
  }

  @Test(arguments: ["", "smil", "smiley_", "Smile", "30", "~", "\u{0}", " ", "smile 😄", "\n", "é"])
  func knowsNothingElse(shortcode: String) {
    #expect(EmojiShortcodes.emoji(for: Array(shortcode.utf8)) == nil)
  }

  @Test func isBoundedForAnyLength() {
    #expect(EmojiShortcodes.emoji(for: [UInt8](repeating: 0x61, count: 1_000_000)) == nil)
  }
}

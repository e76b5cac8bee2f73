import ConfigSchema
import DocgenCore

extension LocaleConfig {
  static let schema = Schema("locale", defaults: LocaleConfig(code: "")) {
    Field("label", \.label, .text, "The locale's name for readers; its code by default.")
      .example("简体中文")
    Field("lang", \.lang, .text, "The language of its pages (BCP 47); the code by default.")
      .example("zh-Hans")
    Field(
      "direction", \.direction, .choice, "The direction of its script; by default, as `lang` says.")
    Field("path", \.path, .text, "The path segment of its pages; the code by default.")
    Field(
      "baseUrl", \.baseURL, .basePath, "Where it is served, if not below the site's `baseUrl`.")
  }
}

extension ValueType where Value == [LocaleConfig] {
  /// A list of codes, or a group with the settings of each. What is known of a code is kept.
  static var locales: Self {
    let settings = ValueType<LocaleConfig>.object(LocaleConfig.schema)
    let codes = ValueType<[String]>.list(of: .text)
    let shape = ValueShape.oneOf([codes.shape, .map(keys: "locale", of: settings.shape)])
    let literal: @Sendable ([LocaleConfig]) -> JSONValue? = { locales in
      guard locales.contains(where: { $0 != LocaleConfig(code: $0.code) }) else {
        return .array(locales.map { JSONValue.string($0.code) })
      }
      return .object(
        locales.map { JSONValue.Member($0.code, settings.literal($0) ?? .object([])) })
    }
    return Self(shape, literal: literal) { node, current, context in
      func known(_ code: String) -> LocaleConfig {
        current?.first { $0.code == code } ?? LocaleConfig(code: code)
      }
      guard let members = node.members else {
        if node.elements == nil {
          context.reportMismatch(expected: "a list of locales or a group of keys", found: node)
          return nil
        }
        return codes.decode(node, nil, &context)?.map(known)
      }
      return members.map { member in
        context.inside(key: member.key) { context in
          settings.decode(member.value, known(member.key), &context) ?? known(member.key)
        }
      }
    }
    .refusing { locales in
      if locales.isEmpty { return "must name a locale" }
      return Set(locales.map(\.code)).count < locales.count ? "names a locale twice" : nil
    }
  }
}

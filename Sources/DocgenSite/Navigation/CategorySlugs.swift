import DocgenMarkup

/// The paths of generated indexes that no one chose: made from labels, unique over all sidebars, and
/// the same in every locale.
struct CategorySlugs: Sendable {
  private var slugger = Slugger()
  private var slugs: [String: String] = [:]

  /// - Parameters:
  ///   - identity: what tells the category from others and is the same in every locale.
  ///   - label: its label in the default locale.
  /// - Returns: What that category was given before, else a new one.
  mutating func slug(for identity: String, label: String) -> String {
    if let slug = slugs[identity] { return slug }
    let slug = "/category/\(slugger.slug(for: label))"
    slugs[identity] = slug
    return slug
  }
}

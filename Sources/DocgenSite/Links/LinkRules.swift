/// By whose rules links are resolved.
package enum LinkRules: String, Sendable, CaseIterable {
  /// With what docgen does for links that others would call broken: base URLs are taken off,
  /// translated headings answer to their originals' anchors, files are looked up in one tree of all
  /// locales.
  case docgen
  /// As Docusaurus does, whose broken links are to be seen.
  case docusaurus

  /// Whether a link that is nearly right leads somewhere.
  var repairs: Bool { self == .docgen }
}

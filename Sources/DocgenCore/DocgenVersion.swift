/// The one place that says which version of docgen this is; `Tools/version` reads it from here.
package enum DocgenVersion {
  package static let current = "0.1.0"
}

/// How links to pages are written.
package enum LinkStyle: String, Sendable, CaseIterable {
  /// By the file, from the file with the link: `../install.md`. They work where the sources are shown
  /// as well.
  case file
  /// By the address below the base URL: `/guides/install`.
  case route
}

/// Why a link is written anew.
enum LinkRepairKind: Sendable, CaseIterable {
  /// It carries a base URL.
  case baseURL
  /// It leads to an old address.
  case redirect
  /// It names an anchor in another spelling than the page has.
  case anchor
  /// It is not written in the wanted style.
  case style
}

/// What a link's target should be.
struct LinkRepair: Sendable, Equatable {
  /// As the parser is to read it.
  var destination: String
  var kinds: Set<LinkRepairKind>
}

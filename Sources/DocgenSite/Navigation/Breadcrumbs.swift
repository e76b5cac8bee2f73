/// The way from the top of a sidebar to a page.
package enum Breadcrumbs {
  package struct Crumb: Sendable, Equatable {
    package var label: String
    /// Nil: a category without a page of its own.
    package var target: NavigationTarget?
  }

  /// The categories around a page, outermost first, and the page, called as the sidebar calls them.
  /// Empty where the page stands in no sidebar. Costs no more than the trail is long.
  package static func trail(
    for target: NavigationTarget, in navigation: Navigation
  ) -> [Crumb] {
    guard let place = navigation.place(of: target), let item = place.item else { return [] }
    let sidebar = navigation.sidebars[place.sidebar]
    return sidebar.path(to: item).map {
      Crumb(label: sidebar.items[$0].label, target: sidebar.items[$0].target)
    }
  }
}

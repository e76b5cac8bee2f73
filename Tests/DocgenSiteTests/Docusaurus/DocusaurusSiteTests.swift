import DocgenCore
import Testing

@testable import DocgenSite

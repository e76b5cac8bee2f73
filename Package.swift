// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "docgen",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "docgen", targets: ["docgen"]),
    .library(name: "MCPConfiguration", targets: ["MCPConfiguration"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // 0: what everything stands on
    .target(name: "DocgenCore", swiftSettings: strict),
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "CMarkSupport", dependencies: ["CCMarkGFM"]),

    // 1: configuration as described data; text in, HTML out
    .target(
      name: "ConfigSchema",
      dependencies: ["DocgenCore", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "DocgenMarkup", dependencies: ["DocgenCore", "CCMarkGFM", "CMarkSupport", "CLibXML2"],
      swiftSettings: strict),

    // 2: the pipeline; the configuration of MCP servers
    .target(
      name: "DocgenSite", dependencies: ["DocgenCore", "ConfigSchema", "DocgenMarkup"],
      swiftSettings: strict),

    .target(
      name: "MCPConfiguration", dependencies: ["DocgenCore", "ConfigSchema"], swiftSettings: strict),

    // 3: the preview
    .target(
      name: "DocgenServer",
      dependencies: [
        "DocgenCore", "DocgenMarkup", "DocgenSite",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      exclude: ["Browser/client.js"],
      swiftSettings: strict),

    // 4: the program
    .executableTarget(
      name: "docgen",
      dependencies: [
        "DocgenCore", "DocgenSite", "DocgenServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(name: "DocgenCoreTests", dependencies: ["DocgenCore"], swiftSettings: strict),
    .testTarget(
      name: "ConfigSchemaTests", dependencies: ["ConfigSchema", "DocgenCore"],
      swiftSettings: strict),
    .testTarget(
      name: "DocgenMarkupTests", dependencies: ["DocgenMarkup", "DocgenCore"],
      swiftSettings: strict),
    .testTarget(
      name: "DocgenSiteTests",
      dependencies: ["DocgenSite", "DocgenMarkup", "ConfigSchema", "DocgenCore"],
      swiftSettings: strict),
    .testTarget(
      name: "MCPConfigurationTests",
      dependencies: ["MCPConfiguration", "ConfigSchema", "DocgenCore"],
      swiftSettings: strict),
    .testTarget(
      name: "DocgenServerTests",
      dependencies: [
        "DocgenServer", "DocgenSite", "DocgenCore",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: strict),
    // Runs the program itself, over the sites in Tests/Fixtures.
    .testTarget(name: "DocgenTests", dependencies: ["docgen"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

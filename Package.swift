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
    .executable(name: "mcp-client", targets: ["mcp-client"]),
    .executable(name: "docgen-external", targets: ["docgen-external"]),
    .library(name: "MCPConfiguration", targets: ["MCPConfiguration"]),
    .library(name: "MCPProtocol", targets: ["MCPProtocol"]),
    .library(name: "MCPClient", targets: ["MCPClient"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
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
    .systemLibrary(name: "CMemory"),
    .target(name: "CMarkSupport", dependencies: ["CCMarkGFM"]),

    // 1: configuration as described data; text in, HTML out
    .target(
      name: "ConfigSchema",
      dependencies: ["DocgenCore", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "DocgenMarkup", dependencies: ["DocgenCore", "CCMarkGFM", "CMarkSupport", "CLibXML2"],
      swiftSettings: strict),

    .target(name: "MCPProtocol", dependencies: ["DocgenCore"], swiftSettings: strict),

    .target(name: "LinkProbe", dependencies: ["DocgenCore"], swiftSettings: strict),

    // 2: the pipeline; the configuration of MCP servers
    .target(
      name: "DocgenSite",
      dependencies: ["DocgenCore", "ConfigSchema", "DocgenMarkup", "LinkProbe"],
      swiftSettings: strict),

    .target(
      name: "MCPConfiguration", dependencies: ["DocgenCore", "ConfigSchema"], swiftSettings: strict),

    // 3: the documentation as an MCP server; the preview; the client of MCP servers
    .target(
      name: "DocgenMCP",
      dependencies: ["DocgenCore", "DocgenMarkup", "DocgenSite", "MCPProtocol"],
      swiftSettings: strict),
    .target(
      name: "MCPClient",
      dependencies: [
        "DocgenCore", "MCPConfiguration", "MCPProtocol",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(
          name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
      ],
      swiftSettings: strict),
    .target(
      name: "DocgenServer",
      dependencies: [
        "DocgenCore", "ConfigSchema", "DocgenMarkup", "DocgenSite", "DocgenMCP", "MCPProtocol",
        "CMemory", .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      exclude: ["Browser/client.js"],
      swiftSettings: strict),

    // 4: the programs
    .executableTarget(
      name: "docgen",
      dependencies: [
        "DocgenCore", "ConfigSchema", "DocgenMarkup", "DocgenSite", "DocgenMCP", "DocgenServer",
        "LinkProbe", "MCPConfiguration", "MCPProtocol",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "mcp-client",
      dependencies: [
        "DocgenCore", "MCPClient", "MCPConfiguration", "MCPProtocol",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    // A program of its own, for the network: docgen itself links none.
    .executableTarget(
      name: "docgen-external",
      dependencies: [
        "DocgenCore", "DocgenMarkup", "LinkProbe",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: strict),

    .testTarget(name: "DocgenCoreTests", dependencies: ["DocgenCore"], swiftSettings: strict),
    .testTarget(
      name: "LinkProbeTests", dependencies: ["LinkProbe", "DocgenCore"], swiftSettings: strict),
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
      name: "MCPProtocolTests", dependencies: ["MCPProtocol", "DocgenCore"], swiftSettings: strict),
    .testTarget(
      name: "MCPClientTests",
      dependencies: [
        "MCPClient", "MCPConfiguration", "MCPProtocol", "DocgenCore",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DocgenMCPTests",
      dependencies: ["DocgenMCP", "DocgenSite", "MCPProtocol", "DocgenCore"],
      swiftSettings: strict),
    .testTarget(
      name: "DocgenServerTests",
      dependencies: [
        "DocgenServer", "DocgenSite", "DocgenCore",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: strict),
    // Runs the programs themselves; docgen over the sites in Tests/Fixtures.
    .testTarget(
      name: "DocgenTests",
      dependencies: [
        "docgen", "docgen-external", "mcp-client", "DocgenSite", "MCPConfiguration", "ConfigSchema",
        "DocgenCore",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

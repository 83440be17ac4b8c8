// swift-tools-version: 6.1
import PackageDescription

// A star: every room imports Domain and nothing else of ours; only Commands and bench see several.
// `script/test` builds with --explicit-target-dependency-import-check error, so an arrow that is not
// written here does not compile.

let domain: Target.Dependency = "Domain"

func room(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies)
}

func tests(
  _ name: String, _ dependencies: Target.Dependency..., golden: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: golden)
}

/// A folder of texts (SQL, YAML) that becomes a module of string literals.
func texts(_ name: String, in folder: String) -> Target {
  .target(
    name: name, path: folder, exclude: [], sources: ["\(name).swift"], plugins: ["EmbedTextPlugin"])
}

func tool(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .executableTarget(name: name, dependencies: dependencies)
}

let package = Package(
  name: "talent",
  products: [
    .executable(name: "talent", targets: ["talent"]),
    .executable(name: "bench", targets: ["bench"]),
    .executable(name: "sheetbench", targets: ["sheetbench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    room("Postgres", "CPostgres"),
    room("Domain"),
    room("Configuring", domain, .product(name: "Yams", package: "Yams")),
    room("Loading", domain, "CZip", "CXML"),
    room("Storing", domain, "Postgres", "Schema"),
    room("Scoring", domain),
    // Checks of exclusive access while running cost the searches a tenth of their time; debug builds keep them, and
    // assertions, but are optimised too: half of what the tests take would go by in searches that are not.
    .target(
      name: "Solvers",
      swiftSettings: [
        .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
        .unsafeFlags(
          ["-O", "-wmo", "-num-threads", "2", "-assert-config", "Debug"],
          .when(configuration: .debug)),
      ]),
    room("Matching", domain, "Solvers"),
    room("Checking", domain),
    room("Explaining", domain),
    room("Placing", domain),
    room("Reporting", domain, "CXLSXWriter"),
    room("Resembling", domain),
    room("Sampling", domain),
    texts("Schema", in: "db"),
    texts("Defaults", in: "config"),
    room(
      "Commands", domain, "Configuring", "Loading", "Storing", "Postgres", "Scoring", "Matching",
      "Checking", "Explaining", "Placing", "Reporting", "Resembling", "Sampling", "Defaults",
      .product(name: "ArgumentParser", package: "swift-argument-parser")),
    tool("talent", "Commands"),
    tool(
      "bench", "Solvers", "Matching", "Checking", domain,
      .product(name: "ArgumentParser", package: "swift-argument-parser")),
    // Apart from bench, whose memory is compared with other solvers'.
    tool(
      "sheetbench", "Loading", "Configuring", "Defaults", domain,
      .product(name: "ArgumentParser", package: "swift-argument-parser")),
    .executableTarget(name: "EmbedText"),
    .plugin(
      name: "EmbedTextPlugin", capability: .buildTool(), dependencies: ["EmbedText"],
      path: "Sources/Plugins/EmbedText"),
    tests("DomainTests", domain),
    tests("ExplainingTests", "Explaining", "Matching", domain),
    tests("PlacingTests", "Placing", domain),
    tests("ReportingTests", "Reporting"),
    tests("BenchTests", "bench", "Solvers", "Matching", domain),
    tests("SolversTests", "Solvers"),
    tests("MatchingTests", "Matching", "Checking", "Scoring", "Explaining", domain),
    tests("CheckingTests", "Checking", domain),
    tests("ConfiguringTests", "Configuring", domain, "Defaults"),
    tests("SamplingTests", "Sampling", domain),
    tests("PostgresTests", "Postgres"),
    tests("StoringTests", "Storing", "Postgres", "Schema", domain),
    tests("TidyTests"),
    tests("JourneyTests", "Postgres", "talent", golden: ["Golden"]),
    tests("LoadingTests", "Loading", "Postgres", domain),
    tests("ResemblingTests", "Resembling", domain),
    tests("ScoringTests", "Scoring", domain),
  ],
  swiftLanguageModes: [.v6]
)

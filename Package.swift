// swift-tools-version: 6.2
// The house, room by room: see README.md, "Where things live". Arrows never run back.
import PackageDescription

/// Every target of ours is built under the same strict rules.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of ours at a folder of ours.
func room(
  _ name: String, _ path: String, _ dependencies: [Target.Dependency] = [],
  exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: strict)
}

/// A program of ours at a folder of ours.
func program(_ name: String, _ path: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
}

/// The tests of one room.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], path: "Tests/\(name)",
    exclude: exclude, swiftSettings: strict)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "Soleil",
  products: [
    .executable(name: "soleil", targets: ["soleil"]),
    .executable(name: "soleil-verify", targets: ["soleil-verify"]),
    .executable(name: "soleil-simulate", targets: ["soleil-simulate"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(name: "COpenSSL", path: "Sources/COpenSSL", providers: [.apt(["libssl-dev"])]),
    room("Units", "Sources/Units"),
    room("Text", "Sources/Text", ["Units", "TOMLKit"]),
    room("Production", "Sources/Production", ["Units"]),
    room("Seal", "Sources/Seal", ["Units", "COpenSSL"]),
    .target(
      name: "Verifier", dependencies: ["COpenSSL"], path: "Tools/Verifier/Library",
      swiftSettings: strict),
    room("Wording", "Sources/Wording", ["Production", "Units"]),
    room("Documents", "Sources/Documents", ["Units", "Wording"]),
    program("soleil-verify", "Tools/Verifier/Program", ["Verifier"]),
    room("Simulation", "Tools/Simulator/Library", ["Units"]),
    program("soleil-simulate", "Tools/Simulator/Program", ["Simulation", "Units", arguments]),
    program("soleil", "Sources/soleil", ["Units", arguments]),
    .target(
      name: "TestSupport", dependencies: ["Units"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("DocumentsTests", ["Documents", "Units", "Wording"]),
    tests("SimulatorTests", ["Production", "Simulation", "Units"]),
    tests("ProductionTests", ["Production", "Units", "Wording"]),
    tests("UnitsTests", ["Units"]),
  ]
)

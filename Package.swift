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
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
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
    .systemLibrary(
      name: "CSQLiteSettings", path: "Sources/CSQLiteSettings",
      providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CExpat", path: "Sources/CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CFileSystem", path: "Sources/CFileSystem"),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib", providers: [.apt(["zlib1g-dev"])]),
    room("Units", "Sources/Units"),
    room("Text", "Sources/Text", ["Units", "TOMLKit"]),
    room(
      "Tables", "Ledger/Tables", ["Units", "Text"],
      exclude: [
        "SOURCES.md", "accounts.csv", "average_rates.csv", "editions.csv", "ifer.csv",
        "layout.csv", "levies.csv", "lines.csv", "pcg.csv", "presentation.csv",
      ]),
    room("Membership", "Contracts/Membership", ["Units", "Text"]),
    room("Agreements", "Contracts/Agreements", ["Units", "Text"]),
    room(
      "Templates", "Contracts/Templates",
      exclude: [
        "convention.toml", "grant.toml", "index.toml", "loan.toml", "local_tax.toml",
        "loan_repayment.toml", "novation.toml", "party.toml", "purchase_contract.toml", "roof.toml",
        "service_contract.toml", "sharing.toml", "site.toml",
      ]),
    room("Production", "Sources/Production", ["Units"]),
    room("Allocation", "Sources/Allocation", ["Units", "Text"]),
    room("Journal", "Ledger/Journal", ["Units", "Tables"]),
    room("Exports", "Sources/Exports", ["Units", "Tables", "Journal"]),
    room(
      "Bookings", "Ledger/Bookings",
      ["Units", "Tables", "Journal", "Agreements", "Membership", "Allocation"]),
    room("Invoices", "Ledger/Invoices", ["Units", "Text", "Markup", "Journal"]),
    room("Reports", "Ledger/Reports", ["Units", "Tables", "Journal"]),
    room("Closing", "Ledger/Closing", ["Units", "Agreements"]),
    room("YearEnd", "Ledger/YearEnd", ["Units", "Text", "Membership", "Journal"]),
    room("Payments", "Ledger/Payments", ["Units", "Text", "Tables", "Membership", "Journal"]),
    room(
      "Statements", "Sources/Statements",
      ["Units", "Text", "Tables", "Journal", "Membership", "Allocation", "Closing", "Payments"]),
    room("Seal", "Sources/Seal", ["Units", "COpenSSL"]),
    room("Archives", "Sources/Archives", ["Units", "CZlib"]),
    room("Markup", "Sources/Markup", ["Units", "CExpat"]),
    room("Workbooks", "Sources/Workbooks", ["Units", "Archives", "Markup"]),
    room("Bank", "Ledger/Bank", ["Units", "Text", "Markup"]),
    room(
      "Store", "Ledger/Store",
      [
        "Units", "Text", "Tables", "Membership", "Agreements", "Production", "Allocation",
        "Journal", "YearEnd", "Reports", "Payments", "Invoices", "Bank", "Seal",
        "CFileSystem", "CSQLiteSettings", grdb,
        sqlite,
      ],
      exclude: [
        "Schema/v0001_book.sql", "Schema/v0001_guards.sql", "Schema/v0002_guards.sql",
        "Schema/v0002_ledger.sql", "Schema/v0003_colleges.sql", "Schema/v0003_ledger.sql",
        "Schema/v0003_parties.sql", "Schema/v0003_payments.sql", "Schema/v0003_production.sql",
        "Schema/v0003_shares.sql", "Schema/v0004_agreements.sql", "Schema/v0004_allocation.sql",
        "Schema/v0004_bank.sql", "Schema/v0004_sales.sql", "Schema/v0004_sealing.sql",
        "Schema/v0004_store.sql",
      ]),
    room("Keys", "Sources/Keys", ["Units", "Text", "Seal", "Store"]),
    room(
      "Intake", "Sources/Intake",
      [
        "Units", "Text", "Archives", "Workbooks", "Membership", "Agreements", "Production",
        "Allocation", "Journal", "Bookings", "Payments", "Invoices", "Bank", "Seal", "Store",
      ]),
    room(
      "MonthEnd", "Sources/MonthEnd",
      [
        "Units", "Text", "Membership", "Agreements", "Production", "Allocation", "Journal",
        "Bookings", "Bank", "Closing", "YearEnd", "Invoices", "Statements", "Seal", "Store",
        "Keys", "Intake", "Documents", "Payments", "Reports", "Wording",
      ]),
    room(
      "Wording", "Sources/Wording",
      [
        "Units", "Text", "Tables", "Archives", "Markup", "Workbooks", "Membership", "Agreements",
        "Production", "Allocation", "Journal", "Bookings", "Reports", "Closing", "YearEnd",
        "Payments", "Invoices", "Bank", "Seal", "Store", "Keys", "Intake", "Exports",
      ]),
    room(
      "Delivery", "Sources/Delivery",
      [
        "Units", "Text", "Agreements", "Membership", "Journal", "Payments", "Exports", "Closing",
        "Statements", "Seal", "Store", "Keys", "Intake", "Wording",
      ]),
    room(
      "Documents", "Sources/Documents", ["Units", "Wording", "CZlib"],
      exclude: [
        "Fonts/OFL.txt", "Fonts/SoleilMono.ttf", "Fonts/SoleilSans-Bold.ttf",
        "Fonts/SoleilSans.ttf", "Fonts/SoleilSansLatin-Bold.ttf", "Fonts/SoleilSansLatin.ttf",
      ]),
    program(
      "soleil", "Sources/soleil",
      [
        "Units", "Text", "Tables", "Membership", "Agreements", "Production", "Allocation",
        "Journal", "Reports", "Closing", "YearEnd", "Payments", "Invoices", "Bank", "Bookings",
        "Statements", "Seal",
        "Store", "Keys", "Intake", "Documents", "MonthEnd", "Exports", "Delivery", "Wording",
        "Verifier", "Templates", arguments,
      ]),
    .target(
      name: "Verifier", dependencies: ["COpenSSL"], path: "Tools/Verifier/Library",
      swiftSettings: strict),
    program("soleil-verify", "Tools/Verifier/Program", ["Verifier"]),
    room("Simulation", "Tools/Simulator/Library", ["Units"]),
    program("soleil-simulate", "Tools/Simulator/Program", ["Simulation", "Units", arguments]),
    room(
      "Bench", "Tools/Bench/Library",
      [
        "Units", "Text", "Tables", "Agreements", "Allocation", "Journal", "Bookings", "Seal",
        "Store",
        "Documents", "Simulation", "Wording", "Verifier", "CSignLoop", sqlite,
      ]),
    .target(
      name: "CSignLoop", path: "Tools/Bench/SignLoop", linkerSettings: [.linkedLibrary("crypto")]),
    program("soleil-bench", "Tools/Bench/Program", ["Bench", "Text", arguments]),
    .target(
      name: "TestSupport", dependencies: ["Units"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("UnitsTests", ["Units"], exclude: ["Vectors"]),
    tests("TextTests", ["Text", "Units"]),
    tests("MembershipTests", ["Membership", "Text", "Units"]),
    tests("ProductionTests", ["Production", "Units", "Wording"]),
    tests("AllocationTests", ["Allocation", "Text", "Units"]),
    tests("TablesTests", ["Tables", "Units"]),
    tests("AgreementsTests", ["Agreements", "Templates", "Text", "Units"]),
    tests("JournalTests", ["Journal", "Units"]),
    tests(
      "BookingsTests", ["Agreements", "Bookings", "Journal", "Membership", "Text", "Units"],
      exclude: ["LoanModel.py", "SampleYears.py", "SampleYears.toml"]),
    tests("InvoicesTests", ["Invoices", "Journal", "Markup", "Text", "Units"]),
    tests("ReportsTests", ["Journal", "Reports", "Tables", "Units"]),
    tests("ExportsTests", ["Exports", "Journal", "Tables", "Units"]),
    tests(
      "DeliveryTests",
      ["Delivery", "Exports", "Intake", "Journal", "Membership", "Store", "Text", "Units", grdb]),
    tests("ClosingTests", ["Agreements", "Closing", "Text", "Units"]),
    tests("YearEndTests", ["Journal", "Membership", "Text", "Units", "YearEnd"]),
    tests("PaymentsTests", ["Journal", "Membership", "Payments", "Tables", "Text", "Units"]),
    tests("KeysTests", ["Keys", "Seal", "Store", "Text", "Units", "Verifier"]),
    tests("SealTests", ["Seal", "Units"]),
    tests("ArchivesTests", ["Archives", "Units"]),
    tests("MarkupTests", ["Markup", "Units"]),
    tests("WorkbooksTests", ["Units", "Workbooks"]),
    tests("BankTests", ["Bank", "Units"]),
    tests("VerifierTests", ["Seal", "Units", "Verifier"]),
    tests("DocumentsTests", ["Documents", "Units", "Wording"]),
    tests("SimulatorTests", ["Bank", "Production", "Simulation", "Units"]),
    tests(
      "WordingTests",
      [
        "Wording", "Units", "Text", "Membership", "Allocation", "Agreements", "Closing", "Journal",
        "Store", "YearEnd", "Exports",
      ]),
    tests(
      "StoreTests",
      [
        "Agreements", "Allocation", "Invoices", "Journal", "Membership", "Payments", "Production",
        "Reports", "Seal", "Store", "Tables", "Text", "Units", grdb,
      ]),
    tests(
      "IntakeTests",
      [
        "Agreements", "Allocation", "Bank", "Intake", "Journal", "Membership", "Payments",
        "Production",
        "Seal", "Store", "Units", "Wording", "YearEnd", grdb,
      ]),
    tests(
      "MonthEndTests",
      [
        "Agreements", "Allocation", "Closing", "Documents", "Intake", "Invoices", "Journal",
        "Membership",
        "MonthEnd", "Payments", "Reports", "Seal", "Simulation", "Statements", "Store", "Tables",
        "Text",
        "Units", "Wording", "YearEnd", grdb,
      ], exclude: ["VATYears.py"]),
    tests(
      "SoundnessTests",
      [
        "Intake", "Invoices", "Journal", "Membership", "MonthEnd", "Payments", "Seal", "Store",
        "Text", "Units", "YearEnd", grdb,
      ]),
    tests(
      "LedgerSimulationTests",
      ["Journal", "Membership", "Seal", "Store", "Text", "Units", grdb]),
    tests("BenchTests", ["Bench", "Journal", "Text", "Units", "soleil"]),
    tests("EndToEnd", ["Seal", "Simulation", "Text", "Units", grdb, "soleil", "soleil-verify"]),
    tests("TidyTests", []),
  ]
)

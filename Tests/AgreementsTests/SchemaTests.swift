import Agreements
import Foundation
import Templates
import Testing
import Text
import Units

/// The published schema of facts says what the reader reads, and the templates can be applied.
@Suite struct SchemaTests {
  private static func schema() throws -> JSON {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Contracts/Schemas/facts.schema.json").standardizedFileURL
    return try JSON(reading: Array(try Data(contentsOf: path)))
  }

  /// A table of a kind that holds a key nobody knows, at a path, so that the reader tells all it knows.
  private static let probes: [(kind: FactKind, path: [String], isList: Bool)] = [
    (.party, [], false), (.party, ["roles"], true), (.site, [], false),
    (.site, ["yield_study"], false), (.meter, [], false), (.meterChange, [], false),
    (.plant, [], false), (.roof, [], false),
    (.roof, ["step"], true), (.roof, ["study"], true), (.convention, [], false),
    (.convention, ["rent"], false), (.convention, ["rent", "indexation"], false),
    (.convention, ["due"], false), (.index, [], false), (.novation, [], false),
    (.novation, ["balance"], true), (.grant, [], false), (.localTax, [], false),
    (.loan, [], false), (.loan, ["step"], true), (.loan, ["covenant"], true),
    (.loanRepayment, [], false), (.bankAccount, [], false),
    (.purchaseContract, [], false), (.purchaseContract, ["price"], true),
    (.purchaseContract, ["fixed_term"], true), (.purchaseContract, ["indexation"], false),
    (.purchaseContract, ["indexation", "term"], true), (.purchaseContract, ["premium"], false),
    (.serviceContract, [], false), (.sharing, [], false), (.sharedEnergy, [], false),
    (.sharedEnergy, ["day"], true),
  ]

  @Test(arguments: probes)
  func theSchemaHasTheKeysOfTheReader(_ kind: FactKind, _ path: [String], _ isList: Bool) throws {
    var table: JSON = ["zz": 1]
    if isList { table = [table] }
    for key in path.reversed() { table = .object([key: table]) }
    let faults = Faults()
    var dossier = Dossier()
    dossier.take(kind, TableReader(table, faults: faults))
    let known = faults.all.compactMap { fault -> [String]? in
      guard let located = fault as? Located,
        case .keyIsUnknown("zz", let known)? = located.reason as? TextRefusal
      else { return nil }
      return known
    }
    var node = try #require(try Self.schema()["$defs"]?[kind.rawValue])
    for key in path { node = try #require(node["properties"]?[key]) }
    if isList { node = try #require(node["items"]) }
    let keys = try #require(node["properties"]?.objectValue).keys
    #expect(known.map { $0.sorted() } == [keys.sorted()])
  }

  /// Filled with what they show, all templates together hold together.
  @Test func theTemplatesCanBeApplied() throws {
    for (name, text) in FactTemplates.all {
      #expect(try read(text).faults.map(\.code) == [], "\(name)")
    }
    var dossier = try read(FactTemplates.all.values.sorted().joined(separator: "\n")).dossier
    dossier.settleNovations()
    #expect(dossier.contradictions().map(\.code) == [])
    #expect(dossier.roofContradictions().map(\.code) == [])
    #expect(dossier.sharingContradictions().map(\.code) == [])
    #expect(dossier.conventions.count == 1 && dossier.roofs.count == 1)
  }
}

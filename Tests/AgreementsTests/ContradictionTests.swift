import Agreements
import Testing
import Text
import Units

@Suite struct ContradictionTests {
  /// Meters by serial and service, and the pairs that no file could tell apart.
  static let cases:
    [(meters: [(serial: String, from: String, removed: String?)], pairs: [String])] =
      [
        ([("A", "2025-01-01", nil)], []),
        ([("A", "2025-01-01", nil), ("B", "2025-01-01", nil)], []),
        ([("A", "2025-01-01", nil), ("A", "2026-01-01", nil)], ["A m0 m1"]),
        ([("A", "2026-01-01", nil), ("A", "2025-01-01", nil)], ["A m1 m0"]),
        ([("A", "2025-01-01", "2025-12-31"), ("A", "2026-01-01", nil)], []),
        ([("A", "2025-01-01", "2026-01-01"), ("A", "2026-01-01", nil)], ["A m0 m1"]),
        (
          [("A", "2025-01-01", nil), ("B", "2025-01-01", nil), ("A", "2025-01-01", "2025-01-01")],
          ["A m0 m2"]
        ),
      ]

  @Test(arguments: cases)
  func aSerialNamesOneMeterADay(
    _ meters: [(serial: String, from: String, removed: String?)], _ pairs: [String]
  ) throws {
    let text = meters.enumerated().map { index, meter in
      "[[meter]]\nid = \"m\(index)\"\nsite = \"school\"\nserial = \"\(meter.serial)\"\n"
        + "kind = \"inverter\"\nvalid_from = \(meter.from)\n"
        + (meter.removed.map { "removed = \($0)\n" } ?? "")
    }.joined()
    var (_, dossier, faults) = try read(text)
    #expect(faults.map(\.code) == [])
    dossier.sites = try read(FactTests.good["site"] ?? "").dossier.sites
    dossier.parties = try read(FactTests.good["party"] ?? "").dossier.parties
    let found = dossier.contradictions().map { refusal in
      guard case .serialIsShared(let serial, let meters) = refusal else { return refusal.code }
      return "\(serial) \(meters.joined(separator: " "))"
    }
    #expect(found == pairs)
  }

  /// Kind, whether it counts, and when it was removed, of a second meter beside a counting inverter.
  static let seconds: [(kind: String, counts: Bool, from: String, found: [String])] = [
    ("grid", true, "2026-01-01", ["energy-counts-twice"]), ("grid", false, "2026-01-01", []),
    ("inverter", true, "2026-01-01", []), ("grid", true, "2027-01-01", []),
  ]

  @Test(arguments: seconds)
  func theSameEnergyCountsOnce(_ kind: String, _ counts: Bool, _ from: String, _ found: [String])
    throws
  {
    let text = """
      [[meter]]
      id = "m0"
      site = "school"
      serial = "A"
      kind = "inverter"
      counts = true
      valid_from = 2025-01-01
      removed = 2026-12-31
      [[meter]]
      id = "m1"
      site = "school"
      serial = "B"
      kind = "\(kind)"
      counts = \(counts)
      valid_from = \(from)

      """
    var (_, dossier, faults) = try read(text)
    #expect(faults.map(\.code) == [])
    dossier.sites = try read(FactTests.good["site"] ?? "").dossier.sites
    dossier.parties = try read(FactTests.good["party"] ?? "").dossier.parties
    #expect(dossier.contradictions().map(\.code) == found)
  }

  static let formats: [(line: String, found: [String])] = [
    ("", []), ("format = \"soleil-statutes/1\"", []),
    ("format = \"soleil-statutes/2\"", ["1 format-is-unknown"]),
    ("format = \"\"", ["1 format-is-unknown"]), ("format = 1", ["1 value-has-wrong-type"]),
  ]

  @Test(arguments: formats)
  func aFileOfAnotherFormatIsRefused(_ line: String, _ found: [String]) throws {
    let faults = Faults()
    let document = try TOMLDocument(reading: Array(line.utf8), file: "s.toml")
    checkFormat(TableReader(document, faults: faults), "soleil-statutes/1")
    let located = faults.all.compactMap { $0 as? Located }
    #expect(located.map { "\($0.place.line ?? 0) \($0.code)" } == found)
  }
}

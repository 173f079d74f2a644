import Foundation
import Simulation
import TestSupport
import Testing

/// The sample's first year, as its treasurer lives it: twelve months, the year's end, the meeting,
/// and the first month of the next.
@Suite struct YearEndTests {
  /// 2026-06-21, after the meeting of the sample.
  private static let june = ["SOURCE_DATE_EPOCH": "1782000000"]

  @Test func `twelve months, the year's end, the meeting, and the next January`() throws {
    let folder = try TemporaryFolder()
    try folder.write("coop/secret", String(repeating: "secret ", count: 8))
    try folder.write("passphrase.txt", "une longue phrase de passe\n")
    let scale = Scale()
    for file in scale.cooperative { try folder.write("coop/\(file.path)", file.text) }
    _ = try scale.produce { (file: TextFile) throws(any Error) in
      try folder.write("coop/\(file.path)", file.text)
    }
    func run(_ arguments: [String], refused: String? = nil) throws -> Run {
      let run = try Program.soleil.run(arguments, in: folder.path, Self.june)
      let said = refused.map { run.code == 1 && run.err.contains("[\($0)]") } ?? (run.code == 0)
      #expect(said, "\(arguments): \(run.err)")
      return run
    }
    func close(_ month: String, refused: String? = nil) throws {
      _ = try run(["close", month, "--passphrase-file", "passphrase.txt"], refused: refused)
    }
    let resolution = ["--resolution", "coop/resolutions/2026-affectation.toml"]
    for command in Prepared.opening.dropLast() { _ = try run(command) }
    for month in scale.span.dropLast() {
      _ = try run(["production", "import", "coop/production/\(month)"])
      try close("\(month)")
    }
    _ = try run(["production", "import", "coop/production/2026-01"])
    try close("2026-01", refused: "checklist-stands-in-the-way")
    _ = try run(["appropriate", "2025"] + resolution, refused: "year-is-not-closed")
    _ = try run(["close-year", "2025"])
    _ = try run(["appropriate", "2025"] + resolution + ["--dry-run"])
    // The meeting meets in June: January may close before.
    try close("2026-01")
    let done = try run(["appropriate", "2025"] + resolution)
    #expect(done.plain.out.contains("Résultat 2025 affecté"))
    let years = try run(["years"]).plain.out
    #expect(years.contains("12/12  affecté") && years.contains("1/12  ouvert"))
    let verified = try run(["verify", "closings"])
    #expect(verified.out.contains("2025-01 → 2026-01"))
  }
}

import Foundation
import TestSupport
import Testing

/// Last year's register, as it was known, prints the same bytes whatever was learnt since.
@Suite struct RegisterReprintTests {
  private static let known = "2025-12-15"

  /// What is printed of a year: the register, its movements, a sheet, the colleges, the test of 75 %.
  private static let commands: [[String]] = [
    ["register", "--as-of", "2025-12-31", "--as-known-on", known, "--csv", "holders.csv"],
    ["register", "--movements", "--period", "2025", "--as-known-on", known, "--csv", "moves.csv"],
    ["register", "--member", "M0091", "--as-of", "2025-12-31", "--as-known-on", known],
    ["colleges", "--as-of", "2025-12-31", "--as-known-on", known],
    ["colleges", "--test", "37", "--period", "2025", "--as-known-on", known],
  ]

  private func print(_ folder: TemporaryFolder, _ lang: String) throws -> [String] {
    for file in ["holders.csv", "moves.csv"] {
      try? FileManager.default.removeItem(atPath: folder.path(file))
    }
    let printed = try Self.commands.flatMap { command in
      try [command + ["--lang", lang], command + ["--json"]].map { words in
        try Program.soleil.run(words, in: folder.path).out
      }
    }
    return printed
      + ["holders.csv", "moves.csv"].map {
        (try? String(contentsOfFile: folder.path($0), encoding: .utf8)) ?? ""
      }
  }

  @Test func `corrections of every kind leave what was known as it was`() throws {
    let folder = try Prepared.copy(.sample, .open)
    func run(_ words: [String], at instant: String) throws -> Run {
      try Program.soleil.run(words, in: folder.path, ["SOURCE_DATE_EPOCH": instant])
    }
    let before = try print(folder, "fr") + print(folder, "en")
    #expect(before.allSatisfy { $0.count > 40 })
    // In March: a late withdrawal and a late subscription of 2025, a member of 2025 made known, a
    // member that passes to another college, a declaration, and other statutes.
    let march = "1772323200"
    try folder.write(
      "late.csv",
      """
      date,kind,member,counterparty,shares,amount_cents,reference
      2025-11-03,withdrawal,M0091,,1,5000,RT-TARD
      2025-11-04,subscription,M0010,,2,10000,BS-TARD
      """)
    try folder.write(
      "late-member.csv",
      """
      member,college,kind,last_name,first_name,organisation,language,joined
      M0900,citizens,person,Tardif,Paule,,fr,2025-11-01
      """)
    try folder.write(
      "s2.toml",
      """
      format = "soleil-statutes/1"

      [[college]]
      id = "neighbours"
      name_fr = "Voisins"
      name_en = "Neighbours"
      account = "101360"
      admits = ["person"]
      voting_weight = 0
      revenue_weight = 0
      valid_from = 2025-11-01
      resolution = "AGE 4"
      """)
    for words in [
      ["shares", "import", "late.csv"], ["members", "import", "late-member.csv"],
      ["apply", "s2.toml"],
      [
        "colleges", "move", "M0091", "--to", "neighbours", "--from", "2025-11-01", "--reference",
        "CA 9",
      ],
      ["colleges", "declare", "M0002", "--from", "2025-01-01", "--reference", "attestation"],
    ] {
      let done = try run(words, at: march)
      #expect(done.code == 0, "\(words) \(done.err)")
    }
    #expect(try print(folder, "fr") + print(folder, "en") == before)
    // What is known now is other.
    let now = try run(
      ["register", "--as-of", "2025-12-31", "--as-known-on", "2026-03-31", "--json"], at: march)
    #expect(now.out != before[1] && now.out.contains("neighbours"))
  }

  @Test func `before the book was founded there is no register`() throws {
    let folder = try Prepared.copy(.tiny, .open)
    let run = try Program.soleil.run(
      ["register", "--as-known-on", "2025-11-29", "--json"], in: folder.path)
    #expect(run.code == 1 && run.out.contains("book-knew-nothing"))
  }
}

import Foundation
import Simulation
import TestSupport
import Testing
import Units

/// Folders in which the program has already worked, made once and copied for each case.
struct Prepared: Sendable {
  /// How far the work has gone.
  enum Stage: String, CaseIterable, Sendable {
    /// The cooperative's files and a passphrase, and no book.
    case empty
    /// A book with everything of January and February, and a key.
    case open
    /// January closed, and one member's statement written.
    case closed
    /// The tiny one alone, with a first fiscal year of two months, both closed.
    case year
  }

  /// Which cooperative.
  enum Which: Sendable { case tiny, sample }

  private let folders: [Stage: TemporaryFolder]

  /// A copy of a folder of its own for a case.
  static func copy(_ which: Which, _ stage: Stage) throws -> TemporaryFolder {
    let prepared = try stage == .year ? year.get() : which == .tiny ? tiny.get() : sample.get()
    let copy = try TemporaryFolder()
    guard let original = prepared.folders[stage] else { return copy }
    for name in try FileManager.default.contentsOfDirectory(atPath: original.path) {
      try copy.copy(name, from: original)
    }
    return copy
  }

  private static let tiny = Result { try Prepared(.tiny) }
  private static let sample = Result { try Prepared(.sample) }
  private static let year = Result { try Prepared() }

  /// A short first fiscal year, and what meetings might say of it.
  private init() throws {
    let empty = try TemporaryFolder()
    try Self.write(.tiny, into: empty)
    try empty.write("passphrase.txt", "une longue phrase de passe\n")
    try empty.write("coop/statutes.toml", Tiny.shortYear)
    for (name, text) in Tiny.resolutions { try empty.write("coop/resolutions/\(name)", text) }
    for (name, text) in Tiny.details { try empty.write("coop/\(name)", text) }
    let months = ["2025-01", "2025-02"].map {
      ["close", $0, "--passphrase-file", "passphrase.txt"]
    }
    folders = [.year: try Self.after(empty, Self.opening + months)]
  }

  private init(_ which: Which) throws {
    let empty = try TemporaryFolder()
    try Self.write(which, into: empty)
    try empty.write("passphrase.txt", "une longue phrase de passe\n")
    let open = try Self.after(empty, Self.opening)
    let member = which == .tiny ? "M0002" : "M0005"
    let closed = try Self.after(
      open,
      [
        ["close", "2025-01", "--passphrase-file", "passphrase.txt"],
        ["statements", "2025-01", "--member", member, "--passphrase-file", "passphrase.txt"],
      ])
    folders = [.empty: empty, .open: open, .closed: closed]
  }

  /// The commands that fill a book.
  static let opening = [
    ["init", "--statutes", "coop/statutes.toml", "--salt-secret", "coop/secret"],
    ["key", "create", "--passphrase-file", "passphrase.txt"], ["apply", "coop/contracts"],
    ["members", "import", "coop/members.csv"], ["shares", "import", "coop/shares.csv"],
    ["post", "coop/entries"],
    ["production", "import", "coop/production/2025-01", "coop/production/2025-02"],
  ]

  private static func after(
    _ folder: TemporaryFolder, _ commands: [[String]]
  ) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try copy.copy(name, from: folder)
    }
    for command in commands {
      let run = try Program.soleil.run(command, in: copy.path)
      try #require(run.code == 0, "\(command): \(run.err)")
    }
    return copy
  }

  /// Writes a cooperative's files under `coop/`.
  static func write(_ which: Which, into folder: TemporaryFolder) throws {
    try folder.write("coop/secret", String(repeating: "secret ", count: 8))
    switch which {
    case .sample:
      let scale = Scale(months: 2)
      for file in scale.cooperative { try folder.write("coop/\(file.path)", file.text) }
      _ = try scale.produce { (file: TextFile) throws(any Error) in
        try folder.write("coop/\(file.path)", file.text)
      }
    case .tiny:
      for (name, text) in [
        ("statutes.toml", Tiny.statutes), ("contracts/sites.toml", Tiny.sites),
        ("contracts/contracts.toml", Tiny.contracts), ("members.csv", Tiny.members),
        ("shares.csv", Tiny.shares), ("positions.csv", Tiny.positions),
        ("entries/entries.toml", Tiny.entries),
      ] { try folder.write("coop/\(name)", text) }
      for (name, text) in Tiny.people { try folder.write("coop/people/\(name)", text) }
      for (name, text) in Tiny.readingFiles { try folder.write("coop/readings/\(name)", text) }
      for (name, text) in Tiny.advances { try folder.write("coop/avances/\(name)", text) }
      for (name, text) in Tiny.invoices { try folder.write("coop/factures/\(name)", text) }
      for (name, text) in Tiny.corrections { try folder.write("coop/corrections/\(name)", text) }
      for (name, text) in Tiny.loans { try folder.write("coop/prets/\(name)", text) }
      for (name, text) in Tiny.sharing { try folder.write("coop/partage/\(name)", text) }
      for (name, text) in Tiny.bank { try folder.write("coop/banque/\(name)", text) }
      for (name, text) in Tiny.roofs { try folder.write("coop/roofs/\(name)", text) }
      for (name, text) in Tiny.newStatutes { try folder.write("coop/new-statutes/\(name)", text) }
      for (name, text) in Tiny.ruleFiles { try folder.write("coop/rules/\(name)", text) }
      for month in [Month(year: 2025, monthOfYear: 1), Month(year: 2025, monthOfYear: 2)] {
        for meter in ["nord-1", "sud-1"] {
          try folder.write(
            "coop/production/\(month)/\(meter).csv", Tiny.readings(meter, month))
        }
      }
    }
  }
}

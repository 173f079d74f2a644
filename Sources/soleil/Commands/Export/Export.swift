import ArgumentParser
import Delivery
import Store
import Text
import Units
import Wording

/// `export`: files for others.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: HelpWords.export[Spoken.language],
    subcommands: [
      ExportFEC.self, ExportHledger.self, ExportLedger.self, ExportBeancount.self, ExportCSV.self,
      ExportSEPA.self, ExportIFU.self, ExportList.self,
    ])
}

extension ExportRecord {
  /// For programs: what the book remembers.
  var members: [String: JSON] {
    [
      "what": .string(what), "scope": .string(scope), "file": .string(file),
      "rows": .integer(Int64(rows)), "bytes": .integer(Int64(bytes)),
      "sha256": .string(digest.hex), "traits": .array(traits.map(JSON.string)),
    ]
  }
}

import ArgumentParser
import Simulation
import Units

/// Writes a fictional cooperative and its production into a folder.
@main
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soleil-simulate",
    abstract: "Écrit une coopérative fictive et ses relevés / writes a fictional cooperative.",
    discussion: """
      Avec les nombres par défaut, les fichiers de la coopérative sont ceux de
      Ledger/Sample/carreau-de-soleil, octet pour octet. The same seed gives the same bytes on
      every machine.
      """)

  @Option(help: "Dossier à écrire / folder to write.")
  var out: String
  @Option(help: "Graine des tirages / seed of the draws.")
  var seed: UInt64 = 2025
  @Option(help: "Nombre de toits / number of roofs.")
  var sites = 8
  @Option(help: "Nombre d'associés / number of members.")
  var members = 126
  @Option(help: "Nombre de mois de relevés / months of readings.")
  var months = 13
  @Option(help: "Premier mois / first month, YYYY-MM.")
  var first = "2025-01"

  func validate() throws {
    guard sites >= 1, months >= 1, members >= 5 else {
      throw ValidationError("--sites ≥ 1, --months ≥ 1, --members ≥ 5")
    }
    guard (try? Month(first)) != nil else { throw ValidationError("--first: YYYY-MM") }
  }

  func run() throws {
    let scale = Scale(
      seed: seed, sites: sites, members: members, months: months, first: try Month(first))
    let folder = Folder(path: out)
    for file in scale.cooperative { try folder.write(file) }
    try folder.write(truthFile(scale.produce(folder.write)))
  }
}

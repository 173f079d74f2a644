import Simulation
import Text
import Units

/// A seeded year of a bank: as many payments received as one likes, all of them posted.
public struct BenchStatement: Sendable {
  /// The seed of every draw.
  public let seed: UInt64
  /// The number of movements.
  public let lines: Int

  /// A statement of so many movements.
  public init(seed: UInt64, lines: Int) {
    precondition(lines >= 1, "a statement has movements")
    self.seed = seed
    self.lines = lines
  }

  /// The fact that declares the account.
  static let facts = """
    [[bank_account]]
    id = "compte"
    iban = "FR7699999000620000002025045"
    account = "512100"

    """

  /// Each movement in order: its day, its cents, who paid.
  private func forEach(_ body: (Int, Day, Int64, Int) throws -> Void) rethrows {
    var generator = Generator(seed: seed, purpose: "bench bank")
    let first = BenchJournal.firstMonth.first
    for index in 0..<lines {
      let day = first.adding(days: index * 360 / lines)
      try body(index, day, Int64(generator.draw(1...100_000)), generator.draw(0...4_999))
    }
  }

  /// Writes the statement as the web site of a bank would.
  func writeCSV(_ path: String) throws {
    let file = try StreamedFile(path)
    try file.write("Date;Libelle;Tiers;Reference;Montant;Solde\n")
    var balance: Int64 = 0
    try forEach { index, day, cents, payer in
      balance += cents
      let (year, month, date) = day.calendar
      try file.write(
        "\(two(date))/\(two(month))/\(year);VIR SEPA RECU FACTURE F-\(index + 1_000_001);CLIENT \(payer);"
          + "E2E-\(index + 1);\(euros(cents));\(euros(balance))\n")
    }
    try file.close()
  }

  /// Writes the entries that posted the same payments, each under the voucher that the bank tells.
  func writeEntries(_ path: String) throws {
    let file = try StreamedFile(path)
    try file.write("key,date,journal,voucher,label,account,debit_cents,credit_cents\n")
    try forEach { index, day, cents, _ in
      let head = "B-\(index + 1),\(day),BQ,F-\(index + 1_000_001),Encaissement"
      try file.write("\(head),512100,\(cents),\n\(head),701000,,\(cents)\n")
    }
    try file.close()
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func euros(_ cents: Int64) -> String { "\(cents / 100),\(two(Int(cents % 100)))" }
}

public import Units

/// One line of a manual entry; positive debits, negative credits.
public struct EntryLine: Hashable, Sendable {
  /// What a line is about, beside its account.
  enum Tag: Hashable {
    case site(String)
    case auxiliary(String)
  }

  /// The account.
  public let account: String
  /// Cents: above zero a debit, below a credit.
  public let cents: Int64
  let tag: Tag?

  init(_ account: String, _ cents: Int64, _ tag: Tag? = nil) {
    self.account = account
    self.cents = cents
    self.tag = tag
  }

  var text: String {
    let side = cents < 0 ? "credit_cents" : "debit_cents"
    let extra =
      switch tag {
      case .site(let id): ", site = \"\(id)\""
      case .auxiliary(let id): ", aux = \"\(id)\""
      case nil: ""
      }
    return "  { account = \"\(account)\", \(side) = \(abs(cents))\(extra) },\n"
  }
}

/// A manual entry of the fictional cooperative.
public struct Entry: Hashable, Sendable {
  /// The day it is booked.
  public let day: Day
  let journal: String
  let voucher: String
  let voucherDay: Day
  let label: String
  /// The lines; they sum to zero.
  public let lines: [EntryLine]

  var text: String {
    """

    [[entry]]
    key = "\(journal)-\(voucher)"
    date = \(day)
    journal = "\(journal)"
    voucher = "\(voucher)"
    voucher_date = \(voucherDay)
    label = "\(label)"
    lines = [
    \(lines.map(\.text).joined())]

    """
  }
}

extension Scale {
  /// The day the loan is drawn: the fifteenth of the first month.
  var drawdownDay: Day { first.first.adding(days: 14) }
  /// What the plants cost in all, in cents.
  public var plantCost: Int64 { roofs.reduce(0) { $0 + $1.cost } }
  /// The loan, in cents, on whole thousands of euros: the plants and a tenth, less the capital, but
  /// never below a fifth of the plants.
  public var loanPrincipal: Int64 {
    let wanted = max(plantCost * 11 / 10 - Int64(totalShares) * nominal, plantCost / 5)
    return (wanted + 99_999) / 100_000 * 100_000
  }
  /// How many fiscal years the months of production fill, at least one.
  private var years: Int { max(1, months / 12) }

  /// The manual entries of every such year, in files by subject.
  var entryFiles: [TextFile] {
    [
      ("entries/01-transfert.toml", transferEntries), ("entries/02-emprunt.toml", loanEntries),
      ("entries/03-assurance.toml", insuranceEntries),
      ("entries/04-maintenance.toml", maintenanceEntries),
    ].map { TextFile($0, Fiction.notice + $1.map(\.text).joined()) }
  }

  /// All the manual entries.
  public var entries: [Entry] {
    transferEntries + loanEntries + insuranceEntries + maintenanceEntries
  }

  /// The transfer of a going concern bears no VAT.
  private var transferEntries: [Entry] {
    let seller = "supplier:\(Institution.semiPublic.rawValue)"
    let voucher = "ACTE-\(start.calendar.year)-001"
    let plants = roofs.map { EntryLine("215340", $0.cost, .site($0.id)) }
    return [
      Entry(
        day: start, journal: "AC", voucher: voucher, voucherDay: start,
        label: "Transfert des \(roofs.count) centrales de la concession",
        lines: plants + [EntryLine("404000", -plantCost, .auxiliary(seller))]),
      payment(
        first.last, "VIR-\(start.calendar.year)-001", "Paiement des centrales", "404000", seller,
        plantCost),
    ]
  }

  private var loanEntries: [Entry] {
    [
      Entry(
        day: drawdownDay, journal: "BQ", voucher: "PRET-\(start.calendar.year)-001",
        voucherDay: drawdownDay, label: "Déblocage de l'emprunt",
        lines: [
          EntryLine("512100", loanPrincipal),
          EntryLine("164000", -loanPrincipal, .auxiliary("loan:emprunt")),
        ])
    ]
  }

  private var insuranceEntries: [Entry] {
    (0..<years).flatMap { year -> [Entry] in
      let invoiced = workingDay(month: year * 12 + 1, day: 3)
      let paid = workingDay(month: year * 12 + 1, day: 20)
      let amount = plantCost / 200
      let voucher = "ASS-\(invoiced.calendar.year)-001"
      return [
        invoice(
          invoiced, voucher, "Assurance multirisque des centrales", "supplier:assureur",
          [EntryLine("616100", amount)], amount),
        payment(
          paid, "V\(voucher)", "Paiement de l'assurance", "401000", "supplier:assureur", amount),
      ]
    }
  }

  private var maintenanceEntries: [Entry] {
    (0..<years * 4).flatMap { quarter -> [Entry] in
      let invoiced = workingDay(month: quarter * 3 + 2, day: 10)
      let paid = workingDay(month: quarter * 3 + 2, day: 24)
      let net = plantCost / 500
      let tax = net / 5
      let voucher = "MNT-\(invoiced.calendar.year)-\(padded(quarter % 4 + 1, 3))"
      return [
        invoice(
          invoiced, voucher, "Maintenance du trimestre", "supplier:maintenance",
          [EntryLine("615600", net), EntryLine("445660", tax)], net + tax),
        payment(
          paid, "V\(voucher)", "Paiement de la maintenance", "401000", "supplier:maintenance",
          net + tax),
      ]
    }
  }

  private func invoice(
    _ day: Day, _ voucher: String, _ label: String, _ supplier: String, _ lines: [EntryLine],
    _ due: Int64
  ) -> Entry {
    Entry(
      day: day, journal: "AC", voucher: voucher, voucherDay: day, label: label,
      lines: lines + [EntryLine("401000", -due, .auxiliary(supplier))])
  }

  private func payment(
    _ day: Day, _ voucher: String, _ label: String, _ account: String, _ supplier: String,
    _ amount: Int64
  ) -> Entry {
    Entry(
      day: day, journal: "BQ", voucher: voucher, voucherDay: day, label: label,
      lines: [EntryLine(account, amount, .auxiliary(supplier)), EntryLine("512100", -amount)])
  }
}

import Agreements
import Closing
import Intake
import Invoices
import MonthEnd
import Store
import TestSupport
import Testing
import Units

/// The northern roof shared between the town and a neighbour, the rest to the buyer of the surplus: from
/// files to the closing and the invoice, held against plain arithmetic.
@Suite struct SharedEnergyTests {
  private static let january = Month(year: 2025, monthOfYear: 1)

  private static func told(leaving out: Int = 0) -> InputFile {
    InputFile(path: "partage.toml", bytes: Array(Tiny.shared(leaving: out).utf8))
  }

  /// Each one's part of the month by default, an hour after the other: the larger remainder has the odd
  /// watt-hour, and of equals the first.
  private static func parts() -> (town: Int64, neighbour: Int64, total: Int64) {
    var (town, neighbour, total) = (Int64(0), Int64(0), Int64(0))
    for day in january.period.days {
      for step in 0..<24 {
        let (produced, wanted) = Tiny.hour(day, step)
        let all = wanted[0] + wanted[1]
        total += produced
        if produced >= all {
          (town, neighbour) = (town + wanted[0], neighbour + wanted[1])
        } else {
          let (one, other) = (produced * wanted[0], produced * wanted[1])
          let odd = produced - one / all - other / all
          let isFirst = one % all >= other % all
          town += one / all + (isFirst ? odd : 0)
          neighbour += other / all + (isFirst ? 0 : odd)
        }
      }
    }
    return (town, neighbour, total)
  }

  /// Watt-hours at hundredths of a cent a kilowatt-hour, to the nearest cent.
  private static func cents(_ wattHours: Int64, _ price: Int64) -> Int64 {
    (wattHours * price + 50_000) / 100_000
  }

  private func close(_ open: OpenBook) throws {
    _ = try open.monthEnd.close(Self.january, signer: TestSigner.shared.get())
  }

  private func accrued(_ open: OpenBook, _ contract: String) throws -> Int64 {
    try open.book.read { try $0.accrued(on: "418100", contract: contract).balance.units }
  }

  @Test func `a table of curves tells what a file of facts tells, of a sharing that is named`()
    throws
  {
    let open = try OpenBook.tiny(months: 1)
    let curves = try #require(Tiny.sharing.first { $0.name == "janvier.csv" })
    let table = InputFile(path: curves.name, bytes: Array(curves.text.utf8))
    let tell = { (sharing: String?) in
      try apply(
        curves: [table], of: sharing, unit: .kilowattHours, to: open.book, now: OpenBook.now)
    }
    #expect(throws: SharingRefusal.sharingIsNotNamed(known: [])) { try tell(nil) }
    _ = try apply([Self.told()], to: open.book, now: OpenBook.now)
    #expect(throws: SharingRefusal.sharingIsNotNamed(known: ["acc"])) { try tell("other") }
    #expect(try tell(nil).map(\.change) == [.same])
    #expect(try tell("acc").map(\.change) == [.same])
  }

  @Test func `shared production is accrued by part and price, the rest to the buyer`() throws {
    let open = try OpenBook.tiny(months: 1)
    _ = try apply([Self.told()], to: open.book, now: OpenBook.now)
    try close(open)
    let (town, neighbour, total) = Self.parts()
    #expect(total == Self.january.period.days.reduce(0) { $0 + Tiny.energy("nord-1", $1) })
    #expect(town > 0 && neighbour > 0 && town + neighbour < total)
    #expect(try accrued(open, "vente-ville") == Self.cents(town, 1400))
    #expect(try accrued(open, "vente-voisin") == Self.cents(neighbour, 1475))
    #expect(try accrued(open, "oa-nord") == Self.cents(total - town - neighbour, 1151))

    // What a yearly cap counts is each one's own energy, too.
    let dossier = try open.book.read { try Cooperative($0, on: Self.january.last).dossier }
    for (contract, energy) in [("vente-ville", town), ("oa-nord", total - town - neighbour)] {
      let delivered = try dossier.contracts[contract]?
        .delivered(of: WattHours(total), over: Self.january.period)
      #expect(delivered == WattHours(energy))
    }

    // Each is explained by its kilowatt-hours and price, and names what was told of the month.
    let found = try open.book.read { try $0.explanation(of: Self.january) }
    for (contract, energy) in [
      ("vente-ville", town), ("vente-voisin", neighbour), ("oa-nord", total - town - neighbour),
    ] {
      let entry = try #require(
        found.entries.first { $0.key == "close:2025-01:sales:\(contract)" })
      #expect(entry.prices.map(\.energy.units) == [energy])
      #expect(
        entry.facts.map { "\($0.kind.rawValue) \($0.id)" } == [
          "purchase_contract \(contract)", "sharing acc", "shared_energy acc/2025-01",
        ])
    }

    // The invoice to the town bears VAT, and leaves nothing of the accrual.
    let net = Self.cents(town, 1400)
    let kwh = "\(town / 1000).\(String(town % 1000 + 1000).dropFirst())"
    let tax = (net + 2) / 5
    let invoice = """
      [[invoice]]
      number = "ACC-1"
      date = 2025-02-03
      contract = "vente-ville"
      first = 2025-01-01
      last = 2025-01-31
      lines = [{ kwh = "\(kwh)", eur_per_kwh = "0.14", cents = \(net) }]
      vat = [{ percent = "20", base_cents = \(net), cents = \(tax) }]
      total_cents = \(net + tax)

      """
    let taken = try importInvoices(
      [InputFile(path: "f.toml", bytes: Array("format = \"soleil-invoice/1\"\n\(invoice)".utf8))],
      to: open.book, now: OpenBook.now, late: false)
    let trueUp = try #require(taken.first?.record.trueUp)
    #expect(trueUp.measured.units == town && trueUp.difference == .zero)
    #expect(try accrued(open, "vente-ville") == 0)
  }

  @Test func `a sharing that is not told, or not what the meter tells, keeps the month open`()
    throws
  {
    let open = try OpenBook.tiny(months: 1)
    _ = try apply([Self.told(leaving: 2)], to: open.book, now: OpenBook.now)
    let failing = try open.monthEnd.checklist(Self.january).failures
    #expect(failing.map(\.check) == [.sharingTold])
    #expect(failing.first?.days.map(\.description) == ["2025-01-30", "2025-01-31"])

    let other = try OpenBook.tiny(months: 1, changing: [try Day("2025-01-09"): 77_000])
    _ = try apply([Self.told()], to: other.book, now: OpenBook.now)
    let differing = try other.monthEnd.checklist(Self.january).failures
    #expect(differing.map(\.check) == [.sharingTold])
    #expect(differing.first?.days.map(\.description) == ["2025-01-09"])
  }

  @Test func `a direct sale stands beside the surplus of one roof`() throws {
    let open = try OpenBook.tiny(months: 1)
    let days = Self.january.period.days
    var text = Tiny.sharedContract("directe", "ville", "0.12").replacing(
      "self-consumption", with: "direct")
    let alone = InputFile(path: "d.toml", bytes: Array(text.utf8))
    let without = try OpenBook.tiny(months: 1)
    _ = try apply([alone], to: without.book, now: OpenBook.now)
    let twice = try without.monthEnd.checklist(Self.january).failures
    #expect(twice.map(\.check) == [.contractAlone])
    text += """
      [[sharing]]
      id = "ligne"
      key = "metered"
      first = 2025-01-01
      contracts = ["directe"]
      surplus = ["oa-nord"]
      [[shared_energy]]
      sharing = "ligne"
      month = "2025-01"

      """
    for day in days {
      text += "[[shared_energy.day]]\nday = \(day)\n"
      text += "delivered = { directe = \(Tiny.energy("nord-1", day) / 3) }\n"
    }
    _ = try apply(
      [InputFile(path: "d.toml", bytes: Array(text.utf8))], to: open.book, now: OpenBook.now)
    try close(open)
    let direct = days.reduce(Int64(0)) { $0 + Tiny.energy("nord-1", $1) / 3 }
    let rest = days.reduce(Int64(0)) { $0 + Tiny.energy("nord-1", $1) } - direct
    #expect(try accrued(open, "directe") == Self.cents(direct, 1200))
    // A meter that tells more than the roof gave on one day keeps the month open.
    let day = try Day("2025-01-09")
    let energy = Tiny.energy("nord-1", day)
    let more = text.replacing(
      "day = \(day)\ndelivered = { directe = \(energy / 3) }",
      with: "day = \(day)\ndelivered = { directe = \(energy + 1) }")
    let greedy = try OpenBook.tiny(months: 1)
    _ = try apply(
      [InputFile(path: "d.toml", bytes: Array(more.utf8))], to: greedy.book, now: OpenBook.now)
    let failing = try greedy.monthEnd.checklist(Self.january).failures
    #expect(failing.map(\.check) == [.sharingTold] && failing.first?.days == [day])
    #expect(try accrued(open, "oa-nord") == Self.cents(rest, 1151))
  }
}

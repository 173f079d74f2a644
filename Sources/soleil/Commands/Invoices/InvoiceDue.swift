import Agreements
import ArgumentParser
import Bookings
import Intake
import Invoices
import Store
import Text
import Units
import Wording

/// `invoice due`: the billing calendar, with the amounts that the invoices should have.
struct InvoiceDue: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: HelpWords.invoiceDue[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.period[Spoken.language])) var period: String?

  /// The billing period of a contract that ends in the days asked for.
  struct Due {
    let contract: PurchaseContract
    let period: Period
    let energy: WattHours
    let lines: [SaleLine]
    let premium: Cents
    let isTaken: Bool
    var last: Day { period.last ?? period.first }
    var amount: Cents { lines.reduce(.zero) { $0 + $1.amount } }
  }

  func answer(in world: World) throws -> Answer {
    let asked =
      try period.map(Read.period) ?? Read.period(String(world.today.calendar.year))
    let dues: [Due] = try world.book().read { page in try self.dues(in: asked, page) }
    var table = TextTable([
      .text(ViewWords.contract), .text(SaleWords.first), .text(SaleWords.last),
      .number(ViewWords.energy), .number(SaleWords.expected), .number(SaleWords.premium),
      .text(SaleWords.state),
    ])
    for due in dues {
      table.add(
        Words(both: due.contract.id), Words(both: due.period.first.description),
        Words(both: due.last.description), kilowattHours(due.energy), euros(due.amount),
        due.premium == .zero ? Words(both: "") : euros(due.premium),
        SaleWords.state(isTaken: due.isTaken, isLate: due.last < world.today))
    }
    return Answer(json: ["due": .array(dues.map(json))], text: table.words)
  }

  private func dues(in asked: Period, _ page: BookReader) throws -> [Due] {
    let end = asked.last ?? asked.first
    let dossier = try Cooperative(page, on: end).dossier
    let closed = try page.closedThrough()
    return try dossier.contracts.values.flatMap { contract -> [Due] in
      let sales = try ContractSales(contract, dossier, page, closed)
      let taken = try page.invoicedPeriods(of: contract.id)
      let premiums = try contract.premiumInstalments()
      return try contract.billingPeriods(through: end)
        .filter { $0.last.map(asked.contains) ?? false }.map { period in
          Due(
            contract: contract, period: period, energy: try sales.energy(over: period),
            lines: try sales.expected(period),
            premium: try Cents.sum(premiums.filter { period.contains($0.due) }.map(\.amount)),
            isTaken: taken.contains { $0.last == period.last })
        }
    }.sorted { ($0.last, $0.contract.id) < ($1.last, $1.contract.id) }
  }

  private func json(_ due: Due) -> JSON {
    [
      "contract": .string(due.contract.id), "billing": .string(due.contract.billed.rawValue),
      "first": .string(due.period.first.description), "last": .string(due.last.description),
      "wh": .integer(due.energy.units), "expectedCents": .integer(due.amount.units),
      "premiumCents": .integer(due.premium.units), "takenIn": .boolean(due.isTaken),
      "lines": .array(
        due.lines.map { line in
          [
            "kind": .string(line.kind.rawValue), "wh": .integer(line.energy.units),
            "price": .string(line.price.decimalDescription),
            "cents": .integer(line.amount.units),
          ]
        }),
    ]
  }
}

/// `prices`: how the price of a contract came to be, step by step.
struct Prices: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "prices", abstract: HelpWords.prices[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.purchaseContract[Spoken.language])) var contract: String
  @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?

  func answer(in world: World) throws -> Answer {
    let day = try Read.day(asOf, else: world.today)
    let dossier = try world.book().read { try Cooperative($0, on: day).dossier }
    guard let contract = dossier.contracts[contract] else {
      throw InvoiceRefusal.contractIsUnknown(contract)
    }
    let steps = contract.steps.filter { $0.from <= day }
    var table = TextTable([
      .text(SaleWords.from), .number(SaleWords.price), .number(SaleWords.announced),
      .number(SaleWords.computed), .number(SaleWords.difference), .number(SaleWords.coefficient),
      .text(SaleWords.indices),
    ])
    for step in steps {
      table.add(
        Words(both: step.from.description), told(step.price, else: SaleWords.unknown),
        told(step.announced), told(step.computed?.price), told(step.difference),
        told(step.computed?.coefficient.value),
        step.computed.map { SaleWords.figures($0.coefficient.used) } ?? Words(both: ""))
    }
    return Answer(
      json: ["contract": .string(contract.id), "prices": .array(steps.map(json))],
      text: table.words)
  }

  private func told(_ value: Ratio?, else other: Words = Words(both: "")) -> Words {
    value.map(SaleWords.price) ?? other
  }

  private func json(_ step: PriceStep) -> JSON {
    func text(_ ratio: Ratio?) -> JSON { ratio.map { .string($0.decimalDescription) } ?? .null }
    return [
      "from": .string(step.from.description), "price": text(step.price),
      "announced": text(step.announced), "computed": text(step.computed?.price),
      "difference": text(step.difference), "coefficient": text(step.computed?.coefficient.value),
      "indices": .array(
        (step.computed?.coefficient.used ?? []).map { value in
          [
            "index": .string(value.id), "month": .string(value.month.description),
            "value": .string(value.value.decimalDescription),
          ]
        }),
    ]
  }
}

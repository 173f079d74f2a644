import Agreements
import ArgumentParser
import Intake
import Membership
import Store
import Tables
import Text
import Units
import Wording

/// `payment advances`: what members lend, and what it costs.
struct PaymentAdvances: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "advances", abstract: HelpWords.paymentAdvances[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.incomeYear[Spoken.language])) var year: String

  func answer(in world: World) throws -> Answer {
    guard let year = Int(year), (1900...9998).contains(year) else {
      throw UsageRefusal.optionIsMalformed(option: "YEAR", value: year)
    }
    let cap = AverageRates.mean(ofYear: year)
    let (years, publicBodies) = try world.book().read { page in
      let advances = try Cooperative(page, on: Day.endOfTime).dossier.advances.values
      let isReleased = try page.capitalIsReleased(in: year)
      let years = try advances.sorted { $0.id < $1.id }.map {
        try LendingYear(
          $0, page.principalChanges(of: $0), year: year, cap: cap, isReleased: isReleased)
      }
      let bodies = try page.members().filter { $0.kind == .publicBody }.map(\.number.description)
      return (years, Set(bodies))
    }
    let hasPublicBody = years.contains { publicBodies.contains($0.advance.member) }
    return Answer(
      json: ["year": .integer(Int64(year)), "advances": .array(years.map(json))],
      text: table(years) + PaymentWords.notes(cap: cap, hasPublicBody: hasPublicBody))
  }

  private func table(_ years: [LendingYear]) -> Words {
    var table = TextTable([
      .text(PaymentWords.agreement), .text(ViewWords.member), .text(PaymentWords.nature),
      .number(PaymentWords.rate), .text(PaymentWords.dayCount), .number(PaymentWords.principal),
      .number(PaymentWords.interest), .number(PaymentWords.deductible),
      .number(PaymentWords.addedBack),
    ])
    for year in years {
      table.add(
        Words(both: year.advance.id), Words(both: year.advance.member),
        PaymentWords.name(year.advance.nature), PaymentWords.percent(year.advance.rate),
        Words(both: year.advance.dayCount.rawValue), euros(year.principal), euros(year.interest),
        year.deductible.map(euros) ?? Words(both: "?"),
        year.addedBack.map(euros) ?? Words(both: "?"))
    }
    return table.words
  }

  private func json(_ year: LendingYear) -> JSON {
    [
      "id": .string(year.advance.id), "member": .string(year.advance.member),
      "nature": .string(year.advance.nature.rawValue),
      "rate": .string(year.advance.rate.decimalDescription),
      "dayCount": .string(year.advance.dayCount.rawValue),
      "principalCents": .integer(year.principal.units),
      "interestCents": .integer(year.interest.units),
      "deductibleCents": year.deductible.map { .integer($0.units) } ?? .null,
      "addedBackCents": year.addedBack.map { .integer($0.units) } ?? .null,
    ]
  }
}

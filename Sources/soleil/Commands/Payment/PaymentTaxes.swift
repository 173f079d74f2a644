import ArgumentParser
import Intake
import Journal
import Payments
import Text
import Units
import Wording

/// `payment taxes`: the return 2777 of a month, and its payment.
struct PaymentTaxes: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "taxes", abstract: HelpWords.paymentTaxes[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.month[Spoken.language])) var month: String
  @Option(help: .init(HelpWords.taxesPayOn[Spoken.language], valueName: "day"))
  var payOn: String?

  func answer(in world: World) throws -> Answer {
    let paying = Paying(book: try world.book(), now: world.now)
    let month = try Read.month(month)
    guard let payOn else {
      let (form, isDeclared) = try paying.taxes(of: month)
      return answer(form, isDeclared: isDeclared, entry: nil)
    }
    let done = try paying.payTaxes(of: month, on: Read.day(payOn, else: world.today))
    return answer(done.form, isDeclared: true, entry: done.entry)
  }

  private func answer(
    _ form: MonthlyReturn, isDeclared: Bool, entry: EntryReference?
  ) -> Answer {
    var table = TextTable([
      .text(PaymentWords.kind), .text(PaymentWords.levy), .text(PaymentWords.line),
      .number(PaymentWords.rate), .number(PaymentWords.base), .number(PaymentWords.tax),
      .number(PaymentWords.withheld),
    ])
    for line in form.lines {
      table.add(
        PaymentWords.name(line.kind), PaymentWords.name(line.levy), Words(both: line.code ?? "?"),
        PaymentWords.percent(line.rate), PaymentWords.wholeEuros(line.base),
        PaymentWords.wholeEuros(line.tax), euros(line.withheld))
    }
    var members = form.json.objectValue ?? [:]
    members["declared"] = .boolean(isDeclared)
    members["entry"] = entry.map { .string($0.description) }
    return Answer(
      json: .object(members),
      text: table.words + Words(both: "\n\n")
        + Outcomes.taxes(form, isDeclared: isDeclared, entry: entry?.description))
  }
}

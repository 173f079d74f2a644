import ArgumentParser
import Intake
import Membership
import Store
import Text
import Units
import Wording

extension Shares {
  /// `shares due`: what members and the company still have to pay for shares, and who paid late.
  struct Due: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "due", abstract: ShareWords.helpDueList[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?

    func answer(in world: World) throws -> Answer {
      let day = try Read.day(asOf, else: world.today)
      let (owed, late) = try world.book().read { page in
        let statutes = try Cooperative(page, on: Day.endOfTime).statutes
        return (try page.sharesOwed(statutes, on: day), try page.latePayments(through: day))
      }
      return Answer(
        json: [
          "asOf": .string(day.description), "due": .array(owed.map { json($0, day) }),
          "paidLate": .array(late.map(json)),
        ], text: text(owed, late, day))
    }

    private func text(_ owed: [ShareDebt], _ late: [LatePayment], _ day: Day) -> Words {
      guard !owed.isEmpty || !late.isEmpty else { return ShareWords.nothingIsDue }
      var table = TextTable([
        .number(ShareWords.order), .text(ViewWords.member), .text(ShareWords.reference),
        .text(ViewWords.kind), .number(ShareWords.open), .text(ShareWords.due),
        .number(ShareWords.daysLate),
      ])
      for debt in owed {
        table.add(
          number(debt.order), Words(both: "\(debt.member)"), Words(both: debt.reference),
          ShareWords.kind(debt.isExit ? .repayment : .payment), euros(debt.open),
          Words(both: debt.due?.description ?? ""), number(max(0, debt.daysLate(on: day))))
      }
      guard !late.isEmpty else { return table.words }
      var paid = TextTable([
        .number(ShareWords.order), .text(ViewWords.member), .text(ShareWords.reference),
        .text(ShareWords.due), .text(ShareWords.paidOn), .number(ShareWords.daysLate),
      ])
      for payment in late {
        paid.add(
          number(payment.order), Words(both: "\(payment.member)"), Words(both: payment.reference),
          Words(both: payment.due.description), Words(both: payment.paid.description),
          number(payment.due.days(until: payment.paid)))
      }
      let heading = Words(both: "\n\n") + ShareWords.paidLate + Words(both: "\n")
      return table.words + heading + paid.words
    }

    private func json(_ debt: ShareDebt, _ day: Day) -> JSON {
      [
        "order": .integer(Int64(debt.order)), "member": .string(debt.member.description),
        "reference": .string(debt.reference), "owedBy": debt.isExit ? "company" : "member",
        "openCents": .integer(debt.open.units), "calledCents": .integer(debt.called.units),
        "due": debt.due.map { .string($0.description) } ?? .null,
        "effective": debt.effective.map { .string($0.description) } ?? .null,
        "daysLate": .integer(Int64(max(0, debt.daysLate(on: day)))),
      ]
    }

    private func json(_ payment: LatePayment) -> JSON {
      [
        "order": .integer(Int64(payment.order)), "member": .string(payment.member.description),
        "reference": .string(payment.reference), "due": .string(payment.due.description),
        "paid": .string(payment.paid.description),
        "daysLate": .integer(Int64(payment.due.days(until: payment.paid))),
      ]
    }
  }

  /// `shares list`: every movement, those that move no shares too.
  struct List: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: ShareWords.helpList[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Option(help: .init(ShareWords.helpMember[Spoken.language])) var member: String?

    func answer(in world: World) throws -> Answer {
      let number = try member.map(Read.member)
      var found: [RecordedMovement] = []
      try world.book().read { page in
        try page.eachMovement { recorded in
          let movement = recorded.movement
          if number == nil || movement.member == number || movement.counterparty == number {
            found.append(recorded)
          }
        }
      }
      return Answer(json: ["movements": .array(found.map(json))], text: text(found))
    }

    private func text(_ movements: [RecordedMovement]) -> Words {
      var table = TextTable([
        .number(ShareWords.order), .text(ViewWords.date), .text(ShareWords.effective),
        .text(ViewWords.kind), .text(ViewWords.member), .text(ShareWords.receiver),
        .number(ViewWords.shares), .number(ShareWords.amount), .text(ShareWords.reference),
        .text(ShareWords.about),
      ])
      for recorded in movements {
        let movement = recorded.movement
        table.add(
          number(recorded.order), Words(both: movement.date.description),
          Words(both: recorded.effective?.description ?? "—"),
          movement.more.corrects ? ShareWords.correction : ShareWords.kind(movement.kind),
          Words(both: movement.member.description),
          Words(both: movement.counterparty?.description ?? ""),
          number(movement.shares.units), euros(movement.amount), Words(both: movement.reference),
          Words(both: movement.more.subject ?? ""))
      }
      return table.words
    }

    private func json(_ recorded: RecordedMovement) -> JSON {
      let movement = recorded.movement
      return [
        "order": .integer(Int64(recorded.order)), "date": .string(movement.date.description),
        "effective": recorded.effective.map { .string($0.description) } ?? .null,
        "kind": .string(movement.kind.rawValue), "member": .string(movement.member.description),
        "counterparty": movement.counterparty.map { .string($0.description) } ?? .null,
        "shares": .integer(movement.shares.units), "moved": .integer(recorded.moved.units),
        "amountCents": .integer(movement.amount.units), "reference": .string(movement.reference),
        "of": movement.more.subject.map { .string($0) } ?? .null,
        "corrects": .boolean(movement.more.corrects),
      ]
    }
  }
}

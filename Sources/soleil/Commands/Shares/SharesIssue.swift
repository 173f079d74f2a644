import ArgumentParser
import Membership
import Store
import Units
import Wording

extension Shares {
  /// `shares subscribe`.
  struct Subscribe: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "subscribe", abstract: ShareWords.helpSubscribe[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(ShareWords.helpMember[Spoken.language])) var member: String
    @Argument(help: .init(ShareWords.helpCount[Spoken.language])) var shares: String
    @OptionGroup var movement: MovementOptions
    @Option(help: .init(ShareWords.helpPaid[Spoken.language], valueName: "euros"))
    var paid: String?
    @Option(help: .init(ShareWords.helpPremium[Spoken.language], valueName: "euros"))
    var premium: String?
    @Option(help: .init(ShareWords.helpDue[Spoken.language], valueName: "day")) var due: String?

    func answer(in world: World) throws -> Answer {
      let (number, count) = (try Read.member(member), try Read.shares(shares))
      var more = MovementParticulars()
      more.premium = try premium.map { try Read.euros($0, "--premium") } ?? .zero
      more.due = try due.map { try Read.day($0, else: world.today) }
      let paid = try paid.map { try Read.euros($0, "--paid") }
      return try movement.record(in: world) { day, reference, statutes in
        let nominal = statutes.nominal(on: day).units
        let (all, isOver) = nominal.multipliedReportingOverflow(by: count.units)
        guard !isOver else {
          throw UsageRefusal.optionIsMalformed(option: "shares", value: shares)
        }
        return Movement(
          date: day, kind: .subscription, member: number, shares: count,
          amount: paid ?? Cents(all) + more.premium, reference: reference, more: more)
      }
    }
  }

  /// `shares pay`.
  struct Pay: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "pay", abstract: ShareWords.helpPay[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var settling: SettlingArguments
    @OptionGroup var movement: MovementOptions

    func answer(in world: World) throws -> Answer {
      try settling.record(.payment, movement, in: world)
    }
  }

  /// `shares call`.
  struct Call: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "call", abstract: ShareWords.helpCall[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var settling: SettlingArguments
    @OptionGroup var movement: MovementOptions
    @Option(help: .init(ShareWords.helpDue[Spoken.language], valueName: "day")) var due: String

    func answer(in world: World) throws -> Answer {
      try settling.record(.call, movement, in: world, due: Read.day(due, else: world.today))
    }
  }

  /// `shares repay`.
  struct Repay: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "repay", abstract: ShareWords.helpRepay[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var settling: SettlingArguments
    @OptionGroup var movement: MovementOptions

    func answer(in world: World) throws -> Answer {
      try settling.record(.repayment, movement, in: world)
    }
  }
}

/// What is settled, and with how much.
struct SettlingArguments: ParsableArguments {
  @Argument(help: .init(ShareWords.helpOf[Spoken.language])) var of: String
  @Argument(help: .init(ShareWords.helpAmount[Spoken.language])) var amount: String

  func record(
    _ kind: MovementKind, _ movement: MovementOptions, in world: World, due: Day? = nil
  ) throws -> Answer {
    let cents = try Read.euros(amount, "amount")
    let owner = try world.book().read { try $0.movement(of) }?.movement.member
    guard let owner else { throw MovementRefusal.subjectIsUnknown(of) }
    var more = MovementParticulars()
    more.subject = of
    more.due = due
    return try movement.record(in: world) { [more] day, reference, _ in
      Movement(
        date: day, kind: kind, member: owner, shares: .zero, amount: cents, reference: reference,
        more: more)
    }
  }
}

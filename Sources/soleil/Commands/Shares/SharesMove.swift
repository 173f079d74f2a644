import ArgumentParser
import Intake
import Membership
import Units
import Wording

extension Shares {
  /// `shares transfer`: sold, given or inherited.
  struct Transfer: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "transfer", abstract: ShareWords.helpTransfer[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(ShareWords.helpGiver[Spoken.language])) var giver: String
    @Argument(help: .init(ShareWords.helpReceiver[Spoken.language])) var receiver: String
    @Argument(help: .init(ShareWords.helpCount[Spoken.language])) var shares: String
    @OptionGroup var movement: MovementOptions
    @Option(help: .init(ShareWords.helpPrice[Spoken.language], valueName: "euros"))
    var price: String?
    @Flag(help: .init(ShareWords.helpGift[Spoken.language])) var gift = false
    @Flag(help: .init(ShareWords.helpInheritance[Spoken.language])) var inheritance = false
    @Option(help: .init(ShareWords.helpTranche[Spoken.language], valueName: "order"))
    var tranche: Int?
    @Option(help: .init(ShareWords.helpApproved[Spoken.language], valueName: "day"))
    var approved: String?

    func answer(in world: World) throws -> Answer {
      let (from, to) = (try Read.member(giver), try Read.member(receiver))
      let count = try Read.shares(shares)
      let amount = try price.map { try Read.euros($0, "--price") } ?? .zero
      if gift, inheritance {
        throw UsageRefusal.optionIsMalformed(option: "--inheritance", value: "--gift")
      }
      if price == nil, !gift, !inheritance {
        throw UsageRefusal.oneOptionIsNeeded(["--price", "--gift", "--inheritance"])
      }
      var more = MovementParticulars()
      more.lot = tranche
      more.approved = try approved.map { try Read.day($0, else: world.today) }
      let kind: MovementKind = gift ? .gift : inheritance ? .inheritance : .transfer
      return try movement.record(in: world) { [more] day, reference, _ in
        Movement(
          date: day, kind: kind, member: from, counterparty: to, shares: count, amount: amount,
          reference: reference, more: more)
      }
    }
  }

  /// `shares withdraw`: asked for, after an exclusion or a death.
  struct Withdraw: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw", abstract: ShareWords.helpWithdraw[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(ShareWords.helpMember[Spoken.language])) var member: String
    @Argument(help: .init(ShareWords.helpCount[Spoken.language])) var shares: String
    @OptionGroup var movement: MovementOptions
    @Option(help: .init(ShareWords.helpExitPrice[Spoken.language], valueName: "euros"))
    var price: String?
    @Option(help: .init(ShareWords.helpRepaid[Spoken.language], valueName: "euros"))
    var paid: String?
    @Option(help: .init(ShareWords.helpEffective[Spoken.language], valueName: "day"))
    var effective: String?
    @Option(help: .init(ShareWords.helpDue[Spoken.language], valueName: "day")) var due: String?
    @Option(help: .init(ShareWords.helpTranche[Spoken.language], valueName: "order"))
    var tranche: Int?
    @Flag(help: .init(ShareWords.helpExclusion[Spoken.language])) var exclusion = false
    @Flag(help: .init(ShareWords.helpDeath[Spoken.language])) var death = false

    func answer(in world: World) throws -> Answer {
      let (number, count) = (try Read.member(member), try Read.shares(shares))
      if exclusion, death {
        throw UsageRefusal.optionIsMalformed(option: "--death", value: "--exclusion")
      }
      var more = MovementParticulars()
      more.lot = tranche
      more.effect = try effective.map { try Read.day($0, else: world.today) }
      more.due = try due.map { try Read.day($0, else: world.today) }
      let paid = try paid.map { try Read.euros($0, "--paid") } ?? .zero
      let price = try price.map { try Read.euros($0, "--price") }
      let kind: MovementKind = exclusion ? .exclusion : death ? .death : .withdrawal
      return try movement.record(in: world) { day, reference, statutes in
        let nominal = statutes.nominal(on: day).units
        let (all, isOver) = nominal.multipliedReportingOverflow(by: count.units)
        guard !isOver else {
          throw UsageRefusal.optionIsMalformed(option: "shares", value: shares)
        }
        var more = more
        more.price = price ?? Cents(all)
        if more.price == paid { more.price = nil }
        return Movement(
          date: day, kind: kind, member: number, shares: count, amount: paid,
          reference: reference, more: more)
      }
    }
  }

  /// `shares correct`.
  struct Correct: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "correct", abstract: ShareWords.helpCorrect[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(ShareWords.helpWrong[Spoken.language])) var wrong: String
    @OptionGroup var movement: MovementOptions
    @Option(help: .init(ShareWords.helpReason[Spoken.language])) var reason: String

    func answer(in world: World) throws -> Answer {
      let recorded = try correctShares(
        wrong, by: Read.text(movement.reference, "--reference"),
        on: movement.date.map { try Read.day($0, else: world.today) },
        reason: Read.text(reason, "--reason"), in: world.book(), now: world.now,
        rehearsing: movement.dryRun)
      return movement.answer(recorded)
    }
  }
}

import ArgumentParser
import Intake
import Membership
import Store
import Text
import Units
import Wording

/// `shares`: movements of the share register.
struct Shares: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shares",
    abstract: HelpWords.shares[Spoken.language],
    subcommands: [
      Import.self, Subscribe.self, Pay.self, Call.self, Transfer.self, Withdraw.self, Repay.self,
      Correct.self, Due.self, List.self,
    ])

  /// `shares import`.
  struct Import: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: HelpWords.sharesImport[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(HelpWords.csvFile[Spoken.language])) var file: String
    @Flag(help: .init(ShareWords.helpPositions[Spoken.language])) var positions = false
    @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

    func answer(in world: World) throws -> Answer {
      let done = try importShares(
        { try EntryTable(reading: file) }, as: positions ? .positions : .movements,
        to: world.book(), now: world.now, rehearsing: dryRun)
      let orders = done.movements.map { recorded -> JSON in
        [
          "order": .integer(Int64(recorded.order)),
          "reference": .string(recorded.movement.reference),
        ]
      }
      return Answer(
        json: [
          "movements": .array(orders), "new": .integer(Int64(done.new)),
          "known": .integer(Int64(done.known)),
        ],
        text: Outcomes.movements(done.new, first: done.movements.first?.order, dryRun: dryRun))
    }
  }
}

/// What every command takes that records one movement.
struct MovementOptions: ParsableArguments {
  @Option(help: .init(ShareWords.helpReference[Spoken.language])) var reference: String
  @Option(help: .init(ShareWords.helpDate[Spoken.language], valueName: "day")) var date: String?
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  /// Records a movement and says under which number.
  func record(
    in world: World, _ make: (Day, String, Statutes) throws -> Movement
  ) throws -> Answer {
    let day = try Read.day(date, else: world.today)
    let name = try Read.text(reference, "--reference")
    let recorded = try Intake.record(in: world.book(), now: world.now, rehearsing: dryRun) {
      try make(day, name, $0)
    }
    return answer(recorded)
  }

  func answer(_ recorded: RecordedMovement) -> Answer {
    Answer(
      json: [
        "order": .integer(Int64(recorded.order)),
        "reference": .string(recorded.movement.reference),
        "kind": .string(recorded.movement.kind.rawValue),
        "effective": recorded.effective.map { .string($0.description) } ?? .null,
        "shares": .integer(recorded.moved.units),
      ], text: ShareWords.recorded(recorded, dryRun: dryRun))
  }
}

extension Read {
  /// Euros with at most two decimals, `150` or `150,50`.
  static func euros(_ text: String, _ option: String) throws -> Cents {
    let plain = String(text.map { $0 == "," ? "." : $0 })
    guard let cents = try? parseFixed(plain, decimals: 2), cents >= 0 else {
      throw UsageRefusal.optionIsMalformed(option: option, value: text)
    }
    return Cents(cents)
  }

  /// A number of shares above zero.
  static func shares(_ text: String) throws -> Units.Shares {
    guard let count = Int64(text), count > 0 else {
      throw UsageRefusal.optionIsMalformed(option: "shares", value: text)
    }
    return Units.Shares(count)
  }
}

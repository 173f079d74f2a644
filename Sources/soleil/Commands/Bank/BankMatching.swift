import ArgumentParser
import Bank
import Intake
import Journal
import Store
import Text
import Units
import Wording

/// `bank match`: what each movement is thought to be, and why.
struct BankMatchCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: HelpWords.bankMatch[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.bankAccount[Spoken.language], valueName: "id"))
  var account: String?
  @Flag(help: .init(HelpWords.bankSummary[Spoken.language])) var summary = false

  func answer(in world: World) throws -> Answer {
    if summary { return counts(try Banking(world).waiting(account)) }
    let found = try Banking(world).proposals(account)
    var table = TextTable([
      .text(BankWords.line), .text(BankWords.booked), .number(BankWords.amount),
      .text(BankWords.words), .text(BankWords.proposal), .text(BankWords.confidence),
      .text(BankWords.reasons),
    ])
    for proposed in found {
      for (place, line) in proposed.lines.enumerated() {
        table.add(
          Words(both: String(line.id)), Words(both: line.line.booked.description),
          euros(line.line.amount), Words(both: BankCommand.words(line.line)),
          place == 0 ? BankWords.proposal(of: proposed) : Words(both: "〃"),
          place == 0 ? BankWords.confidence(of: proposed) : Words(both: ""),
          place == 0 ? BankWords.reasons(of: proposed) : Words(both: ""))
      }
    }
    return Answer(
      json: ["proposals": .array(found.map(json))],
      text: found.isEmpty
        ? BankWords.nothingWaits : table.words + Words(both: "\n\n") + BankWords.next(found))
  }

  /// How many movements wait, by how sure it is what they are.
  private func counts(_ lines: [Confidence?: Int]) -> Answer {
    let all = lines.values.reduce(0, +)
    var members: [String: JSON] = [
      "lines": .integer(Int64(all)), "none": .integer(Int64(lines[nil] ?? 0)),
    ]
    for level in Confidence.allCases {
      members[level.rawValue] = .integer(Int64(lines[level] ?? 0))
    }
    return Answer(
      json: .object(members),
      text: all == 0
        ? BankWords.nothingWaits : BankWords.next(all: all, certain: lines[.certain] ?? 0))
  }

  private func json(_ proposed: ProposedMatch) -> JSON {
    var members: [String: JSON] = [
      "lines": .array(proposed.lines.map { .object(BankCommand.json($0)) }),
      "items": .array(proposed.items.map { .string($0.name) }),
      "rivals": .array(proposed.rivals.map { .string($0.name) }),
    ]
    guard let proposal = proposed.proposal else { return .object(members) }
    members["confidence"] = .string(proposal.confidence.rawValue)
    members["points"] = .integer(Int64(proposal.points))
    members["reasons"] = .array(proposal.reasons.map { .string($0.rawValue) })
    if let rule = proposal.rule {
      members["rule"] = ["account": .string(rule.account), "times": .integer(Int64(rule.times))]
    }
    return .object(members)
  }
}

/// `bank confirm`: what was proposed holds, or what the treasurer says.
struct BankConfirm: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: HelpWords.bankConfirm[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.bankLines[Spoken.language], valueName: "line"))
  var lines: [String] = []
  @Option(help: .init(HelpWords.bankAll[Spoken.language], valueName: "certain|likely"))
  var all: String?
  @Option(
    name: .customLong("with"),
    help: .init(HelpWords.bankWith[Spoken.language], valueName: "entry:line"))
  var items: [String] = []
  @Option(help: .init(HelpWords.bankTo[Spoken.language], valueName: "account")) var to: String?
  @Option(help: .init(HelpWords.auxiliary[Spoken.language], valueName: "kind:id"))
  var aux: String?
  @Option(help: .init(HelpWords.bankSite[Spoken.language], valueName: "id")) var site: String?
  @Option(help: .init(HelpWords.bankContract[Spoken.language], valueName: "id"))
  var contract: String?
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    let done = try confirmed(world)
    var table = TextTable([
      .text(BankWords.line), .number(BankWords.amount), .text(ViewWords.entry),
      .text(BankWords.letters),
    ])
    for one in done {
      table.add(
        Words(both: one.lines.map(String.init).joined(separator: ", ")), euros(one.amount),
        Words(both: Set(one.postings.map(\.entry.description)).sorted().joined(separator: ", ")),
        Words(both: one.letters.map { "\($0.account) \($0.code)" }.joined(separator: ", ")))
    }
    return Answer(
      json: ["matches": .array(done.map(json)), "dryRun": .boolean(dryRun)],
      text: (done.isEmpty ? Words(both: "") : table.words + Words(both: "\n\n"))
        + BankWords.confirmed(done.reduce(0) { $0 + $1.lines.count }, dryRun: dryRun))
  }

  private func confirmed(_ world: World) throws -> [ConfirmedMatch] {
    var choice = BankChoice()
    choice.items = try items.map(Read.line)
    choice.account = to
    choice.analysis = Analysis(auxiliary: aux, site: site, contract: contract)
    if let all {
      guard lines.isEmpty, choice == BankChoice() else {
        throw UsageRefusal.optionIsMalformed(option: "--all", value: all)
      }
      return try Banking(world).confirmAll(
        atLeast: BankCommand.confidence(all), rehearsing: dryRun)
    }
    guard !lines.isEmpty else { throw UsageRefusal.optionIsMalformed(option: "line", value: "") }
    return try Banking(world).confirm(
      BankCommand.lines(lines), choosing: choice, rehearsing: dryRun)
  }

  private func json(_ one: ConfirmedMatch) -> JSON {
    [
      "lines": .array(one.lines.map(JSON.integer)), "cents": .integer(one.amount.units),
      "postings": .array(one.postings.map { .string("\($0.entry):\($0.line)") }),
      "entry": one.entry.map { .string($0.description) } ?? .null,
      "letters": .array(one.letters.map { .string("\($0.account) \($0.code)") }),
    ]
  }
}

/// `bank unmatch`: undoes what was confirmed.
struct BankUnmatch: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmatch", abstract: HelpWords.bankUnmatch[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.bankLine[Spoken.language])) var line: String
  @Option(help: .init(HelpWords.cancelReason[Spoken.language])) var reason: String

  func answer(in world: World) throws -> Answer {
    let reversal = try Banking(world).unmatch(
      try BankCommand.lines([line])[0], reason: Read.text(reason, "--reason"))
    return Answer(
      json: [
        "line": .string(line), "reversal": reversal.map { .string($0.description) } ?? .null,
      ],
      text: BankWords.unmatched(line, reversal?.description))
  }
}

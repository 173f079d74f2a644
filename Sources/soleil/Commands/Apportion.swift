import ArgumentParser
import Text
import Units
import Wording

/// `apportion`: the rule that divides a whole number, by itself.
struct Apportion: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "apportion", abstract: HelpWords.apportion[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(parsing: .unconditional, help: .init(HelpWords.amount[Spoken.language]))
  var amount: String
  @Option(parsing: .unconditional, help: .init(HelpWords.weights[Spoken.language]))
  var weights: String
  @Option(parsing: .unconditional, help: .init(HelpWords.carry[Spoken.language]))
  var carry: String?

  func answer(in world: World) throws -> Answer {
    let weights = try Read.integers(weights, option: "--weights")
    let owed = try carry.map { try Read.integers($0, option: "--carry") }
    guard let amount = Int64(amount) else {
      throw UsageRefusal.optionIsMalformed(option: "--amount", value: amount)
    }
    if let owed, owed.count != weights.count || owed.reduce(Int128(0), { $0 + Int128($1) }) != 0 {
      throw UsageRefusal.optionIsMalformed(option: "--carry", value: carry ?? "")
    }
    var key = try Apportionment(
      weights: weights, owed: owed?.map { Int128($0) } ?? weights.map { _ in 0 })
    guard let parts = key.divide(amount) else {
      throw UsageRefusal.optionIsMalformed(option: "--weights", value: self.weights)
    }
    var table = TextTable([
      .number(ViewWords.weight), .number(ViewWords.part), .number(ViewWords.owed),
    ])
    for (index, part) in parts.enumerated() {
      table.add(number(weights[index]), number(part), number(key.owed[index]))
    }
    return Answer(
      json: [
        "parts": .array(parts.map { JSON.integer($0) }),
        "owed": .array(key.owed.map { .integer(Int64(clamping: $0)) }),
      ], text: table.words)
  }
}

import ArgumentParser
import Text
import Units
import Wording

/// `apportion`: the rule that divides a whole number, by itself, for numbers of any size.
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
    let weights = try numbers(weights, option: "--weights")
    let owed = try carry.map { try numbers($0, option: "--carry") }
    guard let number = WholeNumber(amount) else {
      throw UsageRefusal.optionIsMalformed(option: "--amount", value: amount)
    }
    if let owed, owed.count != weights.count || owed.reduce(.zero, +) != .zero {
      throw UsageRefusal.optionIsMalformed(option: "--carry", value: carry ?? "")
    }
    if let negative = weights.first(where: \.isNegative) {
      guard let narrow = negative.narrow else {
        throw UsageRefusal.optionIsMalformed(option: "--weights", value: self.weights)
      }
      throw UnitRefusal.weightIsNegative(narrow)
    }
    guard let done = WholeApportionment(number, weights: weights, owed: owed) else {
      throw UsageRefusal.optionIsMalformed(option: "--weights", value: self.weights)
    }
    if world.wantsJSON { return Answer { _ in json(done) } }
    var table = TextTable([
      .number(ViewWords.weight), .number(ViewWords.part), .number(ViewWords.owed),
    ])
    for (index, part) in done.parts.enumerated() {
      table.add(written(weights[index]), written(part), written(done.owed[index]))
    }
    return Answer(json: .null, text: table.words)
  }

  private func written(_ value: WholeNumber) -> Words {
    value.narrow.map { number($0) } ?? Words(both: value.description)
  }

  /// Digits as they are: JSON knows no largest number.
  private func json(_ done: WholeApportionment) -> [UInt8] {
    let list = { (numbers: [WholeNumber]) in
      "[\(numbers.map(\.description).joined(separator: ","))]"
    }
    return Array("{\"owed\":\(list(done.owed)),\"parts\":\(list(done.parts))}".utf8)
  }

  private func numbers(_ text: String, option: String) throws -> [WholeNumber] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let number = WholeNumber(word.filter { $0 != " " }) else {
        throw UsageRefusal.optionIsMalformed(option: option, value: text)
      }
      return number
    }
  }
}

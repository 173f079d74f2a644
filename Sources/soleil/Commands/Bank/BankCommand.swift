import ArgumentParser
import Bank
import Intake
import Store
import Text
import Units
import Wording

/// `bank`: what the bank says, and what it is in the journal.
struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank", abstract: HelpWords.bank[Spoken.language],
    subcommands: [
      BankImport.self, BankMatchCommand.self, BankConfirm.self, BankUnmatch.self, BankList.self,
      BankReconcile.self, BankRules.self,
    ])

  /// What the bank wrote, on one line that fits beside other columns.
  static func words(_ line: BankLine) -> String {
    let parts = [line.party, line.text, line.reference].filter { !$0.isEmpty }
    let text = parts.enumerated().filter { offset, part in
      !parts[..<offset].contains { $0.contains(part) }
    }.map(\.element).joined(separator: " · ")
    return text.count > 44 ? text.prefix(43) + "…" : text
  }

  /// A movement for programs.
  static func json(_ stored: StoredBankLine) -> [String: JSON] {
    let line = stored.line
    return [
      "line": .integer(stored.id), "account": .string(stored.account),
      "booked": .string(line.booked.description),
      "valued": line.valued.map { .string($0.description) } ?? .null,
      "cents": .integer(line.amount.units), "reference": .string(line.reference),
      "bankReference": .string(line.bankReference), "party": .string(line.party),
      "text": .string(line.text), "matched": .boolean(stored.match != nil),
    ]
  }

  /// The numbers of bank lines typed.
  static func lines(_ texts: [String]) throws -> [Int64] {
    try texts.map { text in
      guard let number = Int64(text), number > 0 else {
        throw UsageRefusal.optionIsMalformed(option: "line", value: text)
      }
      return number
    }
  }

  /// The level of confidence typed.
  static func confidence(_ text: String) throws -> Confidence {
    guard let level = Confidence(rawValue: text) else {
      throw UsageRefusal.optionIsMalformed(option: "--all", value: text)
    }
    return level
  }
}

extension Banking {
  /// Banking in the world of a command.
  init(_ world: World) throws { self.init(book: try world.book(), now: world.now) }
}

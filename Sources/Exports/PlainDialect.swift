import Journal
import Tables
import Units

/// How a plain-text program wants transactions written.
protocol PlainDialect {
  var bytes: [UInt8] { get set }
  /// Begins the transaction of an entry.
  mutating func begin(_ entry: JournalLine.Heading)
  /// Begins a transaction that is no entry.
  mutating func begin(on day: Day, code: String, label: String)
  /// Adds a line of an entry, with what it concerns.
  mutating func add(_ line: JournalLine)
  /// Adds an amount, debits minus credits.
  mutating func add(_ account: String, _ balance: Int64, _ unit: Unit)
}

/// The accounts above an account, as the PCG builds them: class, then two digits.
enum AccountTree {
  /// The steps down to an account, each with its digits and label.
  static func path(_ number: String, label: String, memorandum: String) -> [(String, String)] {
    let above = (1...2).compactMap { length -> (String, String)? in
      let digits = String(number.prefix(length))
      if digits == "9" { return (digits, memorandum) }
      return Chart.pcg[digits].map { (digits, $0) }
    }
    return above + [(number, label)]
  }
}

extension [UInt8] {
  /// An amount with its decimals: cents have two, the other units none.
  mutating func append(_ amount: Int64, _ unit: Unit) {
    if unit == .cents {
      append(cents: amount, mark: UInt8(ascii: "."))
    } else {
      append(number: amount)
    }
  }
}

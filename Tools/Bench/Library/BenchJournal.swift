// What this program is for: every figure the house promises about its own speed is a ratio against a
// known program doing the same work on the same machine in the same run, which anybody can repeat.
//
// Goals: the peer's input and ours come from one seed; the answers of both are compared, so that
// nobody makes a figure better by making it wrong; what is measured is a whole process, as a user
// starts it.
// Non-goals: micro-benchmarks of single functions; figures that mean something on another machine;
// profiling.

public import Journal
import Simulation
import Tables
public import Units

/// A seeded journal: entries in order of date over five calendar years, 2.8 lines each on average.
public struct BenchJournal: Sendable {
  /// The seed of every draw.
  public let seed: UInt64
  /// The number of entries.
  public let transactions: Int
  /// The accounts that the lines fall on.
  public let accounts: [String]

  /// The first month of the first fiscal year.
  public static let firstMonth = Month(year: 2020, monthOfYear: 1)
  private static let lineCounts = [2, 2, 2, 2, 2, 3, 3, 4, 4, 4]
  private static let journals: [JournalCode] = [.sales, .purchases, .bank, .miscellaneous]

  /// A journal of so many entries.
  ///
  /// - Precondition: there are two accounts or more, and entries.
  public init(seed: UInt64, transactions: Int, accounts: Int = 1000) {
    precondition(accounts >= 2 && transactions >= 1, "a journal has entries and accounts")
    self.seed = seed
    self.transactions = transactions
    self.accounts = Array(BenchJournal.chart.prefix(accounts))
  }

  /// The days of the journal.
  public var period: Period {
    Period(first: Self.firstMonth.first, last: Self.firstMonth.adding(59).last)
  }

  /// The same journal, only shorter: its first entries are not those of the longer one, for both
  /// spread over the same years.
  public func shortened(to transactions: Int) -> BenchJournal {
    BenchJournal(
      seed: seed, transactions: min(transactions, self.transactions), accounts: accounts.count)
  }

  /// Every entry in order.
  ///
  /// - Complexity: one entry is held at a time.
  public func forEach(_ body: (DraftEntry) throws -> Void) rethrows {
    var generator = Generator(seed: seed, purpose: "bench journal")
    let first = Self.firstMonth.first
    let days = first.days(until: Self.firstMonth.adding(60).first)
    for index in 0..<transactions {
      let date = first.adding(days: index * days / transactions)
      try body(entry(index, on: date, &generator))
    }
  }

  private func entry(_ index: Int, on date: Day, _ generator: inout Generator) -> DraftEntry {
    let count = Self.lineCounts[generator.draw(0...9)]
    let side: Side = generator.draw(0...1) == 0 ? .debit : .credit
    var sum: Int64 = 0
    var lines = (1..<count).map { _ in
      let amount = Int64(generator.draw(1...1_000_000))
      sum += amount
      return Posting(side, account(&generator), amount, .cents)
    }
    lines.append(Posting(side.opposite, account(&generator), sum, .cents))
    return DraftEntry(
      key: "B-\(index + 1)", date: date, journal: Self.journals[generator.draw(0...3)],
      voucher: "V-\(index + 1)", voucherDate: date, label: "Transaction \(index + 1)",
      origin: "bench", postings: lines)
  }

  private func account(_ generator: inout Generator) -> String {
    accounts[generator.draw(0...accounts.count - 1)]
  }

  /// Accounts under the PCG in cents, in order of number.
  ///
  /// Capital and results are left out: only shares and general meetings move them.
  private static let chart: [String] = {
    let roots = Chart.pcg.keys.filter { root in
      (3...6).contains(root.utf8.count) && !root.hasPrefix("101") && !root.hasPrefix("12")
        && !root.hasPrefix("11")
    }
    let numbers = roots.flatMap { root in
      (0...1).map { root + String(repeating: "0", count: 5 - min(5, root.utf8.count)) + "\($0)" }
    }
    return Set(numbers.filter { $0.utf8.count == 6 && Chart.account($0)?.unit == .cents }).sorted()
  }()
}

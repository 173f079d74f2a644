import Foundation

/// The balances that other programs print, by our account number, in the smallest unit.
public enum PlainBalances {
  /// `"1 …:101310 Capital","-9.00 EUR"` a line.
  public static func hledger(_ text: String) throws -> [String: Int64] {
    var balances: [String: Int64] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.dropFirst().dropLast().components(separatedBy: "\",\"")
      balances[number(cells[0])] = amount(cells[1])
    }
    return balances
  }

  /// `1 …:101310 Capital|  -9.00 EUR` a line.
  public static func ledger(_ text: String) throws -> [String: Int64] {
    var balances: [String: Int64] = [:]
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "|").map(String.init)
      guard cells.count == 2, let amount = amount(cells[1]) else { continue }
      balances[number(cells[0])] = amount
    }
    return balances
  }

  /// `Equity:1:10:101:101310 -9.00 EUR` a line.
  public static func beancount(_ text: String) throws -> [String: Int64] {
    var balances: [String: Int64] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      balances[number(words[0])] = amount(words[1])
    }
    return balances
  }

  /// Prints each account with its balance.
  public static let beancountProgram = """
    import collections, sys
    from beancount import loader
    from beancount.core import data
    entries, errors, options = loader.load_file(sys.argv[1])
    assert not errors, errors
    sums = collections.Counter()
    for entry in entries:
      if isinstance(entry, data.Transaction):
        for posting in entry.postings:
          sums[posting.account, posting.units.currency] += posting.units.number
    for (account, currency), amount in sorted(sums.items()):
      if amount: print(account, amount, currency)
    """

  /// The six digits that the last part of a name begins with.
  private static func number(_ name: String) -> String {
    String((name.split(separator: ":").last ?? "").prefix(6))
  }

  private static func amount(_ text: String) -> Int64? {
    let words = text.split(separator: " ")
    guard words.count == 2 else { return nil }
    return Int64(words[0].replacing(".", with: ""))
  }
}

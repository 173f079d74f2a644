public import Journal
import Membership
public import Payments
import Tables
import Text
public import Units

extension MemberStatement {
  /// What the cooperative owes the member beside the shares: current account, loans, dividends.
  public struct Account: Hashable, Sendable {
    /// What was owed when the month began.
    public var opening: Cents
    /// What moved it.
    public var lines: [MemberAccountLine]

    /// An account; by default one on which nothing ever was.
    public init(opening: Cents = .zero, lines: [MemberAccountLine] = []) {
      self.opening = opening
      self.lines = lines
    }

    /// What is owed when the month ends.
    public var balance: Cents { lines.reduce(opening) { $0 + $1.amount } }
  }

  /// An income paid in the month, and what was withheld from it.
  public struct TaxedPayment: Hashable, Sendable {
    /// A levy as it was reckoned.
    public struct Taken: Hashable, Sendable {
      /// Which.
      public let levy: String
      /// Its rate, in hundredths of a percent.
      public let basisPoints: Int64
      /// The amount.
      public let amount: Cents
    }

    /// The day of payment.
    public let day: Day
    /// What the bank knows it by.
    public let reference: String
    /// Dividend or interest.
    public let kind: IncomeKind
    /// The income.
    public let gross: Cents
    /// What came back from an earlier payment and was paid again.
    public let repaid: Cents
    /// What was withheld, levy by levy.
    public let taken: [Taken]

    /// What reached the member.
    public var net: Cents { taken.reduce(gross + repaid) { $0 - $1.amount } }

    /// A payment of a batch, with the rates of its day.
    public init(_ payment: MemberPayment, of batch: PaymentBatch) {
      day = batch.paidOn
      reference = batch.endToEnd(payment)
      kind = batch.kind
      gross = payment.gross
      repaid = payment.repaid
      taken = payment.status.levies.compactMap { levy in
        guard payment.withheld[levy] != .zero, let rate = Levies.rate(levy, on: batch.paidOn)
        else { return nil }
        let (rank, whole) = (rate.rate.denominator, rate.rate.numerator * 10_000)
        return Taken(
          levy: levy.rawValue, basisPoints: Int64(whole / rank), amount: payment.withheld[levy])
      }
    }
  }
}

extension MemberStatement.Account {
  /// The account for programs: amounts in cents.
  var json: JSON {
    [
      "openingCents": .integer(opening.units), "balanceCents": .integer(balance.units),
      "movements": .array(lines.map(\.json)),
    ]
  }

  /// Reads back what ``json`` writes; statements of before tell a balance of nothing alone.
  init(_ json: JSON?) throws {
    self.init(
      opening: Cents(json?["openingCents"]?.integerValue ?? 0),
      lines: try (json?["movements"]?.arrayValue ?? []).map(MemberAccountLine.init))
  }
}

extension MemberAccountLine {
  fileprivate var json: JSON {
    [
      "account": .string(account), "cents": .integer(amount.units),
      "date": .string(day.description), "entry": .string(entry.description),
    ]
  }

  fileprivate init(_ json: JSON) throws {
    self.init(
      day: try Day(json["date"]?.stringValue ?? ""),
      entry: try EntryReference(json["entry"]?.stringValue ?? ""),
      account: json["account"]?.stringValue ?? "",
      amount: Cents(json["cents"]?.integerValue ?? 0))
  }
}

extension MemberStatement.TaxedPayment {
  /// The payment for programs: amounts in cents, rates in hundredths of a percent.
  var json: JSON {
    [
      "date": .string(day.description), "kind": .string(kind.rawValue),
      "reference": .string(reference), "grossCents": .integer(gross.units),
      "repaidCents": .integer(repaid.units), "netCents": .integer(net.units),
      "levies": .array(
        taken.map {
          [
            "levy": .string($0.levy), "rateBasisPoints": .integer($0.basisPoints),
            "cents": .integer($0.amount.units),
          ]
        }),
    ]
  }

  /// Reads back what ``json`` writes; nothing when it is none.
  init?(_ json: JSON) throws {
    guard let kind = json["kind"]?.stringValue.flatMap(IncomeKind.init) else { return nil }
    self.kind = kind
    day = try Day(json["date"]?.stringValue ?? "")
    reference = json["reference"]?.stringValue ?? ""
    gross = Cents(json["grossCents"]?.integerValue ?? 0)
    repaid = Cents(json["repaidCents"]?.integerValue ?? 0)
    taken = (json["levies"]?.arrayValue ?? []).map {
      Taken(
        levy: $0["levy"]?.stringValue ?? "",
        basisPoints: $0["rateBasisPoints"]?.integerValue ?? 0,
        amount: Cents($0["cents"]?.integerValue ?? 0))
    }
  }
}

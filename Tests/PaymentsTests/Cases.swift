import Membership
import Units

@testable import Payments

/// Shorthand of these tests.
func day(_ text: String) -> Day { (try? Day(text)) ?? Day(number: 0) }

func member(_ number: Int) -> MemberNumber {
  // A literal of our own.
  (try? MemberNumber("M\(String(number + 10_000).dropFirst())"))
    ?? { preconditionFailure("a member number") }()
}

func due(
  _ number: Int, _ balance: Int64, returned: Int64 = 0, _ status: TaxStatus = .person,
  account: String = "457000", contract: String? = nil
) -> Due {
  Due(
    member: member(number), account: account, contract: contract, balance: Cents(balance),
    returned: Cents(returned), status: status)
}

func batch(
  _ dues: [Due], _ kind: IncomeKind = .dividend, on text: String = "2026-06-30",
  reference: String = "DIV-2025"
) throws -> PaymentBatch {
  try PaymentBatch.paying(dues, reference: reference, kind: kind, on: day(text)).batch
}

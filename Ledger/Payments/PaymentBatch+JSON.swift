import Membership
import Tables
public import Text
public import Units

extension PaymentBatch {
  /// The payments as the book keeps them: numbers of members, no names.
  public var body: JSON { ["payments": .array(payments.map(\.json))] }

  /// Reads back what ``body`` writes; nothing when it is none.
  public init?(reference: String, kind: IncomeKind, paidOn: Day, body: JSON) {
    guard let items = body["payments"]?.arrayValue else { return nil }
    let payments = items.compactMap(MemberPayment.init)
    guard payments.count == items.count else { return nil }
    self.init(reference: reference, kind: kind, paidOn: paidOn, payments: payments)
  }
}

extension MemberPayment {
  /// The payment for programs: amounts in cents.
  public var json: JSON {
    var members: [String: JSON] = [
      "member": .string(member.description), "account": .string(account),
      "status": .string(status.rawValue), "grossCents": .integer(gross.units),
      "repaidCents": .integer(repaid.units), "netCents": .integer(net.units),
      "withheldCents": withheld.json,
    ]
    members["contract"] = contract.map(JSON.string)
    return .object(members)
  }

  init?(_ json: JSON) {
    guard let number = json["member"]?.stringValue, let member = try? MemberNumber(number),
      let account = json["account"]?.stringValue,
      let status = json["status"]?.stringValue.flatMap(TaxStatus.init),
      let gross = json["grossCents"]?.integerValue,
      let repaid = json["repaidCents"]?.integerValue, let withheld = json["withheldCents"]
    else { return nil }
    self.init(
      member: member, account: account, contract: json["contract"]?.stringValue, status: status,
      gross: Cents(gross), repaid: Cents(repaid), withheld: Withheld(withheld))
  }
}

extension Withheld {
  /// The amounts above zero by levy, in cents.
  public var json: JSON {
    let given = Levy.allCases.filter { self[$0] != .zero }
    return .object(
      Dictionary(uniqueKeysWithValues: given.map { ($0.rawValue, .integer(self[$0].units)) }))
  }

  init(_ json: JSON) {
    self.init(
      Dictionary(
        uniqueKeysWithValues: Levy.allCases.map {
          ($0, Cents(json[$0.rawValue]?.integerValue ?? 0))
        }))
  }
}

import Foundation
import GRDB
public import Journal
public import Membership
public import Payments
import Text
public import Units

/// A batch of payments as the book keeps it.
public struct StoredBatch: Hashable, Sendable {
  /// The payments.
  public let batch: PaymentBatch
  /// Its entry.
  public let entry: EntryReference
}

/// A payment that came back from the bank.
public struct ReturnedPayment: Hashable, Sendable {
  /// The reference that went out with it.
  public let payment: String
  /// The member.
  public let member: MemberNumber
  /// The amount.
  public let amount: Cents
  /// The day it came back.
  public let returnedOn: Day
  /// Why, in the bank's words or code.
  public let reason: String
  /// Where it is owed again.
  public let place: OwedToMember.Place
}

extension BookReader {
  /// The batches of payments by day and reference, those whose entry was reversed left out.
  ///
  /// - Parameter period: the days of payment; all of them when nothing is given.
  public func paymentBatches(in period: Period? = nil) throws -> [StoredBatch] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT reference, kind, paid_on, body, \(EntryReference.columns)
        FROM payment_batch JOIN entry ON entry.id = payment_batch.entry
        JOIN fiscal_year ON first = entry.fiscal_year
        WHERE NOT EXISTS (SELECT 1 FROM entry AS inverse WHERE inverse.reverses = entry.id)
          AND paid_on BETWEEN ? AND ?
        ORDER BY paid_on, reference
        """,
      arguments: [
        period?.first.description ?? "", period?.last?.description ?? "9999-12-31",
      ])
    return try rows.compactMap { row in
      guard let batch = try paymentBatch(row), let entry = EntryReference(row) else { return nil }
      return StoredBatch(batch: batch, entry: entry)
    }
  }

  private func paymentBatch(_ row: Row) throws -> PaymentBatch? {
    guard let kind = IncomeKind(rawValue: row["kind"]) else { return nil }
    return PaymentBatch(
      reference: row["reference"], kind: kind, paidOn: try Day(row["paid_on"] as String),
      body: try JSON(reading: Array((row["body"] as String).utf8)))
  }

  /// Whether a batch ever had this reference, reversed or not.
  public func knowsBatch(_ reference: String) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM payment_batch WHERE reference = ?)",
      arguments: [reference]) ?? false
  }

  /// The payments that came back, in order of day.
  public func returnedPayments() throws -> [ReturnedPayment] {
    try Row.fetchAll(db, sql: "SELECT * FROM payment_return ORDER BY returned_on, payment").map {
      row in
      ReturnedPayment(
        payment: row["payment"], member: try MemberNumber(row["member"] as String),
        amount: Cents(row["cents"]), returnedOn: try Day(row["returned_on"] as String),
        reason: row["reason"],
        place: OwedToMember.Place(
          member: try MemberNumber(row["member"] as String), account: row["account"],
          contract: row["contract"]))
    }
  }

  /// What members told about taxes.
  public func attestations() throws -> [Attestation] {
    try Row.fetchAll(db, sql: "SELECT * FROM attestation ORDER BY member, year, kind").compactMap {
      row in
      guard let kind = Attestation.Kind(rawValue: row["kind"]) else { return nil }
      return Attestation(
        member: try MemberNumber(row["member"] as String), kind: kind, year: row["year"],
        received: try Day(row["received_on"] as String), paper: paper(row))
    }
  }

  /// Whether the taxes of a month are declared and paid.
  public func isDeclared(_ month: Month) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM tax_return WHERE month = ?)",
      arguments: [month.description]) ?? false
  }

  /// What is owed to members on accounts and may be paid on a day, above zero.
  ///
  /// What was owed by that day counts, less everything ever paid, also on later days: nothing is paid
  /// twice because a payment is dated before another. Entries that were reversed count nowhere.
  ///
  /// - Complexity: O(postings on the accounts).
  public func owed(on accounts: [String], by day: Day) throws -> [OwedToMember] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT account, substr(auxiliary, 8) AS member, contract,
          sum(iif(date <= ?, credit, 0) - debit) AS balance
        FROM posting JOIN entry ON entry.id = posting.entry
        WHERE account IN (\(accounts.map { _ in "?" }.joined(separator: ", ")))
          AND auxiliary GLOB 'member:*' AND NOT restates AND reverses IS NULL
          AND NOT EXISTS (SELECT 1 FROM entry AS inverse WHERE inverse.reverses = entry.id)
        GROUP BY account, auxiliary, contract HAVING balance > 0
        ORDER BY account, auxiliary, contract
        """, arguments: StatementArguments([day.description] + accounts))
    return try rows.map { row in
      OwedToMember(
        member: try MemberNumber(row["member"] as String), account: row["account"],
        contract: row["contract"], balance: Cents(row["balance"]))
    }
  }

  /// What moved the dividends owed to members, in order, each with the day from which it counts.
  ///
  /// A dividend that a meeting decided counts from the day of payment it set.
  public func dividendMovements(
    through day: Day
  ) throws -> [MemberNumber: [Unclaimed.Movement]] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT substr(auxiliary, 8) AS member, credit - debit AS cents,
          coalesce(json_extract(body, '$.resolution.payment_date'), date) AS day
        FROM posting JOIN entry ON entry.id = posting.entry
        LEFT JOIN appropriation ON appropriation.entry = entry.id
        WHERE account = ? AND auxiliary GLOB 'member:*' AND date <= ? AND NOT restates
          AND reverses IS NULL
          AND NOT EXISTS (SELECT 1 FROM entry AS inverse WHERE inverse.reverses = entry.id)
        ORDER BY date, posting.entry, line
        """, arguments: [PaymentEntries.dividends, day.description])
    var movements: [MemberNumber: [Unclaimed.Movement]] = [:]
    for row in rows {
      movements[try MemberNumber(row["member"] as String), default: []].append(
        Unclaimed.Movement(day: try Day(row["day"] as String), amount: Cents(row["cents"])))
    }
    return movements
  }
}

/// What stands to a member's credit on an account.
public struct OwedToMember: Hashable, Sendable {
  /// The member.
  public let member: MemberNumber
  /// The account.
  public let account: String
  /// The agreement, if any.
  public let contract: String?
  /// The amount.
  public let balance: Cents

  /// Whom something is owed, on which account, under which agreement.
  public struct Place: Hashable, Sendable {
    let member: MemberNumber
    let account: String
    let contract: String?

    /// A place.
    public init(member: MemberNumber, account: String, contract: String?) {
      self.member = member
      self.account = account
      self.contract = contract
    }
  }

  /// Where it stands.
  public var place: Place { Place(member: member, account: account, contract: contract) }
}

/// The digest of a row's paper, if there is one.
private func paper(_ row: Row) -> Digest? {
  (row["paper"] as Data?).map { digest($0) }
}

extension BookReader {
  /// What moved an account under a contract, by day: credits less debits.
  ///
  /// - Complexity: O(postings on the account).
  public func movements(
    onAccount account: String, contract: String
  ) throws -> [(day: Day, amount: Cents)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT date, sum(credit - debit) AS cents FROM posting JOIN entry ON entry.id = posting.entry
        WHERE account = ? AND contract = ? AND NOT restates GROUP BY date ORDER BY date
        """, arguments: [account, contract])
    return try rows.map { (try Day($0["date"] as String), Cents($0["cents"])) }
  }
}

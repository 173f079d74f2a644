import Foundation
import GRDB
public import Journal
import Membership
public import Payments
import Text
public import Units

extension BookWriter {
  /// Posts the entry of a batch and records the batch.
  ///
  /// - Throws: ``JournalRefusal``.
  public func record(_ batch: PaymentBatch) throws -> EntryReference {
    let draft = PaymentEntries.entry(batch)
    let entry = try posted(draft)
    let leaf = paymentBatchLeaf(
      reference: batch.reference, kind: batch.kind.rawValue, paidOn: batch.paidOn.description,
      body: batch.body, entry: entry.id, recordedAt: now.seconds)
    try db.execute(
      sql: """
        INSERT INTO payment_batch (reference, kind, paid_on, body, entry, recorded_at, leaf)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        batch.reference, batch.kind.rawValue, batch.paidOn.description, batch.body.text, entry.id,
        now.seconds, try appendLeaf("payment-batch", leaf.canonical),
      ])
    return entry.reference
  }

  /// Posts the entry of a payment that came back and records it.
  ///
  /// - Throws: ``JournalRefusal``.
  public func record(
    returned payment: MemberPayment, of batch: PaymentBatch, reason: String, on day: Day
  ) throws -> EntryReference {
    let name = batch.endToEnd(payment)
    let entry = try posted(
      PaymentEntries.returned(payment, endToEnd: name, reason: reason, on: day))
    let leaf = paymentReturnLeaf(
      payment: name, batch: batch.reference, member: payment.member.description,
      account: payment.account, contract: payment.contract, cents: payment.net.units,
      returnedOn: day.description, reason: reason, entry: entry.id, recordedAt: now.seconds)
    try db.execute(
      sql: """
        INSERT INTO payment_return (payment, batch, member, account, contract, cents, returned_on,
          reason, entry, recorded_at, leaf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        name, batch.reference, payment.member.description, payment.account, payment.contract,
        payment.net.units, day.description, reason, entry.id, now.seconds,
        try appendLeaf("payment-return", leaf.canonical),
      ])
    return entry.reference
  }

  /// Posts the payment of a month's taxes and records the return.
  ///
  /// - Throws: ``JournalRefusal``.
  public func record(_ form: MonthlyReturn, paidOn day: Day) throws -> EntryReference {
    let entry = try posted(PaymentEntries.taxes(form, on: day))
    let leaf = taxReturnLeaf(
      month: form.month.description, paidOn: day.description, body: form.json, entry: entry.id,
      recordedAt: now.seconds)
    try db.execute(
      sql: """
        INSERT INTO tax_return (month, paid_on, body, entry, recorded_at, leaf)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        form.month.description, day.description, form.json.text, entry.id, now.seconds,
        try appendLeaf("tax-return", leaf.canonical),
      ])
    return entry.reference
  }

  /// Records what a member told about taxes.
  ///
  /// - Returns: whether it is new; the same a second time changes nothing.
  /// - Throws: ``PaymentsRefusal/attestationIsKnown(_:year:)``.
  public func record(_ attestation: Attestation) throws -> Bool {
    let known = try reader.attestations().first {
      ($0.member, $0.kind, $0.year) == (attestation.member, attestation.kind, attestation.year)
    }
    if let known {
      guard known == attestation else {
        throw PaymentsRefusal.attestationIsKnown(attestation.member, year: attestation.year)
      }
      return false
    }
    let leaf = attestationLeaf(
      member: attestation.member.description, kind: attestation.kind.rawValue,
      year: attestation.year, receivedOn: attestation.received.description,
      paper: attestation.paper, recordedAt: now.seconds)
    try db.execute(
      sql: """
        INSERT INTO attestation (member, kind, year, received_on, paper, recorded_at, leaf)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        attestation.member.description, attestation.kind.rawValue, attestation.year,
        attestation.received.description, attestation.paper?.bytes.blob, now.seconds,
        try appendLeaf("attestation", leaf.canonical),
      ])
    return true
  }

  /// Posts an entry and answers its place and name.
  private func posted(_ draft: DraftEntry) throws -> (id: Int64, reference: EntryReference) {
    let reference = try post(Entry(checking: draft)).name
    return (try reader.entryID(ofKey: draft.key), reference)
  }
}

extension PostOutcome {
  fileprivate var name: EntryReference {
    switch self {
    case .posted(let reference), .alreadyPosted(let reference): reference
    }
  }
}

/// A batch as a leaf of the log, from the columns of its row.
func paymentBatchLeaf(
  reference: String, kind: String, paidOn: String, body: JSON, entry: Int64, recordedAt: Int64
) -> JSON {
  [
    "type": "payment-batch", "reference": .string(reference), "kind": .string(kind),
    "paidOn": .string(paidOn), "body": body, "entry": .integer(entry),
    "recordedAt": .integer(recordedAt),
  ]
}

/// A payment that came back as a leaf of the log, from the columns of its row.
func paymentReturnLeaf(
  payment: String, batch: String, member: String, account: String, contract: String?,
  cents: Int64, returnedOn: String, reason: String, entry: Int64, recordedAt: Int64
) -> JSON {
  var leaf: [String: JSON] = [
    "type": "payment-return", "payment": .string(payment), "batch": .string(batch),
    "member": .string(member), "account": .string(account), "cents": .integer(cents),
    "returnedOn": .string(returnedOn), "reason": .string(reason), "entry": .integer(entry),
    "recordedAt": .integer(recordedAt),
  ]
  leaf["contract"] = contract.map(JSON.string)
  return .object(leaf)
}

/// A month's taxes as a leaf of the log, from the columns of the row.
func taxReturnLeaf(
  month: String, paidOn: String, body: JSON, entry: Int64, recordedAt: Int64
) -> JSON {
  [
    "type": "tax-return", "month": .string(month), "paidOn": .string(paidOn), "body": body,
    "entry": .integer(entry), "recordedAt": .integer(recordedAt),
  ]
}

/// An attestation as a leaf of the log, from the columns of its row.
func attestationLeaf(
  member: String, kind: String, year: Int, receivedOn: String, paper: Digest?, recordedAt: Int64
) -> JSON {
  var leaf: [String: JSON] = [
    "type": "attestation", "member": .string(member), "kind": .string(kind),
    "year": .integer(Int64(year)), "receivedOn": .string(receivedOn),
    "recordedAt": .integer(recordedAt),
  ]
  leaf["paper"] = paper.map { .string($0.hex) }
  return .object(leaf)
}

extension BookReader {
  /// The most that was subscribed and not paid on any day of a period.
  ///
  /// - Complexity: O(lines on accounts 1011 and 1012).
  public func unpaidCapital(in days: Period) throws -> Cents {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT date, sum(credit - debit) AS change
        FROM posting JOIN entry ON entry.id = posting.entry
        WHERE account BETWEEN '101100' AND '101299' AND NOT restates AND date <= ?
        GROUP BY date ORDER BY date
        """, arguments: [(days.last ?? Day.endOfTime).description])
    var (unpaid, most) = (Cents.zero, Cents.zero)
    while let row = try rows.next() {
      let day = try Day(row["date"] as String)
      if day > days.first { most = max(most, unpaid) }
      unpaid += Cents(row["change"])
    }
    return max(most, unpaid)
  }
}

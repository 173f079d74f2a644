import Bookings
public import Journal
public import Membership
public import Payments
public import Store
public import Units

/// What members are owed and paid: each step whole or not at all.
public struct Paying {
  /// The book.
  public let book: Book
  /// The instant that stands for "now".
  public let now: Instant

  /// The payments of a book.
  public init(book: Book, now: Instant) {
    self.book = book
    self.now = now
  }

  private var today: Day { ParisTime.day(of: now) }

  /// A batch that was prepared.
  public struct Prepared: Sendable {
    /// The payments.
    public let batch: PaymentBatch
    /// What waits because it is below the least amount.
    public let waiting: [MemberPayment]
    /// Its entry.
    public let entry: EntryReference
    /// Whether it was recorded now, and not before.
    public let isNew: Bool
  }

  /// Pays on a day what members are owed: taxes are withheld, the entry is posted.
  ///
  /// The same batch a second time changes nothing.
  ///
  /// - Parameter only: the members to pay; everybody when empty.
  /// - Throws: every ``PaymentsRefusal`` at once, ``JournalRefusal``.
  public func prepare(
    _ kind: IncomeKind, reference: String, on day: Day, least: Cents = .zero,
    only: [MemberNumber] = [], rehearsing: Bool = false
  ) throws -> Prepared {
    try book.write(at: now, rehearsing: rehearsing) { page in
      let reader = try page.reader
      if try reader.knowsBatch(reference) {
        let known = try reader.paymentBatches().first { $0.batch.reference == reference }
        guard let known, known.batch.paidOn == day, known.batch.kind == kind else {
          throw PaymentsRefusal.batchReferenceIsTaken(reference)
        }
        return Prepared(batch: known.batch, waiting: [], entry: known.entry, isNew: false)
      }
      guard try !reader.isDeclared(day.month) else {
        throw PaymentsRefusal.monthIsDeclared(day.month)
      }
      let dues = try dues(kind, on: day, only, reader)
      let (batch, waiting) = try PaymentBatch.paying(
        dues, reference: reference, kind: kind, on: day, least: least)
      let entry = try page.record(batch)
      return Prepared(batch: batch, waiting: waiting, entry: entry, isNew: true)
    }
  }

  /// The accounts on which each kind of income is owed.
  static func accounts(_ kind: IncomeKind) -> [String] {
    kind == .dividend ? [PaymentEntries.dividends] : ["168800", "455800"]
  }

  private func dues(
    _ kind: IncomeKind, on day: Day, _ only: [MemberNumber], _ reader: BookReader
  ) throws -> [Due] {
    let members = Dictionary(
      uniqueKeysWithValues: try reader.members().map { ($0.number, $0) })
    let told = Attestations(try reader.attestations())
    let returned = try reader.returnsOwed()
    var refusals: [any Refusal] = []
    var dues: [Due] = []
    for owed in try reader.owed(on: Self.accounts(kind), by: day) {
      guard only.isEmpty || only.contains(owed.member), let member = members[owed.member] else {
        continue
      }
      do {
        dues.append(
          Due(
            member: owed.member, account: owed.account, contract: owed.contract,
            balance: owed.balance, returned: returned[owed.place] ?? .zero,
            status: try told.status(of: member, kind, on: day)))
      } catch { refusals.append(error) }
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    return dues
  }

  /// Records that a payment came back from the bank: the member is owed the net amount again.
  ///
  /// - Returns: the payment and its entry.
  /// - Throws: ``PaymentsRefusal/paymentIsUnknown(_:)``,
  ///   ``PaymentsRefusal/paymentCameBackAlready(_:)``,
  ///   ``PaymentsRefusal/returnIsBeforeThePayment(_:paid:)``.
  public func comeBack(
    _ name: String, reason: String, on day: Day
  ) throws -> (payment: MemberPayment, entry: EntryReference) {
    try book.write(at: now) { page in
      let reader = try page.reader
      let found = try reader.paymentBatches().lazy.map(\.batch).compactMap { batch in
        batch.payments.first { batch.endToEnd($0) == name }.map { (batch, $0) }
      }.first
      guard let (batch, payment) = found else { throw PaymentsRefusal.paymentIsUnknown(name) }
      guard try !reader.returnedPayments().contains(where: { $0.payment == name }) else {
        throw PaymentsRefusal.paymentCameBackAlready(name)
      }
      guard day >= batch.paidOn else {
        throw PaymentsRefusal.returnIsBeforeThePayment(day, paid: batch.paidOn)
      }
      let entry = try page.record(returned: payment, of: batch, reason: reason, on: day)
      return (payment, entry)
    }
  }

  /// Undoes a batch that the bank never carried out: its entry is reversed, it counts nowhere.
  ///
  /// - Throws: ``PaymentsRefusal/batchIsUnknown(_:known:)``,
  ///   ``PaymentsRefusal/monthIsDeclared(_:)``,
  ///   ``PaymentsRefusal/paymentCameBackAlready(_:)``, ``JournalRefusal``.
  public func cancel(_ reference: String, reason: String) throws -> EntryReference {
    try book.write(at: now) { page in
      let reader = try page.reader
      let stored = try reader.batch(reference)
      let batch = stored.batch
      guard try !reader.isDeclared(batch.paidOn.month) else {
        throw PaymentsRefusal.monthIsDeclared(batch.paidOn.month)
      }
      let names = Set(batch.payments.map(batch.endToEnd))
      if let back = try reader.returnedPayments().first(where: { names.contains($0.payment) }) {
        throw PaymentsRefusal.paymentCameBackAlready(back.payment)
      }
      let closed = try reader.closedThrough()
      let inverse = Correction.reversal(
        of: try reader.entry(stored.entry).content, stored.entry,
        on: max(batch.paidOn, closed?.next ?? batch.paidOn), reason: reason)
      return try page.post(Entry(checking: inverse)).reference
    }
  }

  /// The return of a month's taxes, as it stands.
  ///
  /// - Throws: ``PaymentsRefusal/monthHasNoTax(_:)``.
  public func taxes(of month: Month) throws -> (form: MonthlyReturn, isDeclared: Bool) {
    try book.read { page in
      (
        try MonthlyReturn(month, page.paymentBatches().map(\.batch)),
        try page.isDeclared(month)
      )
    }
  }

  /// Pays the taxes of a month: from here on its payments stand.
  ///
  /// - Throws: ``PaymentsRefusal/monthIsDeclared(_:)``, ``PaymentsRefusal/monthHasNoTax(_:)``,
  ///   ``PaymentsRefusal/returnIsBeforeThePayment(_:paid:)``.
  public func payTaxes(
    of month: Month, on day: Day
  ) throws -> (form: MonthlyReturn, entry: EntryReference) {
    try book.write(at: now) { page in
      let reader = try page.reader
      guard try !reader.isDeclared(month) else { throw PaymentsRefusal.monthIsDeclared(month) }
      let form = try MonthlyReturn(month, reader.paymentBatches().map(\.batch))
      guard day > month.last else {
        throw PaymentsRefusal.returnIsBeforeThePayment(day, paid: month.last)
      }
      return (form, try page.record(form, paidOn: day))
    }
  }

  /// Records what a member told about taxes.
  ///
  /// - Returns: whether it is new.
  /// - Throws: ``MembershipRefusal/memberIsUnknown(_:)`` and what the attestation refuses.
  public func record(_ attestation: Attestation) throws -> Bool {
    guard attestation.received <= today else {
      throw PaymentsRefusal.attestationIsToCome(attestation.received, today: today)
    }
    return try book.write(at: now) { page in
      let members = try page.reader.members()
      guard let member = members.first(where: { $0.number == attestation.member }) else {
        throw MembershipRefusal.memberIsUnknown(attestation.member)
      }
      try attestation.check(member)
      return try page.record(attestation)
    }
  }

  /// The dividends that nobody was paid, oldest first.
  public func unclaimed() throws -> [Unclaimed] {
    try book.read { page in
      try page.dividendMovements(through: today)
        .flatMap { Unclaimed.left(of: $0.key, $0.value) }
        .sorted { ($0.payable, $0.member) < ($1.payable, $1.member) }
    }
  }

  /// Hands to the State what a member did not claim for five years.
  ///
  /// - Throws: ``PaymentsRefusal/nothingIsPrescribed(_:on:)``.
  public func prescribe(
    _ member: MemberNumber, on day: Day
  ) throws -> (amount: Cents, entry: EntryReference) {
    let old = try unclaimed().filter { $0.member == member && $0.prescribedOn <= day }
    guard let last = old.last else {
      throw PaymentsRefusal.nothingIsPrescribed(member, on: day)
    }
    let amount = old.reduce(Cents.zero) { $0 + $1.amount }
    return try book.write(at: now) { page in
      let draft = PaymentEntries.prescribed(amount, of: member, since: last.payable, on: day)
      return (amount, try page.post(Entry(checking: draft)).reference)
    }
  }
}

extension BookReader {
  /// The batch of a reference.
  ///
  /// - Throws: ``PaymentsRefusal/batchIsUnknown(_:known:)``.
  public func batch(_ reference: String) throws -> StoredBatch {
    let batches = try paymentBatches()
    guard let batch = batches.first(where: { $0.batch.reference == reference }) else {
      throw PaymentsRefusal.batchIsUnknown(reference, known: batches.map(\.batch.reference))
    }
    return batch
  }

  /// What came back from the bank and was not paid again, by member and account.
  fileprivate func returnsOwed() throws -> [OwedToMember.Place: Cents] {
    var owed: [OwedToMember.Place: Cents] = [:]
    for payment in try returnedPayments() { owed[payment.place, default: .zero] += payment.amount }
    for batch in try paymentBatches().map(\.batch) {
      for payment in batch.payments where payment.repaid != .zero {
        let place = OwedToMember.Place(
          member: payment.member, account: payment.account, contract: payment.contract)
        owed[place, default: .zero] -= payment.repaid
      }
    }
    return owed
  }
}

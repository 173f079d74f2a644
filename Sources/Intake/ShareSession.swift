import Bookings
import Journal
import Membership
import Store
import Units

/// Takes movements of shares into the book one by one, within one transaction; faults are gathered.
final class ShareSession {
  private(set) var result = SharesImport()
  private let page: BookWriter
  private let desk: MovementDesk
  let statutes: Statutes
  private var state: ShareState
  /// Who holds what, where a cap asks for it.
  private var register: ShareRegister?
  private let erased: Set<MemberNumber>
  private var faults: [Located] = []

  /// More faults than anybody mends in one go.
  private static let mostFaults = 1000

  init(_ page: BookWriter) throws {
    self.page = page
    desk = try MovementDesk(page)
    statutes = try Cooperative(page.reader, on: Day.endOfTime).statutes
    state = try page.reader.shareState(statutes)
    erased = try page.reader.erasedMembers()
    register = statutes.everBind ? try page.reader.register(statutes) : nil
  }

  /// Takes a movement in, or notes why not.
  func take(_ movement: Movement, at place: @autoclosure () -> Place) throws {
    do {
      let (recorded, isNew) = try record(movement)
      if isNew { result.new += 1 } else { result.known += 1 }
      if isNew, result.movements.count < SharesImport.mostListed {
        result.movements.append(recorded)
      }
    } catch let refusals as Refusals {
      for refusal in refusals.all { faults.append(Located(refusal, at: place())) }
    } catch let refusal as JournalRefusal {
      faults.append(Located(refusal, at: place()))
    }
    if faults.count >= ShareSession.mostFaults { try finish() }
  }

  /// Throws what was noted, in the order of the lines.
  func finish() throws(Refusals) {
    guard !faults.isEmpty else { return }
    let inOrder = faults.enumerated().sorted { one, other in
      (one.element.place.line ?? 0, one.offset) < (other.element.place.line ?? 0, other.offset)
    }
    throw Refusals(inOrder.map(\.element))
  }

  /// Records a movement, or finds the one already recorded under its reference.
  func record(_ movement: Movement) throws -> (recorded: RecordedMovement, isNew: Bool) {
    let subject = try movement.more.subject.flatMap { try desk.movement($0) }
    if let known = try desk.movement(movement.reference) {
      if known.isSame(as: movement) { return (known, false) }
      throw Refusals([
        MembershipRefusal.referenceHasOtherContent(movement.reference, order: known.order)
      ])
    }
    let others =
      erasedReasons(movement) + (register?.capReasons(against: movement, subject: subject) ?? [])
    let recorded: RecordedMovement
    do throws(Refusals) {
      recorded = try state.record(movement, subject: subject)
    } catch {
      throw others.isEmpty ? error : Refusals(error.all + others)
    }
    guard others.isEmpty else { throw Refusals(others) }
    register?.apply(recorded)
    try desk.record(recorded)
    for draft in ShareBookings.entries(recorded, state) {
      try post(draft)
    }
    return (recorded, true)
  }

  /// Whoever receives shares is known.
  private func erasedReasons(_ movement: Movement) -> [any Refusal] {
    let receiver =
      movement.kind.isTransfer
      ? movement.counterparty : movement.kind.isExit ? nil : movement.member
    guard let receiver, movement.kind != .repayment, erased.contains(receiver) else { return [] }
    return [PersonRefusal.memberIsErased(receiver)]
  }

  /// Posts an entry of a movement; a closed month is told as what it is to the movement.
  private func post(_ draft: DraftEntry) throws {
    do {
      try page.post(Entry(checking: draft))
    } catch JournalRefusal.monthIsClosed(let day, let closed) {
      throw Refusals([MovementRefusal.movementIsInAClosedMonth(day, closedThrough: closed)])
    }
  }

  /// Undoes a movement.
  func correct(
    _ reference: String, by name: String, on day: Day?, reason: String
  ) throws -> RecordedMovement {
    guard let wrong = try page.reader.movementToUndo(reference, statutes) else {
      throw MovementRefusal.subjectIsUnknown(reference)
    }
    if try page.reader.isCorrected(order: wrong.order) {
      throw MovementRefusal.movementIsCorrectedAlready(reference)
    }
    let effect = wrong.effective ?? wrong.movement.date
    let open = try page.reader.closedThrough()?.next ?? effect
    let inverse = wrong.movement.inverse(
      named: name, on: day ?? max(effect, open), reason: reason)
    let others = erasedReasons(inverse)
    guard others.isEmpty else { throw Refusals(others) }
    let recorded = try state.record(inverse, subject: wrong)
    try desk.record(recorded)
    for part in ShareBookings.parts {
      let key = ShareBookings.keyPrefix(reference) + part
      guard let entry = try page.reader.entry(key: key) else { continue }
      var draft = Correction.reversal(
        of: entry.content, entry.reference, on: inverse.date, reason: reason)
      draft.key = ShareBookings.keyPrefix(name) + part
      try post(draft)
    }
    return recorded
  }
}

extension Movement {
  /// What undoes it: the same shares the other way, at the same worth.
  fileprivate func inverse(named name: String, on day: Day, reason: String) -> Movement {
    var more = MovementParticulars()
    more.subject = reference
    more.corrects = true
    more.reason = reason
    more.price = kind.isIssue ? amount : nil
    let inverse: MovementKind =
      kind.isTransfer ? .transfer : kind.isIssue ? .withdrawal : .subscription
    return Movement(
      date: day, kind: inverse, member: kind.isTransfer ? counterparty ?? member : member,
      counterparty: kind.isTransfer ? member : nil, shares: shares, amount: amount,
      reference: name, more: more)
  }
}

extension RecordedMovement {
  /// Whether a file says again what was recorded.
  fileprivate func isSame(as other: Movement) -> Bool {
    var (mine, theirs) = (movement.more, other.more)
    if let effect = theirs.effect, effect != effective { return false }
    (mine.effect, theirs.effect, mine.lot, theirs.lot) = (nil, nil, nil, nil)
    if theirs.price == other.amount { theirs.price = nil }
    let plain = MovementParticulars()
    let bare = { (movement: Movement) in
      Movement(
        date: movement.date, kind: movement.kind, member: movement.member,
        counterparty: movement.counterparty, shares: movement.shares, amount: movement.amount,
        reference: movement.reference, more: plain)
    }
    return mine == theirs && bare(movement) == bare(other)
  }
}

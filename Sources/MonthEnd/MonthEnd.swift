public import Closing
public import Keys
public import Seal
public import Store
public import Units

/// The whole of a month's end on one page: every stage boundary is a named type.
///
///     Book ─► MonthFacts ─► Checklist ─► Reckoning ─► SealedMonth ─► folder on disk
///
/// Everything up to the signature happens in one transaction of the book. The folder is written in
/// full under a provisional name before the transaction commits, and gets its own name after: a
/// crash in between leaves a closed month whose folder ``finishFolders()`` puts in place.
public struct MonthEnd {
  /// The book.
  public let book: Book
  /// The folder that holds the folders of the closings.
  public let closings: String
  /// The instant that stands for "now".
  public let now: Instant
  /// The program and version that closes.
  public let software: String
  /// What the keys remember of what they signed; nothing where no keys are kept.
  public let memory: SigningMemory?

  /// A month's end for a book.
  public init(
    book: Book, closings: String, now: Instant, software: String, memory: SigningMemory? = nil
  ) {
    self.book = book
    self.closings = closings
    self.now = now
    self.software = software
    self.memory = memory
  }

  /// The day it is in France.
  var today: Day { ParisTime.day(of: now) }

  /// What stands between a month and its closing.
  ///
  /// - Throws: ``ClosingRefusal`` when the month cannot be closed at all now.
  public func checklist(_ month: Month) throws -> Checklist {
    try book.read { page in
      try page.calendar().admit(month, today: today)
      return try MonthFacts(month, page).open.check()
    }
  }

  /// Says whether a month may be closed now, before a key is asked for.
  ///
  /// - Throws: ``ClosingRefusal``.
  public func admit(_ month: Month) throws {
    try book.read { page in
      try page.calendar().admit(month, today: today)
    }
  }

  /// Closes a month, whole or not at all: accrues, allocates, locks, seals, writes the folder.
  ///
  /// - Throws: ``ClosingRefusal``, ``KeysRefusal``, ``SealRefusal``, ``StoreRefusal``.
  public func close(
    _ month: Month, signer: some Signer, waivers: Waivers = Waivers()
  ) throws -> ClosedMonth {
    let folder = ClosingFolder(month: month, in: closings)
    let closed = try book.write(at: now) { page in
      try memory?.check(page.reader)
      let reckoning = try reckon(month, page, waivers)
      // Within the transaction: what another process is writing must not be cleared.
      try folder.prepare()
      let sealed = try seal(reckoning, page, signer)
      try folder.write(sealed.files)
      return ClosedMonth(reckoning, sealed)
    }
    try folder.publish()
    try remember()
    return closed
  }

  /// Has the keys remember the last closing, once the book has it.
  private func remember() throws {
    guard let memory else { return }
    try book.read { page in
      if let last = try page.closings().last { try memory.remember(last) }
    }
  }

  /// Reckons a month as closing would, and undoes it all.
  ///
  /// - Throws: as ``close(_:signer:waivers:)``; no key is needed.
  public func rehearse(_ month: Month, waivers: Waivers = Waivers()) throws -> Reckoning {
    try book.write(at: now, rehearsing: true) { page in try reckon(month, page, waivers) }
  }

  private func reckon(_ month: Month, _ page: BookWriter, _ waivers: Waivers) throws -> Reckoning {
    try page.reader.calendar().admit(month, today: today)
    try page.reader.recompute()
    let facts = try MonthFacts(month, page.reader)
    let checklist = try facts.open.check().waiving(waivers.codes, reason: waivers.reason)
    try checklist.pass()
    return try Reckoning(facts, checklist, page)
  }
}

/// The checks that a person decided to override, and why.
public struct Waivers: Hashable, Sendable {
  /// The codes of the checks.
  public var codes: [String]
  /// The reason.
  public var reason: String?

  /// Waivers; none by default.
  public init(codes: [String] = [], reason: String? = nil) {
    self.codes = codes
    self.reason = reason
  }
}

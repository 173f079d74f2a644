public import Units

/// A line of the journal with the heading of its entry.
public struct JournalLine: Hashable, Sendable {
  /// The heading of the entry.
  public let entry: Heading
  /// The line within the entry, from 1.
  public let line: Int
  /// Account, side and amount.
  public let posting: Posting
  /// The letters that join it to the lines that settle it.
  public let letters: Letters?

  /// What the lines of one entry share.
  public struct Heading: Hashable, Sendable {
    /// The name of the entry: fiscal year, series, number.
    public let reference: EntryReference
    /// The idempotency key.
    public let key: String
    /// The accounting date.
    public let date: Day
    /// The journal.
    public let journal: JournalCode
    /// The voucher reference.
    public let voucher: String
    /// The voucher date.
    public let voucherDate: Day
    /// What happened.
    public let label: String
    /// When it was validated.
    public let validatedAt: Instant
    /// Whether it says again what earlier years left, and so moves nothing.
    public let restates: Bool

    /// The heading of an entry.
    public init(
      reference: EntryReference, key: String, date: Day, journal: JournalCode, voucher: String,
      voucherDate: Day, label: String, validatedAt: Instant, restates: Bool
    ) {
      self.reference = reference
      self.key = key
      self.date = date
      self.journal = journal
      self.voucher = voucher
      self.voucherDate = voucherDate
      self.label = label
      self.validatedAt = validatedAt
      self.restates = restates
    }
  }

  /// The letters of a line: which, and since when.
  public struct Letters: Hashable, Sendable {
    /// The code, `AA` and on, within its account and auxiliary.
    public let code: String
    /// The day it was lettered.
    public let day: Day

    /// Letters.
    public init(code: String, day: Day) {
      self.code = code
      self.day = day
    }
  }

  /// A line under the heading of its entry.
  public init(entry: Heading, line: Int, posting: Posting, letters: Letters?) {
    self.entry = entry
    self.line = line
    self.posting = posting
    self.letters = letters
  }

  /// The number of the entry in its series of its fiscal year.
  public var number: Int { entry.reference.number }
  /// The accounting date.
  public var date: Day { entry.date }
  /// The journal.
  public var journal: JournalCode { entry.journal }
  /// The voucher reference.
  public var voucher: String { entry.voucher }
  /// The voucher date.
  public var voucherDate: Day { entry.voucherDate }
  /// What happened.
  public var label: String { entry.label }
}

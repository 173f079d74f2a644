import Journal
import Units

/// Lines of a journal, short to write.
struct Lines {
  static func entry(
    _ number: Int, _ day: String, _ journal: JournalCode = .miscellaneous,
    label: String = "Essai", voucher: String = "P-1", year: String = "2025",
    restates: Bool = false, _ postings: Posting...
  ) throws -> [JournalLine] {
    let day = try Day(day)
    let heading = JournalLine.Heading(
      reference: EntryReference(
        year: year, isMemorandum: journal == .memorandum, number: number),
      key: "K-\(year)-\(journal)-\(number)", date: day, journal: journal, voucher: voucher,
      voucherDate: day.previous, label: label,
      validatedAt: ParisTime.start(of: day).adding(seconds: 90_000), restates: restates)
    return postings.enumerated().map { index, posting in
      JournalLine(entry: heading, line: index + 1, posting: posting, letters: nil)
    }
  }

  static func lettered(_ line: JournalLine, _ code: String, _ day: String) throws -> JournalLine {
    JournalLine(
      entry: line.entry, line: line.line, posting: line.posting,
      letters: JournalLine.Letters(code: code, day: try Day(day)))
  }
}

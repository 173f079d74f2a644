import Journal
import Store
import Testing
import Units

/// A clock that steps back does not take the book with it.
@Suite struct ClockTests {
  @Test func `what is recorded later is never said to be recorded earlier`() throws {
    let filled = try FilledBook()
    let later = Instant(seconds: FilledBook.now.seconds + 500)
    let entries = try ["C-1", "C-2", "C-3"].map { try FilledBook.entry($0, "2025-02-01", 1) }
    _ = try filled.book.write(at: later) { try $0.post(entries[0]) }
    _ = try filled.book.write(at: FilledBook.now) { try $0.post(entries[1]) }
    // Nothing recorded, nothing known later: the same entry again leaves the book as it is.
    let before = try filled.dump()
    _ = try filled.book.write(at: Instant(seconds: later.seconds + 99)) { try $0.post(entries[1]) }
    #expect(try filled.dump() == before)
    _ = try filled.book.write(at: FilledBook.now) { try $0.post(entries[2]) }
    let times = try filled.book.read { page in
      try ["C-1", "C-2", "C-3"].map { try page.entry(key: $0)?.recordedAt.seconds }
    }
    #expect(times == [later.seconds, later.seconds, later.seconds])
  }
}

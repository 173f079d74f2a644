public import Journal
public import Store
public import Units

/// Attaches files to an entry as its vouchers, all or none.
///
/// - Returns: for each file whether it was not attached before.
/// - Throws: ``JournalRefusal/entryIsUnknown(_:)``,
///   ``JournalRefusal/voucherIsTooLarge(_:bytes:most:)``.
public func attach(
  _ files: [InputFile], to entry: EntryReference, in book: Book, now: Instant
) throws -> [Bool] {
  try book.write(at: now) { page in
    try files.map { file in
      guard !file.bytes.isEmpty else { throw IntakeRefusal.nothingToTakeIn(file.path) }
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      return try page.attach(name, file.bytes, to: entry)
    }
  }
}

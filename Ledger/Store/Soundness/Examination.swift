import GRDB
import Units

/// A book under examination: nothing of it is written, and no more of it is held than a row at a
/// time and a few bytes a leaf.
struct Examination {
  let page: BookReader
  /// The folder that holds the folders of the closings.
  let closings: String

  var db: Database { page.db }

  typealias Check = @Sendable (Examination, inout SoundnessResult) throws -> Void

  /// The checks in order; to add one is to add a line here and a case.
  static let checks: [(check: SoundnessCheck, run: Check)] = [
    (.file, { try $0.file(&$1) }), (.schema, { try $0.schema(&$1) }),
    (.log, { try $0.log(&$1) }), (.numbers, { try $0.numbers(&$1) }),
    (.entries, { try $0.entries(&$1) }), (.totals, { try $0.totals(&$1) }),
    (.register, { try $0.register(&$1) }), (.closings, { try $0.closings(&$1) }),
    (.years, { try $0.years(&$1) }), (.vouchers, { try $0.vouchers(&$1) }),
    (.bank, { try $0.bank(&$1) }),
    (.folders, { try $0.folders(&$1) }),
  ]

  /// Runs a check; what keeps it from going on is told, and the others go on.
  func result(_ check: SoundnessCheck, _ run: Check) -> SoundnessResult {
    var result = SoundnessResult(check)
    do { try run(self, &result) } catch { result.obstacle = "\(error)" }
    return result
  }
}

/// Proves that a book is sound, or says exactly what is not.
///
/// The file is opened to read only, so it may lie on a medium that cannot be written, or be evidence.
///
/// - Parameters:
///   - closings: the folder that holds the folders of the closings.
///   - further: checks of other rooms, carried out last.
/// - Throws: ``StoreRefusal`` when there is no book to examine, or a write to it was interrupted.
/// - Complexity: O(book) in time; constant memory but for a bit a leaf and the balances by month.
public func examine(
  bookAt path: String, closings: String, also further: [FurtherCheck] = []
) throws -> SoundnessReport {
  guard Disk.exists(path) else { throw StoreRefusal.bookIsMissing(path) }
  guard !Disk.isFolder(path) else { throw StoreRefusal.fileIsNotRegular(path) }
  return try translating(path) {
    do {
      let queue = try DatabaseQueue(path: path, configuration: readingConfiguration(path))
      return try queue.read { db in
        _ = try Schema.isOlder(db, path)
        let examination = Examination(page: BookReader(db: db), closings: closings)
        return SoundnessReport(
          results: Examination.checks.map(examination.result)
            + further.map { further in
              examination.result(further.check) { try further.run($0.page, &$1) }
            })
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
      throw StoreRefusal.writeWasInterrupted(path)
    }
  }
}

/// Nothing is written: `query_only` forbids it.
///
/// The file is nevertheless opened as one that might be written, where that is allowed, for SQLite
/// does not look at CHECK constraints otherwise; but not beside a journal, which it would roll back.
private func readingConfiguration(_ path: String) -> Configuration {
  var configuration = Configuration()
  configuration.readonly = Disk.exists("\(path)-journal") || !Disk.isWritable(path)
  configuration.busyMode = .timeout(2)
  configuration.prepareDatabase {
    try $0.execute(sql: "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF")
  }
  return configuration
}

/// The tables whose rows are held against the log.
public let examinedTables: Set<String> = Set(LeafSource.all.map(\.table))

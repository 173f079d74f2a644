public import Units

/// What the book and the disk refuse.
public enum StoreRefusal: Refusal, Equatable {
  /// There is no book at this path.
  case bookIsMissing(String)
  /// There is already something at the path of a new book.
  case bookExists(String)
  /// The file is no book of Soleil.
  case fileIsNoBook(String)
  /// The book was written by a newer version.
  case bookIsNewer(String, version: Int)
  /// Another process is writing to the book.
  case bookIsBusy(String)
  /// The database refused what the program wanted: a guard of the schema held.
  case guardHeld(String)
  /// The database failed: disk full, I/O error, damage.
  case databaseFailed(String)
  /// A file cannot be opened for reading.
  case fileCannotBeOpened(String, reason: String)
  /// A path is no regular file: a folder, a device, a pipe.
  case fileIsNotRegular(String)
  /// A file or folder cannot be created.
  case fileCannotBeCreated(String, reason: String)
  /// Reading or writing failed half-way.
  case diskFailed(String, reason: String)
  /// The kept totals of an account are not the sum of its postings.
  case totalsDoNotRecompute(account: String)
  /// The log is not the tree of its leaves.
  case logDoesNotRecompute
  /// The last write was interrupted: its journal lies beside the book, which is to be left as it is.
  case writeWasInterrupted(String)
  /// The folder of a closing exists, but the book does not know that closing.
  case folderIsForeign(String)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .bookIsMissing: "book-is-missing"
    case .bookExists: "book-exists"
    case .fileIsNoBook: "file-is-no-book"
    case .bookIsNewer: "book-is-newer"
    case .bookIsBusy: "book-is-busy"
    case .guardHeld(let name): name
    case .databaseFailed: "database-failed"
    case .fileCannotBeOpened: "file-cannot-be-opened"
    case .fileIsNotRegular: "file-is-not-regular"
    case .fileCannotBeCreated: "file-cannot-be-created"
    case .diskFailed: "disk-failed"
    case .totalsDoNotRecompute: "totals-do-not-recompute"
    case .logDoesNotRecompute: "log-does-not-recompute"
    case .writeWasInterrupted: "write-was-interrupted"
    case .folderIsForeign: "folder-is-foreign"
    }
  }

  /// The exit class of each.
  public var outcome: Outcome {
    switch self {
    case .bookIsMissing, .fileCannotBeOpened, .fileIsNotRegular: .noInput
    case .bookExists, .fileCannotBeCreated: .cannotCreate
    case .fileIsNoBook, .bookIsNewer: .badData
    case .bookIsBusy: .busy
    case .guardHeld, .folderIsForeign, .totalsDoNotRecompute, .logDoesNotRecompute,
      .writeWasInterrupted:
      .refused
    case .databaseFailed, .diskFailed: .ioError
    }
  }
}

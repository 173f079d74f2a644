public import Journal
public import Units

/// Something in a book that is not as it must be: each case is named after it and says where.
public enum BookFault: Equatable, Sendable {
  /// The database itself finds a fault in the file: pages, indexes, constraints.
  case fileIsDamaged(String)
  /// A row refers to another one that is not there.
  case rowHasNoParent(table: String, parent: String)

  /// A table, index, trigger or view of this version is not there.
  case objectIsMissing(SchemaObject)
  /// It is there, but it was changed.
  case objectIsAltered(SchemaObject)
  /// Something is there that no version of Soleil lays.
  case objectIsForeign(SchemaObject)
  /// The book waits for a newer version of its schema.
  case schemaIsOlder(found: Int, newest: Int)

  /// The frontier kept is not the tree over the leaves.
  case logIsNotItsLeaves(kept: Int, leaves: Int)
  /// A row has no leaf of its kind in the log.
  case leafIsMissing(Subject)
  /// A row is not what its leaf says it was when it was written.
  case rowIsNotItsLeaf(Subject)
  /// A leaf vouches for no row: the row was taken away.
  case leafHasNoRow(position: Int, kind: String)
  /// An identity does not open the commitment that the log holds of it.
  case identityIsNotCommitted(member: String)
  /// A version of an identity is gone, and no erasure says so.
  case identityIsMissing(member: String)
  /// Something of an identity is still there after its erasure.
  case identityOutlivesErasure(member: String)

  /// Numbers are missing in a series of a fiscal year: `through` of them from the first.
  case numbersAreMissing(first: EntryReference, count: Int)
  /// An entry breaks a rule of the journal.
  case entryBreaksRule(EntryReference, JournalRefusal)
  /// The energy produced in an entry is not what was delivered, used and lost.
  case energyDoesNotAddUp(EntryReference)
  /// An entry is dated outside its fiscal year.
  case entryIsOutsideItsYear(EntryReference, Day)
  /// An entry has other lines than it had when it was validated.
  case linesAreOther(EntryReference, found: Int, expected: Int)
  /// A reversal is not the exact inverse of its entry, or not the only one.
  case reversalIsNotExact(EntryReference)

  /// The total kept for an account and month is not the sum of its lines.
  case totalIsNotTheSum(account: String, month: String, kept: Int64, summed: Int64)

  /// What moved a member's shares on a day differs between register and accounts.
  case registerDiffersFromAccounts(member: String, Day, register: Int64, accounts: Int64)
  /// The capital accounts moved on a day by something else than shares at nominal.
  case capitalDiffersFromShares(Day, capital: Cents, shares: Shares, nominal: Cents)
  /// What moved a college's capital account on a day is not what moved its members' shares.
  case collegeDiffersFromAccounts(account: String, Day, register: Cents, accounts: Cents)
  /// What is kept of the capital by day is not the sum of its lines.
  case capitalDayIsNotTheSum(Day)
  /// A nominal kept is not the one the statutes declare.
  case nominalIsNotDeclared(Day)

  /// A closing does not name the one before it by its digest, or not in its turn.
  case chainIsBroken(Month)
  /// The digest kept of a manifest is not that of its bytes.
  case manifestIsNotItsDigest(Month)
  /// The log, cut where a closing sealed it, has another root.
  case sealedLogIsOther(Month, size: Int)
  /// A closing has no signature.
  case signatureIsMissing(Month)
  /// The statements of a month are not those its manifest sealed.
  case statementsAreOther(Month)
  /// An entry of a closed month was written after its closing.
  case entryCameAfterClosing(EntryReference, Month)

  /// An opening entry does not say again what the years before left on an account.
  case openingIsNotTheBalance(EntryReference, account: String, restated: Int64, balance: Int64)
  /// The result kept of a closed year is not what its accounts give.
  case resultIsNotTheSum(Day, kept: Cents, summed: Cents)

  /// The bytes kept of a voucher are not those whose digest was taken.
  case voucherIsNotItsDigest(digest: Digest)
  /// A signed document of a contract is gone.
  case documentIsMissing(contract: String, digest: Digest)

  /// A statement of a bank does not add up from the movements kept of it.
  case bankStatementDoesNotAddUp(account: String, Day, moved: Cents, told: Cents)
  /// What is matched of the bank is not what was confirmed.
  case bankMatchIsNotItsLines(match: Int64)

  /// A closing folder is newer than anything the book knows: a backup was restored.
  case bookIsOlderThanFolder(Month)
  /// A closing folder holds another manifest or signature than the book.
  case folderIsOther(Month)
  /// A closing folder holds another time stamp than the one the log holds, or none.
  case stampIsOther(Month)
  /// A closing folder stands for a month that the book never closed.
  case folderIsUnknown(Month)
  /// The folders of closed months are not beside the book.
  case foldersAreMissing([Month])

  /// What a closing shared, or the residues it left, do not follow from the book.
  case sharingDoesNotFollow(Month)

  /// Where the row stands that a leaf vouches for.
  public struct Subject: Hashable, Sendable {
    /// The kind of leaf.
    public let kind: String
    /// The row, as people find it: an entry's key, a member's number, a contract.
    public let name: String

    /// A row of a kind.
    public init(kind: String, name: String) {
      self.kind = kind
      self.name = name
    }
  }

  /// An object of the schema.
  public struct SchemaObject: Hashable, Sendable {
    /// `table`, `index`, `trigger` or `view`.
    public let type: String
    /// Its name.
    public let name: String

    /// An object of a type.
    public init(type: String, name: String) {
      self.type = type
      self.name = name
    }
  }

  /// Whether the book itself is sound for all that.
  public var isWarning: Bool { if case .foldersAreMissing = self { true } else { false } }

  /// The stable name of what is wrong.
  public var code: String {
    switch self {
    case .fileIsDamaged, .rowHasNoParent: codeOfFile
    case .objectIsMissing, .objectIsAltered, .objectIsForeign, .schemaIsOlder: codeOfSchema
    case .logIsNotItsLeaves, .leafIsMissing, .rowIsNotItsLeaf, .leafHasNoRow,
      .identityIsNotCommitted, .identityIsMissing, .identityOutlivesErasure:
      codeOfLog
    case .numbersAreMissing, .entryBreaksRule, .energyDoesNotAddUp, .entryIsOutsideItsYear,
      .linesAreOther, .reversalIsNotExact, .totalIsNotTheSum:
      codeOfEntries
    case .registerDiffersFromAccounts, .capitalDiffersFromShares, .collegeDiffersFromAccounts,
      .capitalDayIsNotTheSum, .nominalIsNotDeclared:
      codeOfRegister
    case .chainIsBroken, .manifestIsNotItsDigest, .sealedLogIsOther, .signatureIsMissing,
      .statementsAreOther, .entryCameAfterClosing:
      codeOfClosings
    case .openingIsNotTheBalance: "opening-is-not-the-balance"
    case .resultIsNotTheSum: "result-is-not-the-sum"
    case .voucherIsNotItsDigest: "voucher-is-not-its-digest"
    case .documentIsMissing: "document-is-missing"
    case .bankStatementDoesNotAddUp: "bank-statement-does-not-add-up"
    case .bankMatchIsNotItsLines: "bank-match-is-not-its-lines"
    case .bookIsOlderThanFolder: "book-is-older-than-folder"
    case .folderIsOther: "folder-is-other"
    case .stampIsOther: "stamp-is-other"
    case .folderIsUnknown: "folder-is-unknown"
    case .foldersAreMissing: "folders-are-missing"
    case .sharingDoesNotFollow: "sharing-does-not-follow"
    }
  }

  private var codeOfFile: String {
    if case .fileIsDamaged = self { "file-is-damaged" } else { "row-has-no-parent" }
  }

  private var codeOfSchema: String {
    switch self {
    case .objectIsMissing: "schema-object-is-missing"
    case .objectIsAltered: "schema-object-is-altered"
    case .objectIsForeign: "schema-object-is-foreign"
    default: "schema-is-older"
    }
  }

  private var codeOfLog: String {
    switch self {
    case .logIsNotItsLeaves: "log-is-not-its-leaves"
    case .leafIsMissing: "leaf-is-missing"
    case .rowIsNotItsLeaf: "row-is-not-its-leaf"
    case .leafHasNoRow: "leaf-has-no-row"
    case .identityIsMissing: "identity-is-missing"
    case .identityOutlivesErasure: "identity-outlives-erasure"
    default: "identity-is-not-committed"
    }
  }

  private var codeOfEntries: String {
    switch self {
    case .numbersAreMissing: "numbers-are-missing"
    case .entryBreaksRule(_, let refusal): refusal.code
    case .energyDoesNotAddUp: "energy-does-not-add-up"
    case .entryIsOutsideItsYear: "entry-is-outside-its-year"
    case .linesAreOther: "lines-are-other"
    case .reversalIsNotExact: "reversal-is-not-exact"
    default: "total-is-not-the-sum"
    }
  }

  private var codeOfRegister: String {
    switch self {
    case .registerDiffersFromAccounts: "register-differs-from-accounts"
    case .capitalDiffersFromShares: "capital-differs-from-shares"
    case .collegeDiffersFromAccounts: "college-differs-from-accounts"
    case .capitalDayIsNotTheSum: "capital-day-is-not-the-sum"
    default: "nominal-is-not-declared"
    }
  }

  private var codeOfClosings: String {
    switch self {
    case .chainIsBroken: "chain-is-broken"
    case .manifestIsNotItsDigest: "manifest-is-not-its-digest"
    case .sealedLogIsOther: "sealed-log-is-other"
    case .signatureIsMissing: "signature-is-missing"
    case .statementsAreOther: "statements-are-other"
    default: "entry-came-after-closing"
    }
  }
}

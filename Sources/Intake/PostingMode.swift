public import Store

/// What becomes of the entries of files.
public struct PostingMode: Hashable, Sendable {
  /// Whether everything is undone at the end (`--dry-run`).
  public var rehearsing: Bool
  /// Whether they are kept as drafts, free until they are validated.
  public var asDrafts: Bool
  /// Whether one dated in a closed month goes in on the first open day, its true date in its label.
  ///
  /// - Source: PCG, art. 1031-4.
  public var admitsLate: Bool

  /// A way of posting; by default entries are validated, and closed months refuse.
  public init(rehearsing: Bool = false, asDrafts: Bool = false, admitsLate: Bool = false) {
    self.rehearsing = rehearsing
    self.asDrafts = asDrafts
    self.admitsLate = admitsLate
  }
}

/// What posting files did.
public struct Posted: Hashable, Sendable {
  /// What posting each entry of the TOML files did, by date then key; those of tables are only
  /// counted, for they may be millions.
  public internal(set) var outcomes: [PostOutcome] = []
  /// How many were validated.
  public internal(set) var posted = 0
  /// How many were known before.
  public internal(set) var known = 0
  /// How many are kept as drafts.
  public internal(set) var drafts = 0
}

/// A table of entries, read block by block.
public struct EntryTable {
  /// The path as the user named it.
  public let path: String
  /// How many bytes it has, where that is known.
  let bytes: Int
  /// The next bytes, none at the end.
  public let read: () throws -> [UInt8]

  /// A table whose bytes come block by block.
  public init(path: String, bytes: Int = 0, read: @escaping () throws -> [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.read = read
  }

  /// A table on the disk.
  ///
  /// - Throws: ``StoreRefusal``.
  public init(reading path: String) throws {
    let blocks = try Disk.Blocks(of: path)
    self.init(path: path, bytes: blocks.bytes) { try blocks.next() }
  }
}

public import Text
public import Units

/// A file of the closing folder as its manifest names it.
public struct ListedFile: Hashable, Sendable {
  /// The path within the folder.
  public let path: String
  /// The number of bytes.
  public let bytes: Int
  /// The digest of the bytes.
  public let sha256: Digest

  /// A listed file.
  public init(path: String, bytes: Int, sha256: Digest) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// The totals of a closing; the perpetual ones run from the first entry of the book.
public struct ClosingTotals: Hashable, Sendable {
  /// Debits of the month in cents, accounts and memorandum.
  public let debit: Cents
  /// Credits of the month in cents.
  public let credit: Cents
  /// The number of entries of the month.
  public let entries: Int
  /// The energy produced in the month.
  public let energy: WattHours
  /// Debits in cents since the book began.
  public let perpetualDebit: Cents
  /// Energy produced since the book began.
  public let perpetualEnergy: WattHours

  /// Totals of a closing.
  public init(
    debit: Cents, credit: Cents, entries: Int, energy: WattHours, perpetualDebit: Cents,
    perpetualEnergy: WattHours
  ) {
    self.debit = debit
    self.credit = credit
    self.entries = entries
    self.energy = energy
    self.perpetualDebit = perpetualDebit
    self.perpetualEnergy = perpetualEnergy
  }
}

/// The size and root of a tree of RFC 6962.
public struct TreeHead: Hashable, Sendable {
  /// The number of leaves.
  public let size: Int
  /// The root.
  public let root: Digest

  /// A tree's head.
  public init(size: Int, root: Digest) {
    self.size = size
    self.root = root
  }
}

/// The manifest of a closing: what is signed.
///
/// It names every file by digest, the month before it by the digest of its manifest, the log and the
/// statements by the roots of their trees.
///
/// - Source: the format `soleil-closing/1`, `Contracts/Schemas/closing.md`; perpetual totals after
///   BOI-TVA-DECLA-30-10-30 § 170.
public struct Manifest: Hashable, Sendable {
  /// The name of the format.
  public static let format = "soleil-closing/1"
  /// The legal name of the cooperative.
  public var organisationName: String
  /// Its SIREN.
  public var siren: String
  /// The month closed.
  public var month: Month
  /// The number of the closing, from 1.
  public var sequence: Int
  /// The digest of the manifest of the closing before, or nothing for the first.
  public var previous: Digest?
  /// When the month was closed.
  public var closedAt: Instant
  /// The log of the book as the closing leaves it.
  public var log: TreeHead
  /// The hashes that show the log to go on from the one of the closing before; none for the first.
  ///
  /// - Source: RFC 6962 § 2.1.2.
  public var logConsistency: [Digest]
  /// The tree of the members' statements.
  public var statements: TreeHead
  /// The totals.
  public var totals: ClosingTotals
  /// Name, version and digest of the allocation rules applied.
  public var rules: JSON
  /// The files.
  public var files: [ListedFile]
  /// The program and version that wrote it.
  public var software: String

  /// A manifest of all its parts.
  public init(
    organisationName: String, siren: String, month: Month, sequence: Int, previous: Digest?,
    closedAt: Instant, log: TreeHead, logConsistency: [Digest] = [], statements: TreeHead,
    totals: ClosingTotals, rules: JSON, files: [ListedFile], software: String
  ) {
    self.organisationName = organisationName
    self.siren = siren
    self.month = month
    self.sequence = sequence
    self.previous = previous
    self.closedAt = closedAt
    self.log = log
    self.logConsistency = logConsistency
    self.statements = statements
    self.totals = totals
    self.rules = rules
    self.files = files
    self.software = software
  }

  /// The bytes that are signed.
  public var canonical: [UInt8] { json.canonical }

  /// The manifest as JSON.
  ///
  /// The first closing has an empty `previousManifestSha256`.
  public var json: JSON {
    [
      "format": .string(Manifest.format),
      "organisation": ["name": .string(organisationName), "siren": .string(siren)],
      "month": .string(month.description), "sequence": .integer(Int64(sequence)),
      "previousManifestSha256": .string(previous?.hex ?? ""),
      "closedAt": .string(closedAt.description),
      "log": [
        "size": .integer(Int64(log.size)), "root": .string(log.root.hex),
        "consistency": .array(logConsistency.map { .string($0.hex) }),
      ],
      "statements": [
        "count": .integer(Int64(statements.size)), "root": .string(statements.root.hex),
      ],
      "totals": totals.json, "rules": rules,
      "files": .array(
        files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map(\.json)),
      "software": .string(software),
    ]
  }
}

extension ClosingTotals {
  fileprivate var json: JSON {
    [
      "debitCents": .integer(debit.units), "creditCents": .integer(credit.units),
      "entries": .integer(Int64(entries)), "wh": .integer(energy.units),
      "perpetualDebitCents": .integer(perpetualDebit.units),
      "perpetualWh": .integer(perpetualEnergy.units),
    ]
  }
}

extension ListedFile {
  fileprivate var json: JSON {
    [
      "path": .string(path), "bytes": .integer(Int64(bytes)), "sha256": .string(sha256.hex),
    ]
  }
}

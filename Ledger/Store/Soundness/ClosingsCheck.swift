import GRDB
import Seal
import Text
import Units

/// What a manifest says of what it seals.
private struct Sealed {
  let month: Month
  let sequence: Int
  let previous: String
  let closedAt: String
  let logSize: Int
  let logRoot: String
  let statements: Int
  let statementsRoot: String

  init?(_ manifest: [UInt8]) {
    guard let json = try? JSON(reading: manifest), let month = json["month"]?.stringValue,
      let month = try? Month(month), let sequence = json["sequence"]?.integerValue,
      let previous = json["previousManifestSha256"]?.stringValue,
      let closedAt = json["closedAt"]?.stringValue,
      let size = json["log"]?["size"]?.integerValue, let root = json["log"]?["root"]?.stringValue,
      let count = json["statements"]?["count"]?.integerValue,
      let statements = json["statements"]?["root"]?.stringValue
    else { return nil }
    self.month = month
    self.sequence = Int(sequence)
    self.previous = previous
    self.closedAt = closedAt
    logSize = Int(size)
    logRoot = root
    self.statements = Int(count)
    statementsRoot = statements
  }
}

extension Examination {
  /// The closings name each other in turn, are signed, and sealed the log, the statements and the
  /// entries that the book holds.
  func closings(_ result: inout SoundnessResult) throws {
    let closings = try page.closings()
    result.count(.closings, closings.count)
    let kept = try Row.fetchAll(
      db, sql: "SELECT digest, last_day, closed_at FROM closing ORDER BY sequence")
    var sealed: [(closing: StoredClosing, says: Sealed)] = []
    var previous: StoredClosing?
    for (closing, row) in zip(closings, kept) {
      let digest = digest(row[0])
      if closing.digest != digest { result.note(.manifestIsNotItsDigest(closing.month)) }
      if closing.signature.isEmpty { result.note(.signatureIsMissing(closing.month)) }
      let says = Sealed(closing.manifest)
      if let says { sealed.append((closing, says)) }
      // A manifest that was changed is told once, above.
      if closing.digest == digest,
        !follows(closing, says, previous) || row[1] != closing.month.last.description
          || says?.closedAt != Instant(seconds: row[2]).description
      {
        result.note(.chainIsBroken(closing.month))
      }
      previous = closing
    }
    try noteRoots(sealed, &result)
    for (closing, says) in sealed {
      if try !statementsAgree(closing.month, says) {
        result.note(.statementsAreOther(closing.month))
      }
    }
    try noteLate(sealed, &result)
  }

  private func follows(
    _ closing: StoredClosing, _ says: Sealed?, _ previous: StoredClosing?
  ) -> Bool {
    guard let says else { return false }
    return says.month == closing.month && says.sequence == closing.sequence
      && closing.sequence == (previous?.sequence ?? 0) + 1
      && (previous.map { $0.month.next == closing.month } ?? true)
      && says.previous == previous?.digest.hex ?? ""
  }

  /// One walk over the leaves, cut at each closing.
  private func noteRoots(
    _ sealed: [(closing: StoredClosing, says: Sealed)], _ result: inout SoundnessResult
  ) throws {
    var log = MerkleLog()
    let leaves = try Row.fetchCursor(db, sql: "SELECT hash FROM leaf ORDER BY position")
    for (closing, says) in sealed.sorted(by: { $0.says.logSize < $1.says.logSize }) {
      while log.size < says.logSize, let leaf = try leaves.next() {
        log.append(leafHash: digest(leaf[0]))
      }
      if log.size != says.logSize || log.root.hex != says.logRoot {
        result.note(.sealedLogIsOther(closing.month, size: says.logSize))
      }
    }
  }

  private func statementsAgree(_ month: Month, _ says: Sealed) throws -> Bool {
    var tree = MerkleLog()
    let bodies = try Row.fetchCursor(
      db, sql: "SELECT body FROM statement WHERE month = ? ORDER BY position",
      arguments: [month.description])
    while let row = try bodies.next() { tree.append(bytes(row[0])) }
    return tree.size == says.statements && tree.root.hex == says.statementsRoot
  }

  /// The entries of closed months lie before the place where the closing cut the log.
  private func noteLate(
    _ sealed: [(closing: StoredClosing, says: Sealed)], _ result: inout SoundnessResult
  ) throws {
    var first = ""
    for (closing, says) in sealed.sorted(by: { $0.closing.month < $1.closing.month }) {
      let last = closing.month.last.description
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT number, series, substr(last, 1, 4) AS year FROM entry
          JOIN fiscal_year ON first = fiscal_year
          WHERE date > ? AND date <= ? AND id >= ? ORDER BY id
          """, arguments: [first, last, says.logSize])
      while let row = try rows.next() {
        result.note(.entryCameAfterClosing(Self.reference(row), closing.month))
      }
      first = last
    }
  }
}

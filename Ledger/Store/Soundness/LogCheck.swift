import Foundation
import GRDB
import Seal
import Units

extension Examination {
  /// The frontier is that of the leaves, every row is what its leaf says, no leaf lost its row.
  func log(_ result: inout SoundnessResult) throws {
    let leaves = try MerkleLog(leavesOf: db)
    result.count(.leaves, leaves.size)
    let kept = try? page.log()
    if kept != leaves {
      result.note(.logIsNotItsLeaves(kept: kept?.size ?? 0, leaves: leaves.size))
    }
    var seen = Bits(count: leaves.size)
    var rows = 0
    for source in LeafSource.all {
      try source.each(page) { row in
        rows += 1
        let position = Int(row.position)
        guard row.hash != nil, row.kind == source.kind, seen.insert(position) else {
          return result.note(.leafIsMissing(row.subject(source)))
        }
        if try !row.isItsLeaf() { result.note(.rowIsNotItsLeaf(row.subject(source))) }
      }
    }
    result.count(.rows, rows)
    try noteOrphans(seen, &result)
    try noteIdentities(&result)
  }

  private func noteOrphans(_ seen: Bits, _ result: inout SoundnessResult) throws {
    let kinds = try Row.fetchCursor(db, sql: "SELECT position, kind FROM leaf ORDER BY position")
    while let row = try kinds.next() {
      let position: Int = row[0]
      if !seen.contains(position) {
        result.note(.leafHasNoRow(position: position, kind: row[1]))
      }
    }
  }
}

extension MerkleLog {
  /// The log over the leaves a book holds, those of the first places or all.
  init(leavesOf db: Database, first count: Int? = nil) throws {
    self.init()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT hash FROM leaf ORDER BY position LIMIT ?", arguments: [count ?? -1])
    while let row = try rows.next() { append(leafHash: digest(row[0])) }
  }
}

/// A bit for each leaf.
private struct Bits {
  private let count: Int
  private var words: [UInt64]

  init(count: Int) {
    self.count = count
    words = Array(repeating: 0, count: count / 64 + 1)
  }

  func contains(_ index: Int) -> Bool {
    (0..<count).contains(index) && words[index / 64] >> UInt64(index % 64) & 1 == 1
  }

  /// Takes a place, once; answers whether it was free.
  mutating func insert(_ index: Int) -> Bool {
    guard (0..<count).contains(index), !contains(index) else { return false }
    words[index / 64] |= 1 << UInt64(index % 64)
    return true
  }
}

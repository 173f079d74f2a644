import Foundation
import GRDB
import Seal

extension Examination {
  /// The bytes kept of each voucher are those its entry was given.
  func vouchers(_ result: inout SoundnessResult) throws {
    var count = 0
    let rows = try Row.fetchCursor(db, sql: "SELECT digest, body FROM voucher_file")
    while let row = try rows.next() {
      count += 1
      let known = digest(row[0])
      if sha256(row[1] as Data) != known { result.note(.voucherIsNotItsDigest(digest: known)) }
    }
    result.count(.vouchers, count)
  }
}

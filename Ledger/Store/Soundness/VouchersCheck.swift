import Foundation
import GRDB
import Seal

extension Examination {
  /// The bytes kept of each voucher are those its entry was given; each document of a contract is there.
  func vouchers(_ result: inout SoundnessResult) throws {
    var count = 0
    let rows = try Row.fetchCursor(db, sql: "SELECT digest, body FROM voucher_file")
    while let row = try rows.next() {
      count += 1
      let known = digest(row[0])
      if sha256(row[1] as Data) != known { result.note(.voucherIsNotItsDigest(digest: known)) }
    }
    for document in try page.documents() where try page.voucher(document.digest) == nil {
      result.note(.documentIsMissing(contract: document.contract, digest: document.digest))
    }
    result.count(.vouchers, count)
  }
}

import Foundation
import GRDB
import Seal
import Units

extension [UInt8] {
  /// The bytes as the database takes them.
  var blob: Data { Data(self) }
}

/// The bytes the database hands back.
func bytes(_ data: Data) -> [UInt8] { Array(data) }

/// The digest the database hands back; damaged bytes make one that nothing has.
func digest(_ data: Data) -> Digest {
  data.count == 32 ? Digest(Array(data)) : sha256(Array("damaged".utf8) + Array(data))
}

import Foundation
import GRDB
import Units

extension [UInt8] {
  /// The bytes as the database takes them.
  var blob: Data { Data(self) }
}

/// The bytes the database hands back.
func bytes(_ data: Data) -> [UInt8] { Array(data) }

/// The digest the database hands back.
func digest(_ data: Data) -> Digest { Digest(Array(data)) }

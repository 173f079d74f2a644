import Agreements
import Membership
import Production
import Text
import Units

// What the log holds of each kind of row: whoever writes a row and whoever examines it later makes its
// leaf here.

extension Fact {
  /// The fact as a leaf of the log.
  func leaf(recordedAt: Instant) -> JSON {
    [
      "type": "fact", "kind": .string(kind.rawValue), "key": .string(key),
      "validFrom": .string(validFrom.description), "body": body,
      "recordedAt": .integer(recordedAt.seconds),
    ]
  }
}

/// A member as a leaf of the log: a number and a commitment, no identity.
func memberLeaf(
  number: String, college: String, kind: String, joined: String, commitment: Digest
) -> JSON {
  [
    "type": "member", "member": .string(number), "college": .string(college),
    "kind": .string(kind), "joined": .string(joined), "commitment": .string(commitment.hex),
  ]
}

/// The days of one meter from one file as a leaf of the log.
func readingsLeaf(_ days: [MeterDay], of meter: String, from source: Digest) -> JSON {
  [
    "type": "readings", "meter": .string(meter), "source": .string(source.hex),
    "days": .array(days.map(\.json)),
  ]
}

extension MeterDay {
  fileprivate var json: JSON {
    [
      "day": .string(day.description), "wh": .integer(energy.units),
      "quality": .string(quality.rawValue), "firstLine": .integer(Int64(firstLine)),
      "lastLine": .integer(Int64(lastLine)),
    ]
  }
}

/// A closing as a leaf of the log.
func closingLeaf(month: String, manifest: Digest) -> JSON {
  ["type": "closing", "month": .string(month), "manifest": .string(manifest.hex)]
}

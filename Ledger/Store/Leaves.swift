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

/// A later version of who a member is as a leaf of the log: a commitment, no identity.
func identityLeaf(member: String, version: Int, validFrom: String, commitment: Digest) -> JSON {
  [
    "type": "identity", "member": .string(member), "version": .integer(Int64(version)),
    "validFrom": .string(validFrom), "commitment": .string(commitment.hex),
  ]
}

/// An erasure as a leaf of the log.
func erasureLeaf(member: String, reason: String, erasedAt: Int64) -> JSON {
  [
    "type": "erasure", "member": .string(member), "reason": .string(reason),
    "erasedAt": .integer(erasedAt),
  ]
}

/// A relation as a leaf of the log: the other by number, or a commitment to the name.
func relationLeaf(
  member: String, kind: String, person: String?, commitment: Digest?, validFrom: String,
  validUntil: String?, ends: Int64?, recordedAt: Int64
) -> JSON {
  var leaf: [String: JSON] = [
    "type": "relation", "member": .string(member), "kind": .string(kind),
    "validFrom": .string(validFrom), "recordedAt": .integer(recordedAt),
  ]
  leaf["person"] = person.map(JSON.string)
  leaf["commitment"] = commitment.map { .string($0.hex) }
  leaf["validUntil"] = validUntil.map(JSON.string)
  leaf["ends"] = ends.map(JSON.integer)
  return .object(leaf)
}

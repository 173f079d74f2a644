import Agreements
import Membership
import Production
import Text
import Units

// What the log holds of each kind of row: whoever writes a row and whoever examines it later makes its
// leaf here.

extension Fact {
  /// The fact as a leaf of the log.
  ///
  /// - Parameter tellsOrigin: whether it tells which file it came from, as those of older books do not.
  func leaf(recordedAt: Instant, tellsOrigin: Bool = true) -> JSON {
    var leaf: [String: JSON] = [
      "type": "fact", "kind": .string(kind.rawValue), "key": .string(key),
      "validFrom": .string(validFrom.description), "body": body,
      "recordedAt": .integer(recordedAt.seconds),
    ]
    if tellsOrigin { leaf["origin"] = .string(origin) }
    return .object(leaf)
  }
}

extension JSON {
  /// A leaf that tells when its row was recorded, unless it is one of those that did not yet.
  func recorded(_ key: String = "recordedAt", at seconds: Int64?) -> JSON {
    guard case .object(var members) = self else { return self }
    members[key] = seconds.map(JSON.integer)
    return .object(members)
  }
}

/// A member as a leaf of the log: a number and a commitment, no identity.
func memberLeaf(
  number: String, college: String, kind: String, joined: String, commitment: Digest,
  recordedAt: Int64?
) -> JSON {
  let leaf: JSON = [
    "type": "member", "member": .string(number), "college": .string(college),
    "kind": .string(kind), "joined": .string(joined), "commitment": .string(commitment.hex),
  ]
  return leaf.recorded(at: recordedAt)
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
func identityLeaf(
  member: String, version: Int, validFrom: String, commitment: Digest, recordedAt: Int64?
) -> JSON {
  let leaf: JSON = [
    "type": "identity", "member": .string(member), "version": .integer(Int64(version)),
    "validFrom": .string(validFrom), "commitment": .string(commitment.hex),
  ]
  return leaf.recorded(at: recordedAt)
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

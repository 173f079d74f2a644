public import Allocation
public import Membership
import Text
public import Units

/// `allocation.csv`: every division of the month, money then energy, with the residues in and out.
///
/// On every line `amount × total_weight + residue_out = divided × weight + residue_in`.
public func allocationFile(money: [Share<Cents>], energy: [Share<WattHours>]) -> [UInt8] {
  var csv = CSVWriter(columns: [
    "step", "division", "beneficiary", "nature", "unit", "divided", "weight", "total_weight",
    "residue_in", "amount", "residue_out", "final",
  ])
  for share in money { csv.append(cells(share, .cents)) }
  for share in energy { csv.append(cells(share, .wh)) }
  return csv.bytes
}

private func cells(_ share: Share<some Quantity>, _ unit: Unit) -> [CSVCell] {
  [
    .text(share.step), .text(share.division), .text(share.beneficiary.description),
    .text(share.nature.rawValue), .text(unit.rawValue), .integer(share.divided.units),
    .integer(share.weight), .integer(share.totalWeight), .text(String(share.residueIn)),
    .integer(share.amount.units), .text(String(share.residueOut)),
    .text(share.isFinal ? "yes" : "no"),
  ]
}

/// `register.csv`: who holds what at the end of the month, by member number only.
public func registerFile(_ holders: [Holder]) -> [UInt8] {
  var csv = CSVWriter(columns: ["member", "college", "shares", "capital_cents"])
  for holder in holders {
    csv.append([
      .text(holder.member.description), .text(holder.college.description),
      .integer(holder.shares.units), .integer(holder.capital.units),
    ])
  }
  return csv.bytes
}

/// A member's statement as `statements.csv` lists it.
public struct ListedStatement: Hashable, Sendable {
  /// The member.
  public let member: MemberNumber
  /// The digest of `releve.json`, as `sha256sum` gives it.
  public let sha256: Digest
  /// The hash of the leaf that `releve.json` is, as the tree's root is made of.
  public let leaf: Digest
  /// Its place in the tree of the month's statements.
  public let position: Int
  /// Its place in the log of the book.
  public let logPosition: Int

  /// A listed statement.
  public init(member: MemberNumber, sha256: Digest, leaf: Digest, position: Int, logPosition: Int) {
    self.member = member
    self.sha256 = sha256
    self.leaf = leaf
    self.position = position
    self.logPosition = logPosition
  }
}

/// `statements.csv`: each member's statement by the digest of its data, and its places.
///
/// The column of leaves lets anyone rebuild the root that the manifest names.
public func statementsFile(_ statements: [ListedStatement]) -> [UInt8] {
  var csv = CSVWriter(columns: ["member", "sha256", "leaf", "position", "log_position"])
  for statement in statements {
    csv.append([
      .text(statement.member.description), .text(statement.sha256.hex), .text(statement.leaf.hex),
      .integer(Int64(statement.position)), .integer(Int64(statement.logPosition)),
    ])
  }
  return csv.bytes
}

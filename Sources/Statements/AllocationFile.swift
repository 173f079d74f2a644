public import Allocation
public import Membership
import Text
public import Units

/// `allocation.csv`: every division of the month, money then energy, with the residues in and out.
///
/// On every line `amount × total_weight + residue_out = divided × weight + residue_in`. A month whose
/// rules change has its lines for each run of days.
public func allocationFile(_ shared: SharedPeriod) -> [UInt8] {
  var csv = CSVWriter(columns: [
    "step", "division", "beneficiary", "nature", "unit", "divided", "weight", "total_weight",
    "residue_in", "amount", "residue_out", "final", "rules", "from", "to",
  ])
  if let split = shared.split, let whole = shared.stretches.first?.stretch,
    let last = shared.stretches.last?.stretch.period.last
  {
    let days = Period(first: whole.period.first, last: last)
    for share in split.shares { csv.append(cells(share, .cents, "", days)) }
  }
  for one in shared.stretches {
    let (rules, days) = (one.stretch.rules.reference, one.stretch.period)
    for share in one.money.shares { csv.append(cells(share, .cents, rules, days)) }
    for share in one.energy.shares { csv.append(cells(share, .wh, rules, days)) }
  }
  return csv.bytes
}

private func cells(
  _ share: Share<some Quantity>, _ unit: Unit, _ rules: String, _ days: Period
) -> [CSVCell] {
  [
    .text(share.step), .text(share.division), .text(share.beneficiary.description),
    .text(share.nature.rawValue), .text(unit.rawValue), .integer(share.divided.units),
    .integer(share.weight), .integer(share.totalWeight), .text(String(share.residueIn)),
    .integer(share.amount.units), .text(String(share.residueOut)),
    .text(share.isFinal ? "yes" : "no"), .text(rules), .text(days.first.description),
    .text(days.last?.description ?? ""),
  ]
}

/// A part of a closed month that the open one corrects.
public struct CorrectionRow: Hashable, Sendable {
  /// The closed month.
  public let month: Month
  /// The digest of the signed manifest of that month.
  public let manifest: Digest
  /// What the part is in the books.
  public let nature: Step.Nature
  /// Who receives it.
  public let beneficiary: Beneficiary
  /// The unit.
  public let unit: Unit
  /// As the closings before have it.
  public let before: Int64
  /// As it is known now.
  public let after: Int64

  /// A part that is corrected.
  public init(
    month: Month, manifest: Digest, nature: Step.Nature, beneficiary: Beneficiary, unit: Unit,
    before: Int64, after: Int64
  ) {
    self.month = month
    self.manifest = manifest
    self.nature = nature
    self.beneficiary = beneficiary
    self.unit = unit
    self.before = before
    self.after = after
  }
}

/// `corrections.csv`: what closed months turned out to be, part by part; only where there is any.
public func correctionsFile(_ rows: [CorrectionRow]) -> [UInt8] {
  var csv = CSVWriter(columns: [
    "month", "manifest_sha256", "beneficiary", "nature", "unit", "before", "after", "difference",
  ])
  for row in rows {
    csv.append([
      .text(row.month.description), .text(row.manifest.hex), .text(row.beneficiary.description),
      .text(row.nature.rawValue), .text(row.unit.rawValue), .integer(row.before),
      .integer(row.after), .integer(row.after - row.before),
    ])
  }
  return csv.bytes
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

public import Allocation
import Closing
public import Intake
import Membership
import Seal
public import Store
import Text
public import Units

/// Past months shared by rules in force and, beside them, by others.
public struct RulesCompared: Sendable {
  /// What somebody has under either.
  public struct Standing: Hashable, Sendable {
    /// Under the rules in force.
    public var inForce = Cents.zero
    /// Under the others.
    public var tried = Cents.zero
    /// What the others give more.
    public var difference: Cents { tried - inForce }
  }

  /// The months.
  public let months: ClosedRange<Month>
  /// The rules in force, by name and version.
  public let inForce: [String]
  /// The rules tried; nothing when only those in force were asked for.
  public let tried: String?
  /// Everybody, in canonical order.
  public let beneficiaries: [(beneficiary: Beneficiary, standing: Standing)]
  /// Members by the college in which they end the months.
  public let colleges: [(college: String, members: Int, standing: Standing)]

  /// How many members gain, lose, and stay as they are.
  public var members: (gain: Int, lose: Int, same: Int) {
    let all = beneficiaries.filter {
      if case .member = $0.beneficiary { true } else { false }
    }.map(\.standing.difference)
    return (
      all.count { $0 > .zero }, all.count { $0 < .zero }, all.count { $0 == .zero }
    )
  }

  /// The sum of all.
  public var total: Standing {
    beneficiaries.reduce(into: Standing()) {
      $0.inForce += $1.standing.inForce
      $0.tried += $1.standing.tried
    }
  }
}

extension Book {
  /// Shares closed months again by the rules in force, and by others beside them; writes nothing.
  ///
  /// Both begin with the residues that the month before left, and know what is known today.
  /// - Throws: ``ClosingRefusal/monthIsNotClosed(_:)``, and every fault of the rules at its line.
  public func compareRules(
    over months: ClosedRange<Month>, trying file: InputFile? = nil
  ) throws -> RulesCompared {
    let draft = try file.map(readRules)
    return try read { page in
      let closed = try page.closings().map(\.month)
      for month in [months.lowerBound, months.upperBound] where !closed.contains(month) {
        throw ClosingRefusal.monthIsNotClosed(month)
      }
      let last = closed.last ?? months.upperBound
      let carry = try Carry(residues: page.residues(of: months.lowerBound.adding(-1)))
      let desk = try SharingDesk(page)
      let now = try desk.share(months, knowing: { _ in last }, carry: carry)
      let then = try draft.map {
        try SharingDesk(page, trying: $0).share(months, knowing: { _ in last }, carry: carry)
      }
      var standings: [Beneficiary: RulesCompared.Standing] = [:]
      for share in now.flatMap(\.shared.finalShares) {
        standings[share.beneficiary, default: .init()].inForce += share.amount
      }
      for share in (then ?? now).flatMap(\.shared.finalShares) {
        standings[share.beneficiary, default: .init()].tried += share.amount
      }
      return RulesCompared(
        months: months,
        inForce: Set(now.flatMap(\.shared.stretches).map(\.stretch.rules.reference)).sorted(),
        tried: draft?.rules.reference,
        beneficiaries: standings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
        colleges: try colleges(standings, desk, on: months.upperBound.last))
    }
  }

  private func colleges(
    _ standings: [Beneficiary: RulesCompared.Standing], _ desk: SharingDesk, on day: Day
  ) throws -> [(college: String, members: Int, standing: RulesCompared.Standing)] {
    var sums: [String: (members: Int, standing: RulesCompared.Standing)] = [:]
    for (beneficiary, standing) in standings {
      guard case .member(let text) = beneficiary else { continue }
      let college = desk.register.member(try MemberNumber(text))?.college(on: day)
      var sum = sums[college?.description ?? ""] ?? (0, .init())
      sum.members += 1
      sum.standing.inForce += standing.inForce
      sum.standing.tried += standing.tried
      sums[college?.description ?? ""] = sum
    }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value.members, $0.value.standing) }
  }
}

/// The one set of rules that a file holds.
private func readRules(_ file: InputFile) throws -> Ruling {
  let document = try TOMLDocument(reading: file.bytes, file: file.path)
  let faults = Faults()
  let root = TableReader(document, faults: faults)
  root.allow(["format", "rules"])
  let tables = root.tables("rules")
  let rules = tables.compactMap { RuleSet($0) }
  try faults.check()
  guard rules.count == 1, let only = rules.first else {
    throw IntakeRefusal.nothingToTakeIn(file.path)
  }
  return Ruling(rules: only, origin: "", digest: sha256(file.bytes))
}

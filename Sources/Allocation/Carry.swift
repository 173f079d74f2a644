public import Units

/// What a beneficiary is still owed in a division, as a numerator over the sum of its weights.
public struct Residue: Hashable, Sendable {
  /// The division, such as `surplus/members/citizens`.
  public let division: String
  /// The beneficiary.
  public let beneficiary: Beneficiary
  /// Its weight in the last key.
  public let weight: Int64
  /// What it is owed, over the sum of the division's weights; negative when it had too much.
  public let owed: Int128

  /// A residue.
  public init(division: String, beneficiary: Beneficiary, weight: Int64, owed: Int128) {
    self.division = division
    self.beneficiary = beneficiary
    self.weight = weight
    self.owed = owed
  }
}

/// What one period leaves to the next: residues by division, a deficit not yet covered, and what
/// steps with a yearly cap took since the fiscal year began.
public struct Carry: Hashable, Sendable {
  /// A key and what each in it is owed.
  struct Owed: Hashable, Sendable {
    let key: Weights
    let owed: [Int128]

    static func == (left: Owed, right: Owed) -> Bool {
      left.owed == right.owed && left.key.isSame(as: right.key)
    }
    func hash(into hasher: inout Hasher) { hasher.combine(owed) }
  }

  var divisions: [String: Owed] = [:]
  /// What earlier bases below zero still ask for; zero or negative.
  public internal(set) var deficit: Cents = .zero
  /// What steps with a yearly cap took since the fiscal year began.
  public internal(set) var takenOfYear: [String: Cents] = [:]

  /// Nothing carried.
  public init() {}

  /// Takes back what ``residues`` gave, in any order.
  ///
  /// - Throws: ``AllocationRefusal/residuesDoNotSumToZero(division:)``.
  public init(residues: [Residue]) throws(AllocationRefusal) {
    var found: [String: [Residue]] = [:]
    for residue in residues {
      if residue.division == Self.deficitDivision {
        deficit = Cents(Int64(clamping: residue.owed))
      } else if residue.division.hasSuffix(Self.yearSuffix) {
        let step = String(residue.division.dropLast(Self.yearSuffix.count))
        takenOfYear[step] = Cents(Int64(clamping: residue.owed))
      } else {
        found[residue.division, default: []].append(residue)
      }
    }
    for (division, residues) in found {
      guard residues.reduce(0, { $0 + $1.owed }) == 0 else {
        throw .residuesDoNotSumToZero(division: division)
      }
      let sorted = residues.sorted { $0.beneficiary < $1.beneficiary }
      divisions[division] = Owed(key: Weights(kept: sorted), owed: sorted.map(\.owed))
    }
  }

  /// Everything carried, as rows to keep, by division and beneficiary.
  public var residues: [Residue] {
    var rows: [Residue] = []
    for name in divisions.keys.sorted(by: bytewise) {
      guard let held = divisions[name] else { continue }
      rows += held.owed.indices.map {
        Residue(
          division: name, beneficiary: held.key.beneficiaries[$0], weight: held.key.weights[$0],
          owed: held.owed[$0])
      }
    }
    if deficit != .zero { rows.append(.state(Self.deficitDivision, deficit)) }
    for step in takenOfYear.keys.sorted(by: bytewise) {
      rows.append(.state(step + Self.yearSuffix, takenOfYear[step] ?? .zero))
    }
    return rows
  }

  /// The same with nothing counted against yearly caps: a fiscal year begins.
  public var inANewYear: Carry {
    var carry = self
    carry.takenOfYear = [:]
    return carry
  }

  /// A key with what it carries: as it stands when the key is the same, else re-based.
  func apportionment(
    _ name: String, _ key: Weights
  ) throws(AllocationRefusal) -> Apportionment {
    do throws(UnitRefusal) {
      guard let known = divisions[name] else { return try Apportionment(weights: key.weights) }
      if known.key.isSame(as: key) {
        return try Apportionment(weights: key.weights, owed: known.owed)
      }
      let old = known.key.weights.reduce(Int128(0)) { $0 + Int128($1) }
      guard old > 0 else { return try Apportionment(weights: key.weights) }
      let owed = Dictionary(zip(known.key.beneficiaries, known.owed)) { first, _ in first }
      let staying = key.beneficiaries.map { owed[$0] ?? 0 }
      return try Apportionment(
        weights: key.weights, owed: rebased(staying, from: old, to: Int128(key.total)))
    } catch {
      throw .sumIsTooLarge
    }
  }

  private static let deficitDivision = "deficit"
  private static let yearSuffix = "/year"
}

extension Residue {
  /// A state that no division divides: it stands alone.
  fileprivate static func state(_ name: String, _ amount: Cents) -> Residue {
    Residue(division: name, beneficiary: .company, weight: 0, owed: Int128(amount.units))
  }
}

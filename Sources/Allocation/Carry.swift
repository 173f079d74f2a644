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

/// What one period leaves to the next: residues by division, and a deficit not yet covered.
public struct Carry: Hashable, Sendable {
  /// The residues of each division, in the order of its key.
  public internal(set) var divisions: [String: [Residue]] = [:]
  /// What earlier bases below zero still ask for; zero or negative.
  public internal(set) var deficit: Cents = .zero

  /// Nothing carried.
  public init() {}

  /// Takes back what ``residues`` gave, in any order.
  ///
  /// - Throws: ``AllocationRefusal/residuesDoNotSumToZero(division:)``.
  public init(residues: [Residue]) throws(AllocationRefusal) {
    for residue in residues {
      if residue.division == Self.deficitDivision {
        deficit = Cents(Int64(clamping: residue.owed))
      } else {
        divisions[residue.division, default: []].append(residue)
      }
    }
    for (division, residues) in divisions {
      guard residues.reduce(0, { $0 + $1.owed }) == 0 else {
        throw .residuesDoNotSumToZero(division: division)
      }
      divisions[division] = residues.sorted { $0.beneficiary < $1.beneficiary }
    }
  }

  /// Everything carried, as rows to keep, by division and beneficiary.
  public var residues: [Residue] {
    let rows = divisions.keys.sorted(by: bytewise).flatMap { divisions[$0] ?? [] }
    guard deficit != .zero else { return rows }
    return rows + [
      Residue(
        division: Self.deficitDivision, beneficiary: .company, weight: 0,
        owed: Int128(deficit.units))
    ]
  }

  private static let deficitDivision = "deficit"
}

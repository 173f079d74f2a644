/// The rule of ``Apportionment`` for whole numbers of any size.
public struct WholeApportionment: Hashable, Sendable {
  /// What each party receives; they sum to the amount.
  public let parts: [WholeNumber]
  /// What each is still owed, over the sum of the weights.
  public let owed: [WholeNumber]

  /// Divides an amount by weights, none negative, with residues carried in.
  ///
  /// - Returns: nothing when every weight is zero, one is negative, or the residues are not as many
  ///   as the weights or do not sum to zero.
  /// - Complexity: O(n²) at worst in the parties.
  public init?(_ amount: WholeNumber, weights: [WholeNumber], owed: [WholeNumber]? = nil) {
    let owed = owed ?? weights.map { _ in .zero }
    let total = weights.reduce(.zero, +)
    guard total > .zero, !weights.contains(where: \.isNegative), owed.count == weights.count,
      owed.reduce(.zero, +) == .zero
    else { return nil }
    let mirrored = { (number: WholeNumber) in amount.isNegative ? -number : number }
    var due = zip(owed, weights).map { mirrored($0) + amount.magnitude * $1 }
    var parts = due.map { max(.zero, $0.dividedDown(by: total)) }
    for index in due.indices { due[index] = due[index] - parts[index] * total }
    var missing = amount.magnitude - parts.reduce(.zero, +)
    func give(_ units: WholeNumber, to index: Int) {
      parts[index] = parts[index] + units
      due[index] = due[index] - units * total
      missing = missing - units
    }
    if missing > .zero, let count = missing.narrow {
      let largestFirst = due.indices.sorted { due[$0] != due[$1] ? due[$0] > due[$1] : $0 < $1 }
      for index in largestFirst.prefix(Int(count)) { give(WholeNumber(1), to: index) }
    }
    while missing.isNegative {
      let positive = due.indices.filter { parts[$0] > .zero }
      let rounds = min(
        missing.magnitude.dividedDown(by: WholeNumber(Int64(positive.count))),
        positive.map { parts[$0] }.min() ?? .zero)
      if rounds > .zero {
        for index in positive { give(-rounds, to: index) }
        continue
      }
      let smallestFirst = positive.sorted {
        due[$0] != due[$1] ? due[$0] < due[$1] : $0 > $1
      }
      for index in smallestFirst.prefix(Int(missing.magnitude.narrow ?? 0)) {
        give(WholeNumber(-1), to: index)
      }
    }
    self.parts = parts.map(mirrored)
    self.owed = due.map(mirrored)
  }
}

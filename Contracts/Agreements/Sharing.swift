public import Text
public import Units

/// A roof's energy that several buy: collective self-consumption, or a direct sale beside the surplus.
///
/// What each of them gets is told by ``SharedMonth``; a contract for the surplus gets what is left.
///
/// - Source: C. énergie art. L315-2.
public struct Sharing: Hashable, Sendable {
  /// How the production is shared.
  public enum Key: String, Hashable, Sendable, CaseIterable {
    /// Coefficients that stay.
    case fixed = "static"
    /// In proportion to consumption, which is the key by default.
    case proportional = "default"
    /// Coefficients of each step, by consumer.
    case simple = "dynamic"
    /// Coefficients of each step, by producer and consumer.
    case full = "full"
    /// A meter tells what each gets, as on a private line.
    case metered
  }

  /// The identifier.
  public let id: String
  /// How the production is shared.
  public let key: Key
  /// The days it is in force.
  public let term: Period
  /// The contracts of those who consume, one a site and buyer.
  public let contracts: [String]
  /// The contracts for what is left, one a site.
  public let surplus: [String]
  /// The millionths of each buyer under a key that stays.
  public let shares: [String: Int64]

  /// Reads `[[sharing]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "key", "first", "last", "contracts", "surplus", "share", "valid_from", "note",
    ])
    id = table.identifier()
    key = table.choice("key", Key.self) ?? .proportional
    term = table.period("first", "last")
    contracts = table.texts("contracts")
    surplus = table.texts("surplus")
    shares = table.has("share") ? table.table("share").millionths() : [:]
    if table.has("share") != (key == .fixed) {
      table.refuse(SharingRefusal.keyIsIncomplete(id), at: "share")
    }
    if shares.values.reduce(0, +) > SharedStep.whole {
      table.refuse(SharingRefusal.keyExceedsTheWhole(id, nil), at: "share")
    }
  }
}

extension TableReader {
  /// The coefficients of a table by name, in millionths.
  fileprivate func millionths() -> [String: Int64] {
    var shares: [String: Int64] = [:]
    for name in (json.objectValue ?? [:]).keys.sorted() {
      let share = ratio(name)
      shares[name] = share.millionths
      if share.millionths == nil { refuse(SharingRefusal.shareIsOutOfRange(share), at: name) }
    }
    return shares
  }
}

extension Ratio {
  /// The ratio in millionths, when it is a whole number of them from 0 to 1.
  var millionths: Int64? {
    guard self >= .zero, self <= Ratio(1, 1), SharedStep.whole % denominator == 0 else {
      return nil
    }
    return numerator * (SharedStep.whole / denominator)
  }
}

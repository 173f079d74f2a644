/// What becomes of a file, from best to worst.
public enum Verdict: String, Hashable, Sendable, Comparable, CaseIterable {
  /// Every figure is taken.
  case accept
  /// Every figure is taken, and something deserves to be known.
  case acceptWithWarning = "accept-with-warning"
  /// Nothing is booked until a person decides.
  case hold
  /// Nothing of the file is believed.
  case refuse

  /// Orders from best to worst.
  public static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .accept: 0
    case .acceptWithWarning: 1
    case .hold: 2
    case .refuse: 3
    }
  }
}

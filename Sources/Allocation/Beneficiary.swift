/// Who or what receives a part.
public enum Beneficiary: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// A reserve, by its account: `reserve:106100`.
  case reserve(String)
  /// A party outside the colleges, such as the owner of a roof: `party:ville`.
  case party(String)
  /// A college, before its part is divided among its members: `college:citizens`.
  case college(String)
  /// A member, by number: `member:M0042`. The division says through which college.
  case member(String)
  /// The company itself, for what nobody's shares cover: `company`.
  case company
  /// What a percentage takes: `taken`.
  case taken
  /// What a percentage leaves: `rest`.
  case rest
  /// What a step takes of a percentage rounded together with others: `step:reserve`.
  case step(String)
  /// A stretch of days, by its first: `from:2025-03-15`.
  case from(String)

  /// Reads the text form.
  ///
  /// - Throws: ``AllocationRefusal/beneficiaryIsMalformed(_:)``.
  public init(_ text: String) throws(AllocationRefusal) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("reserve", 2): self = .reserve(parts[1])
    case ("party", 2): self = .party(parts[1])
    case ("college", 2): self = .college(parts[1])
    case ("member", 2): self = .member(parts[1])
    case ("step", 2): self = .step(parts[1])
    case ("from", 2): self = .from(parts[1])
    case ("company", 1): self = .company
    case ("taken", 1): self = .taken
    case ("rest", 1): self = .rest
    default: throw .beneficiaryIsMalformed(text)
    }
  }

  /// The stable text form.
  public var description: String {
    switch self {
    case .reserve(let account): "reserve:\(account)"
    case .party(let party): "party:\(party)"
    case .college(let college): "college:\(college)"
    case .member(let number): "member:\(number)"
    case .company: "company"
    case .taken: "taken"
    case .rest: "rest"
    case .step(let step): "step:\(step)"
    case .from(let day): "from:\(day)"
    }
  }

  /// Orders by kind, then by the bytes of the name.
  public static func < (left: Beneficiary, right: Beneficiary) -> Bool {
    if case .member(let one) = left, case .member(let other) = right {
      return bytewise(one, other)
    }
    let (one, other) = (left.order, right.order)
    return one.rank != other.rank ? one.rank < other.rank : bytewise(one.name, other.name)
  }

  private var order: (rank: Int, name: String) {
    switch self {
    case .reserve(let account): (0, account)
    case .party(let party): (1, party)
    case .college(let college): (2, college)
    case .member(let number): (3, number)
    case .company: (4, "")
    case .taken: (5, "")
    case .rest: (6, "")
    case .step(let step): (5, step)
    case .from(let day): (7, day)
    }
  }
}

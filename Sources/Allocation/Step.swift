public import Units

/// One step of the rules: what it takes, for whom, by which key.
public struct Step: Hashable, Sendable {
  /// What a percentage is taken of.
  public enum Part: Hashable, Sendable {
    /// The base before any step.
    case base
    /// What earlier steps left.
    case remaining
    /// The sales of chosen roofs, or of all.
    case sales
    /// The result booked on chosen roofs, or on all.
    case result
    /// What an earlier step took.
    case step(String)
  }

  /// What a price is multiplied by.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// The energy, in watt-hours.
    case energy = "per-kwh"
    /// Peak power × days in service, in watt-days.
    case power = "per-kwc"
    /// Area × days in service, in square centimetres × days.
    case area = "per-m2"
  }

  /// What a step takes; never more than what earlier steps left.
  public enum Take: Hashable, Sendable {
    /// A percentage, its rounding carried from month to month.
    case percent(Ratio, of: Part)
    /// A fixed amount a month.
    case fixed(Cents)
    /// Euros for each kilowatt-hour, or for each kWc or m² and year; its rounding is carried.
    case price(Ratio, Measure)
    /// All that is left.
    case remainder
  }

  /// Whom a step serves.
  public enum Target: Hashable, Sendable {
    /// A reserve, by its account.
    case reserve(String)
    /// A party outside the colleges.
    case party(String)
    /// The members of one college.
    case college(String)
    /// The colleges by their key, then the members of each.
    case colleges
    /// All members at once.
    case members
    /// A declared group.
    case group(String)
  }

  /// How a step divides among those it serves.
  public enum Key: String, Hashable, Sendable, CaseIterable {
    /// By shares × days held.
    case sharesDays = "shares-days"
    /// One part for everyone who held a share.
    case equal
    /// By the weights that a group declares.
    case declared
    /// By the energy of the roofs that a group names.
    case energy
  }

  /// How what goes to the colleges is divided among them.
  public enum CollegeKey: String, Hashable, Sendable, CaseIterable {
    /// By the revenue weights of the statutes.
    case revenue
    /// By the shares × days of their members.
    case sharesDays = "shares-days"
    /// One part for every college that has members.
    case equal
  }

  /// What a part is in the books.
  public enum Nature: String, Hashable, Sendable, CaseIterable {
    /// A charge of the month: never taken from a loss.
    case charge
    /// An intended appropriation to a reserve.
    case reserve
    /// An intended entitlement.
    case entitlement
  }

  /// Bounds of what a step takes, each of a month unless said.
  public struct Bounds: Hashable, Sendable {
    /// No less than this, as far as there is.
    public var least: Cents?
    /// No more than this.
    public var most: Cents?
    /// No more than this since the fiscal year began.
    public var mostOfYear: Cents?
    /// Nothing that would leave less than this to later steps.
    public var leave: Cents?

    /// No bounds.
    public init() {}
  }

  /// The short name: ASCII letters, digits, `.`, `_`, `-`.
  public let id: String
  /// The name in French.
  public let frenchLabel: String
  /// The name in English.
  public let englishLabel: String
  /// What it takes.
  public let take: Take
  /// The roofs that count; none means all.
  public var sites: [String] = []
  /// The bounds of what it takes.
  public var bounds = Bounds()
  /// The group of percentages it is rounded together with, if any.
  public var rounding: String?
  /// Whom it serves.
  public let target: Target
  /// How it divides among those it serves.
  public let key: Key
  /// How it divides among colleges.
  public var collegeKey = CollegeKey.revenue
  /// What its parts are in the books.
  public let nature: Nature
  /// The account of the reserve that receives what nobody's weight claims.
  public let fallback: String

  /// A step; ``RuleSet`` checks it.
  public init(
    id: String, frenchLabel: String, englishLabel: String, take: Take, target: Target,
    key: Key = .sharesDays, nature: Nature, fallback: String
  ) {
    self.id = id
    self.frenchLabel = frenchLabel
    self.englishLabel = englishLabel
    self.take = take
    self.target = target
    self.key = key
    self.nature = nature
    self.fallback = fallback
  }
}

/// Beneficiaries that rules name themselves, with weights or roofs of their own.
public struct DeclaredGroup: Hashable, Sendable {
  /// One of the group.
  public struct Part: Hashable, Sendable {
    /// A member or a party.
    public let beneficiary: Beneficiary
    /// Its weight, where the key is `declared`.
    public let weight: Int64?
    /// Its roofs, where the key is `energy`.
    public let sites: [String]

    /// One of a group.
    public init(_ beneficiary: Beneficiary, weight: Int64? = nil, sites: [String] = []) {
      self.beneficiary = beneficiary
      self.weight = weight
      self.sites = sites
    }
  }

  /// The short name.
  public let id: String
  /// Who belongs to it.
  public let parts: [Part]

  /// A group; ``RuleSet`` checks it.
  public init(id: String, parts: [Part]) {
    self.id = id
    self.parts = parts
  }
}

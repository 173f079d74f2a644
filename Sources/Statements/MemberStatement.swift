public import Membership
public import Units

/// A member's statement of a month as data: what `releve.json` says.
///
/// It names no person.
public struct MemberStatement: Hashable, Sendable {
  /// The name of the format.
  public static let format = "soleil-statement/1"

  /// A step of the rules: what it takes of the month's result, and what of it is the member's.
  public struct Part: Hashable, Sendable {
    /// The step.
    public let step: String
    /// The step's name in French.
    public let frenchLabel: String
    /// The step's name in English.
    public let englishLabel: String
    /// What the step takes of the result.
    public let taken: Cents
    /// The member's part of it; nothing when the step serves no member.
    public let amount: Cents?

    /// A step and the member's part of it.
    public init(
      step: String, frenchLabel: String, englishLabel: String, taken: Cents, amount: Cents?
    ) {
      self.step = step
      self.frenchLabel = frenchLabel
      self.englishLabel = englishLabel
      self.taken = taken
      self.amount = amount
    }
  }

  /// The legal name of the cooperative.
  public var organisationName: String
  /// Its SIREN.
  public var siren: String
  /// The member.
  public var member: MemberNumber
  /// The member's college at the end of the month.
  public var college: String
  /// The month.
  public var month: Month
  /// The number of the closing.
  public var sequence: Int
  /// The shares at the beginning of the first day.
  public var openingShares: Shares
  /// The shares at the end of the last day.
  public var closingShares: Shares
  /// Their nominal value.
  public var capital: Cents
  /// The movements of the month.
  public var movements: [MovementLine]
  /// Shares times days held.
  public var shareDays: Int64
  /// Shares times days of all members.
  public var totalShareDays: Int64
  /// The member's part of the energy.
  public var energy: WattHours
  /// The energy of all.
  public var totalEnergy: WattHours
  /// The first day of the fiscal year.
  public var yearStart: Day
  /// The member's part of the energy since the fiscal year began.
  public var energyOfYear: WattHours
  /// The steps that share the result, in order, with the member's part of each.
  public var parts: [Part]
  /// The result of the month.
  public var result: Cents
  /// The member's part of the results since the fiscal year began.
  public var entitlementOfYear: Cents
  /// The energy of the company in this month and up to eleven before it.
  public var production: [MonthEnergy]
  /// What earlier statements said of this member and is superseded.
  public var corrections: [Correction] = []
  /// What the cooperative owes the member beside the shares.
  public var account = Account()
  /// What was paid to the member in the month, and what was withheld.
  public var taxes: [TaxedPayment] = []
  /// Thirty-two bytes that keep others from guessing the statement.
  public var salt: [UInt8]

  /// A movement as the member sees it: shares that leave are negative.
  public struct MovementLine: Hashable, Sendable {
    /// The order number in the register.
    public let order: Int
    /// The date.
    public let date: Day
    /// The kind.
    public let kind: Movement.Kind
    /// The reference.
    public let reference: String
    /// The shares.
    public let shares: Shares
    /// The amount of the movement.
    public let amount: Cents

    /// A movement.
    public init(
      order: Int, date: Day, kind: Movement.Kind, reference: String, shares: Shares, amount: Cents
    ) {
      self.order = order
      self.date = date
      self.kind = kind
      self.reference = reference
      self.shares = shares
      self.amount = amount
    }

    /// A movement of the register as one of its members sees it.
    public init(_ recorded: RecordedMovement, for member: MemberNumber) {
      let movement = recorded.movement
      self.init(
        order: recorded.order, date: movement.date, kind: movement.kind,
        reference: movement.reference, shares: Shares(recorded.change(for: member)),
        amount: movement.amount)
    }
  }

  /// What an earlier statement said, and what holds in its place.
  public struct Correction: Hashable, Sendable {
    /// The month of the statement.
    public let month: Month
    /// The number of its closing.
    public let sequence: Int
    /// The digest of the signed statement's data; nothing when the member had none.
    public let signed: Digest?
    /// The energy as it was known, and as it is.
    public let energy: (before: WattHours, after: WattHours)
    /// The part of the result as it was known, and as it is.
    public let entitlement: (before: Cents, after: Cents)

    /// A correction of an earlier statement.
    public init(
      month: Month, sequence: Int, signed: Digest?, energy: (before: WattHours, after: WattHours),
      entitlement: (before: Cents, after: Cents)
    ) {
      self.month = month
      self.sequence = sequence
      self.signed = signed
      self.energy = energy
      self.entitlement = entitlement
    }

    /// Compares everything.
    public static func == (left: Correction, right: Correction) -> Bool {
      left.month == right.month && left.sequence == right.sequence
        && left.signed == right.signed && left.energy == right.energy
        && left.entitlement == right.entitlement
    }

    /// Feeds what tells corrections apart into a hasher.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(month)
      hasher.combine(sequence)
      hasher.combine(signed)
    }
  }

  /// The energy of a month.
  public struct MonthEnergy: Hashable, Sendable {
    /// The month.
    public let month: Month
    /// The energy.
    public let energy: WattHours

    /// The energy of a month.
    public init(month: Month, energy: WattHours) {
      self.month = month
      self.energy = energy
    }
  }

  /// A statement of all its parts.
  public init(
    organisationName: String, siren: String, member: MemberNumber, college: String, month: Month,
    sequence: Int, openingShares: Shares, closingShares: Shares, capital: Cents,
    movements: [MovementLine], shareDays: Int64, totalShareDays: Int64, energy: WattHours,
    totalEnergy: WattHours, yearStart: Day, energyOfYear: WattHours, parts: [Part], result: Cents,
    entitlementOfYear: Cents, production: [MonthEnergy], salt: [UInt8]
  ) {
    self.organisationName = organisationName
    self.siren = siren
    self.member = member
    self.college = college
    self.month = month
    self.sequence = sequence
    self.openingShares = openingShares
    self.closingShares = closingShares
    self.capital = capital
    self.movements = movements
    self.shareDays = shareDays
    self.totalShareDays = totalShareDays
    self.energy = energy
    self.totalEnergy = totalEnergy
    self.yearStart = yearStart
    self.energyOfYear = energyOfYear
    self.parts = parts
    self.result = result
    self.entitlementOfYear = entitlementOfYear
    self.salt = salt
    self.production = production
  }

  /// The member's part of the month's result.
  public var entitlement: Cents { parts.compactMap(\.amount).reduce(.zero, +) }
}

public import Membership
public import Units

/// A member's statement of a month as data: what `releve.json` says. It names no person.
public struct MemberStatement: Hashable, Sendable {
  /// The name of the format.
  public static let format = "soleil-statement/1"

  /// A part of the month's result, by step of the rules.
  public struct Part: Hashable, Sendable {
    /// The step.
    public let step: String
    /// The step's name in French.
    public let frenchLabel: String
    /// The step's name in English.
    public let englishLabel: String
    /// The amount.
    public let amount: Cents

    /// A part.
    public init(step: String, frenchLabel: String, englishLabel: String, amount: Cents) {
      self.step = step
      self.frenchLabel = frenchLabel
      self.englishLabel = englishLabel
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
  public var movements: [RecordedMovement]
  /// Shares times days held.
  public var shareDays: Int64
  /// Shares times days of all members.
  public var totalShareDays: Int64
  /// The member's part of the energy.
  public var energy: WattHours
  /// The energy of all.
  public var totalEnergy: WattHours
  /// The member's part of the energy since the fiscal year began.
  public var energyOfYear: WattHours
  /// The member's part of the result, by step.
  public var parts: [Part]
  /// The result of the month.
  public var result: Cents
  /// The member's part of the results since the fiscal year began.
  public var entitlementOfYear: Cents
  /// The energy of the company in this month and up to eleven before it.
  public var production: [MonthEnergy]
  /// Thirty-two bytes that keep others from guessing the statement.
  public var salt: [UInt8]

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
    movements: [RecordedMovement], shareDays: Int64, totalShareDays: Int64, energy: WattHours,
    totalEnergy: WattHours, energyOfYear: WattHours, parts: [Part], result: Cents,
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
    self.energyOfYear = energyOfYear
    self.parts = parts
    self.result = result
    self.entitlementOfYear = entitlementOfYear
    self.salt = salt
    self.production = production
  }

  /// The member's part of the month's result.
  public var entitlement: Cents { parts.reduce(.zero) { $0 + $1.amount } }
}

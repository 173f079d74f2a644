public import Units
public import Wording

/// Every figure and name that a member's one-page statement shows.
///
/// Names arrive in the recipient's language; figures arrive whole, and are written for people here.
public struct StatementPage: Hashable, Sendable {
  /// The company that sends the statement.
  public struct Company: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its legal form.
    public var legalForm: String
    /// Its SIREN.
    public var siren: String
    /// Its registered office.
    public var office: String

    /// Names a company.
    public init(name: String, legalForm: String, siren: String, office: String) {
      self.name = name
      self.legalForm = legalForm
      self.siren = siren
      self.office = office
    }
  }

  /// The member it is for.
  public struct Member: Hashable, Sendable {
    /// The member number, such as `M0042`.
    public var number: String
    /// The name as it is to be printed.
    public var name: String
    /// The name of the college in the recipient's language.
    public var college: String

    /// Names a member.
    public init(number: String, name: String, college: String) {
      self.number = number
      self.name = name
      self.college = college
    }
  }

  /// A movement of the member's shares in the month.
  public struct Movement: Hashable, Sendable {
    /// What a movement is, seen from the member.
    public enum Kind: Hashable, Sendable, CaseIterable {
      /// New shares.
      case subscription
      /// Shares received from another member.
      case received
      /// Shares handed to another member.
      case handedOver
      /// Shares paid back.
      case withdrawal
    }

    /// The day of the operation.
    public var day: Day
    /// What it is.
    public var kind: Kind
    /// Its order number in the register.
    public var order: Int
    /// The shares, negative when they leave the member.
    public var shares: Shares

    /// A movement.
    public init(day: Day, kind: Kind, order: Int, shares: Shares) {
      self.day = day
      self.kind = kind
      self.order = order
      self.shares = shares
    }
  }

  /// One step of the allocation rules.
  public struct Step: Hashable, Sendable {
    /// Its label in the recipient's language.
    public var label: String
    /// What the step takes of the company's result.
    public var company: Cents
    /// What of it is the member's, or nothing when the step gives members nothing.
    public var member: Cents?

    /// A step.
    public init(label: String, company: Cents, member: Cents?) {
      self.label = label
      self.company = company
      self.member = member
    }
  }

  /// A bar of the chart.
  public struct Bar: Hashable, Sendable {
    /// The month.
    public var month: Month
    /// What all the roofs produced in it.
    public var energy: WattHours

    /// A bar.
    public init(month: Month, energy: WattHours) {
      self.month = month
      self.energy = energy
    }
  }

  /// The language of the recipient.
  public var language: Language
  /// The company.
  public var company: Company
  /// The member.
  public var member: Member
  /// The month.
  public var month: Month
  /// The holding at the end of the month before.
  public var openingShares: Shares
  /// The movements of the month in order of their numbers.
  public var movements: [Movement]
  /// The holding at the end of the month.
  public var closingShares: Shares
  /// The capital of the holding at nominal value.
  public var capital: Cents
  /// The member's part of the month's energy.
  public var energy: WattHours
  /// What all the roofs produced in the month.
  public var companyEnergy: WattHours
  /// The company's result of the month.
  public var result: Cents
  /// The steps that divide it.
  public var steps: [Step]
  /// The member's part in all.
  public var entitlement: Cents
  /// The first day of the fiscal year.
  public var yearStart: Day
  /// The member's energy since that day, this month included.
  public var energySinceYearStart: WattHours
  /// The member's part of the results since that day, this month included.
  public var entitlementSinceYearStart: Cents
  /// The production of up to twelve months, oldest first, this month last.
  public var chart: [Bar]
  /// The sequence number of the month's closing.
  public var closingSequence: Int
  /// The digest of the closing's manifest.
  public var closing: Digest
  /// The fingerprint of the cooperative's authority.
  public var authority: Digest
  /// The digest of the attached `releve.json`; the file's identifier is made of it.
  public var data: Digest
  /// The member's shares times the days they were held, and those of all members; the page tells them
  /// unless nobody held any.
  public var shareDays: (own: Int64, all: Int64) {
    get { (ownShareDays, allShareDays) }
    set { (ownShareDays, allShareDays) = newValue }
  }
  private var ownShareDays: Int64 = 0
  private var allShareDays: Int64 = 0
  /// The member's account with the company and what was paid, in sentences; none when there is nothing.
  public var money: [String] = []
  /// A note below the title, such as that everything is fictional.
  public var note: String?

  /// Gathers what a page shows.
  public init(
    language: Language, company: Company, member: Member, month: Month, openingShares: Shares,
    movements: [Movement], closingShares: Shares, capital: Cents, energy: WattHours,
    companyEnergy: WattHours, result: Cents, steps: [Step], entitlement: Cents, yearStart: Day,
    energySinceYearStart: WattHours, entitlementSinceYearStart: Cents, chart: [Bar],
    closingSequence: Int, closing: Digest, authority: Digest, data: Digest, note: String? = nil
  ) {
    self.language = language
    self.company = company
    self.member = member
    self.month = month
    self.openingShares = openingShares
    self.movements = movements
    self.closingShares = closingShares
    self.capital = capital
    self.energy = energy
    self.companyEnergy = companyEnergy
    self.result = result
    self.steps = steps
    self.entitlement = entitlement
    self.yearStart = yearStart
    self.energySinceYearStart = energySinceYearStart
    self.entitlementSinceYearStart = entitlementSinceYearStart
    self.chart = chart
    self.closingSequence = closingSequence
    self.closing = closing
    self.authority = authority
    self.data = data
    self.note = note
  }
}

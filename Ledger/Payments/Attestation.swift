public import Membership
public import Units

/// The two kinds of income that are paid to members.
public enum IncomeKind: String, Hashable, Sendable, CaseIterable {
  /// A dividend.
  case dividend
  /// Interest on a current account or a citizens' loan.
  case interest
}

/// What a member told the company about taxes, for the payments of a year.
public struct Attestation: Hashable, Sendable {
  /// What it says.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The member asks to be spared the advance on dividends.
    case dividend
    /// The member asks to be spared the advance on interest.
    case interest
    /// The member lives abroad for taxes, from that year on.
    case abroad
    /// The member lives in France again, from that year on.
    case resident

    /// The income whose advance it spares.
    public var spares: IncomeKind? { IncomeKind(rawValue: rawValue) }
  }

  /// The member.
  public let member: MemberNumber
  /// What it says.
  public let kind: Kind
  /// The year of the payments it holds for.
  public let year: Int
  /// The day the company received it.
  public let received: Day
  /// The digest of the paper, which stays out of the book.
  public let paper: Digest?

  /// An attestation.
  public init(member: MemberNumber, kind: Kind, year: Int, received: Day, paper: Digest?) {
    self.member = member
    self.kind = kind
    self.year = year
    self.received = received
    self.paper = paper
  }

  /// The last day on which an attestation for a year's payments may come in.
  ///
  /// Who joined after it hands it in on subscribing.
  /// - Source: CGI art. 242 quater; BOI-RPPM-RCM-30-20-10.
  public static func limit(_ year: Int, joined: Day) -> Day {
    let november = Month(year: year - 1, monthOfYear: 11).last
    return max(november, joined)
  }

  /// Checks it against the member it is about.
  ///
  /// - Throws: ``PaymentsRefusal/attestationIsForPersons(_:)``,
  ///   ``PaymentsRefusal/attestationIsLate(_:received:limit:)``.
  public func check(_ about: Member) throws(PaymentsRefusal) {
    guard kind.spares != nil else { return }
    guard about.kind == .person else { throw .attestationIsForPersons(member) }
    let limit = Attestation.limit(year, joined: about.joined)
    guard received <= limit else {
      throw .attestationIsLate(member, received: received, limit: limit)
    }
  }

  /// The income below which a household may ask to be spared: single, and taxed together.
  ///
  /// Told to the treasurer, never kept: what a member earns is not the company's business.
  /// - Source: CGI art. 117 quater and 125 A.
  public static func incomeLimits(_ kind: IncomeKind) -> (single: Cents, joint: Cents) {
    kind == .dividend
      ? (Cents(5_000_000), Cents(7_500_000)) : (Cents(2_500_000), Cents(5_000_000))
  }
}

/// What members told about taxes, ready to be asked.
public struct Attestations: Sendable {
  private let byMember: [MemberNumber: [Attestation]]

  /// Gathers attestations.
  public init(_ all: [Attestation]) { byMember = Dictionary(grouping: all, by: \.member) }

  /// How a member's income is taxed when it is paid on a day.
  ///
  /// - Throws: ``PaymentsRefusal/memberIsAbroad(_:)``: another rate, or a treaty, holds there.
  public func status(
    of member: Member, _ kind: IncomeKind, on day: Day
  ) throws(PaymentsRefusal) -> TaxStatus {
    let year = day.calendar.year
    let told = byMember[member.number] ?? []
    let home = told.filter { [.abroad, .resident].contains($0.kind) && $0.year <= year }
      .max { ($0.year, $0.received) < ($1.year, $1.received) }
    if home?.kind == .abroad { throw .memberIsAbroad(member.number) }
    guard member.kind == .person else { return .organisation }
    let isSpared = told.contains { $0.kind.spares == kind && $0.year == year }
    return isSpared ? .exempt : .person
  }
}

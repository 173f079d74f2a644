public import Units

/// A member as the ledger knows it: a number, never a name.
public struct Member: Hashable, Sendable {
  /// The member's number.
  public let number: MemberNumber
  /// What the member is before the law.
  public let kind: MemberKind
  /// The colleges the member belonged to, by date; each until the next begins.
  public let affiliations: [Affiliation]
  /// Whether a company is itself held by natural persons as the law asks, by date.
  public let declarations: [Declaration]

  /// From a day on, a member belongs to a college.
  public struct Affiliation: Hashable, Sendable {
    /// The college.
    public let college: CollegeID
    /// The first day.
    public let from: Day

    /// Ties a member to a college from a day on.
    public init(college: CollegeID, from: Day) {
      self.college = college
      self.from = from
    }
  }

  /// From a day on, a company declares that natural persons hold it, or no longer do.
  ///
  /// - Source: CGI art. 219, I b: at least 75 % by natural persons, or by a company that meets it.
  public struct Declaration: Hashable, Sendable {
    /// The first day.
    public let from: Day
    /// Whether it does.
    public let isHeldByPersons: Bool

    /// A declaration from a day on.
    public init(from: Day, isHeldByPersons: Bool) {
      self.from = from
      self.isHeldByPersons = isHeldByPersons
    }
  }

  /// A member with every college it belonged to, in any order.
  ///
  /// - Precondition: at least one affiliation, no two from the same day.
  public init(
    number: MemberNumber, kind: MemberKind, affiliations: [Affiliation],
    declarations: [Declaration] = []
  ) {
    precondition(!affiliations.isEmpty, "a member belongs to a college")
    precondition(Set(affiliations.map(\.from)).count == affiliations.count, "one college a day")
    self.number = number
    self.kind = kind
    self.affiliations = affiliations.sorted { $0.from < $1.from }
    self.declarations = declarations.sorted { $0.from < $1.from }
  }

  /// A member of one college since it joined.
  public init(number: MemberNumber, kind: MemberKind, college: CollegeID, joined: Day) {
    self.init(
      number: number, kind: kind, affiliations: [Affiliation(college: college, from: joined)])
  }

  /// The day of joining.
  public var joined: Day { affiliations[0].from }

  /// The college the member belongs to on a day; nothing before it joined.
  public func college(on day: Day) -> CollegeID? {
    affiliations.last { $0.from <= day }?.college
  }

  /// Whether what the member holds on a day counts as held by natural persons.
  ///
  /// - Source: CGI art. 219, I b.
  public func countsAsPerson(on day: Day) -> Bool {
    kind == .person || declarations.last { $0.from <= day }?.isHeldByPersons == true
  }
}

/// Who a member is.
///
/// It passes through an import into the identity tables and nowhere else.
///
/// It says nothing when printed, so that no message or log can show it by accident.
public struct Identity: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The family name; empty for an organisation.
  public var lastName = ""
  /// The first names; empty for an organisation.
  public var firstName = ""
  /// The name of a company or public body; empty for a person.
  public var organisation = ""
  /// The family name at birth where it differs, or empty.
  public var birthName = ""
  /// The SIREN of a company or public body, or empty.
  public var siren = ""
  /// The identifier under which contracts name the same party, or empty.
  public var party = ""
  /// The e-mail address, or empty.
  public var email = ""
  /// The street and number.
  public var street = ""
  /// The postcode.
  public var postcode = ""
  /// The commune.
  public var commune = ""
  /// The language of the member's documents: `fr` or `en`.
  public var language = "fr"

  /// An identity with every field empty and French documents.
  public init() {}

  /// Nothing of the person.
  public var description: String { "identity withheld" }
  /// Nothing of the person.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

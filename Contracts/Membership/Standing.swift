public import Units

/// What a member is from a day on, told after it joined; what held before stays as it was.
public struct Standing: Hashable, Sendable {
  /// What is told.
  public enum Aspect: Hashable, Sendable {
    /// The college it belongs to.
    case college(CollegeID)
    /// Whether a company is held by natural persons as the law asks.
    case heldByPersons(Bool)

    /// The name of the aspect in the book.
    public var name: String {
      switch self {
      case .college: "college"
      case .heldByPersons: "held-by-persons"
      }
    }

    /// What it says, in the book.
    public var value: String {
      switch self {
      case .college(let id): id.description
      case .heldByPersons(let isHeld): isHeld ? "yes" : "no"
      }
    }

    /// Reads an aspect from the book; nothing for a name it does not know.
    ///
    /// - Throws: ``MembershipRefusal/collegeIDIsMalformed(_:)``.
    public init?(name: String, value: String) throws(MembershipRefusal) {
      switch name {
      case "college": self = .college(try CollegeID(value))
      case "held-by-persons": self = .heldByPersons(value == "yes")
      default: return nil
      }
    }
  }

  /// The member.
  public let member: MemberNumber
  /// What is told.
  public let aspect: Aspect
  /// The first day.
  public let from: Day
  /// The decision or declaration it rests on.
  public let reference: String

  /// Tells what a member is from a day on.
  public init(member: MemberNumber, aspect: Aspect, from: Day, reference: String) {
    self.member = member
    self.aspect = aspect
    self.from = from
    self.reference = reference
  }
}

extension Member {
  /// The member with what was told of it later; of one day, what was told last counts.
  public func told(_ standings: [Standing]) -> Member {
    guard !standings.isEmpty else { return self }
    var colleges = Dictionary(
      affiliations.map { ($0.from, $0.college) }, uniquingKeysWith: { $1 })
    var holdings = Dictionary(
      declarations.map { ($0.from, $0.isHeldByPersons) }, uniquingKeysWith: { $1 })
    for standing in standings {
      switch standing.aspect {
      case .college(let id): colleges[standing.from] = id
      case .heldByPersons(let isHeld): holdings[standing.from] = isHeld
      }
    }
    return Member(
      number: number, kind: kind,
      affiliations: colleges.map { Affiliation(college: $1, from: $0) },
      declarations: holdings.map { Declaration(from: $0, isHeldByPersons: $1) })
  }
}

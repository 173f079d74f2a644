public import Units

/// What the facts of roofs, their rents and their acts are refused for.
public enum RoofRefusal: Refusal, Equatable {
  /// The base period of a rent is neither a month nor a quarter.
  case indexPeriodIsMalformed(String)
  /// A day of the year, written MM-DD, that no year has.
  case dayOfYearIsMalformed(String)
  /// The least coefficient exceeds the greatest.
  case coefficientFloorExceedsTheCap(floor: Ratio, cap: Ratio)
  /// A stage comes after one that follows it, or twice, or on an earlier day.
  case stageIsOutOfOrder(roof: String, stage: String, after: String)
  /// A stage is reached without what it rests on.
  case stageLacks(roof: String, stage: String, need: String)
  /// The grant differs from what its own terms yield.
  case grantIsNotItsTerms(declared: Cents, terms: Cents)
  /// The grant exceeds what the plant cost.
  case grantExceedsThePlant(id: String, grant: Cents, cost: Cents)
  /// The party that leaves a contract was not in it on the day before.
  case novationLeavesNobody(id: String, contract: String, party: String, holder: String)
  /// A contract passes to the party that has it.
  case novationChangesNothing(String)
  /// No contract of this identifier is known.
  case contractIsUnknown(String)
  /// An account is not six digits of the kind that is needed.
  case accountIsMalformed(String, under: String)
  /// A convention with an obligation to dismantle says not what it costs, or costs without the obligation.
  case dismantlingIsHalfSaid(String)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .indexPeriodIsMalformed: "index-period-is-malformed"
    case .dayOfYearIsMalformed: "day-of-year-is-malformed"
    case .coefficientFloorExceedsTheCap: "coefficient-floor-exceeds-the-cap"
    case .stageIsOutOfOrder: "stage-is-out-of-order"
    case .stageLacks: "stage-lacks"
    case .grantIsNotItsTerms: "grant-is-not-its-terms"
    case .grantExceedsThePlant: "grant-exceeds-the-plant"
    case .novationLeavesNobody: "novation-leaves-nobody"
    case .novationChangesNothing: "novation-changes-nothing"
    case .contractIsUnknown: "contract-is-unknown"
    case .accountIsMalformed: "account-is-malformed"
    case .dismantlingIsHalfSaid: "dismantling-is-half-said"
    }
  }

  /// Bad data, save for a contract asked for by name.
  public var outcome: Outcome {
    if case .contractIsUnknown = self { .usage } else { .badData }
  }
}

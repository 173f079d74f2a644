public import Units

/// What a set of dated facts is refused for.
public enum AgreementRefusal: Refusal, Equatable {
  /// The identifier is not made of lower-case letters, digits and hyphens.
  case identifierIsMalformed(String)
  /// The same identifier stands twice in the files given.
  case identifierIsRepeated(kind: String, id: String)
  /// A fact names another that is nowhere recorded.
  case referenceIsUnknown(kind: String, id: String, neededBy: String)
  /// The last day comes before the first.
  case endsBeforeItStarts(first: Day, last: Day)
  /// A purchase contract has no price.
  case contractHasNoPrice(String)
  /// A rent lacks the figure that its kind needs, or the kind is not known.
  case rentIsIncomplete(String)
  /// The part of the sales is not from 0 to 100 %.
  case rentPercentageIsOutOfRange(Ratio)
  /// The least rent of a year exceeds the greatest.
  case rentFloorExceedsTheCap(floor: Cents, cap: Cents)
  /// The price of electricity, in euros a kilowatt-hour, is below zero.
  case electricityPriceIsNegative(Ratio)
  /// The yearly rate of a loan is not from 0 to 1.
  case loanRateIsOutOfRange(Ratio)
  /// The account is not six digits of class 2, or is one of depreciation or impairment.
  case plantAccountIsMalformed(String)
  /// The account is not six digits under 28, depreciation.
  case depreciationAccountIsMalformed(String)
  /// The account is not six digits of class 6.
  case chargeAccountIsMalformed(String)
  /// A figure of an index is not above zero, or has more than four decimals.
  case indexIsOutOfRange(Ratio)
  /// A figure of an index is published before the month it is about.
  case indexIsPublishedBeforeItsMonth(Month, published: Day)
  /// A coefficient of a price formula is not from 0 to 1, or has more than six decimals.
  case weightIsOutOfRange(Ratio)
  /// The coefficients of a price formula do not sum to one, or it has no quotient.
  case indexationIsNotWhole(terms: Int)
  /// A contract tells two prices from one day on.
  case priceIsRepeated(String, Day)
  /// The parts of a price do not sum to it.
  case partsDoNotSum(Ratio)
  /// The rate of VAT is not above 0 and up to 100 %, or stands where none is charged.
  case vatRateIsOutOfRange(Ratio)
  /// The first fiscal year is longer than twenty-four months.
  case firstYearIsTooLong(first: Day, last: Day)
  /// The first fiscal year does not end on the last day of a month.
  case firstYearEndsWithinAMonth(Day)
  /// Two meters in service on one day carry one serial number.
  case serialIsShared(String, meters: [String])
  /// The number is not a SIREN: nine digits with a valid check digit.
  case sirenIsWrong(String)
  /// On one day both an inverter and the grid operator's meter of a site count.
  case energyCountsTwice(site: String, meters: [String])
  /// The file holds a table that is no kind of fact.
  case kindIsUnknown(String, known: [String])
  /// The file holds no fact at all.
  case fileHasNoFact
  /// The file says it is written in a format that is not the known one.
  case formatIsUnknown(String, known: String)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .identifierIsMalformed: "identifier-is-malformed"
    case .identifierIsRepeated: "identifier-is-repeated"
    case .referenceIsUnknown: "reference-is-unknown"
    case .endsBeforeItStarts: "ends-before-it-starts"
    case .contractHasNoPrice: "contract-has-no-price"
    case .rentIsIncomplete: "rent-is-incomplete"
    case .rentPercentageIsOutOfRange: "rent-percentage-is-out-of-range"
    case .rentFloorExceedsTheCap: "rent-floor-exceeds-the-cap"
    case .electricityPriceIsNegative: "electricity-price-is-negative"
    case .loanRateIsOutOfRange: "loan-rate-is-out-of-range"
    case .plantAccountIsMalformed: "plant-account-is-malformed"
    case .depreciationAccountIsMalformed: "depreciation-account-is-malformed"
    case .chargeAccountIsMalformed: "charge-account-is-malformed"
    case .indexIsOutOfRange: "index-is-out-of-range"
    case .indexIsPublishedBeforeItsMonth: "index-is-published-before-its-month"
    case .weightIsOutOfRange: "weight-is-out-of-range"
    case .indexationIsNotWhole: "indexation-is-not-whole"
    case .priceIsRepeated: "price-is-repeated"
    case .partsDoNotSum: "parts-do-not-sum"
    case .vatRateIsOutOfRange: "vat-rate-is-out-of-range"
    case .firstYearIsTooLong: "first-year-is-too-long"
    case .firstYearEndsWithinAMonth: "first-year-ends-within-a-month"
    case .serialIsShared: "serial-is-shared"
    case .sirenIsWrong: "siren-is-wrong"
    case .energyCountsTwice: "energy-counts-twice"
    case .kindIsUnknown: "kind-is-unknown"
    case .fileHasNoFact: "file-has-no-fact"
    case .formatIsUnknown: "format-is-unknown"
    }
  }

  /// Bad data, whichever the rule.
  public var outcome: Outcome { .badData }
}

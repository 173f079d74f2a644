import Text
public import Units

/// What is withheld from dividends and interest paid to a natural person.
public enum Levy: String, Hashable, Sendable, CaseIterable {
  /// The advance on income tax, which an attestation may spare.
  case incomeTax = "income-tax"
  /// The general social contribution.
  case csg
  /// The contribution to the social debt.
  case crds
  /// The solidarity levy.
  case solidarity

  /// The three that no attestation spares.
  public static let social: [Levy] = [.csg, .crds, .solidarity]
}

/// The rate of a levy from a day on.
public struct LevyRate: Hashable, Sendable {
  /// The levy.
  public let levy: Levy
  /// The first day of payment it holds for.
  public let validFrom: Day
  /// The rate: 128/1000 for 12.8 %.
  public let rate: Ratio
  /// Where it stands.
  public let source: String
}

/// The rates of what is withheld, by the day of payment (`SOURCES.md`).
public enum Levies {
  /// Every rate, in the order of the table.
  public static let all: [LevyRate] = Chart.rows(
    Embedded.levies, ["levy", "valid_from", "percent", "source"]
  ).compactMap { row in
    guard let levy = Levy(rawValue: row["levy"]), let day = try? Day(row["valid_from"]),
      let rate = percent(row["percent"])
    else { return nil }
    return LevyRate(levy: levy, validFrom: day, rate: rate, source: row["source"])
  }

  /// The rate of a levy for what is paid on a day; nothing before the first that is known.
  ///
  /// - Source: the day of payment decides (CGI art. 117 quater, CSS art. L136-7).
  public static func rate(_ levy: Levy, on day: Day) -> LevyRate? {
    all.filter { $0.levy == levy && $0.validFrom <= day }.max { $0.validFrom < $1.validFrom }
  }
}

/// Reads `12.8` as 128/1000.
func percent(_ text: String) -> Ratio? {
  guard let ratio = try? Ratio(decimal: text) else { return nil }
  return Ratio(ratio.numerator, ratio.denominator * 100)
}

import Text
public import Units

/// How far what a table says of a form was checked.
public enum FormStatus: String, Hashable, Sendable {
  /// Read in the administration's own paper.
  case sourced
  /// Read elsewhere: to be compared with this year's form.
  case toBeConfirmed = "to-be-confirmed"
}

/// The line of a return on which a levy stands.
public struct FormLine: Hashable, Sendable {
  /// The form, such as `2777`.
  public let form: String
  /// The first day of payment it holds for.
  public let validFrom: Day
  /// The levy.
  public let levy: Levy
  /// The line's code, or nothing where none is known.
  public let code: String?
  /// How far it was checked.
  public let status: FormStatus
}

/// The layout of a file of fixed records in the year of the incomes it tells.
public struct FormEdition: Hashable, Sendable {
  /// The form, such as `2561`.
  public let form: String
  /// The first year of incomes it holds for.
  public let incomeYear: Int
  /// The characters of a record.
  public let recordLength: Int
  /// How far it was checked.
  public let status: FormStatus
}

/// What changes from year to year in the forms of the tax administration (`SOURCES.md`).
public enum TaxForms {
  /// Every line.
  public static let lines: [FormLine] = Chart.rows(
    Embedded.lines, ["form", "valid_from", "levy", "line", "status", "source"]
  ).compactMap { row in
    guard let levy = Levy(rawValue: row["levy"]), let day = try? Day(row["valid_from"]),
      let status = FormStatus(rawValue: row["status"])
    else { return nil }
    return FormLine(
      form: row["form"], validFrom: day, levy: levy, code: row["line"].isEmpty ? nil : row["line"],
      status: status)
  }

  /// Every edition.
  public static let editions: [FormEdition] = Chart.rows(
    Embedded.editions, ["form", "income_year", "record_length", "status", "source"]
  ).compactMap { row in
    guard let year = Int(row["income_year"]), let length = Int(row["record_length"]),
      let status = FormStatus(rawValue: row["status"])
    else { return nil }
    return FormEdition(form: row["form"], incomeYear: year, recordLength: length, status: status)
  }

  /// The line of a levy for what is paid on a day.
  public static func line(_ form: String, _ levy: Levy, on day: Day) -> FormLine? {
    lines.filter { $0.form == form && $0.levy == levy && $0.validFrom <= day }
      .max { $0.validFrom < $1.validFrom }
  }

  /// The edition for the incomes of a year.
  public static func edition(_ form: String, incomeYear: Int) -> FormEdition? {
    editions.filter { $0.form == form && $0.incomeYear <= incomeYear }
      .max { $0.incomeYear < $1.incomeYear }
  }
}

/// The average rate of banks for loans at variable rate to companies, over two years, by quarter.
///
/// - Source: CGI art. 39-1-3°, published in the Journal officiel.
public enum AverageRates {
  /// Every quarter that is known, by its first day.
  public static let all: [(first: Day, rate: Ratio)] = Chart.rows(
    Embedded.average_rates, ["first", "percent", "source"]
  ).compactMap { row in
    guard let day = try? Day(row["first"]), let rate = percent(row["percent"]) else { return nil }
    return (day, rate)
  }

  /// The mean of the quarters of a calendar year; nothing unless all four are known.
  ///
  /// The administration prints it cut to two decimals of a percent; here it is rounded so.
  public static func mean(ofYear year: Int) -> Ratio? {
    let rates = all.filter { $0.first.calendar.year == year }.map(\.rate)
    guard rates.count == 4 else { return nil }
    let hundredths = rates.reduce(Int64(0)) { sum, rate in
      sum + rate.numerator * (1_000_000 / rate.denominator)
    }
    return Ratio(
      Int64(Rounding.halfAwayFromZero.quotient(Int128(hundredths), 400)), 10_000)
  }
}

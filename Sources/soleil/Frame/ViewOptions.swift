import ArgumentParser
import Journal
import Reports
import Store
import Units
import Wording

/// Which days a view covers: up to a date, or a period.
struct ViewOptions: ParsableArguments {
  @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?
  @Option(help: .init(HelpWords.period[Spoken.language])) var period: String?

  /// The period, if one was typed: a day beside it would be ignored, and is refused.
  private var given: Period? {
    get throws {
      guard let period else { return nil }
      if let asOf { throw UsageRefusal.optionIsMalformed(option: "--as-of", value: asOf) }
      return try Read.period(period)
    }
  }

  /// The days: a period, else everything up to a date, else everything up to today.
  func period(in world: World) throws -> Period {
    if let period = try given { return period }
    return try Period(checking: Day(number: 0), Read.day(asOf, else: world.today))
  }

  /// The days: a period, else the fiscal year of a date, or of today, up to that day.
  ///
  /// - Throws: ``JournalRefusal/dateIsOutsideFiscalYears(_:)`` for a date before the book begins.
  func yearToDate(in world: World, _ page: BookReader) throws -> Period {
    if let period = try given { return period }
    let last = try Read.day(asOf, else: world.today)
    return Period(first: try Read.year(of: last, page).first, last: last)
  }
}

extension Read {
  /// The fiscal year of a day.
  ///
  /// - Throws: ``JournalRefusal/dateIsOutsideFiscalYears(_:)``.
  static func year(of day: Day, _ page: BookReader) throws -> FiscalYear {
    guard let year = try page.fiscalYear(containing: day) else {
      throw JournalRefusal.dateIsOutsideFiscalYears(day)
    }
    return year
  }

  /// What to tell a view apart by.
  ///
  /// - Throws: ``ReportRefusal/dimensionDoesNotApply(_:allowed:)``.
  static func dimension(_ text: String?, among allowed: [Dimension]) throws -> Dimension? {
    guard let text else { return nil }
    guard let dimension = Dimension(rawValue: text) else {
      throw UsageRefusal.optionIsMalformed(option: "--by", value: text)
    }
    guard allowed.contains(dimension) else {
      throw ReportRefusal.dimensionDoesNotApply(dimension, allowed: allowed)
    }
    return dimension
  }

  /// The first digits of accounts.
  static func digits(_ text: String, option: String) throws -> String {
    let isPlain = text.utf8.allSatisfy { (48...57).contains($0) }
    guard isPlain, (1...6).contains(text.utf8.count) else {
      throw UsageRefusal.optionIsMalformed(option: option, value: text)
    }
    return text
  }
}

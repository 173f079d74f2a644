import Units

/// Rents reckoned day by day, from the contract's words, sharing nothing with the program but days.
///
/// Every day of a year of the convention owes the yearly sum in force on it over the days of that year.
/// What a month owes is what all days so far owe, as known at its end, less the same at the end of the
/// month before, each year rounded by itself.
struct NaiveRents {
  enum Basis { case fixed, perPeak, perArea, sales }

  struct Version {
    var from: Day
    var basis: Basis
    var cents: Int64
    var owner = "town"
    var isIndexed = false
  }

  struct Publication {
    var month: (year: Int, month: Int)
    var tenThousandths: Int64
    var known: Day
  }

  var first: Day
  var last: Day
  var versions: [Version]
  var publications: [Publication] = []
  /// The base value in ten-thousandths, and the year and month it is of.
  var base: Int64 = 1_000_000
  var baseMonth = (year: 2019, month: 6)
  var everyYears = 1
  /// The day of the year of the revision, or nothing for the anniversary.
  var revisedOn: (month: Int, day: Int)?
  /// Whether the base's own month counts; else the last that is known on the day of revision.
  var isSamePeriod = true
  var watts: [(from: Day, watts: Int64)] = []
  var area: Int64 = 181
  var partPercentTenths: Int64 = 0
  var floor: Int64?
  var cap: Int64?
  var sales: [Day: Int64] = [:]
  var since: Day?

  /// What the month owes, and the first of its days each owner is owed for.
  func rent(of month: Month) -> Int64 {
    let start = since.map { max($0, first) } ?? first
    let now = owed(from: max(start, month.first), through: month.last, known: month.last)
    return now
  }

  /// What values that came out in the month change of the time from a day on.
  func revision(of month: Month, from day: Day) -> Int64 {
    let before = month.first.previous
    let start = max(day, first, since ?? day)
    return owed(from: start, through: before, known: month.last)
      - owed(from: start, through: before, known: before)
  }

  private func owed(from start: Day, through end: Day, known: Day) -> Int64 {
    var total: Int64 = 0
    var year = first
    while year <= last, year <= end {
      let next = anniversary(after: year)
      let through = min(end, last, previous(next))
      if start <= through {
        total += owed(inYear: year, next, through: through, known: known)
        if year < start {
          total -= owed(inYear: year, next, through: previous(start), known: known)
        }
      }
      year = next
    }
    return total
  }

  private func owed(inYear year: Day, _ next: Day, through end: Day, known: Day) -> Int64 {
    let length = Int64(next.number - year.number)
    var centDays: Int64 = 0
    var sold: Int64 = 0
    var sales = false
    var days: Int64 = 0
    var day = year
    while day <= end {
      let version = versions.last { $0.from <= day } ?? versions[0]
      let watts = self.watts.last { $0.from <= day }?.watts ?? self.watts.first?.watts ?? 0
      days += 1
      switch version.basis {
      case .fixed: centDays += revised(version.cents, version, day, known)
      case .perPeak:
        centDays += revised(nearest(version.cents * watts, 1000), version, day, known)
      case .perArea: centDays += revised(version.cents * area, version, day, known)
      case .sales:
        sales = true
        sold += self.sales[day] ?? 0
      }
      day = Day(number: day.number + 1)
    }
    guard sales else { return nearest(centDays, length) }
    let share = nearest(sold * partPercentTenths, 1000)
    let least = max(share, nearest((floor ?? 0) * days, length))
    return cap.map { min(least, nearest($0 * days, length)) } ?? least
  }

  /// The yearly sum of a day, revised.
  private func revised(_ cents: Int64, _ version: Version, _ day: Day, _ known: Day) -> Int64 {
    guard version.isIndexed else { return cents }
    // Every day of revision up to the day, with its number.
    var revisions: [Day] = []
    let (firstYear, _, _) = first.calendar
    if let revisedOn {
      for year in firstYear...day.calendar.year {
        guard let on = Day(year: year, month: revisedOn.month, day: revisedOn.day), on > first
        else { continue }
        revisions.append(on)
      }
    } else {
      var next = anniversary(after: first)
      while next <= day {
        revisions.append(next)
        next = anniversary(after: next)
      }
    }
    revisions = revisions.enumerated().filter { ($0.offset + 1) % everyYears == 0 }.map(\.element)
      .filter { $0 <= day }
    var number = revisions.count
    while number > 0 {
      let value: Int64?
      if isSamePeriod {
        let wanted = baseMonth.year + number * everyYears
        value =
          publications.last {
            $0.month == (wanted, baseMonth.month) && $0.known <= known
          }?.tenThousandths
      } else {
        let by = min(revisions[number - 1], known)
        value =
          publications.filter { $0.known <= by }
          .max { ($0.month.year, $0.month.month) < ($1.month.year, $1.month.month) }?
          .tenThousandths
      }
      if let value { return nearest(cents * value, base) }
      number -= 1
    }
    return cents
  }

  /// The next day of the same month and day; the 28th of February for the 29th.
  private func anniversary(after day: Day) -> Day {
    let (year, _, _) = day.calendar
    let (_, month, dayOfMonth) = first.calendar
    return Day(year: year + 1, month: month, day: dayOfMonth)
      ?? Day(year: year + 1, month: 2, day: 28) ?? day
  }

  private func previous(_ day: Day) -> Day { Day(number: day.number - 1) }

  /// To the nearest, a half upwards; of positive numbers.
  private func nearest(_ numerator: Int64, _ denominator: Int64) -> Int64 {
    (2 * numerator + denominator) / (2 * denominator)
  }
}

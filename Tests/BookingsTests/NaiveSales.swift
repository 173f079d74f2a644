import Units

/// A contract's sales over twenty years, reckoned a second time the long way round: day by day, in plain
/// integers, sharing no line with the program but the calendar.
struct NaiveSales {
  struct Figure {
    let series: String
    /// Months since year 0, what the figure is about.
    let month: Int
    let tenths: Int64
    let known: Int32
  }

  let first: Day
  /// Ten-thousandths of a euro.
  let initial: Int64
  let figures: [Figure]
  let isIndexed: Bool
  /// Tenths, I₀ and J₀.
  let bases: (Int64, Int64)
  /// The buyer's own figures, in hundred-thousandths, by the day of their anniversary.
  let told: [Int32: Int64]
  let cap: Int64
  let energy: [Int32: Int64]
  /// What each day is paid at its price, what above the cap, and the price.
  private(set) var table: [Int32: (within: Int64, above: Int64, price: Int64)] = [:]

  /// Walks the days once, from the first.
  mutating func reckon() {
    var start = first
    var sold: Int64 = 0
    for number in energy.keys.sorted() {
      let day = Day(number: number)
      if anniversary(day) != start { (start, sold) = (anniversary(day), 0) }
      let today = energy[number] ?? 0
      let within = max(0, min(today, cap - sold))
      sold += today
      table[number] = (within, today - within, price(day))
    }
  }

  /// The anniversary on or before a day: the same day and month, the 28th for a 29 February.
  func anniversary(_ day: Day) -> Day {
    let (year, month, dayOfMonth) = first.calendar
    var best = first
    for later in year...(year + 30) {
      let found =
        Day(year: later, month: month, day: dayOfMonth)
        ?? Day(year: later, month: month, day: dayOfMonth - 1)
      if let found, found <= day { best = found }
    }
    return best
  }

  /// Hundred-thousandths of a euro a kWh.
  func price(_ day: Day) -> Int64 {
    let start = anniversary(day)
    if start == first || !isIndexed { return initial * 10 }
    if let told = told[start.number] { return told }
    func latest(_ series: String) -> Int64 {
      var best: Figure?
      for figure in figures where figure.series == series && figure.known <= start.number {
        if figure.month >= best?.month ?? 0 { best = figure }
      }
      return best?.tenths ?? 0
    }
    // 0.8 + 0.1·I/I₀ + 0.1·J/J₀ on the common denominator 10·I₀·J₀.
    let (i0, j0) = bases
    let top = 8 * i0 * j0 + latest("work") * j0 + latest("goods") * i0
    let coefficient = half(top * 100_000, 10 * i0 * j0)
    return half(initial * 10 * coefficient, 100_000)
  }

  private func half(_ numerator: Int64, _ denominator: Int64) -> Int64 {
    (2 * numerator + denominator) / (2 * denominator)
  }

  /// The cents of some days of one month: each price is rounded once.
  func cents(_ days: [Day]) -> Int64 {
    var byPrice: [Int64: Int64] = [:]
    var above: Int64 = 0
    for day in days {
      guard let row = table[day.number] else { continue }
      byPrice[row.price, default: 0] += row.within
      above += row.above
    }
    // Wh × 0.00001 €/kWh = 1/1 000 000 of a cent; 5 c€ above the cap.
    return byPrice.reduce(half(above * 5, 1000)) { $0 + half($1.key * $1.value, 1_000_000) }
  }
}

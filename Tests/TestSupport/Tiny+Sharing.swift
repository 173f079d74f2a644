public import Units

/// The northern roof shared between the town and a neighbour in January 2025, by file name.
extension Tiny {
  /// What was agreed; what was told of the month; the invoice to the town.
  public static let sharing: [(name: String, text: String)] = [
    ("operation.toml", agreed), ("janvier.toml", told()), ("facture.toml", invoice),
    ("janvier.csv", curves()), ("janvier-corrige.csv", curves(correcting: true)),
    ("janvier-faux.csv", wrongCurves),
  ]

  /// The agreement and what was told of the month but for its last days, in one text.
  public static func shared(leaving out: Int = 0) -> String { agreed + told(leaving: out) }

  /// What an hour of a day gave, the sun at noon above all, and what each consumer wanted of it.
  public static func hour(_ day: Day, _ hour: Int) -> (produced: Int64, wanted: [Int64]) {
    let total = energy("nord-1", day)
    let produced = hour == 12 ? total - 7 * (total / 8) : (9...16).contains(hour) ? total / 8 : 0
    let town = Int64(day.number % 7) * 900 + Int64(hour) * 301
    return (produced, [town, Int64(hour) * 457])
  }

  private static let agreed = """
    [[party]]
    id = "voisin"
    name = "Voisin d'essai"
    valid_from = 2025-01-01

    """ + sharedContract("vente-ville", "ville", "0.14")
    + sharedContract("vente-voisin", "voisin", "0.1475")
      + """
      [[sharing]]
      id = "acc"
      key = "default"
      first = 2025-01-01
      contracts = ["vente-ville", "vente-voisin"]
      surplus = ["oa-nord"]

      """

  /// A purchase contract of a consumer of the roof.
  public static func sharedContract(_ id: String, _ buyer: String, _ price: String) -> String {
    """
    [[purchase_contract]]
    id = "\(id)"
    site = "nord"
    buyer = "\(buyer)"
    number = "\(id)"
    mode = "self-consumption"
    effective = 2025-01-01
    price = [{ from = 2025-01-01, eur_per_kwh = "\(price)" }]

    """
  }

  private static func told(leaving out: Int = 0) -> String {
    var text = "[[shared_energy]]\nsharing = \"acc\"\nmonth = \"2025-01\"\nminutes = 60\n"
    for day in Month(year: 2025, monthOfYear: 1).period.days.dropLast(out) {
      let hours = (0..<24).map { hour(day, $0) }
      let (town, neighbour) = (hours.map { $0.wanted[0] }, hours.map { $0.wanted[1] })
      text += "[[shared_energy.day]]\nday = \(day)\n"
      text += "production = { nord = \(series(hours.map(\.produced))) }\n"
      text += "consumption = { ville = \(series(town)), voisin = \(series(neighbour)) }\n"
    }
    return text
  }

  /// The same month as a table, as a spreadsheet in French keeps it: each hour by its end, in kilowatt-hours.
  private static func curves(correcting: Bool = false) -> String {
    var text = "Horodate;Production nord;Consommation ville;Consommation voisin\r\n"
    for day in Month(year: 2025, monthOfYear: 1).period.days {
      for step in 0..<24 {
        let (produced, asked) = hour(day, step)
        var wanted = asked
        // On the 7th the town used one kilowatt-hour more at eight; on the 8th as much, at another hour.
        if correcting, day.calendar.day == 7, step == 8 { wanted[0] += 1000 }
        if correcting, day.calendar.day == 8, step < 2 { wanted[0] += step == 0 ? 7 : -7 }
        let end = step == 23 ? day.next : day
        text += "\(french(end)) \(padded(Int64(step + 1) % 24, 2)):00;"
        text += ([produced] + wanted).map(kilowattHours).joined(separator: ";") + "\r\n"
      }
    }
    return text
  }

  private static let wrongCurves = """
    horodate;production nord;consommation ville;consommation voisin
    2025-01-01 00:00;0;-1;2
    2025-01-01 01:00;;1;x
    2025-01-01 01:00;0;1;2
    2025-01-01 25:00;0;1;2

    """

  private static func french(_ day: Day) -> String {
    let (year, month, day) = day.calendar
    return "\(padded(Int64(day), 2))/\(padded(Int64(month), 2))/\(year)"
  }

  private static func kilowattHours(_ wattHours: Int64) -> String {
    "\(wattHours / 1000),\(padded(wattHours % 1000, 3))"
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  private static let invoice = """
    format = "soleil-invoice/1"
    [[invoice]]
    number = "ACC-2025-01"
    date = 2025-02-03
    contract = "vente-ville"
    first = 2025-01-01
    last = 2025-01-31
    lines = [{ kwh = "1549.430", eur_per_kwh = "0.14", cents = 21692 }]
    vat = [{ percent = "20", base_cents = 21692, cents = 4338 }]
    total_cents = 26030

    """

  private static func series(_ figures: [Int64]) -> String {
    "[" + figures.map(String.init).joined(separator: ",") + "]"
  }
}

import Units

/// The northern roof shared between the town and a neighbour in January 2025, by file name.
extension Tiny {
  /// What was agreed; what was told of the month; the invoice to the town.
  public static let sharing: [(name: String, text: String)] = [
    ("operation.toml", agreed), ("janvier.toml", told), ("facture.toml", invoice),
  ]

  private static let agreed = """
    [[party]]
    id = "voisin"
    name = "Voisin d'essai"
    valid_from = 2025-01-01

    """ + contract("vente-ville", "ville", "0.14") + contract("vente-voisin", "voisin", "0.1475")
      + """
      [[sharing]]
      id = "acc"
      key = "default"
      first = 2025-01-01
      contracts = ["vente-ville", "vente-voisin"]
      surplus = ["oa-nord"]

      """

  private static func contract(_ id: String, _ buyer: String, _ price: String) -> String {
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

  /// Hours of a day: the sun at noon above all, what two consumers want by rules of their own.
  private static var told: String {
    var text = "[[shared_energy]]\nsharing = \"acc\"\nmonth = \"2025-01\"\nminutes = 60\n"
    for day in Month(year: 2025, monthOfYear: 1).period.days {
      let total = energy("nord-1", day)
      let produced = (0..<24).map { hour in
        hour == 12 ? total - 7 * (total / 8) : (9...16).contains(hour) ? total / 8 : 0
      }
      let town = (0..<24).map { Int64(day.number % 7) * 900 + Int64($0) * 301 }
      let neighbour = (0..<24).map { Int64($0) * 457 }
      text += "[[shared_energy.day]]\nday = \(day)\nproduction = { nord = \(series(produced)) }\n"
      text += "consumption = { ville = \(series(town)), voisin = \(series(neighbour)) }\n"
    }
    return text
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

import Units

extension Tiny {
  /// Files of readings that come after the month's own, by file name: another value for a day, a day
  /// told twice, the file of a portal that nobody knows with profiles for it.
  public static let readingFiles: [String: String] = {
    let january = Month(year: 2025, monthOfYear: 1)
    let (day, later) = (january.first.adding(days: 19), january.first.adding(days: 50))
    return [
      "rectifie-janvier.csv": readings("nord-1", [(day, energy("nord-1", day) + 1_500)]),
      "rectifie-fevrier.csv": readings("nord-1", [(later, energy("nord-1", later) - 40_000)]),
      "encore-fevrier.csv": readings("nord-1", [(later, energy("nord-1", later) - 41_000)]),
      "mars.csv": readings("nord-1", january.adding(2), changing: [:]),
      "portail.csv": portal, "brouillon.toml": draft, "portail.toml": profile,
      "fautif.toml": profile.replacing("\";\"", with: "\":\"").replacing("\"kWh\"", with: "\"kW\"")
        .replacing("zone", with: "fuseau"),
    ]
  }()

  /// Four days of an unknown portal, one of them unknown.
  private static let portal = """
    Centrale Nord;;
    Jour;Production (kWh);Météo
    01/03/2025;98,5;soleil
    13/03/2025;101,25;soleil
    14/03/2025;n/d;
    15/03/2025;64;pluie

    """

  /// What `production profiles --new` proposes for it, as it is.
  private static let draft = """
    name = "mon-portail"
    encoding = "utf-8"
    delimiter = ";"
    decimal-mark = ","
    heading = "Jour"
    # missing = ["n/d"]

    [stamp]
    column = "Jour"
    pattern = "dd/MM/yyyy"
    # zone = "Europe/Paris"
    # meaning = "start"

    [value]
    # column = "Production (kWh)"
    # unit = "kWh"
    # nature = "interval-energy"

    """

  /// The same, decided.
  private static let profile = draft.replacing("# ", with: "").replacing("start", with: "date")
}

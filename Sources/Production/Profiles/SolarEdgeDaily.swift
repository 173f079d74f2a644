extension Profile {
  /// SolarEdge site report: a row a day, day first, the headings in the language of the account.
  public static let solarEdgeDaily = Profile(
    name: "solaredge-site-daily", delimiter: .comma, decimalMark: .point,
    heading: .row(first: ["Time", "Date", "Zeit"]),
    stamp: Stamp(
      column: ["Time", "Date", "Zeit"], patterns: ["dd.MM.yyyy", "dd/MM/yyyy"], meaning: .date),
    value: Column(
      ["Energie (Wh)", "Energy (Wh)", "Énergie (Wh)"], .wattHours, .intervalEnergy),
    device: .fileName)
}

import Units

/// The load curve of injection that Enedis gives to an account: mean watts by half hours, each
/// stamped with its end.
struct LoadCurve {
  private let roof: Roof

  init(_ roof: Roof) { self.roof = roof }

  /// One month of a roof: one file a meter, and the energy by meter and day.
  func month(
    _ month: Month, _ runs: [[DayRun]]
  ) -> (files: [TextFile], energies: [[WattHours]]) {
    var files: [TextFile] = []
    var energies: [[WattHours]] = []
    for (meter, serial) in roof.serials.enumerated() {
      var rows = head(month, serial)
      var days: [WattHours] = []
      for run in runs[meter] {
        let halves = halfHours(run)
        days.append(WattHours(halves.reduce(0, +) / 2))
        for (index, watts) in halves.enumerated() {
          rows += "\(stamp(run.instant(index * 6 + 6)));\(watts)\n"
        }
      }
      energies.append(days)
      let name = "Enedis_SGE_HDM_\(serial.suffix(8))_\(month).csv"
      files.append(TextFile("production/\(month)/\(name)", rows))
    }
    return (files, energies)
  }

  /// Mean watts, even numbers as the meters give, so that half an hour is a whole number of Wh.
  private func halfHours(_ run: DayRun) -> [Int64] {
    stride(from: 0, to: run.watts.count, by: 6).map { start in
      run.watts[start..<start + 6].reduce(0, +) / 12 * 2
    }
  }

  private func stamp(_ instant: Instant) -> String {
    let offset = ParisTime.offset(at: instant)
    let (day, second) = instant.split(offset: offset)
    return "\(day)T\(clockText(Int64(second))):00+0\(offset / 3_600):00"
  }

  private func head(_ month: Month, _ serial: String) -> String {
    """
    \u{FEFF}Identifiant PRM;Type de donnees;Date de debut;Date de fin;Grandeur physique;\
    Grandeur metier;Etape metier;Unite;Pas en minutes
    \(serial);Courbe de charge;\(dayFirst(month.first, "/"));\(dayFirst(month.next.first, "/"));\
    Energie active;Production;Comptage Brut;W;30
    Horodate;Valeur

    """
  }
}

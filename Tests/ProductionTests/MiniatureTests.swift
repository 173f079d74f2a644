import Production
import Testing
import Units

/// Every built-in layout in miniature, written by hand: file, name, what it tells.
private struct Miniature: Sendable {
  let profile: String
  var path = "roof.csv"
  let text: String
  let told: String
  var asked = false
}

private let halfHours = (0..<48).map { "01/06/2025 \(two($0 / 2)):\(two($0 % 2 * 30)):00" }

private let miniatures: [Miniature] = [
  Miniature(
    profile: "sma-web-interface",
    text: """
      \u{FEFF}sep=,
      Version CSV3|Tool WebUI|Linebreaks CR/LF|Delimiter comma

      ,STP5,STP5
      ,SUNNY,SUNNY
      ,300123,300123
      ,Metering.TotWhOut,Metering.GridMs.TotWhIn
      ,Analog,Analog
      DD.MM.YYYY hh:mm:ss,[Wh],[Wh]
      01.06.2025 00:00:00,100,NaN
      02.06.2025 00:00:00,5100,NaN
      03.06.2025 00:00:00,NaN,NaN
      04.06.2025 00:00:00,9100,NaN

      """, told: "2025-06-01 5000 measured"),
  Miniature(
    profile: "long-table-ac-power",
    text: """
      site,meas_name,ts,sensor,meas_val_f
      s,ac_power,2025-06-01 10:00:00,inv 1,1.2
      s,ac_power,2025-06-01 10:05:00,inv 1,-1000000.0
      s,dc_power,2025-06-01 10:10:00,inv 1,9.9
      s,ac_power,2025-06-01 10:10:00,inv 1,2.4

      """, told: "2025-06-01 300 incomplete"),
  Miniature(
    profile: "solaredge-site-daily",
    text: "Time,Energie (Wh),Other (Wh)\r\n10.06.2025,\"21026\",\"1\"\r\n11.06.2025,\"5\",\"\"\r\n",
    told: "2025-06-10 21026 measured, 2025-06-11 5 measured"),
  Miniature(
    profile: "enphase-report",
    text: "Date/Time,Energy Produced (Wh)\n"
      + (0..<24).map { "06/13/2025 \(two($0)):00,100" }.joined(separator: "\n") + "\n",
    told: "2025-06-13 2400 measured"),
  Miniature(
    profile: "enphase-report",
    text: "Date/Heure,Énergie produite (Wh)\n"
      + (0..<24).map { "06/13/2025 \(two($0)):00,100" }.joined(separator: "\n") + "\n",
    told: "2025-06-13 2400 measured"),
  Miniature(
    profile: "sungrow-month",
    text: "Time,PV(kWh),Load(kWh)\n2025-06-01,56.2,7\n2025-06-02,--,7\n",
    told: "2025-06-01 56200 measured"),
  Miniature(
    profile: "sungrow-day",
    text: "Zeit,PV-Ertrag(W)\n2025-06-01 10:00,1200\n2025-06-01 10:05,2400\n",
    told: "2025-06-01 300 incomplete"),
  Miniature(
    profile: "solax-month",
    text:
      "site name,X,report type,Daily\r\n,,,\r\n,,,\r\nTime,PV Yield Energy (kWh),Feed-in Energy (kWh),\r\n"
      + "2025-06-01,14.3,0.0,\r\nTotal,14.3,0.0,\r\n",
    told: "2025-06-01 14300 measured"),
  Miniature(
    profile: "solarman-daily",
    text:
      "Plant Name,Updated Time,Time Zone,Production-Today(kWh)\r\nCasa,2025/06/01, UTC+01:00 ,28.20\r\n",
    told: "2025-06-01 28200 measured"),
  Miniature(
    profile: "solar-log-minutes",
    text: """
      m[mi++]="01.06.25 20:35:00|0;0;0;5781;0;0|0;35;3020;218"
      m[mi++]="01.06.25 20:30:00|0;14;11;5781;183;183|12;38;3019;242"
      m[mi++]="01.06.25 20:25:00|0;26;19;5781;318;300|12;36;3018;275"

      """, told: "2025-06-01 3020 measured, 2025-06-01 5781 measured"),
  Miniature(
    profile: "solar-log-days",
    text:
      "da[dx++]=\"02.06.25|21270;3312|11171;1700\"\nda[dx++]=\"01.06.25|10377;3209|5521;1645\"\n",
    told:
      "2025-06-01 10377 measured, 2025-06-02 21270 measured, 2025-06-01 5521 measured, 2025-06-02 11171 measured"
  ),
  Miniature(
    profile: "senec-week",
    text: "Uhrzeit;Netzbezug [kW];Stromerzeugung [kWh]\r\r\n01.06.2025 10:00:00;0;1,2\r\r\n"
      + "01.06.2025 10:05:00;0;2,4\r\r\n01.06.2025 11:00:00;0;2,4\r\r\n",
    told: "2025-06-01 150 incomplete"),
  Miniature(
    profile: "metern-daily", text: "20250601,6120\n20250602,5908\n",
    told: "2025-06-01 6120 measured, 2025-06-02 5908 measured"),
  Miniature(
    profile: "fronius-database",
    text: """
      "primary_timestamp","dc_voltage_pv","ac_energy_inverter_day"
      "2025-06-01 20:00:00+00","371.1","16129"
      "2025-06-01 20:00:05+00",NULL,NULL
      "2025-06-01 21:45:00+00","371.1","16200"
      "2025-06-01 21:59:55+00","371.1","3"

      """, told: "2025-06-01 16200 measured"),
  Miniature(
    profile: "pvdaq-power",
    text: "measured_on,ac_power\n2025-06-01 10:00:00+02:00,-2.5\n2025-06-01 10:15:00+02:00,4000\n",
    told: "2025-06-01 1000 incomplete", asked: true),
  Miniature(
    profile: "grafana-counter",
    text:
      "\"Time\",\"kWh.first\"\n2025-06-01 00:00:00,10\n2025-06-01 12:00:00,12\n2025-06-02 00:00:00,15\n",
    told: "2025-06-01 5000 measured"),
  Miniature(
    profile: "hourly-with-season",
    text: "Datetime;Daylight;Production\n"
      + (0..<24).map { "2025-06-01 \(two($0)):00;S;2" }.joined(separator: "\n") + "\n",
    told: "2025-06-01 48000 measured", asked: true),
  Miniature(
    profile: "enedis-workbook",
    text: "Début;Fin;Valeur (en kW)\n"
      + halfHours.map { "\($0);x;1,2" }.joined(separator: "\n").replacing(
        "23:00:00;x;1,2", with: "23:00:00;x;NA")
      + "\n", told: "2025-06-01 28200 incomplete"),
  Miniature(
    profile: "enedis-r63-production",
    text:
      "Identifiant PRM;Grandeur physique;Grandeur métier;Unité;Horodate;Valeur;Nature;Pas;Indice de vraisemblance\n"
      + (1...48).map { step in
        let day = step == 48 ? "2025-06-02" : "2025-06-01"
        let clock = "\(two(step % 48 / 2)):\(two(step % 2 * 30)):00"
        return "09001234567890;EA;PROD;W;\(day) \(clock);1000;E;PT30M;\(step == 9 ? 1 : 0)"
      }.joined(separator: "\n") + "\n", told: "2025-06-01 24000 estimated"),
  // Quarter hours in watt-hours beside reactive energy and the other direction.
  Miniature(
    profile: "enedis-r63-production-energy",
    text:
      "Identifiant PRM;Grandeur physique;Grandeur metier;Unite;Horodate;Valeur;Indice de vraisemblance;Etat complementaire;tc\n"
      + (1...96).flatMap { step in
        let day = step == 96 ? "2025-06-02" : "2025-06-01"
        let stamp = "\(day)T\(two(step % 96 / 4)):\(two(step % 4 * 15)):00+02:00"
        return [
          "09001234567890;EA;PROD;Wh;\(stamp);125;0;0;HP",
          "09001234567890;ERI;PROD;VArh;\(stamp);7;0;0;HP",
        ]
      }.joined(separator: "\n") + "\n", told: "2025-06-01 12000 measured"),
  Miniature(
    profile: "fluvius-injection",
    text: "Van datum;Van tijdstip;EAN;Register;Volume;Eenheid;Validatiestatus\n"
      + (0..<96).flatMap { quarter in
        let start = "01-06-2025;\(two(quarter / 4)):\(two(quarter % 4 * 15)):00;=\"0541\""
        return [
          "\(start);Injectie Dag;0,25;kWh;Gevalideerd",
          "\(start);Injectie Nacht;;kWh;Geen verbruik",
          "\(start);Afname Dag;9,9;kWh;Gevalideerd",
        ]
      }.joined(separator: "\n") + "\n", told: "2025-06-01 24000 measured"),
  Miniature(
    profile: "moj-elektro",
    text: "Merilno mesto,Časovna značka,Energija A+,Energija A-\n"
      + (1...96).map { quarter in
        let day = quarter == 96 ? "2025-06-02" : "2025-06-01"
        return "7-1,\(day)T\(two(quarter % 96 / 4)):\(two(quarter % 4 * 15)),9.0,0.0500"
      }.joined(separator: "\n") + "\n", told: "2025-06-01 4800 measured"),
  Miniature(
    profile: "monsol",
    text: "Planta:;20\nFecha:;Energía Exportada (kWh);Energía Importada (kWh);E\n"
      + (1...24).reversed().map { hour in
        let day = hour == 24 ? "20250602" : "20250601"
        return "\(day)\(two(hour % 24))0000;2;\(hour == 3 ? "" : "0");S"
      }.joined(separator: "\n") + "\n", told: "2025-06-01 46000 incomplete"),
]

@Suite struct MiniatureTests {
  @Test func `every built-in layout has a miniature or a fixture of its own`() {
    let elsewhere: Set<String> = [
      "sma-sunny-explorer-day", "sma-sunny-explorer-month", "huawei-fusionsolar-inverter",
      "enedis-curve", "enedis-ten-minute-curve", "enedis-daily-index", "enedis-r63-consumption",
      "enedis-r63-consumption-energy",
    ]
    let names = Set(Profile.builtIn.map(\.name))
    #expect(names == elsewhere.union(miniatures.map(\.profile)))
  }

  @Test(arguments: miniatures.indices)
  func `a layout in miniature tells its days`(index: Int) {
    let miniature = miniatures[index]
    let file = source(miniature.text, miniature.path)
    let asked = miniature.asked ? Profile.named(miniature.profile) : nil
    let report = readProduction(file, profile: asked, registry: .unchecked, today: today)
    #expect(report.profile == miniature.profile, "\(report.codes)")
    #expect(report.told == miniature.told, "\(miniature.profile) \(report.codes)")
    #expect(report.verdict < .hold, "\(miniature.profile) \(report.codes)")
    if miniature.asked {
      let sniffed = readProduction(file, registry: .unchecked, today: today)
      #expect(sniffed.codes == ["format-must-be-named"])
    }
  }

  @Test func `a file of both directions is a question that names both profiles`() {
    let rows = ["CONS", "PROD"].flatMap { sort in
      (1...4).map { "0900;PA;\(sort);W;2025-06-01 0\($0):00:00;100;0" }
    }
    let text =
      "Identifiant PRM;Grandeur physique;Grandeur métier;Unité;Horodate;Valeur;Indice de vraisemblance\n"
      + rows.joined(separator: "\n") + "\n"
    let report = read(text)
    #expect(report.findings.map(\.code) == [.formatAmbiguous])
    #expect(report.findings.first?.words == "enedis-r63-production, enedis-r63-consumption")
    #expect(read(text, profile: .enedisR63Consumption).codes.contains("file-says-consumption"))
  }

  @Test(arguments: [
    ("Wh", "Wh", "enedis-r63-production-energy", []),
    ("W", "W", "enedis-r63-production", []),
    ("W", "Wh", "enedis-r63-production", ["unit-unexpected"]),
    ("Wh", "W", "enedis-r63-production-energy", ["unit-unexpected"]),
    ("kW", "kW", "enedis-r63-production", ["unit-unexpected"]),
  ])
  func `the unit of the rows tells power from energy, and may not change`(
    first: String, then: String, profile: String, codes: [String]
  ) {
    let rows = (1...300).map { step in
      let hour = "2025-06-\(two(1 + step / 24)) \(two(step % 24)):00:00"
      return "0900;EA;PROD;\(step < 250 ? first : then);\(hour);100;0"
    }
    let report = read(
      "Identifiant PRM;Grandeur physique;Grandeur métier;Unité;Horodate;Valeur;Indice de vraisemblance\n"
        + rows.joined(separator: "\n") + "\n")
    #expect(report.profile == profile)
    #expect(report.findings.filter { $0.verdict == .refuse }.map(\.code.rawValue) == codes)
    guard !codes.isEmpty else { return }
    #expect(
      report.findings.first { $0.verdict == .refuse }?.place.line == (first == then ? 2 : 251))
  }

  static let spoiled: [(String, Profile, FindingCode)] = [
    (
      "Date/Time,Energy Produced (Wh)\n06/01/2025 10:00,1\n06/01/2025 11:00,1\n", .enphaseReport,
      .dateOrderUnproved
    ),
    (
      "Uhrzeit;Stromerzeugung [kWh]\n01.06.2025 10:00:00;1,0\n01.06.2025 10:05:00;1,0\n",
      .senecWeek, .headingUnitLies
    ),
    (
      "Planta:;20\nFecha:;Energía Exportada (kWh);Energía Importada (kWh);E\n20250601010000;1;0;X\n",
      .monSol, .rowDamaged
    ),
    (
      "Time,PV(kWh)\n2025-06-01,\(String(repeating: "9", count: 1_200_000))", .sungrowMonth,
      .lineTooLong
    ),
    (
      "\"primary_timestamp\",\"ac_energy_inverter_day\"\n\"2025-06-01 20:00:00+00\",\"900\"\n"
        + "\"2025-06-01 21:59:55+00\",\"900\"\n\"2025-06-01 22:00:10+00\",\"900\"\n\"2025-06-02 10:00:00+00\",\"1500\"\n",
      .froniusDump, .dailyCounterNotReset
    ),
    (
      "\"primary_timestamp\",\"ac_energy_inverter_day\"\n\"2025-06-01 10:00:00+00\",\"9000\"\n"
        + "\"2025-06-01 10:05:00+00\",\"20\"\n\"2025-06-01 20:59:55+00\",\"500\"\n",
      .froniusDump, .dailyCounterNotReset
    ),
  ]

  @Test(arguments: spoiled.indices) func `what is odd is named`(index: Int) {
    let (text, profile, code) = Self.spoiled[index]
    #expect(read(text, profile: profile).findings.contains { $0.code == code })
  }

  @Test func `a total beside its inverters is seen`() {
    func days(_ name: String, _ watts: [Int]) -> FileReport {
      let rows = watts.enumerated().map { "202506\(two($0 + 1)),\($1)\n" }.joined()
      return readProduction(source(rows, name + ".csv"), registry: .unchecked, today: today)
    }
    let merged = mergeDays(
      [
        days("east", [1_000, 2_000, 3_000, 4_000, 5_000]),
        days("west", [500, 600, 700, 800, 900]),
        days("total", [1_500, 2_600, 3_700, 4_800, 7_000]),
      ], known: [])
    let found = merged.reports[2].findings
    #expect(found.map(\.code) == [.totalBesideParts, .metersDisagree])
    #expect(found.map(\.count) == [4, 1])
    #expect(merged.reports[0].findings.isEmpty && merged.reports[1].findings.isEmpty)
  }

  @Test func `a declared change of meter makes the day exact`() {
    let rows =
      "01.06.2025 00:00;1000,000;0\n01.06.2025 12:00;1010,000;0\n"
      + "01.06.2025 12:05;2,500;0\n02.06.2025 00:00;8,000;0"
    let change = MeterChange(day: day("2025-06-01"), lastOldWh: 1_010_400, firstNewWh: 2_000)
    func known(_ changes: [MeterChange]) -> MeterRegistry {
      .known([KnownMeter(id: "roof", deviceKey: "77001", peakWatts: 9_000, changes: changes)])
    }
    #expect(read(sunnyDay(rows), known([])).codes.contains("counter-reset"))
    let report = read(sunnyDay(rows), known([change]))
    #expect(report.codes.contains("meter-changed-as-declared") && report.verdict < .hold)
    // 10.4 kWh of the old one and 6.0 of the new.
    #expect(report.told == "2025-06-01 16400 measured")
  }

  /// Found by the fuzzer: a year off in the middle was taken for a clock that was corrected.
  @Test func `a date a year off is no correction of a clock`() {
    let report = read(
      sunnyDay(
        "01.06.2025 10:00;5,000;0,000\n01.06.2024 10:05;5,000;0,000\n01.06.2025 10:10;5,000;0,000"))
    #expect(!report.codes.contains("clock-stepped-back"))
    for day in report.days {
      #expect(day.curve.map { DayCurve(encoded: $0.encoded) == $0 } ?? true)
      #expect(day.coveredSeconds <= day.expectedSeconds)
    }
  }
}

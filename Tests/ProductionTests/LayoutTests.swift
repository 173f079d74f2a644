import Production
import Testing
import Units

/// One file in a few lines, what it tells, what is found, and the verdict.
struct LayoutCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let told: String
  let codes: Set<String>
  let verdict: Verdict
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ told: String, _ codes: Set<String>, _ verdict: Verdict) {
    (self.name, self.text, self.told) = (name, text, told)
    (self.codes, self.verdict) = (codes, verdict)
  }
}

@Suite struct LayoutTests {
  static let sunny: [LayoutCase] = [
    LayoutCase(
      "a whole day", sunnyDay(quarter("01.06.2025", 1_000, 250)), "2025-06-01 23750 measured", [],
      .accept),
    LayoutCase(
      "a file that starts at noon",
      sunnyDay("01.06.2025 12:00;10,000;1\n01.06.2025 12:15;10,250;1\n01.06.2025 12:30;10,500;1"),
      "2025-06-01 500 incomplete", ["edge-day-incomplete"], .accept),
    LayoutCase(
      "a first short row at zero",
      sunnyDay("01.06.2025 23:15;0,000\n01.06.2025 23:30;0,000;0\n01.06.2025 23:45;0,010;0"),
      "2025-06-01 10 measured", ["first-day-of-plant"], .accept),
    LayoutCase(
      "the unit row says Wh", sunnyDay("01.06.2025 00:00;1;0", units: "Wh;kW"), "",
      ["unit-unexpected"], .refuse),
    LayoutCase(
      "a day with a slash", sunnyDay("01/06/2025 00:00;1,000;0"), "", ["stamp-unreadable"],
      .refuse),
    LayoutCase(
      "a word for a value", sunnyDay("01.06.2025 00:00;viel;0"), "", ["value-unreadable"],
      .refuse),
    LayoutCase(
      "a point that may group or not", sunnyDay("01.06.2025 00:00;1.234;0"), "",
      ["decimal-mark-unclear"], .refuse),
    LayoutCase(
      "more cells than headings", sunnyDay("01.06.2025 00:00;1,000;0;7"), "", ["too-many-cells"],
      .refuse),
    LayoutCase(
      "an inverter nobody knows",
      sunnyDay("01.06.2025 00:00;1,000;0;", serials: ["88002"]), "", ["meter-unknown"], .refuse),
    LayoutCase(
      "a month, a day of it missing",
      sunnyMonth("01.05.2025;100,000;2,500\n02.05.2025;103,000;3,000\n04.05.2025;104,000;1,000"),
      "2025-05-01 2500 measured, 2025-05-02 3000 measured, 2025-05-04 1000 measured",
      ["days-missing"], .acceptWithWarning),
    LayoutCase(
      "a month that gives more than a day can", sunnyMonth("01.05.2025;100,000;250,000"), "",
      ["power-impossible"], .refuse),
  ]

  /// A row every quarter of an hour, the counter rising by so much each.
  static func quarter(_ date: String, _ start: Int, _ rise: Int) -> String {
    (0..<96).map { step in
      let wh = start + step * rise
      let decimals = String(1_000 + wh % 1_000).dropFirst()
      return "\(date) \(two(step / 4)):\(two(step % 4 * 15));\(wh / 1_000),\(decimals);"
        + (step == 0 ? "0" : "\(rise * 4 / 1_000)")
    }.joined(separator: "\n")
  }

  @Test(arguments: sunny) func `a Sunny Explorer file is judged`(_ item: LayoutCase) {
    let report = read(item.text, .known([roof]))
    #expect(report.told == item.told)
    #expect(report.codes == item.codes)
    #expect(report.verdict == item.verdict)
  }

  @Test func `two inverters side by side are two meters`() {
    let report = read(
      sunnyDay(
        "01.06.2025 00:00;1,000;0;7,000;0\n02.06.2025 00:00;3,000;0;8,500;0", serials: ["A", "B"]))
    #expect(report.days.map(\.meter) == ["A", "B"])
    #expect(report.days.map(\.energy.units) == [2_000, 1_500])
    let only = read(
      sunnyDay("01.06.2025 00:00;1,000;0;7,000;0", serials: ["A", "B"]), .only(roof))
    #expect(only.codes == ["several-devices-for-one-meter"])
    #expect(read(sunnyDay("01.06.2025 00:00;1,000;0", serials: ["A"]), .only(roof)).codes == [])
  }

  static let directions: [LayoutCase] = [
    LayoutCase(
      "a direction nobody knows", curve("2025-06-01T00:15:00+02:00;4", sort: "Autoconsommation"),
      "",
      ["quantity-unexpected"], .refuse),
    LayoutCase(
      "no direction", curve("2025-06-01T00:15:00+02:00;4", sort: ""), "", ["quantity-unexpected"],
      .refuse),
    LayoutCase(
      "reactive energy",
      curve("2025-06-01T00:15:00+02:00;4").replacing(
        "Grandeur metier;", with: "Grandeur physique;Grandeur metier;"
      )
      .replacing(";Production;", with: ";Energie reactive;Production;"), "",
      ["quantity-unexpected"], .refuse),
  ]

  @Test(arguments: directions) func `an Enedis file says what it measures`(item: LayoutCase) {
    let report = read(item.text)
    #expect(report.codes == item.codes && report.verdict == item.verdict)
  }

  static let site = "Toit,Dongle-1/ond 1,"
  static let fusions: [LayoutCase] = [
    LayoutCase(
      "two days and the night between",
      fusion(
        """
        \(site)2025-05-01 07:00:00 DST,0.0,0.0,100.00
        \(site)2025-05-01 07:05:00 DST,0.0,0.0,100.00
        \(site)2025-05-01 07:10:00 DST,4.0,0.0,104.00
        \(site)2025-05-02 07:00:00 DST,0.0,0.0,104.00
        \(site)2025-05-02 07:05:00 DST,1.5,0.0,105.50
        \(site)2025-05-02 20:00:00 DST,1.5,0.0,105.50
        \(site)2025-05-02 20:05:00 DST,1.5,0.0,105.50
        """), "2025-05-01 4000 measured, 2025-05-02 1500 measured", ["rows-missing"],
      .acceptWithWarning),
    LayoutCase(
      "the counter moved while nobody looked",
      fusion(
        """
        \(site)2025-05-01 07:00:00 DST,0.0,0.0,100.00
        \(site)2025-05-01 07:05:00 DST,0.0,0.0,100.00
        \(site)2025-05-01 07:10:00 DST,1.0,0.0,101.00
        \(site)2025-05-02 20:00:00 DST,9.0,0.0,105.00
        \(site)2025-05-02 20:05:00 DST,9.0,0.0,105.00
        """), "2025-05-01 1000 incomplete, 2025-05-02 0 incomplete",
      ["span-without-daily-split", "edge-day-incomplete"], .acceptWithWarning),
    LayoutCase(
      "still awake at the end of the file",
      fusion(
        """
        \(site)2025-05-01 07:00:00 DST,0.0,0.0,100.00
        \(site)2025-05-01 07:05:00 DST,0.0,0.0,100.00
        \(site)2025-05-01 07:10:00 DST,1.0,0.0,101.00
        """), "2025-05-01 1000 incomplete", ["edge-day-incomplete"], .accept),
    LayoutCase(
      "not recorded and not supported are unknown",
      fusion(
        """
        \(site)2025-05-01 07:00:00 DST,0.0,0.0,N/A
        \(site)2025-05-01 07:05:00 DST,0.0,0.0,-
        """), "", ["values-missing"], .acceptWithWarning),
  ]

  @Test(arguments: fusions) func `a FusionSolar file is judged`(_ item: LayoutCase) {
    let report = read(item.text)
    #expect(report.told == item.told)
    #expect(report.codes == item.codes)
    #expect(report.verdict == item.verdict)
  }

  static let indexes: [LayoutCase] = [
    LayoutCase(
      "the date counts, the clock does not",
      index(
        """
        2025-10-25T00:00:00+02:00;Arrêté;1;1;1000
        2025-10-25T23:00:00+01:00;Arrêté;1;1;1000
        2025-10-26T23:00:00+01:00;Arrêté;1;1;3000
        2025-10-27T23:00:00+01:00;Arrêté;1;1;3500
        """), "2025-10-25 2000 measured, 2025-10-26 500 measured", ["rows-repeated"],
      .acceptWithWarning),
    LayoutCase(
      "a missing date is a span",
      index(
        """
        2025-03-29T00:00:00+01:00;Arrêté;1;1;1000
        2025-03-31T01:00:00+02:00;Arrêté;1;1;3000
        2025-04-01T01:00:00+02:00;Arrêté;1;1;3100
        """), "2025-03-31 100 measured", ["span-without-daily-split"], .acceptWithWarning),
    LayoutCase(
      "no index at all", index("2025-03-29T00:00:00+01:00;Arrêté;;;"), "", ["values-missing"],
      .acceptWithWarning),
  ]

  @Test(arguments: indexes) func `a daily index is judged`(_ item: LayoutCase) {
    let report = read(item.text)
    #expect(report.told == item.told)
    #expect(report.codes == item.codes)
    #expect(report.verdict == item.verdict)
  }

  @Test func `a curve's direction is carried, and a consumption noted`() {
    let rows = flatCurve("2025-06-01", days: 1, step: 1_800, watts: 100).joined(separator: "\n")
    #expect(read(curve(rows)).flow == .production)
    let report = read(curve(rows, sort: "Consommation"))
    #expect(report.flow == .consumption)
    #expect(report.codes == ["file-says-consumption"])
    #expect(report.verdict == .accept)
  }

  @Test func `the step tells which of two curves it is, and a wrong profile is refused`() {
    let half = curve(
      flatCurve("2025-06-01", days: 1, step: 1_800, watts: 100).joined(separator: "\n"))
    let ten = curve(flatCurve("2025-06-01", days: 1, step: 600, watts: 100).joined(separator: "\n"))
    #expect(Profile.candidates(for: source(half)).map(\.name) == ["enedis-curve"])
    #expect(Profile.candidates(for: source(ten)).map(\.name) == ["enedis-ten-minute-curve"])
    #expect(read(half, profile: .enedisTenMinuteCurve).codes == ["step-not-of-profile"])
    let one = curve("2025-06-01T00:30:00+02:00;100")
    #expect(read(one).codes == ["format-ambiguous"])
    #expect(read(one).verdict == .hold)
    #expect(read(curve("")).codes == ["no-data-row"])
  }
}

import Production
import Units

/// A digest that names nothing: the reader only carries it.
let noDigest = Digest(Array(repeating: 0, count: 32))
/// 2026-11-21.
let today = Day(number: 20_778)
let roof = KnownMeter(id: "roof", deviceKey: "77001", peakWatts: 9_000)

func source(_ text: String, _ path: String = "file.csv") -> SourceFile {
  SourceFile(path: path, bytes: Array(text.utf8), digest: noDigest)
}

func read(
  _ text: String, _ registry: MeterRegistry = .unchecked, profile: Profile? = nil
) -> FileReport {
  readProduction(source(text), profile: profile, registry: registry, today: today)
}

func day(_ text: String) -> Day { (try? Day(text)) ?? Day(number: 0) }

/// A Sunny Explorer day file of one inverter, by hand.
func sunnyDay(_ rows: String, serials: [String] = ["77001"], units: String = "kWh;kW") -> String {
  let pair = serials.map { ";SN: \($0);SN: \($0)" }.joined()
  let quantities = serials.map { _ in ";Gesamtertrag;Leistung" }.joined()
  let unitCells = serials.map { _ in ";" + units }.joined()
  return """
    sep=;
    Version CSV1|Tool SE|Linebreaks CR/LF|Delimiter semicolon|Decimalpoint comma|Precision 3

    \(pair)
    ;X;X
    ;Y;Y
    \(quantities)
    ;Counter;Analog
    dd.MM.yyyy HH:mm\(unitCells)
    \(rows)

    """
}

/// A Sunny Explorer month file.
func sunnyMonth(_ rows: String) -> String {
  """
  sep=;
  Version CSV1|Tool SE|Linebreaks CR/LF|Delimiter semicolon|Decimalpoint comma|Precision 3

  ;SN: 77001;SN: 77001
  ;X;X
  ;Y;Y
  ;Gesamtertrag;Tagesertrag
  ;Counter;Analog
  dd.MM.yyyy;kWh;kWh
  \(rows)

  """
}

/// A FusionSolar history with fewer columns than the portal writes, in another order.
func fusion(_ rows: String) -> String {
  """
  Time range:,2025-05-01 00:00:00 - 2025-05-31 23:59:59
  Export time:,2025-06-01 08:00:00
  \"\"\"N/A\"\": first
  \"\"-\"\": second"
  Site Name,ManageObject,Start Time,Daily energy(kWh),Active power(kW),Cumulative energy(kWh)
  \(rows)

  """
}

/// An Enedis load curve.
func curve(_ rows: String, unit: String = "W", sort: String = "Production") -> String {
  """
  Identifiant PRM;Type de donnees;Date de debut;Date de fin;Grandeur metier;Unite;Pas en minutes
  30009999999999;Courbe de charge;01/01/2025;31/12/2025;\(sort);\(unit);
  Horodate;Valeur
  \(rows)

  """
}

/// An Enedis daily index, with another table behind it.
func index(_ rows: String) -> String {
  """
  Identifiant PRM;Type de donnees;Date de debut;Date de fin;Grandeur metier;Unite
  30009999999999;Index;01/01/2025;31/12/2025;Production;Wh
  Horodate;Type de releve;EAS F1;EAS F2;EAS T
  \(rows)
  Periode;Identifiant calendrier;Libelle;a;b;c;d
  Du 2025-01-01T00:00:00+01:00 au;FC1;x;y;z;a;b

  """
}

/// Two digits.
func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// `dd.MM.yyyy HH:mm` of minutes after a midnight.
func sunnyStamp(_ day: Day, _ minute: Int) -> String {
  let (year, month, dayOfMonth) = day.calendar
  return "\(two(dayOfMonth)).\(two(month)).\(year) \(two(minute / 60)):\(two(minute % 60))"
}

/// An instant as Enedis writes it, with or without its offset.
func enedisStamp(_ seconds: Int64, offset: Bool = true) -> String {
  let ahead = ParisTime.offset(at: Instant(seconds: seconds))
  let (day, second) = Instant(seconds: seconds).split(offset: ahead)
  let clock = "\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))"
  return offset ? "\(day)T\(clock)+0\(ahead / 3_600):00" : "\(day) \(clock)"
}

/// A flat quarter-hourly or half-hourly curve over whole days, end-stamped.
func flatCurve(_ first: String, days: Int, step: Int64, watts: Int, offset: Bool = true) -> [String]
{
  let start = ParisTime.start(of: day(first)).seconds
  let end = ParisTime.start(of: day(first).adding(days: days)).seconds
  return stride(from: start + step, through: end, by: Int64.Stride(step)).map {
    "\(enedisStamp($0, offset: offset));\(watts)"
  }
}

extension FileReport {
  /// Day, watt-hours, quality: the whole content in one line.
  var told: String {
    days.map { "\($0.day) \($0.energy) \($0.quality.rawValue)" }.joined(separator: ", ")
  }
  var codes: Set<String> { Set(findings.map(\.code.rawValue)) }
}

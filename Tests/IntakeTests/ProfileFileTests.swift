import Intake
import Production
import Testing
import Units

/// The profile that the cases below spoil, one line at a time.
private let sound = """
  name = "mon-portail"
  encoding = "latin-1"
  delimiter = "tab"
  decimal-mark = ","
  heading = ["Date", "Datum"]
  missing = ["NaN", "--"]
  device-line = "Serial"
  ends-before = "Total"
  steps-seconds = [900]
  nights = "silent"
  units-row = true

  [stamp]
  column = "Date"
  time-column = "Heure"
  pattern = ["dd.MM.yyyy HH:mm", "dd.MM.yyyy HH:mm:ss"]
  zone = "+01:00"
  meaning = "end"
  season = { column = "H", summer = "S", winter = "W" }

  [value]
  column = ["Energie", "Ertrag"]
  unit = "kWh"
  nature = "interval-energy"

  [[rule]]
  column = "Etat"
  reads = ["R", "E"]

  [[rule]]
  column = "Nature"
  estimates = ["E"]

  [[rule]]
  column = "Statut"
  needs = true

  """

/// A profile without a line of headings.
private let headless = """
  name = "sans-titre"
  delimiter = ";"
  decimal-mark = ","
  columns = ["jour", "appareil", "kWh"]
  device-column = "appareil"

  [stamp]
  column = "jour"
  pattern = "yyyyMMdd"
  zone = "UTC"
  meaning = "date"

  [value]
  column = "kWh"
  unit = "kWh"
  nature = "interval-energy"

  """

/// A profile, what replaces what in it, and the refusals: their lines and codes.
private typealias Case = (profile: String, old: String, new: String, refusals: [String])

private let cases: [Case] = [
  (sound, "name = \"mon-portail\"\n", "", ["0 key-is-missing"]),
  (sound, "\"mon-portail\"", "\"\"", ["1 value-has-wrong-type"]),
  (sound, "\"mon-portail\"", "3", ["1 value-has-wrong-type"]),
  (sound, "\"mon-portail\"", "\"a\\u0007\"", ["1 text-has-control-character"]),
  (sound, "\"mon-portail\"", "1.5", ["1 number-is-not-whole"]),
  (sound, "\"mon-portail\"", "\"", ["1 toml-is-malformed"]),
  (sound, "latin-1", "utf-7", ["2 value-is-not-allowed"]),
  (sound, "encoding", "encodage", ["2 key-is-unknown"]),
  (sound, "\"tab\"", "\":\"", ["3 value-is-not-allowed"]),
  (sound, "\"tab\"", "9", ["3 value-has-wrong-type"]),
  (sound, "\"tab\"", "\"\\u0007\"", ["3 text-has-control-character"]),
  (sound, "decimal-mark = \",\"\n", "", ["0 key-is-missing"]),
  (sound, "\",\"", "\"'\"", ["4 value-is-not-allowed"]),
  (sound, "heading = [\"Date\", \"Datum\"]", "heading = []", ["5 value-has-wrong-type"]),
  (sound, "heading = [\"Date\", \"Datum\"]", "heading = [\"Date\", 1]", ["5 value-has-wrong-type"]),
  (sound, "heading = [\"Date\", \"Datum\"]\n", "", ["0 key-is-missing"]),
  (sound, "[\"NaN\", \"--\"]", "\"NaN\"", ["6 value-has-wrong-type"]),
  (sound, "\"Serial\"", "\"\"", ["7 value-has-wrong-type"]),
  (sound, "device-line", "device-column = \"N\"\ndevice-line", ["8 keys-exclude-each-other"]),
  (sound, "[900]", "[901]", ["9 value-is-not-allowed"]),
  (sound, "[900]", "[900, \"600\"]", ["9 value-has-wrong-type"]),
  (sound, "[900]", "900", ["9 value-has-wrong-type"]),
  (sound, "[900]", "[]", ["9 value-has-wrong-type"]),
  (sound, "silent", "quiet", ["10 value-is-not-allowed"]),
  (sound, "= true\n\n[stamp]", "= 1\n\n[stamp]", ["11 value-has-wrong-type"]),
  (sound, "time-column", "hour-column", ["15 key-is-unknown"]),
  (sound, "\"dd.MM.yyyy HH:mm\"", "\"dd.MM.yyyy hh:mm\"", ["16 value-is-not-allowed"]),
  (sound, "\"dd.MM.yyyy HH:mm\"", "\"dd.MM HH:mm\"", ["16 value-is-not-allowed"]),
  (sound, "\"dd.MM.yyyy HH:mm\"", "\"dd.MM.yyyy HH\"", ["16 value-is-not-allowed"]),
  (sound, "\"dd.MM.yyyy HH:mm\"", "\"dd.MM.yyyy 'HH:mm\"", ["16 value-is-not-allowed"]),
  (
    sound, "pattern = [\"dd.MM.yyyy HH:mm\", \"dd.MM.yyyy HH:mm:ss\"]", "pattern = []",
    ["16 value-has-wrong-type"]
  ),
  (sound, "+01:00", "Europe/London", ["17 value-is-not-allowed"]),
  (sound, "+01:00", "+1:00", ["17 value-is-not-allowed"]),
  (sound, "zone = \"+01:00\"\n", "", ["13 key-is-missing"]),
  (sound, "\"end\"", "\"finish\"", ["18 value-is-not-allowed"]),
  (sound, "\"end\"", "\"instant\"", ["18 value-is-not-allowed"]),
  (sound, "meaning = \"end\"\n", "", ["13 key-is-missing"]),
  (sound, "summer = \"S\", ", "", ["19 key-is-missing"]),
  (sound, "winter", "hiver", ["19 key-is-unknown", "19 key-is-missing"]),
  (sound, "[\"Energie\", \"Ertrag\"]", "[]", ["22 value-has-wrong-type"]),
  (sound, "\"kWh\"", "\"MWh\"", ["23 value-is-not-allowed"]),
  (sound, "\"kWh\"", "\"kW\"", ["23 value-is-not-allowed"]),
  (sound, "\"interval-energy\"", "\"mean-power\"", ["23 value-is-not-allowed"]),
  (sound, "\"interval-energy\"", "\"counter\"", ["18 value-is-not-allowed"]),
  (sound, "\"interval-energy\"", "\"daily-counter\"", ["18 value-is-not-allowed"]),
  (sound, "\"interval-energy\"", "\"energy\"", ["24 value-is-not-allowed"]),
  (sound, "nature = \"interval-energy\"\n", "", ["21 key-is-missing"]),
  (sound, "[value]", "[valeur]", ["21 key-is-unknown", "0 key-is-missing"]),
  (sound, "reads = [\"R\", \"E\"]", "", ["26 key-is-missing"]),
  (sound, "reads = [\"R\", \"E\"]", "reads = \"R\"", ["28 value-has-wrong-type"]),
  (sound, "reads = [\"R\", \"E\"]", "lit = [\"R\"]", ["28 key-is-unknown", "26 key-is-missing"]),
  (sound, "estimates", "reads = [\"R\"]\nestimates", ["33 keys-exclude-each-other"]),
  (sound, "needs = true", "needs = false", ["36 value-is-not-allowed"]),
  (sound, "needs = true", "needs = \"yes\"", ["36 value-has-wrong-type"]),
  (sound, "[[rule]]\ncolumn = \"Etat\"", "[rule]\ncolumn = \"Etat\"", ["30 toml-is-malformed"]),
  (headless, "columns = ", "heading = \"jour\"\ncolumns = ", ["4 keys-exclude-each-other"]),
  (headless, "columns = ", "units-row = true\ncolumns = ", ["4 keys-exclude-each-other"]),
  (headless, "[\"jour\", \"appareil\", \"kWh\"]", "[]", ["4 value-has-wrong-type"]),
  (headless, "device-column = \"appareil\"", "device-line = \"SN\"", ["5 keys-exclude-each-other"]),
  (headless, "device-column = \"appareil\"", "device-column = \"SN\"", ["5 value-is-not-allowed"]),
  (headless, "column = \"jour\"", "column = \"Date\"", ["8 value-is-not-allowed"]),
  (headless, "column = \"kWh\"", "column = \"Wh\"", ["14 value-is-not-allowed"]),
  (headless, "\"date\"", "\"instant\"", ["11 value-is-not-allowed"]),
]

@Suite("A profile of one's own") struct ProfileFileTests {
  @Test func `says everything that a built-in one says`() throws {
    let profile = try readProfile(TinyBook.file("p.toml", sound))
    var expected = Profile(
      name: "mon-portail", delimiter: .tab, decimalMark: .comma,
      heading: .row(first: ["Date", "Datum"]),
      stamp: Stamp(
        column: "Date", patterns: ["dd.MM.yyyy HH:mm", "dd.MM.yyyy HH:mm:ss"], meaning: .end),
      value: Column(["Energie", "Ertrag"], .kilowattHours, .intervalEnergy),
      device: .line("Serial"))
    expected.encoding = .latin1
    expected.missing = ["NaN", "--"]
    expected.endsBefore = "Total"
    expected.steps = [900]
    expected.nights = .silent
    expected.hasUnitsRow = true
    expected.stamp.timeColumn = "Heure"
    expected.stamp.zone = .fixed(minutes: 60)
    expected.stamp.season = .init("H", summer: "S", winter: "W")
    expected.rules = [
      RowRule("Etat", .reads(["R", "E"])), RowRule("Nature", .estimates(["E"])),
      RowRule("Statut", .needs),
    ]
    #expect(profile == expected)
    let bare = try readProfile(TinyBook.file("p.toml", headless))
    #expect(bare.heading == .none(columns: ["jour", "appareil", "kWh"]))
    #expect(bare.device == .column("appareil"))
  }

  @Test(arguments: cases.indices) func `is refused for each fault, at its line`(index: Int) {
    let (profile, old, new, expected) = cases[index]
    #expect(profile.contains(old))
    let found = refusals(profile.replacing(old, with: new, maxReplacements: 1))
    #expect(!found.isEmpty)
    for refusal in expected { #expect(found.contains(refusal), "\(old) → \(new): \(found)") }
    // A whole table that is gone takes its keys with it; any other fault is told once.
    if !new.contains("[valeur]") { #expect(found.count == expected.count, "\(new): \(found)") }
  }

  @Test func `is refused for all its faults in one run`() {
    let text = sound.replacing("latin-1", with: "x").replacing("silent", with: "x")
      .replacing("+01:00", with: "x").replacing("\"kWh\"", with: "\"x\"")
    #expect(
      Set(refusals(text)) == [
        "2 value-is-not-allowed", "10 value-is-not-allowed", "17 value-is-not-allowed",
        "23 value-is-not-allowed",
      ])
  }

  /// `line code`; line 0 stands for the file as a whole.
  private func refusals(_ text: String) -> [String] {
    func told(_ refusal: any Refusal) -> String {
      "\((refusal as? Located)?.place.line ?? 0) \(refusal.code)"
    }
    do {
      _ = try readProfile(TinyBook.file("p.toml", text))
      return []
    } catch let refusals as Refusals {
      return refusals.all.map(told)
    } catch let refusal as any Refusal {
      return [told(refusal)]
    } catch {
      return ["\(error)"]
    }
  }
}

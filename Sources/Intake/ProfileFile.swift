public import Production
import Text
import Units

/// Reads a profile that a person wrote for a portal nobody knows: see
/// `Contracts/Schemas/production-profile.md`.
///
/// - Throws: ``Refusals`` of every fault of the file, each at its line; a ``Located`` one when the
///   file is no TOML.
public func readProfile(_ file: InputFile) throws -> Profile {
  let document = try TOMLDocument(reading: file.bytes, file: file.path)
  let faults = Faults()
  let profile = ProfileTable(TableReader(document, faults: faults)).profile()
  try faults.check()
  return profile
}

/// The tables of a profile file.
private struct ProfileTable {
  private let root: TableReader

  init(_ root: TableReader) { self.root = root }

  func profile() -> Profile {
    root.allow([
      "name", "encoding", "delimiter", "decimal-mark", "heading", "columns", "units-row",
      "device-column", "device-line", "missing", "steps-seconds", "nights", "ends-before", "stamp",
      "value", "rule",
    ])
    let value = root.table("value")
    value.allow(["column", "unit", "nature"])
    var profile = Profile(
      name: root.text("name"), delimiter: named("delimiter", Delimiter.names) ?? .semicolon,
      decimalMark: named("decimal-mark", DecimalMark.names) ?? .comma, heading: heading(),
      stamp: stamp(root.table("stamp")),
      value: Column(
        names(value, "column"), value.choice("unit", MeasuredUnit.self) ?? .wattHours,
        value.choice("nature", Column.Nature.self) ?? .intervalEnergy),
      device: device())
    if root.has("encoding") { profile.encoding = root.choice("encoding", Encoding.self) ?? .utf8 }
    if root.has("nights") { profile.nights = root.choice("nights", Nights.self) ?? .recorded }
    if root.has("missing") { profile.missing = root.texts("missing") }
    if root.has("steps-seconds") { profile.steps = steps() }
    profile.hasUnitsRow = root.flag("units-row")
    profile.endsBefore = root.optionalText("ends-before")
    profile.rules = root.tables("rule").compactMap(rule)
    refuseMismatch(profile, value)
    return profile
  }

  /// A power has a unit of power, an energy one of energy.
  private func refuseMismatch(_ profile: Profile, _ value: TableReader) {
    let isPower = [Column.Nature.meanPower, .instantPower].contains(profile.value.nature)
    let units: [MeasuredUnit] = isPower ? [.watts, .kilowatts] : [.wattHours, .kilowattHours]
    guard value.has("unit"), value.has("nature"), !units.contains(profile.value.unit) else {
      return
    }
    value.refuse(
      TextRefusal.valueIsNotAllowed(
        key: "unit", value: profile.value.unit.rawValue, allowed: units.map(\.rawValue)),
      at: "unit")
  }

  private func heading() -> Heading {
    guard root.has("columns") else { return .row(first: names(root, "heading")) }
    return .none(columns: root.texts("columns"))
  }

  private func device() -> DeviceKey {
    if root.has("device-column") { return .column(names(root, "device-column")) }
    if let line = root.optionalText("device-line") { return .line(line) }
    return .fileName
  }

  /// One name, or a list of spellings.
  private func names(_ table: TableReader, _ key: String) -> Name {
    if case .array = table.json.objectValue?[key] { return Name(table.texts(key)) }
    return Name([table.text(key)])
  }

  private func named<Value>(_ key: String, _ known: [String: Value]) -> Value? {
    // A tabulator is a control character: the text is looked up before it is judged.
    if let word = root.json.objectValue?[key]?.stringValue, let value = known[word] { return value }
    let word = root.text(key)
    if root.has(key) {
      root.refuse(
        TextRefusal.valueIsNotAllowed(key: key, value: word, allowed: known.keys.sorted()), at: key)
    }
    return nil
  }

  private func steps() -> [Int64] {
    let known: [Int64] = [60, 300, 600, 900, 1_800, 3_600]
    let list = root.json.objectValue?["steps-seconds"]?.arrayValue?.compactMap(\.integerValue)
    guard let list, list.allSatisfy(known.contains) else {
      root.refuse(
        TextRefusal.valueIsNotAllowed(
          key: "steps-seconds", value: "", allowed: known.map { String($0) }), at: "steps-seconds")
      return []
    }
    return list
  }

  private func rule(_ table: TableReader) -> RowRule? {
    table.allow(["column", "reads", "estimates", "needs"])
    let column = names(table, "column")
    if table.has("estimates") { return RowRule(column, .estimates(table.texts("estimates"))) }
    if table.flag("needs") { return RowRule(column, .needs) }
    return RowRule(column, .reads(table.texts("reads")))
  }
}

extension ProfileTable {
  private func stamp(_ table: TableReader) -> Stamp {
    table.allow(["column", "time-column", "pattern", "zone", "meaning", "season"])
    let patterns = names(table, "pattern").spellings
    for pattern in patterns where !StampPatterns.areSound([pattern]) && table.has("pattern") {
      table.refuse(
        TextRefusal.valueIsNotAllowed(
          key: "pattern", value: pattern, allowed: ["yyyy", "MM", "dd", "HH", "mm", "ss", "XXX"]),
        at: "pattern")
    }
    var stamp = Stamp(
      column: names(table, "column"), patterns: patterns,
      meaning: table.choice("meaning", Stamp.Meaning.self) ?? .start)
    if table.has("time-column") { stamp.timeColumn = names(table, "time-column") }
    let zone = table.text("zone")
    if let known = Stamp.Zone(named: zone) {
      stamp.zone = known
    } else if table.has("zone") {
      table.refuse(
        TextRefusal.valueIsNotAllowed(
          key: "zone", value: zone, allowed: Stamp.Zone.sameAsParis + ["UTC", "+01:00"]),
        at: "zone")
    }
    if table.has("season") {
      let season = table.table("season")
      season.allow(["column", "summer", "winter"])
      stamp.season = .init(
        names(season, "column"), summer: season.text("summer"), winter: season.text("winter"))
    }
    return stamp
  }
}

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
  private let stampTable: TableReader
  private let value: TableReader

  init(_ root: TableReader) {
    self.root = root
    (stampTable, value) = (root.table("stamp"), root.table("value"))
  }

  func profile() -> Profile {
    root.allow([
      "name", "encoding", "delimiter", "decimal-mark", "heading", "columns", "units-row",
      "device-column", "device-line", "missing", "steps-seconds", "nights", "ends-before", "stamp",
      "value", "rule",
    ])
    value.allow(["column", "unit", "nature"])
    var profile = Profile(
      name: root.text("name"), delimiter: named("delimiter", Delimiter.names) ?? .semicolon,
      decimalMark: named("decimal-mark", DecimalMark.names) ?? .comma, heading: heading(),
      stamp: stamp(stampTable),
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
    profile.rules = root.tables("rule").map(rule)
    refuseEmpty()
    refuseMismatch(profile)
    refuseMeaning(profile)
    refuseContradictions(profile)
    return profile
  }

  /// A power has a unit of power, an energy one of energy.
  private func refuseMismatch(_ profile: Profile) {
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

  /// What the file is found by cannot be nothing.
  ///
  /// The first heading and that of the stamp may be an empty cell.
  private func refuseEmpty() {
    let texts = [(root, "name"), (root, "device-line"), (value, "column"), (stampTable, "pattern")]
    let lists = [
      (root, "columns"), (root, "heading"), (root, "device-column"), (value, "column"),
      (stampTable, "column"), (stampTable, "pattern"),
    ]
    let empty =
      texts.filter { $0.json.objectValue?[$1] == "" }
      + lists.filter { $0.json.objectValue?[$1] == [] }
    for (table, key) in empty {
      table.refuse(TextRefusal.valueHasWrongType(key: key, expected: .text), at: key)
    }
  }

  /// A counter stands so at an instant; energy and mean power are of an interval or of a day.
  private func refuseMeaning(_ profile: Profile) {
    let allowed: [Stamp.Meaning] =
      switch profile.value.nature {
      case .counter: [.instant, .date]
      case .dailyCounter, .instantPower: [.instant]
      case .intervalEnergy: [.start, .end, .date]
      case .meanPower: [.start, .end]
      }
    let isRead = stampTable.json.objectValue?["meaning"] == .string(profile.stamp.meaning.rawValue)
    guard isRead, value.has("nature"), !allowed.contains(profile.stamp.meaning)
    else { return }
    stampTable.refuse(
      TextRefusal.valueIsNotAllowed(
        key: "meaning", value: profile.stamp.meaning.rawValue, allowed: allowed.map(\.rawValue)),
      at: "meaning")
  }

  /// Two keys that answer one question, and columns that are not among those named.
  private func refuseContradictions(_ profile: Profile) {
    let pairs = [
      ("columns", "heading"), ("columns", "units-row"), ("columns", "device-line"),
      ("device-column", "device-line"),
    ]
    for (key, other) in pairs where root.has(key) && root.has(other) {
      root.refuse(TextRefusal.keysExcludeEachOther(other, key), at: other)
    }
    guard case .none(let columns) = profile.heading, !columns.isEmpty else { return }
    var bound = [
      (stampTable, "column", profile.stamp.column), (value, "column", profile.value.heading),
    ]
    if let time = profile.stamp.timeColumn { bound.append((stampTable, "time-column", time)) }
    if case .column(let name) = profile.device { bound.append((root, "device-column", name)) }
    for (table, key, name) in bound
    where table.has(key) && !name.spellings.contains(where: columns.contains) {
      table.refuse(
        TextRefusal.valueIsNotAllowed(key: key, value: name.usual, allowed: columns), at: key)
    }
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
    let before = root.faults.all.count
    let word = root.text(key)
    if root.faults.all.count == before {
      let allowed = known.keys.filter { $0 != "\t" }.sorted().map { "\"\($0)\"" }
      root.refuse(
        TextRefusal.valueIsNotAllowed(key: key, value: word, allowed: allowed), at: key)
    }
    return nil
  }

  private func steps() -> [Int64] {
    let key = "steps-seconds"
    let known: [Int64] = [60, 300, 600, 900, 1_800, 3_600]
    let list = root.json.objectValue?[key]?.arrayValue?.map(\.integerValue)
    guard let list, !list.contains(nil), !list.isEmpty else {
      root.refuse(TextRefusal.valueHasWrongType(key: key, expected: .list), at: key)
      return []
    }
    for step in list.compactMap(\.self) where !known.contains(step) {
      root.refuse(
        TextRefusal.valueIsNotAllowed(
          key: key, value: String(step), allowed: known.map { String($0) }), at: key)
    }
    return list.compactMap(\.self)
  }

  private func rule(_ table: TableReader) -> RowRule {
    table.allow(["column", "reads", "estimates", "needs"])
    let column = names(table, "column")
    let kinds = ["reads", "estimates", "needs"].filter(table.has)
    for (kind, other) in zip(kinds.dropFirst(), kinds) {
      table.refuse(TextRefusal.keysExcludeEachOther(kind, other), at: kind)
    }
    if table.json.objectValue?["needs"] == false {
      table.refuse(
        TextRefusal.valueIsNotAllowed(key: "needs", value: "false", allowed: ["true"]), at: "needs")
    }
    if table.has("estimates") { return RowRule(column, .estimates(table.texts("estimates"))) }
    if table.has("needs") {
      // Read to be judged: only the truth is left.
      _ = table.flag("needs")
      return RowRule(column, .needs)
    }
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

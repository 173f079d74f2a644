import Units

/// The numbers under which a row's cells are remembered.
enum Slot {
  static let none = -1
  static let stamp = 0
  static let device = 1
  static let time = 2
  static let season = 3
  /// The column of the n-th rule.
  static func rule(_ n: Int) -> Int { 4 + n }
  /// The n-th value column.
  static func value(_ n: Int, rules: Int) -> Int { 4 + rules + 2 * n }
  /// The power beside the n-th value.
  static func power(_ n: Int, rules: Int) -> Int { 5 + rules + 2 * n }
  /// How many numbers so many value columns need.
  static func count(values: Int, rules: Int) -> Int { 4 + rules + 2 * max(1, values) }
}

extension Profile {
  /// Binds headings that stand one above the other: device, quantity, unit.
  func bindStack(
    _ lines: [HeadingLine], anchor: String, devicePrefix: String, units: String, path: String
  ) -> Binding {
    guard lines.prefix(3).contains(where: { $0.first.hasPrefix(anchor) }),
      let unitLine = lines.first(where: { $0.first == units })
    else { return .foreign }
    let above = lines.prefix { $0.number < unitLine.number }
    guard let quantities = above.first(where: { $0.cells.contains(where: value.heading.names) })
    else {
      return .broken(missing(value.heading.usual, unitLine, path))
    }
    let deviceLine =
      devicePrefix.isEmpty
      ? above.last { $0.number < quantities.number }
      : above.first { $0.cells.count > 1 && $0.cells[1].hasPrefix(devicePrefix) }
    guard let deviceLine else { return .broken(missing(devicePrefix, unitLine, path)) }
    let keys = deviceLine.cells.map { String($0.dropFirst(devicePrefix.count)) }
    if let lost = keys.lazy.compactMap({ lostIdentifier($0, deviceLine, path) }).first {
      return .broken(lost)
    }
    return bindStackedColumns(quantities, keys: keys, unitLine, path: path)
  }

  private func bindStackedColumns(
    _ quantities: HeadingLine, keys: [String], _ unitLine: HeadingLine, path: String
  ) -> Binding {
    var slots = Array(repeating: Slot.none, count: unitLine.cells.count)
    slots[0] = Slot.stamp
    var devices: [String] = []
    for column in slots.indices.dropFirst()
    where column < quantities.cells.count && value.heading.names(quantities.cells[column]) {
      let unit = bare(unitLine.cells[column])
      let place = Place(file: path, line: unitLine.number)
      guard unit == value.unit.rawValue else {
        return .broken(Finding(.unitUnexpected, at: place, words: unit))
      }
      guard column < keys.count, !keys[column].isEmpty, !devices.contains(keys[column]) else {
        return .broken(Finding(.headingTwice, at: place, words: value.heading.usual))
      }
      slots[column] = Slot.value(devices.count, rules: rules.count)
      devices.append(keys[column])
    }
    guard !devices.isEmpty else { return .broken(missing(value.heading.usual, quantities, path)) }
    for column in slots.indices.dropFirst()
    where column < min(quantities.cells.count, keys.count)
      && quantities.cells[column] == powerCheck
      && bare(unitLine.cells[column]) == powerUnit.rawValue
    {
      guard let index = devices.firstIndex(of: keys[column]) else { continue }
      slots[column] = Slot.power(index, rules: rules.count)
    }
    return .bound(
      Layout(
        slots: slots, devices: devices, start: unitLine.next, line: unitLine.number + 1))
  }
}

/// A unit without the brackets some portals put around it.
func bare(_ unit: String) -> String {
  unit.hasPrefix("[") && unit.hasSuffix("]") ? String(unit.dropFirst().dropLast()) : unit
}

extension Name {
  /// Whether a cell is one of the spellings.
  func names(_ cell: String) -> Bool { spellings.contains(cell) }
}

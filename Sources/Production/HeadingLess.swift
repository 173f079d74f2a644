import Units

extension Profile {
  /// Binds a file that begins with its data: the number of columns and a date must fit.
  func bindNothing(
    _ lines: [HeadingLine], columns: [String], _ text: DecodedText, path: String
  ) -> Binding {
    guard let line = lines.first, line.cells.count == columns.count,
      let at = columns.firstIndex(where: stamp.column.names), fits(line.cells[at])
    else { return .foreign }
    var names = line
    names = HeadingLine(number: 0, cells: columns, next: text.start)
    let binding = bindNamed(names, path: path)
    return binding
  }

  private func bindNamed(_ names: HeadingLine, path: String) -> Binding {
    let devices = device == .fileName ? [fileStem(path)] : []
    return bindColumns(names, devices: devices, flow: nil, path: path)
  }

  /// Binds lines of blocks: the first line tells which layout it is.
  func bindBlocks(
    _ lines: [HeadingLine], start: String, layouts: [[Block]], _ text: DecodedText, path: String
  ) -> Binding {
    guard let line = lines.first, line.first.hasPrefix(start) else { return .foreign }
    let sizes = line.cells.dropFirst().map {
      $0.split(separator: ";", omittingEmptySubsequences: false).count
    }
    for layout in layouts where layout.count == sizes.count {
      guard let order = order(of: layout, sizes) else { continue }
      var slots = [Slot.stamp]
      for (index, block) in order.enumerated() {
        var fields = Array(repeating: Slot.none, count: block.fields)
        fields[block.value] = Slot.value(index, rules: rules.count)
        if let power = block.power { fields[power] = Slot.power(index, rules: rules.count) }
        slots += fields
      }
      return .bound(
        Layout(slots: slots, devices: order.map(\.device), start: text.start, line: 1))
    }
    return .broken(missing(start, line, path))
  }

  /// The blocks in the order of the line: by size where sizes differ, as told where they do not.
  private func order(of layout: [Block], _ sizes: [Int]) -> [Block]? {
    if layout.map(\.fields) == sizes { return layout }
    guard Set(layout.map(\.fields)).count == layout.count else { return nil }
    let order = sizes.compactMap { size in layout.first { $0.fields == size } }
    return order.count == layout.count && Set(sizes).count == sizes.count ? order : nil
  }

  private func fits(_ cell: String) -> Bool {
    let bytes = Array(cell.utf8)
    return stamp.patterns.contains { text in
      var pattern = StampPattern(text)
      if case .stamp = pattern.parse(bytes.span, 0, bytes.count) { return true }
      return false
    }
  }
}

/// The name of a file without folder and extension.
func fileStem(_ path: String) -> String {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
  return String(name[..<dot])
}

/// Some columns of a table as a closing writes it: commas, line feeds, quotes where needed.
///
/// - Source: RFC 4180.
struct CSVTable {
  /// The cells of the columns asked for, row by row.
  let rows: [[String]]

  /// Reads the columns of these names; nothing when one is missing or a row is not whole.
  init?(_ bytes: [UInt8]?, _ columns: [String]) {
    guard let bytes, bytes.last == 10 else { return nil }
    var next = 0
    guard let heading = Self.row(bytes, &next, keeping: nil) else { return nil }
    let places = columns.compactMap { heading.firstIndex(of: $0) }
    guard places.count == columns.count else { return nil }
    let wanted = Set(places)
    var rows: [[String]] = []
    while next < bytes.count {
      guard let row = Self.row(bytes, &next, keeping: wanted), row.count == heading.count else {
        return nil
      }
      rows.append(places.map { row[$0] })
    }
    self.rows = rows
  }

  /// The cells of one row; those that are not kept are empty.
  private static func row(
    _ bytes: [UInt8], _ next: inout Int, keeping wanted: Set<Int>?
  ) -> [String]? {
    var cells: [String] = []
    while true {
      let isKept = wanted?.contains(cells.count) ?? true
      guard let cell = cell(bytes, &next, isKept), next < bytes.count else { return nil }
      cells.append(cell)
      next += 1
      if bytes[next - 1] == 10 { return cells }
      guard bytes[next - 1] == UInt8(ascii: ",") else { return nil }
    }
  }

  private static func cell(_ bytes: [UInt8], _ next: inout Int, _ isKept: Bool) -> String? {
    guard next < bytes.count, bytes[next] == UInt8(ascii: "\"") else {
      let start = next
      while next < bytes.count, bytes[next] != 10, bytes[next] != UInt8(ascii: ",") { next += 1 }
      return isKept ? String(decoding: bytes[start..<next], as: UTF8.self) : ""
    }
    var text: [UInt8] = []
    next += 1
    while next < bytes.count {
      if bytes[next] == UInt8(ascii: "\"") {
        next += 1
        guard next < bytes.count, bytes[next] == UInt8(ascii: "\"") else {
          return String(decoding: text, as: UTF8.self)
        }
      }
      text.append(bytes[next])
      next += 1
    }
    return nil
  }
}

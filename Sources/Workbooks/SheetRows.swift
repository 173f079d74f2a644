import Markup

/// Gathers the rows of a sheet while it is read.
final class SheetRows {
  private let forms: CellForms
  private let texts: [String]
  private(set) var all: [Sheet.Row] = []

  /// A sheet has no more.
  private static let mostColumns = 16_384
  private static let mostRows = 1_048_576

  init(_ forms: CellForms, _ texts: [String]) {
    self.forms = forms
    self.texts = texts
  }

  func take(_ piece: MarkupPiece) throws(WorkbookRefusal) {
    guard case .whole(let row) = piece, row.name == "row" else { return }
    let before = all.last?.number ?? 0
    let number = row.attributes["r"].map { Int($0) ?? 0 } ?? before + 1
    guard number > before, number <= Self.mostRows else {
      throw .cellIsMisplaced(cell: row.attributes["r"] ?? "")
    }
    var cells: [Sheet.Cell] = []
    for cell in row.children where cell.name == "c" {
      let column = try column(of: cell, atLeast: cells.count)
      while cells.count < column { cells.append(.empty) }
      cells.append(try content(cell))
    }
    while cells.last == .empty { cells.removeLast() }
    if !cells.isEmpty { all.append(Sheet.Row(number: number, cells: cells)) }
  }

  /// The column, from 0, that `AB12` names; without a name the next one.
  private func column(of cell: Element, atLeast least: Int) throws(WorkbookRefusal) -> Int {
    guard let name = cell.attributes["r"] else { return least }
    var column = 0
    for byte in name.utf8.prefix(while: { (0x41...0x5A).contains($0) }).prefix(4) {
      column = column * 26 + Int(byte - 0x40)
    }
    guard column > least, column <= Self.mostColumns else { throw .cellIsMisplaced(cell: name) }
    return column - 1
  }

  private func content(_ cell: Element) throws(WorkbookRefusal) -> Sheet.Cell {
    let value = cell.at("v")?.text ?? ""
    switch cell.attributes["t"] ?? "n" {
    case "s":
      guard let index = Int(value), texts.indices.contains(index) else {
        throw .cellTextIsUnknown(cell: cell.attributes["r"] ?? "")
      }
      return texts[index].isEmpty ? .empty : .text(texts[index])
    case "inlineStr":
      let text = cell.at("is")?.written ?? ""
      return text.isEmpty ? .empty : .text(text)
    case "n":
      guard !value.isEmpty else { return .empty }
      guard let number = ExactNumber(value) else { return .text(value) }
      return forms.cell(number, form: cell.attributes["s"].flatMap { Int($0) } ?? 0)
    default: return value.isEmpty ? .empty : .text(value)
    }
  }
}

public import Archives
import Markup
import Units

/// A workbook of a spreadsheet program (`.xlsx`): its sheets, read without running anything in it.
///
/// Formulas are not reckoned: what the program that saved it had for them is read.
///
/// - Source: ECMA-376, Office Open XML, part 1, chapters 12.3 and 18.3 to 18.8.
public struct Workbook {
  /// The most that is unpacked of one.
  private static let mostBytes: Int64 = 1 << 28

  private let archive: Archive
  private let members: [String: Archive.Member]
  private let file: String
  private let parts: [(name: String, part: String)]
  private let forms: CellForms
  private let texts: [String]

  /// Whether an archive is a workbook.
  public static func isOne(_ archive: Archive) -> Bool {
    archive.members.contains { $0.name == Self.book }
  }

  private static let book = "xl/workbook.xml"

  /// Opens a workbook.
  ///
  /// - Throws: ``ArchiveRefusal``, ``MarkupRefusal``, ``WorkbookRefusal``, each with its place.
  public init(_ bytes: [UInt8], file: String) throws {
    var bounds = Archive.Bounds()
    bounds.bytes = Self.mostBytes
    self.file = file
    do { archive = try Archive(bytes, within: bounds) } catch {
      throw Located(error, at: Place(file: file))
    }
    members = Dictionary(archive.members.map { ($0.name, $0) }) { first, _ in first }
    let reader = PartReader(archive: archive, members: members, file: file)
    let book = try reader.element(Self.book)
    let targets = Dictionary(
      (try reader.element("xl/_rels/workbook.xml.rels")?.all("Relationship") ?? []).compactMap {
        relation -> (String, String)? in
        guard let id = relation.attributes["Id"], let target = relation.attributes["Target"]
        else { return nil }
        return (id, target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)")
      }, uniquingKeysWith: { first, _ in first })
    parts = (book?.at("sheets")?.all("sheet") ?? []).compactMap { sheet in
      sheet.attributes["id"].flatMap { targets[$0] }.map { (sheet.attributes["name"] ?? "", $0) }
    }
    let since1904 = book?.at("workbookPr")?.attributes["date1904"]
    forms = CellForms(
      try reader.element("xl/styles.xml", isNeeded: false),
      since1904: since1904 == "1" || since1904 == "true")
    texts = try reader.texts("xl/sharedStrings.xml")
  }

  /// Its sheets in order; those that are charts hold no rows.
  ///
  /// - Throws: ``ArchiveRefusal``, ``MarkupRefusal``, ``WorkbookRefusal``, each with its place.
  /// - Complexity: O(cells).
  public func sheets() throws -> [Sheet] {
    let reader = PartReader(archive: archive, members: members, file: file)
    return try parts.map { name, part in
      let rows = SheetRows(forms, texts)
      try reader.read(part, whole: 2) { try rows.take($0) }
      return Sheet(name: name, rows: rows.all)
    }
  }
}

/// Reads the parts of a workbook.
private struct PartReader {
  let archive: Archive
  let members: [String: Archive.Member]
  let file: String

  func read(_ part: String, whole: Int, _ take: @escaping (MarkupPiece) throws -> Void) throws {
    guard let member = members[part] else {
      throw Located(WorkbookRefusal.workbookLacksPart(part), at: Place(file: file))
    }
    let place = Place(file: "\(file)/\(part)")
    let bytes: [UInt8]
    do { bytes = try archive.content(of: member) } catch { throw Located(error, at: place) }
    do {
      try readMarkup(bytes, file: place.file, whole: whole, take)
    } catch let refusal as WorkbookRefusal {
      throw Located(refusal, at: place)
    }
  }

  /// The only element of a part, or nothing where it need not be there and is not.
  func element(_ part: String, isNeeded: Bool = true) throws -> Element? {
    guard isNeeded || members[part] != nil else { return nil }
    let found = Found()
    try read(part, whole: 0) { if case .whole(let element) = $0 { found.element = element } }
    return found.element
  }

  /// The texts that cells share.
  func texts(_ part: String) throws -> [String] {
    guard members[part] != nil else { return [] }
    let found = Found()
    try read(part, whole: 1) { if case .whole(let item) = $0 { found.texts.append(item.written) } }
    return found.texts
  }

  private final class Found {
    var element: Element?
    var texts: [String] = []
  }
}

extension Element {
  /// The text of a cell: its runs one after the other, without how they are pronounced.
  var written: String {
    children.reduce("") { text, child in
      switch child.name {
      case "t": text + child.text
      case "r": text + child.written
      default: text
      }
    }
  }
}

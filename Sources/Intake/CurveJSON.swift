import Production
import Seal
import Text
import Units

/// An Enedis R63 load curve as JSON, laid out as the rows of its text form: one layout, one reader.
///
/// A point is a row, in the order of the file; row `n` of the text, its heading being the first, is
/// point `n - 1`. What is found on a row is told with the path of its point.
///
/// - Source: Enedis, R63 "courbe de charge", its JSON form: `header.codeFlux`, `mesures[].idPrm`,
///   `grandeur[]` with `grandeurMetier`, `grandeurPhysique`, `unite`, `points[]` of `d v p n iv ec`.
struct CurveJSON {
  /// The same as rows of text.
  let text: [UInt8]
  /// The first row of each list of points, and where the list stands.
  private let lists: [(row: Int, path: String)]

  private static let heading =
    "Identifiant PRM;Grandeur physique;Grandeur metier;Unite;Horodate;Valeur;Nature;Pas;"
    + "Indice de vraisemblance"

  /// Whether bytes begin as JSON does.
  static func begins(_ bytes: some Collection<UInt8>) -> Bool {
    let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D]
    return bytes.first { !marks.contains($0) } == UInt8(ascii: "{")
  }

  /// Whether the beginning of a file says that it is such a curve.
  static func isNamed(_ bytes: some Collection<UInt8>) -> Bool {
    begins(bytes) && String(decoding: bytes.prefix(4_096), as: UTF8.self).contains("\"codeFlux\"")
  }

  /// Lays the points out as rows.
  ///
  /// - Throws: ``TextRefusal`` at its line and column where the text is no JSON, or a ``Finding`` at
  ///   the path of what is missing or is not what a load curve has.
  init(_ bytes: [UInt8], path file: String) throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? mark.count : 0
    let document: JSON
    do { document = try JSON(reading: Array(bytes[start...])) } catch {
      throw Located(error, at: CurveJSON.place(of: error, after: start, in: bytes, file))
    }
    guard document["header"]?["codeFlux"]?.stringValue == "R63" else {
      throw Finding(.formatUnknown, at: Place(file: file, line: 1))
    }
    var rows = CurveJSON.heading + "\n"
    var row = 2
    var lists: [(row: Int, path: String)] = []
    for (index, measure) in try document.items("mesures", file, "").enumerated() {
      let path = "mesures[\(index)]"
      let meter = try measure.cell("idPrm", file, path)
      for (index, quantity) in try measure.items("grandeur", file, path).enumerated() {
        let path = "\(path).grandeur[\(index)]"
        let kind = try ["grandeurPhysique", "grandeurMetier", "unite"].map {
          try quantity.cell($0, file, path)
        }
        let points = try quantity.items("points", file, path)
        lists.append((row, "\(path).points"))
        for (index, point) in points.enumerated() {
          let stamp = try point.cell("d", file, "\(path).points[\(index)]")
          let rest = ["v", "n", "p", "iv"].map { point[$0].map(\.cell) ?? "" }
          rows += ([meter] + kind + [stamp] + rest).joined(separator: ";") + "\n"
        }
        row += points.count
      }
    }
    text = Array(rows.utf8)
    self.lists = lists
  }

  /// The finding where the point stands that it was made on.
  func told(_ finding: Finding) -> Finding {
    guard let row = finding.place.line, let list = lists.last(where: { $0.row <= row }) else {
      return finding
    }
    let place = Place(
      file: "\(finding.place.file)#\(list.path)[\(row - list.row)]",
      excerpt: finding.place.excerpt)
    return Finding(
      finding.code, at: place, count: finding.count, meter: finding.meter, day: finding.day,
      energy: finding.energy, against: finding.against, otherLine: finding.otherLine,
      words: finding.words)
  }

  /// Where text stopped being JSON.
  private static func place(
    of refusal: TextRefusal, after start: Int, in bytes: [UInt8], _ file: String
  ) -> Place {
    let offset: Int
    switch refusal {
    case .jsonIsMalformed(let at), .numberIsNotWhole(let at): offset = min(start + at, bytes.count)
    default: return Place(file: file)
    }
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Place(
      file: file, line: before.count { $0 == 0x0A } + 1,
      column: String(decoding: bytes[lineStart..<offset], as: UTF8.self).count + 1,
      excerpt: String(decoding: bytes[offset...].prefix(40), as: UTF8.self))
  }
}

extension JSON {
  /// What a cell of text would say: nothing that could end it.
  fileprivate var cell: String {
    switch self {
    case .string(let text): String(text.map { $0 == ";" || $0.isNewline || $0 == "\"" ? "?" : $0 })
    case .integer(let number): String(number)
    case .null: ""
    default: "?"
    }
  }

  fileprivate func cell(_ key: String, _ file: String, _ path: String) throws(Finding) -> String {
    guard let cell = self[key]?.cell, !cell.isEmpty else { throw .lacking(key, file, path) }
    return cell
  }

  fileprivate func items(_ key: String, _ file: String, _ path: String) throws(Finding) -> [JSON] {
    guard case .array(let items)? = self[key] else { throw .lacking(key, file, path) }
    return items
  }
}

extension Finding {
  fileprivate static func lacking(_ key: String, _ file: String, _ path: String) -> Finding {
    Finding(.headingMissing, at: Place(file: path.isEmpty ? file : "\(file)#\(path)"), words: key)
  }
}

import Markup
import Units

/// Which numbers of a workbook are days and times: the form they are shown in says so.
struct CellForms {
  private var areMoments: [Bool] = []
  /// The day that number 0 stands for, as days since 1970.
  private let epoch: Int

  /// - Parameter since1904: whether days are counted as old Macintosh computers did.
  init(_ styles: Element?, since1904: Bool) {
    epoch = since1904 ? -24_107 : -25_569
    let named = Dictionary(
      (styles?.at("numFmts")?.all("numFmt") ?? []).compactMap { form -> (Int, String)? in
        guard let id = form.attributes["numFmtId"].flatMap({ Int($0) }) else { return nil }
        return (id, form.attributes["formatCode"] ?? "")
      }, uniquingKeysWith: { first, _ in first })
    areMoments = (styles?.at("cellXfs")?.all("xf") ?? []).map { form in
      let id = form.attributes["numFmtId"].flatMap { Int($0) } ?? 0
      return named[id].map(CellForms.tellsMoment) ?? CellForms.builtIn.contains { $0 ~= id }
    }
  }

  /// The forms every workbook knows for days and times.
  ///
  /// - Source: ECMA-376 part 1, 18.8.30 `numFmt`.
  private static let builtIn: [ClosedRange<Int>] = [14...22, 27...36, 45...45, 47...47, 50...58]

  /// Whether a form writes a day or a time of day: figures of it outside quotes and brackets.
  static func tellsMoment(_ form: String) -> Bool {
    var rest = form.lowercased().prefix { $0 != ";" }[...]
    while let letter = rest.popFirst() {
      switch letter {
      case "\\", "_", "*": rest = rest.dropFirst()
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "y", "d", "h", "s", "m": return true
      default: break
      }
    }
    return false
  }

  /// A number, or the moment it stands for.
  func cell(_ number: ExactNumber, form: Int) -> Sheet.Cell {
    guard areMoments.indices.contains(form), areMoments[form], let total = number.seconds else {
      return .number(number.text)
    }
    let days = total / 86_400
    return .moment(
      days == 0 ? nil : Day(number: Int32(days + epoch)), seconds: total - days * 86_400)
  }
}

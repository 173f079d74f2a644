import TOMLKit
public import Units

/// A TOML file as a tree, with the line of every key.
public struct TOMLDocument: Sendable {
  /// The path as the user named it.
  public let file: String
  /// The content; dates are strings `YYYY-MM-DD`.
  public let root: JSON
  let lines: TOMLLines

  /// Reads a TOML file.
  ///
  /// Numbers with a fraction are refused: exact decimals are written in quotes.
  ///
  /// - Throws: a ``TextRefusal`` at its place.
  public init(reading bytes: [UInt8], file: String) throws(Located) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Located(TextRefusal.textIsNotUTF8, at: Place(file: file))
    }
    self.file = file
    self.lines = TOMLLines(text)
    do {
      let table = try TOMLTable(string: text)
      self.root = try JSON(reading: Array(table.convert(to: .json).utf8))
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      let place = Place(
        file: file, line: begin.line, column: begin.column, excerpt: lines.text(of: begin.line))
      throw Located(TextRefusal.tomlIsMalformed(error.description), at: place)
    } catch TextRefusal.numberIsNotWhole {
      throw Located(TextRefusal.numberIsNotWhole(offset: 0), at: lines.firstFraction(in: file))
    } catch {
      throw Located(TextRefusal.tomlIsMalformed("\(error)"), at: Place(file: file))
    }
  }

  /// The place of a key, such as `site[2].name`: its line, or that of the table it is missing from.
  public func place(of path: String) -> Place {
    guard let line = lines.line(of: path) else { return Place(file: file) }
    return Place(file: file, line: line, excerpt: lines.text(of: line))
  }
}

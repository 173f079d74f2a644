import Membership
import Testing
import Text
import Units
import Wording

/// A template is understood by the reader it is for, in every language and style.
@Suite struct TemplateTests {
  /// Every layout that `soleil template` knows; a room adds its own.
  static let layouts = [
    MembersFile.layout, MembersFile.updateLayout, RelationsFile.layout, MovementsFile.layout,
    MovementsFile.positions,
  ]

  @Test(arguments: layouts, Language.allCases)
  func everyHeadingIsKnown(layout: SpreadsheetLayout, language: Language) throws {
    for style in CSVStyle.allCases {
      let bytes = Templates.bytes(of: layout, language, style)
      let table = try Spreadsheet(reading: bytes, file: "t.csv", layout: layout)
      var cells = SpreadsheetCells(table)
      #expect(!layout.examples.isEmpty && table.rows.count == layout.examples.count)
      for (row, example) in zip(table.rows, layout.examples) {
        for column in layout.columns {
          let expected = example[column.name] ?? ""
          let found: String =
            switch column.content {
            case .text: cells.text(row, column.name)
            case .day: cells.day(row, column.name)?.description ?? ""
            case .integer: cells.integer(row, column.name).map { "\($0)" } ?? ""
            case .cents: cells.cents(row, column.name).map { "\($0.units)" } ?? ""
            case .choice: cells.choice(row, column.name) ?? ""
            }
          #expect(found == expected, "\(column.name)")
        }
      }
      try cells.finish()
    }
  }

  @Test func noTwoColumnsOfALayoutShareAName() {
    for layout in Self.layouts {
      let names = layout.columns.flatMap { [folded($0.name)] + $0.headings }
      let twice = Dictionary(grouping: names, by: \.self).filter { $0.value.count > 1 }.keys
      #expect(twice.isEmpty, "\(layout.name): \(twice.sorted())")
      #expect(names.allSatisfy { folded($0) == $0 }, "\(layout.name): aliases are folded")
    }
  }

  @Test func theTemplatesOfPeopleImportAsTheyAre() throws {
    for language in Language.allCases {
      for style in CSVStyle.allCases {
        let members = Templates.bytes(of: MembersFile.layout, language, style)
        #expect(try MembersFile.decode(members, file: "m.csv").count == 2)
        let changes = Templates.bytes(of: MembersFile.updateLayout, language, style)
        #expect(try MembersFile.decodeChanges(changes, file: "c.csv").count == 2)
        let relations = Templates.bytes(of: RelationsFile.layout, language, style)
        #expect(try RelationsFile.decode(relations, file: "r.csv").count == 2)
      }
    }
  }

  @Test func theTemplatesOfSharesSayTheSameInEveryLanguageAndStyle() throws {
    for layout in [MovementsFile.layout, MovementsFile.positions] {
      let read = try Language.allCases.flatMap { language in
        try CSVStyle.allCases.map { style in
          try MovementsFile.decode(
            Templates.bytes(of: layout, language, style), file: "s.csv", layout: layout
          ).map(\.movement)
        }
      }
      #expect(read.allSatisfy { $0 == read.first && $0.count == layout.examples.count })
    }
    for kind in MovementKind.allCases {
      for language in Language.allCases {
        let text =
          "date,kind,member,reference\n2025-01-15,\(ShareWords.kind(kind)[language]),M1,R\n"
        let found = try MovementsFile.decode(Array(text.utf8), file: "s.csv").map(\.movement.kind)
        #expect(found == [kind])
      }
    }
  }
}

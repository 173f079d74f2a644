import Testing
import Text
import Units

@Suite struct TableReaderTests {
  enum Colour: String, CaseIterable { case red, green }

  static let text = """
    word = "w"
    count = 5
    truth = true
    when = 2024-02-29
    rate = "0.1207"
    whole = 3
    colour = "green"
    names = ["a", "b"]
    [inner]
    n = 1
    [[item]]
    n = 1
    [[item]]
    n = "two"
    """

  private func reader(_ text: String = text) throws -> (TableReader, Faults) {
    let faults = Faults()
    let document = try TOMLDocument(reading: Array(text.utf8), file: "t.toml")
    return (TableReader(document, faults: faults), faults)
  }

  @Test func valuesAreReadAsTheirTypes() throws {
    let (table, faults) = try reader()
    #expect(table.text("word") == "w")
    #expect(table.integer("count") == 5)
    #expect(table.flag("truth"))
    #expect(!table.flag("absent"))
    #expect(table.day("when") == Day(year: 2024, month: 2, day: 29))
    #expect(table.ratio("rate") == Ratio(1207, 10_000))
    #expect(table.ratio("whole") == Ratio(3, 1))
    #expect(table.choice("colour", Colour.self) == .green)
    #expect(table.texts("names") == ["a", "b"])
    #expect(table.table("inner").integer("n") == 1)
    #expect(table.optionalText("absent") == nil)
    #expect(table.optionalDay("absent") == nil)
    #expect(table.optionalInteger("absent") == nil)
    #expect(table.tables("absent").isEmpty)
    try faults.check()
  }

  /// Each reading of a wrong value, and the fault it notes: line and refusal.
  static let faulty: [(read: @Sendable (TableReader) -> Void, line: Int?, refusal: TextRefusal)] = [
    ({ _ = $0.text("count") }, 2, .valueHasWrongType(key: "count", expected: .text)),
    ({ _ = $0.integer("word") }, 1, .valueHasWrongType(key: "word", expected: .integer)),
    ({ _ = $0.flag("word") }, 1, .valueHasWrongType(key: "word", expected: .boolean)),
    ({ _ = $0.day("word") }, 1, .valueHasWrongType(key: "word", expected: .day)),
    ({ _ = $0.ratio("word") }, 1, .valueHasWrongType(key: "word", expected: .decimal)),
    ({ _ = $0.table("word") }, 1, .valueHasWrongType(key: "word", expected: .table)),
    ({ _ = $0.tables("word") }, 1, .valueHasWrongType(key: "word", expected: .list)),
    ({ _ = $0.texts("item") }, 11, .valueHasWrongType(key: "item", expected: .list)),
    ({ _ = $0.text("absent") }, nil, .keyIsMissing("absent")),
    ({ _ = $0.table("inner").text("absent") }, 9, .keyIsMissing("absent")),
    (
      { _ = $0.tables("item")[1].integer("n") }, 14,
      .valueHasWrongType(key: "n", expected: .integer)
    ),
    (
      { _ = $0.integer("count", in: 6...9) }, 2,
      .numberIsOutOfRange(key: "count", value: 5, 6...9)
    ),
    (
      { _ = $0.choice("word", Colour.self) }, 1,
      .valueIsNotAllowed(key: "word", value: "w", allowed: ["red", "green"])
    ),
    ({ $0.table("inner").allow(["m"]) }, 10, .keyIsUnknown("n", known: ["m"])),
  ]

  @Test(arguments: faulty.indices)
  func aFaultIsNotedAtItsLine(_ index: Int) throws {
    let (table, faults) = try reader()
    Self.faulty[index].read(table)
    let refusals = try #require(throws: Refusals.self) { try faults.check() }
    let found = refusals.all.compactMap { $0 as? Located }
    #expect(found.map { $0.reason as? TextRefusal } == [Self.faulty[index].refusal])
    #expect(found.first?.place.line == Self.faulty[index].line)
  }

  /// Control characters of each kind, as TOML writes them, and the byte told.
  static let controls: [(toml: String, byte: UInt8)] = [
    ("\"a\\u0000\"", 0), ("\"\\u001B[2J\"", 0x1B), ("\"\\u007F\"", 0x7F), ("\"a\\tb\"", 9),
    ("\"a\tb\"", 9), ("\"a\\nb\"", 10), ("\"\"\"a\nb\"\"\"", 10), ("\"\\r\"", 13),
    ("\"\\u001F\"", 0x1F),
  ]

  @Test(arguments: controls)
  func aTextWithAControlCharacterIsRefused(_ toml: String, _ byte: UInt8) throws {
    let (table, faults) = try reader("ok = \"é\u{A0}\u{80}\"\nk = \(toml)\nl = [\"\", \(toml)]\n")
    #expect(table.text("ok") == "é\u{A0}\u{80}")
    #expect(table.text("k") == "")
    #expect(table.optionalText("k") == "")
    #expect(table.texts("l") == ["", ""])
    let found = faults.all.compactMap { $0 as? Located }
    #expect(
      found.map { $0.reason as? TextRefusal } == [
        .textHasControlCharacter(key: "k", byte), .textHasControlCharacter(key: "k", byte),
        .textHasControlCharacter(key: "l", byte),
      ])
    #expect(found.allSatisfy { $0.place.line ?? 0 > 1 })
  }

  @Test func allFaultsOfAFileAreGathered() throws {
    let (table, faults) = try reader("a = 1\nb = 2\n")
    _ = table.text("a")
    _ = table.day("b")
    table.allow(["a"])
    _ = table.text("c")
    let refusals = try #require(throws: Refusals.self) { try faults.check() }
    #expect(
      refusals.all.map(\.code) == [
        "value-has-wrong-type", "value-has-wrong-type", "key-is-unknown", "key-is-missing",
      ])
  }

  @Test func aValueReadBackFromTheBookNamesItsPath() throws {
    let faults = Faults()
    let table = TableReader(["site": ["id": 1]], faults: faults)
    _ = table.table("site").text("id")
    let refusals = try #require(throws: Refusals.self) { try faults.check() }
    #expect((refusals.all.first as? Located)?.place == Place(file: "site.id"))
  }
}

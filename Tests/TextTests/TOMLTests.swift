import Testing
import Text
import Units

@Suite struct TOMLTests {
  private static func read(_ text: String) throws -> TOMLDocument {
    try TOMLDocument(reading: Array(text.utf8), file: "t.toml")
  }

  @Test func aFileIsReadAsATreeWithDatesAsText() throws {
    let document = try Self.read(
      """
      format = 1
      [capital]
      floor_cents = 18_000
      valid_from = 2024-01-31
      [[site]]
      id = "a"
      flags = [true, false]
      price = { from = 2024-01-01, eur = "0.1207" }
      [[site]]
      id = "b"
      """)
    #expect(
      document.root == [
        "format": 1, "capital": ["floor_cents": 18_000, "valid_from": "2024-01-31"],
        "site": [
          [
            "id": "a", "flags": [true, false], "price": ["from": "2024-01-01", "eur": "0.1207"],
          ], ["id": "b"],
        ],
      ])
  }

  static let refused: [(text: String, place: String, code: String)] = [
    ("a = 1\nb = \n", "t.toml:2", "toml-is-malformed"),
    ("a = 1\n\na = 2\n", "t.toml:3", "toml-is-malformed"),
    ("[x\n", "t.toml:1", "toml-is-malformed"),
    ("a = \"open\n", "t.toml:1", "toml-is-malformed"),
    ("a = 1\nb = 0.1207\n", "t.toml:2", "number-is-not-whole"),
    ("a = \"0.5\"\n[t]\nb = 1e3\n", "t.toml:3", "number-is-not-whole"),
    ("a = \"1.5\" # 2.5\nb = [1, { c = -3.25 }]\n", "t.toml:2", "number-is-not-whole"),
    ("# 1.5\nb = -12.50 # cents\n", "t.toml:2", "number-is-not-whole"),
  ]

  @Test(arguments: refused)
  func aMalformedFileIsRefusedAtItsLine(_ text: String, _ place: String, _ code: String) throws {
    let refusal = try #require(throws: Located.self) { try Self.read(text) }
    #expect(refusal.code == code)
    #expect("\(refusal.place.file):\(refusal.place.line ?? 0)" == place)
    #expect(refusal.place.excerpt?.isEmpty == false)
  }

  @Test func bytesThatAreNotUTF8AreRefused() throws {
    let refusal = try #require(throws: Located.self) {
      try TOMLDocument(reading: [0x61, 0x3D, 0xE9], file: "t.toml")
    }
    #expect(refusal.reason as? TextRefusal == TextRefusal.textIsNotUTF8)
  }

  static let text = """
    top = 1

    [organisation]
      name = "A"   # the name
    "siren" = "1"

    [[site]]
    id = "a"
    [site.extra]
    x = 1
    [[site]]
    id = "b"
    [[site.price]]
    from = 2024-01-01
    [[site.price]]
    from = 2025-01-01
    """

  static let places: [(path: String, line: Int?)] = [
    ("top", 1), ("organisation", 3), ("organisation.name", 4), ("organisation.siren", 5),
    ("organisation.missing", 3), ("site", 7), ("site[0]", 7), ("site[0].id", 8),
    ("site[0].extra", 9),
    ("site[0].extra.x", 10), ("site[1].id", 12), ("site[1].price[0].from", 14),
    ("site[1].price[1].from", 16), ("site[1].price[1].missing", 15), ("nowhere", nil),
  ]

  @Test(arguments: places)
  func everyKeyIsFoundAtItsLine(_ path: String, _ line: Int?) throws {
    let place = try Self.read(Self.text).place(of: path)
    #expect(place.line == line)
    let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(place.excerpt == line.map { String(lines[$0 - 1]) })
  }

  @Test func lineEndsOfWindowsAreNoPartOfTheText() throws {
    let document = try Self.read("a = 1\r\nb = 2\r\n")
    #expect(document.place(of: "b") == Place(file: "t.toml", line: 2, excerpt: "b = 2"))
  }
}

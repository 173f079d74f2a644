import Testing

/// What is asked of the reader of production files, point by point, and the test that holds it.
///
/// The right side is the name of a test, or of a case of its table. Where no test stands, the point
/// is on the list of those that are open, with the reason.
@Suite struct FormatPointTests {
  static let findings: [(String, String)] = [
    ("1.1 of a daily index only the date counts", "the date counts, the clock does not"),
    (
      "1.2 load curves are stamped at the end",
      "ends at midnight belong to the day before, also over month and year"
    ),
    ("1.2 or at the start", "a curve stamped at the start keeps its midnight"),
    ("1.3 the step changes inside one file", "the step may change inside a file"),
    ("1.4 a daily total and the curve beside it disagree", "a total beside its inverters is seen"),
    ("1.5 counters dip without being reset", "a dip of 8 Wh"),
    (
      "1.5 a logger's clock steps back",
      "a clock that steps back while the counter goes on changes nothing"
    ),
    (
      "1.6 local times that do not exist",
      "a local time that does not exist is left out of a counter, and holds a curve"
    ),
    ("1.7 the file name lies", "a file is known by its bytes under any name"),
    (
      "1.8 the unit in the heading lies",
      "less than a hundredth of what a plant gives is a wrong unit"
    ),
    ("1.9 words for unknown are not zero", "not recorded and not supported are unknown"),
    ("1.10 day and month are proved or refused", "month first"),
    ("1.11 columns are bound by heading", "columns are bound by heading"),
    (
      "1.12 the same energy arrives twice",
      "days of files and of the book are held against each other"
    ),
    ("2 and 3 every format has a miniature", "a layout in miniature tells its days"),
    ("3 identifiers are not rounded", "a serial a spreadsheet saved"),
    (
      "3 two directions in one file",
      "a file of both directions is a question that names both profiles"
    ),
  ]

  static let model: [(String, String)] = [
    (
      "5 sniffing proposes, it never decides",
      "is refused until a person decided, then reads the file"
    ),
    ("5 a profile of one's own", "is refused for each fault, at its line"),
    ("5 the same bytes again", "the same bytes again change nothing, whatever was decided"),
    (
      "5 another value is a version that waits",
      "another value waits beside the one that counts, until it is confirmed"
    ),
    ("5 whole units, rounded once a day", "a half of a watt-hour goes to the even neighbour"),
    ("5 days of 23, 24 and 25 hours", "a day has its 23, 24 or 25 hours"),
    ("5 energy is held against the plant", "more than twelve hours of full power"),
    ("5 all or nothing", "production: one file refused keeps all files out"),
    ("5 a rehearsal", "a rehearsal says what would happen and changes nothing"),
  ]

  static let matrix: [(String, String)] = [
    ("6.01 gap", "two hours missing"), ("6.02 duplicate", "a row twice"),
    ("6.03 duplicate with another value", "a row twice with two values"),
    ("6.04 negative at night", "three watts of stand-by"),
    ("6.05 counter reset", "a new inverter at noon"),
    ("6.05 declared", "a declared change of meter makes the day exact"),
    ("6.06 rollover", "past the largest number"), ("6.06 declared", "past the declared number"),
    ("6.07 dip by one step", "the last digits tremble at night"),
    ("6.08 unit change in file", "kilowatt-hours become watt-hours"),
    ("6.09 decimal mark differs", "points for commas"),
    ("6.09 unproved", "points that prove nothing"),
    ("6.10 thousands separators", "grouped thousands"),
    ("6.11 cut before a value", "cut inside the last stamp"),
    ("6.12 cut inside a number", "cut inside the last counter"),
    ("6.13 NUL bytes", "UTF-16 without a mark"), ("6.14 mixed line ends", "CR CR LF"),
    ("6.15 UTF-16", "UTF-16, high byte first"), ("6.16 wrong site", "an inverter nobody knows"),
    ("6.17 HTML page", "a web page"), ("6.18 empty", "nothing"),
    ("6.19 header only", "no-data-row"),
    ("6.20 overlapping files", "days of files and of the book are held against each other"),
    ("6.21 late correction", "both values of a contradiction are kept"),
    ("6.22 future dates", "today is not over, tomorrow is refused"),
    ("6.23 month first", "month first"), ("6.24 columns swapped", "columns are bound by heading"),
    ("6.25 newest first", "newest first"),
    ("6.26 NaN and empty", "not recorded and not supported are unknown"),
    ("6.27 serial as 2,1E+09", "a serial a spreadsheet saved"), ("6.28 double mark", "two marks"),
    ("6.30-33 days of 25 and 23 hours", "a day has its 23, 24 or 25 hours"),
    ("6 killed at any point", "a killed import leaves all or nothing"),
    ("6 full disk", "a full disk leaves all or nothing"),
    ("6 pipe, folder, device", "a pipe, a folder and nothing are not read"),
    ("6 no permission", "a file without the right to read is not read"),
  ]

  /// Points that only the given samples hold, or nothing yet.
  static let open = [
    "1.7 period and device from the content: two exports with swapped names are not imported here",
    "6.34 a clock left on winter time, with right offsets: given sample only",
    "6 a file replaced while it is read", "6 a symbolic link named as a file",
    "6 memory of a file of 200 MB: measured by Tools/Bench, not by a test",
    "6 a cell that begins with = + @ in a production file: no cell of one is exported again",
  ]

  @Test(arguments: findings + model + matrix)
  func `each point of the formats has the test that it names`(point: String, test: String) {
    #expect(Self.names.contains(test), "\(point): no test “\(test)”")
  }

  @Test func `every finding and every row of the matrix is on the list`() {
    let told = (Self.findings + Self.model + Self.matrix).map(\.0) + Self.open
    for number in 1...12 {
      #expect(told.contains { $0.hasPrefix("1.\(number) ") }, "1.\(number)")
    }
    for number in Array(1...28) + [30, 34] {
      let row = "6." + (number < 10 ? "0" : "") + "\(number)"
      #expect(told.contains { $0.hasPrefix("\(row) ") || $0.hasPrefix("\(row)-") }, "\(row)")
    }
  }

  /// The names of tests, and the texts of their tables.
  private static let names: Set<String> = {
    let files = SourceTree.tests.filter { !$0.isUnder(["Tests/TidyTests/"]) }
    let literals = files.flatMap { $0.swift.literals.map(\.text) }
    let tests = files.flatMap { file in
      file.text.matches(of: /func `([^`]+)`/).map { String($0.1) }
    }
    return Set(literals + tests)
  }()
}

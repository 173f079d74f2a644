import Foundation
import Testing
import Units
import Verifier

/// One figure changed in tables that agree, signed by the real key: what contradicts it.
private struct Wrong: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let file: String
  let from: String
  let to: String
  let found: [String]

  init(_ name: String, _ file: String, _ from: String, _ to: String, _ found: String...) {
    (testDescription, self.file, self.from, self.to, self.found) = (name, file, from, to, found)
  }
}

private let wrongs: [Wrong] = [
  Wrong("nothing", "journal.csv", "Vente", "Achat"),
  Wrong("an entry out of balance", "journal.csv", "cents,100,0", "cents,101,0", "journal.csv"),
  Wrong(
    "an amount of the manifest", "manifest", "\"debitCents\":100", "\"debitCents\":99",
    "journal.csv"),
  Wrong("a number of entries", "manifest", "\"entries\":1", "\"entries\":2", "journal.csv"),
  Wrong(
    "the energy of the manifest", "manifest", "\"wh\":5", "\"wh\":6", "journal.csv",
    "production.csv"),
  Wrong("a reading", "production.csv", "m,2026-10-02,3", "m,2026-10-02,4", "production.csv"),
  Wrong("a reading that is no number", "production.csv", ",3", ",x", "production.csv"),
  Wrong("a column that is gone", "production.csv", "wh", "kwh", "production.csv"),
  Wrong("a row cut short", "production.csv", ",3", "", "production.csv"),
  Wrong("the account of a line", "journal.csv", "512000", "530000", "trial-balance.csv"),
  Wrong("a closing balance", "trial-balance.csv", ",5100", ",5101", "trial-balance.csv"),
  Wrong(
    "an opening balance", "trial-balance.csv", "5000,100,0,5100", "5001,100,0,5101",
    "trial-balance.csv"),
  Wrong(
    "an account that is gone", "trial-balance.csv", "911000,wh,0,0,5,-5\n", "", "trial-balance.csv"),
  Wrong(
    "an account that stands twice", "trial-balance.csv", "915000", "911000", "trial-balance.csv"),
  Wrong("a part", "allocation.csv", "wh,5,5", "wh,5,4", "allocation.csv"),
  Wrong("the capital of a member", "register.csv", "5000", "4000", "register.csv"),
  Wrong("a quote that is left open", "journal.csv", "\"Vente", "\"Ven\"te", "journal.csv"),
]

@Suite struct FiguresTests {
  @Test(arguments: wrongs) private func aFigureThatContradicts(wrong: Wrong) throws {
    let world = try World(months: [])
    var closing = Closing(month: "2026-10", sequence: 1)
    closing.edit(wrong.file) { $0.replacing(wrong.from, with: wrong.to, maxReplacements: 1) }
    try world.writeClosing(closing) { text in
      wrong.file == "manifest" ? text.replacing(wrong.from, with: wrong.to) : text
    }
    let report = try verify(paths: [world.folder], now: present.seconds)
    #expect(report.findings.allSatisfy { $0.code == .figuresDisagree }, "\(report.findings)")
    #expect(report.findings.map { ($0.path as NSString).lastPathComponent } == wrong.found)
    #expect(report.verdict == (wrong.found.isEmpty ? .valid : .invalid))
  }

  @Test(arguments: [
    ("manifest", "\"perpetualDebitCents\":200", "\"perpetualDebitCents\":199", "manifest.json"),
    ("manifest", "\"perpetualWh\":10", "\"perpetualWh\":11", "manifest.json"),
    ("trial-balance.csv", "5100,100,0,5200", "5000,100,0,5100", "trial-balance.csv"),
  ])
  func whatOneMonthLeavesIsWhatTheNextBeginsWith(
    file: String, from: String, to: String, found: String
  ) throws {
    let world = try World(months: ["2026-09"])
    var closing = Closing(month: "2026-10", sequence: 2)
    closing.edit(file) { text in
      // The other side moves as well, so that the balance still adds up.
      text.replacing(from, with: to).replacing("-5000,0,0,-5000", with: "-4900,0,0,-4900")
    }
    if file == "trial-balance.csv" {
      closing.edit("register.csv") { $0.replacing("5000", with: "4900") }
    }
    try world.writeClosing(closing) { file == "manifest" ? $0.replacing(from, with: to) : $0 }
    let report = try verify(paths: [world.path("closings")], now: present.seconds)
    #expect(report.findings.map(\.code) == [.figuresDisagree], "\(report.findings)")
    #expect(report.findings.first?.path.hasSuffix("2026-10/\(found)") == true)
  }

  /// At the turn of a year charges and income become a result.
  @Test func aNewFiscalYearBeginsWithTheResult() throws {
    let world = try World(months: ["2026-09"])
    var closing = Closing(month: "2026-10", sequence: 2)
    closing.edit("trial-balance.csv") {
      $0.replacing(
        "701000,cents,-100,0,100,-200",
        with: "120000,cents,-100,0,0,-100\n701000,cents,0,0,100,-100")
    }
    try world.writeClosing(closing)
    #expect(
      try verify(paths: [world.path("closings")], now: present.seconds).verdict == .valid)
  }

  /// Gross 13.99 €: 12.8 % is 1.79 €, 9.2 % is 1.29 €.
  @Test(arguments: [
    (1_091, 129, 179, 0, true), (1_092, 129, 179, 0, false), (1_092, 128, 179, 0, false),
    (1_091, 128, 180, 0, false), (1_591, 129, 179, 500, true), (1_091, 129, 179, 500, false),
  ])
  func whatIsPaidIsWhatTheRatesLeave(
    net: Int, csg: Int, tax: Int, repaid: Int, addsUp: Bool
  ) throws {
    let world = try World(months: [])
    let data =
      String(statementData().dropLast()) + """
        ,"taxes":[{"grossCents":1399,"levies":[{"cents":\(tax),"rateBasisPoints":1280},\
        {"cents":\(csg),"rateBasisPoints":920}],"netCents":\(net),"repaidCents":\(repaid)}]}
        """
    try world.writeStatement(SmallPDF(data: data))
    try FileManager.default.removeItem(at: world.root.appending(path: "statements/s.tlog-proof"))
    let report = try verify(paths: [world.path("statements/s.pdf")], now: present.seconds)
    #expect(report.findings.map(\.code) == (addsUp ? [] : [.figuresDisagree]), "\(report.findings)")
  }

  @Test(arguments: [
    ("\"closing\":{\"month\":\"2026-10\",\"sequence\":1}", true),
    ("\"closing\":{\"month\":\"2026-10\",\"sequence\":2}", false),
    ("\"energy\":{\"totalWh\":5,\"wh\":5}", true), ("\"energy\":{\"totalWh\":5,\"wh\":4}", false),
    ("\"energy\":{\"totalWh\":6,\"wh\":5}", false), ("\"entitlement\":{\"cents\":0}", true),
    ("\"entitlement\":{\"cents\":1}", false),
    ("\"holdings\":{\"closingShares\":1}", true),
    ("\"holdings\":{\"closingShares\":2}", false),
    (
      #""account":{"balanceCents":7,"movements":[{"cents":9},{"cents":-4}],"openingCents":2}"#, true
    ),
    (
      #""account":{"balanceCents":8,"movements":[{"cents":9},{"cents":-4}],"openingCents":2}"#,
      false
    ),
  ])
  func aStatementSaysWhatItsClosingSays(told: String, agrees: Bool) throws {
    let world = try World(months: [])
    let data = statementData().replacing(
      "\"format\":\"soleil-statement/1\"",
      with: told.hasPrefix("\"h")
        ? "\"format\":\"soleil-statement/1\",\(told)" : "\(told),\"format\":\"soleil-statement/1\"")
    try world.writeStatement(SmallPDF(data: data))
    try FileManager.default.removeItem(at: world.root.appending(path: "statements/s.tlog-proof"))
    let report = try verify(
      paths: [world.folder, world.path("statements/s.pdf")], now: present.seconds)
    #expect(report.findings.map(\.code) == (agrees ? [] : [.figuresDisagree]), "\(report.findings)")
  }
}

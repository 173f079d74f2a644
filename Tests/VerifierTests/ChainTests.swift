import Foundation
import Seal
import Testing
import Units
import Verifier

private let months = ["2026-07", "2026-08", "2026-09", "2026-10"]

extension World {
  fileprivate func remember(_ month: String) throws {
    try write(read("closings/\(month)/manifest.json"), "head.json")
  }

  fileprivate func remove(_ month: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: "closings/\(month)"))
  }

  fileprivate func strip(_ month: String) throws {
    try remove("\(month)/manifest.json.p7s")
  }

  /// Another closing of a month, by the real key, built upon the one before.
  fileprivate func rewrite(_ month: String, _ sequence: Int, after previous: String) throws {
    lastManifest = try read("closings/\(previous)/manifest.json")
    var closing = Closing(month: month, sequence: sequence)
    closing.edit("production.csv") { $0.replacing("m,", with: "n,") }
    try writeClosing(closing)
  }
}

/// The tamper matrix for chains, by the numbers of the signing study § 6.
private let rows: [Row] = [
  Row("2 untouched, with a remembered head", months: months, exit: 0) {
    try $0.remember("2026-09")
  },
  Row("head remembered in its own format", months: months, exit: 0) {
    let digest = sha256(try $0.read("closings/2026-09/manifest.json"))
    let text = """
      {"format":"soleil-head/1","manifestSha256":"\(digest)","month":"2026-09","sequence":3}
      """
    try $0.write(Array(text.utf8), "head.json")
  },
  Row("52 one month under two names", months: months, "wrong-month", "month-duplicated") {
    $0.lastManifest = try $0.read("closings/2026-10/manifest.json")
    try $0.writeClosing(Closing(month: "2026-10", sequence: 5), in: "2026-11")
  },
  Row("53 month skipped", months: months, "chain-gap") { try $0.remove("2026-08") },
  Row("54 wrong order", months: months, "chain-gap", "chain-gap") {
    try $0.remove("2026-09")
    try $0.remove("2026-10")
    $0.lastManifest = try $0.read("closings/2026-08/manifest.json")
    try $0.writeClosing(Closing(month: "2026-10", sequence: 3))
    try $0.writeClosing(Closing(month: "2026-09", sequence: 4))
  },
  Row("55 September made anew after October", months: months, "chain-broken") {
    try $0.rewrite("2026-09", 3, after: "2026-08")
  },
  Row("56 rollback", months: months, "rollback") {
    try $0.remember("2026-10")
    try $0.remove("2026-10")
  },
  Row("57 another October by the real key", months: months, "fork") {
    try $0.remember("2026-10")
    try $0.rewrite("2026-10", 4, after: "2026-09")
  },
  Row("fork right after what is remembered", months: months, "fork") {
    try $0.remember("2026-09")
    try $0.rewrite("2026-09", 3, after: "2026-08")
    try $0.rewrite("2026-10", 4, after: "2026-09")
    for month in months.prefix(3) { try $0.remove(month) }
  },
  Row("gap after what is remembered", months: months, "chain-gap") {
    try $0.remember("2026-08")
    for month in months.prefix(3) { try $0.remove(month) }
  },
  Row("58 rollback without a remembered head cannot be seen", months: months, exit: 0) {
    try $0.remove("2026-10")
  },
  Row("signature of a middle month missing", months: months, exit: 2, "signature-missing") {
    try $0.strip("2026-08")
  },
  Row(
    "signatures of two middle months missing", months: months, exit: 2, "signature-missing",
    "signature-missing"
  ) {
    try $0.strip("2026-08")
    try $0.strip("2026-09")
  },
  Row("signature of a middle month damaged", months: months, "cms-malformed") {
    try $0.write([], "closings/2026-08/manifest.json.p7s")
  },
  Row(
    "one middle month stripped, its neighbour removed", months: months, "signature-missing",
    "chain-gap"
  ) {
    try $0.strip("2026-08")
    try $0.remove("2026-09")
  },
  Row("no room for the month stripped", months: months, "signature-missing", "chain-gap") {
    try $0.strip("2026-09")
    $0.lastManifest = try $0.read("closings/2026-08/manifest.json")
    try $0.writeClosing(Closing(month: "2026-10", sequence: 3))
  },
  Row("too much room for the month stripped", months: months, "signature-missing", "chain-gap") {
    try $0.strip("2026-09")
    try $0.writeClosing(Closing(month: "2026-10", sequence: 5))
  },
  Row(
    "log that has shrunk across a month stripped", months: months, "signature-missing",
    "chain-broken"
  ) {
    try $0.strip("2026-09")
    try $0.writeClosing(Closing(month: "2026-10", sequence: 4)) {
      $0.replacing("\"size\":40", with: "\"size\":19")
    }
  },
  Row("remembered month stripped, last", months: months, exit: 2, "signature-missing") {
    try $0.remember("2026-10")
    try $0.strip("2026-10")
  },
  Row("remembered month stripped, in the middle", months: months, exit: 2, "signature-missing") {
    try $0.remember("2026-08")
    try $0.strip("2026-08")
  },
  Row("month after the remembered one stripped", months: months, exit: 2, "signature-missing") {
    try $0.remember("2026-07")
    try $0.remove("2026-07")
    try $0.strip("2026-08")
  },
  Row("remembered month gone behind one stripped", months: months, "signature-missing", "rollback")
  {
    try $0.remember("2026-10")
    try $0.strip("2026-09")
    try $0.remove("2026-10")
  },
  Row(
    "another October upon the remembered month stripped", months: months, "signature-missing",
    "chain-broken", "fork"
  ) {
    try $0.remember("2026-09")
    try $0.strip("2026-09")
    try $0.rewrite("2026-10", 4, after: "2026-08")
  },
  Row("log that has shrunk", months: months, "chain-broken") {
    $0.lastManifest = try $0.read("closings/2026-09/manifest.json")
    try $0.writeClosing(Closing(month: "2026-10", sequence: 4)) {
      $0.replacing("\"size\":40", with: "\"size\":29")
    }
  },
]

@Suite struct ChainTests {
  @Test(arguments: rows) func chains(row: Row) throws { try row.check() }

  @Test func whatCannotBeSeenIsSaid() throws {
    let world = try World(months: months)
    let all = try verify(paths: [world.path("closings")], now: present.seconds)
    #expect(all.notChecked.contains(.laterClosings) && !all.notChecked.contains(.earlierClosings))
    let one = try verify(paths: [world.folder], now: present.seconds)
    #expect(one.verdict == .valid && one.notChecked.contains(.earlierClosings))
  }

  @Test func aMonthThatCannotBeJudgedLeavesTheContinuityUnchecked() throws {
    let world = try World(months: months)
    try world.write([], "closings/2026-08/manifest.json.p7s")
    let report = try verify(paths: [world.path("closings")], now: present.seconds)
    #expect(report.notChecked.contains(.continuity))
    #expect(report.text(.french).contains("2026-07 → 2026-10, 3 mois, jugée en partie"))
    #expect(!report.text(.english).contains("no gap"))
  }

  @Test func theOrderOfThePathsDoesNotMatter() throws {
    let world = try World(months: months)
    let paths = months.map { world.path("closings/\($0)") }
    #expect(try verify(paths: paths.reversed(), now: present.seconds).verdict == .valid)
  }

  @Test func aHeadThatIsNoneIsRefused() throws {
    let world = try World()
    try world.write(Array("{}".utf8), "head.json")
    #expect(throws: VerifierFault.headIsMalformed(world.path("head.json"))) {
      try verify(
        paths: [world.folder], head: world.path("head.json"), now: present.seconds)
    }
  }
}

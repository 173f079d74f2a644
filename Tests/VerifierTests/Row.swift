import Foundation
import Seal
import Testing
import Units
import Verifier

/// One row of the tamper matrix: what is done to an untouched world, and what must be found.
struct Row: Sendable, CustomTestStringConvertible {
  let name: String
  let months: [String]
  let tamper: @Sendable (World) throws -> Void
  let exit: Int32
  let codes: [String]

  init(
    _ name: String, months: [String] = ["2026-10"], exit: Int32 = 1, _ codes: String...,
    tamper: @escaping @Sendable (World) throws -> Void
  ) {
    self.name = name
    self.months = months
    self.tamper = tamper
    self.exit = exit
    self.codes = codes
  }

  var testDescription: String { name }

  /// A closing is verified through its folder, a chain through the folder of folders.
  func check() throws {
    let untouched = try World(months: months)
    let before = try Verifier.verify(paths: paths(untouched), now: present.seconds)
    #expect(before.verdict == .valid, "untouched: \(before.findings)")
    try tamper(untouched)
    let report = try verifying(untouched)
    #expect(report.findings.map(\.code.rawValue) == codes, "\(report.findings)")
    #expect(report.verdict.exitCode == exit)
  }

  private func paths(_ world: World) -> [String] {
    [months.count == 1 ? world.folder : world.path("closings")]
  }

  private func verifying(_ world: World) throws -> Report {
    let head = world.path("head.json")
    return try verify(
      paths: paths(world),
      head: FileManager.default.fileExists(atPath: head) ? head : nil, now: present.seconds)
  }
}

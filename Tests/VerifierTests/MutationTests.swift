import Foundation
import Seal
import Testing
import Units
import Verifier

/// Numbers that are the same in every run.
private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

/// The auditor's script takes a tenth of a second: it is asked about one place in a hundred.
private func judged(_ place: Int, _ paths: [String]) throws -> Report {
  place.isMultiple(of: 101)
    ? try verify(paths: paths, now: present.seconds)
    : try Verifier.verify(paths: paths, now: present.seconds)
}

@Suite struct MutationTests {
  /// Every byte of the signature, one bit each: most are not covered by the signature itself.
  @Test func noByteOfASignatureCanChangeUnnoticed() throws {
    let world = try World()
    let name = "closings/2026-10/manifest.json.p7s"
    let bytes = try world.read(name)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1 << UInt8(place % 8)
      try world.write(changed, name)
      let report = try judged(place, [world.folder])
      #expect(report.verdict == .invalid, "byte \(place)")
    }
  }

  @Test func noByteOfAFolderCanChangeUnnoticed() throws {
    let world = try World()
    var dice = Dice(state: 20_261_122)
    let names = try FileManager.default.contentsOfDirectory(atPath: world.folder).sorted()
    for turn in 0..<200 {
      guard let file = names.randomElement(using: &dice) else { continue }
      let name = "closings/2026-10/\(file)"
      let bytes = try world.read(name)
      var changed = bytes
      changed[Int.random(in: bytes.indices, using: &dice)] ^= UInt8.random(
        in: 1...255, using: &dice)
      try world.write(changed, name)
      // The script is asked about one in ten.
      let report = try judged(turn.isMultiple(of: 10) ? 0 : 1, [world.folder])
      #expect(report.verdict == .invalid)
      try world.write(bytes, name)
    }
    #expect(try Verifier.verify(paths: [world.folder], now: present.seconds).verdict == .valid)
  }

  /// One bit of every seventeenth byte of the PDF; none may pass.
  ///
  /// Taking the signature's marks away leaves it
  /// undetermined.
  @Test func noByteOfAStatementCanChangeUnnoticed() throws {
    let world = try World()
    try world.writeStatement()
    let bytes = try world.read("statements/s.pdf")
    for place in stride(from: 0, to: bytes.count, by: 17) {
      var changed = bytes
      changed[place] ^= 1 << UInt8(place % 8)
      try world.write(changed, "statements/s.pdf")
      let report = try judged(place, [world.path("statements/s.pdf")])
      #expect(report.verdict != .valid, "byte \(place)")
    }
  }

  @Test func noByteOfAProofCanChangeUnnoticed() throws {
    let world = try World()
    try world.writeStatement()
    // `closings/` is looked for two folders up, so the closing is named.
    let paths = [world.folder, world.path("statements/s.pdf")]
    #expect(
      try Verifier.verify(paths: paths, now: present.seconds).statements.first?.isIncluded == true)
    let bytes = try world.read("statements/s.tlog-proof")
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1 << UInt8(place % 8)
      try world.write(changed, "statements/s.tlog-proof")
      let report = try judged(place, paths)
      #expect(report.verdict == .invalid, "byte \(place)")
    }
  }
}

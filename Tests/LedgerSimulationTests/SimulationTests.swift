import GRDB
import Journal
import Store
import TestSupport
import Testing
import Units

/// Thousands of random operations on the book, each told beforehand by a ledger of arrays; after each
/// the book says what the arrays say.
@Suite struct SimulationTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `the book does what a notebook would do`(seed: UInt64) throws {
    var run = try SimulatedRun(seed: seed)
    for step in 1...350 {
      let fault = try run.step(step)
      #expect(fault == nil, "seed \(seed), step \(step): \(fault ?? "")")
      if fault != nil { return }
    }
    #expect(run.refused.count >= 20, "seed \(seed): \(run.refused.sorted())")
    #expect(run.model.entries.count > 60 && run.model.closed.count >= 6)
    #expect(run.model.opening != nil, "seed \(seed) ends its first year")
  }
}

import Bank
import Foundation
import Simulation
import Testing
import Units

/// The committed sample is what the simulator writes, and hangs together.
@Suite struct SampleTests {
  private let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Ledger/Sample/carreau-de-soleil").standardizedFileURL

  @Test func `the committed sample is byte for byte what the simulator writes`() throws {
    for file in Scale().cooperative {
      let committed = try Data(contentsOf: folder.appending(path: file.path))
      #expect(committed == Data(file.text.utf8), "\(file.path)")
    }
  }

  @Test func `the committed sample holds no file that the simulator does not write`() throws {
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.contains(".") }
    #expect(Set(found) == Set(Scale().cooperative.map(\.path)))
  }

  /// Each statement adds up, follows the one before, and leaves something on the account.
  @Test func `the bank of the sample tells twelve months, one after the other`() throws {
    var chain = StatementChain(account: "compte-courant")
    let files = Scale().cooperative.filter { $0.path.hasPrefix("bank/") }
    for file in files {
      let statements = try readBankFile(Array(file.text.utf8), file: file.path)
      let statement = try #require(statements.first)
      let placing = try chain.place(statement)
      #expect(statements.count == 1 && placing.known.isEmpty && !placing.isEarlier)
      let first = Int64(chain.lines.count + 1)
      chain.take(statement, placing, ids: placing.fresh.indices.map { first + Int64($0) })
      #expect(chain.balance >= .zero && chain.balance == statement.closing)
    }
    #expect(files.count == 12 && chain.lines.count > 150)
  }

  @Test(arguments: [
    Scale(), Scale(sites: 1, members: 5), Scale(seed: 7, sites: 3, members: 40),
    Scale(seed: 11, sites: 40, members: 1_000),
  ]) func `holdings never fall below zero and citizens end with 37 in a hundred`(scale: Scale) {
    var held: [Int: Int] = [:]
    var total = 0
    for movement in scale.movements {
      let inward = movement.counterparty ?? movement.member
      switch movement.kind {
      case .subscription: held[inward, default: 0] += movement.shares
      case .withdrawal: held[movement.member, default: 0] -= movement.shares
      case .transfer:
        held[movement.member, default: 0] -= movement.shares
        held[inward, default: 0] += movement.shares
      }
      #expect(movement.shares > 0 && held.values.allSatisfy { $0 >= 0 }, "\(movement)")
      total = held.values.reduce(0, +)
      #expect((scale.totalShares / 10...scale.totalShares * 2).contains(total))
    }
    let citizens = held.filter { $0.key > 4 }
    #expect(total == scale.totalShares)
    #expect(citizens.values.reduce(0, +) * 100 == 37 * total)
    #expect(citizens.count == scale.citizens && citizens.values.allSatisfy { $0 > 0 })
  }

  @Test(arguments: [Scale(), Scale(sites: 1, members: 5), Scale(seed: 11, sites: 40, members: 900)])
  func `every manual entry balances and the bank is never overdrawn`(scale: Scale) throws {
    var flows: [(day: Day, cents: Int64)] = []
    for entry in scale.entries {
      #expect(entry.lines.reduce(0) { $0 + $1.cents } == 0)
      flows += entry.lines.filter { $0.account == "512100" }.map { (entry.day, $0.cents) }
    }
    for movement in scale.movements where movement.kind != .transfer {
      let sign: Int64 = movement.kind == .subscription ? 1 : -1
      flows.append((movement.day, sign * Int64(movement.shares) * 5_000))
    }
    // An instalment of 1.65 % over 180 months is below 0.63 % of the loan.
    let drawn = scale.first.first.adding(days: 14)
    for month in 1...11 {
      flows.append((drawn.adding(months: month), -scale.loanPrincipal * 63 / 10_000))
    }
    var balance: Int64 = 0
    for flow in flows.sorted(by: { ($0.day, -$0.cents) < ($1.day, -$1.cents) }) {
      balance += flow.cents
      #expect(balance >= 0, "\(flow.day)")
    }
  }
}

import Bank
import Testing
import Units

/// What movements are thought to be.
@Suite struct MatcherTests {
  /// Small worlds by the thousand against the naive model.
  @Test(arguments: [UInt64](0..<8)) func everyGuessIsThatOfTheModel(_ part: UInt64) {
    for seed in part * 400..<(part + 1) * 400 {
      let world = NaiveMatching(seed: seed)
      // Items of one group that sum to a line are another matter.
      let items = world.items.enumerated().map { place, item in
        MatchItem(
          kind: item.kind, name: item.name, amount: item.amount, day: item.day,
          references: item.references, parties: item.parties,
          group: item.kind == .openItem ? "\(place)" : item.group)
      }
      let model = NaiveMatching(items: items, lines: world.lines)
      let found = Matcher(items).proposals(for: world.lines).filter { $0.lines.count == 1 }
      let guesses = model.guesses
      let batched = Matcher(items).proposals(for: world.lines).contains { $0.lines.count > 1 }
      guard !batched else { continue }
      #expect(found.map(\.lines[0]) == guesses.keys.sorted().map { Int64($0 + 1) }, "seed \(seed)")
      for proposal in found {
        let guess = guesses[Int(proposal.lines[0]) - 1]
        #expect(proposal.items == [guess?.item ?? -1], "seed \(seed), line \(proposal.lines)")
        #expect(proposal.points == min(100, guess?.points ?? 0), "seed \(seed)")
        #expect(proposal.rivals.sorted() == guess?.rivals ?? [], "seed \(seed)")
      }
    }
  }

  private static let day = Month(year: 2025, monthOfYear: 3).first

  private func line(_ id: Int64, _ cents: Int64, _ text: String, days: Int = 0) -> UnmatchedLine {
    UnmatchedLine(
      id: id, line: BankLine(booked: Self.day.adding(days: days), amount: Cents(cents), text: text))
  }

  /// A batch of transfers stands as one movement in the book and as one a payee at the bank; the
  /// references of pain.001 come back with each.
  @Test func theTransfersOfABatchAreOneEntry() {
    let batch = MatchItem(
      kind: .entry, name: "b", amount: Cents(-6_000), day: Self.day, references: ["DIV-2025"])
    let lines = [
      line(1, -1_000, "VIR SEPA DIV-2025 M0001"), line(2, -2_000, "VIR SEPA DIV-2025 M0002"),
      line(3, -3_000, "VIR SEPA DIV 2025 M0003"), line(4, -3_000, "AUTRE"),
    ]
    let found = Matcher([batch]).proposals(for: lines)
    #expect(found.map(\.lines) == [[1, 2, 3]] && found.map(\.confidence) == [.certain])
    // One that is missing, and it is no batch.
    #expect(Matcher([batch]).proposals(for: Array(lines.dropFirst())).isEmpty)
  }

  /// A subscription is known by its reference; the payer's name is nobody's business.
  @Test func aSubscriptionIsKnownByItsReference() {
    let items = (1...3).map { number in
      MatchItem(
        kind: .entry, name: "\(number)", amount: Cents(5_000), day: Self.day.adding(days: number),
        references: ["BS-2025-000\(number)"], group: "512100")
    }
    let lines = [
      line(1, 5_000, "VIR DE MME X BS 2025 0003"), line(2, 5_000, "VIR BS-2025-0001 PARTS"),
      line(3, 5_000, "VIR PARTS SOCIALES"),
    ]
    let found = Matcher(items).proposals(for: lines)
    #expect(found.map { items[$0.items[0]].name } == ["3", "1", "2"])
    #expect(found.map(\.confidence) == [.certain, .certain, .likely])
  }

  /// Two payments that nothing tells apart settle two invoices that nothing tells apart.
  @Test func twinsArePairedOneByOne() {
    let items = (1...2).map { _ in
      MatchItem(
        kind: .openItem, name: "i", amount: Cents(-1_250), day: Self.day, references: [],
        parties: ["banque"], group: "401000 supplier:banque")
    }
    let found = Matcher(items).proposals(for: [
      line(1, -1_250, "FRAIS BANQUE"), line(2, -1_250, "FRAIS BANQUE"),
    ])
    #expect(found.map(\.lines) == [[1], [2]] && Set(found.flatMap(\.items)) == [0, 1])
    #expect(found.allSatisfy { $0.rivals.isEmpty && $0.confidence == .likely })
  }
}

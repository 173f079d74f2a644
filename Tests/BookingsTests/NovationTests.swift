import Agreements
import Journal
import Testing
import Text
import Units

@testable import Bookings

@Suite struct NovationTests {
  private func novation(_ members: [String: JSON]) -> Novation {
    Novation(
      table(
        .object(
          [
            "id": "n-1", "contracts": ["roof"], "on": "2025-07-01", "from": "town", "act": "A-7",
          ].merging(members) { $1 })))
  }

  private func lines(_ draft: DraftEntry?) throws -> [String] {
    guard let draft else { return [] }
    return try Entry(checking: draft).draft.postings.map {
      "\($0.account) \($0.analysis.auxiliary ?? "") \($0.analysis.contract ?? "") "
        + "\($0.debit - $0.credit)"
    }
  }

  @Test func balancesPassFromPartyToPartyWithATrail() throws {
    let balances = [
      ContractBalance(
        account: "408100", auxiliary: "supplier:town", site: "school", contract: "roof",
        amount: Cents(-12_345)),
      ContractBalance(
        account: "401000", auxiliary: "supplier:town", site: "school", contract: "roof",
        amount: Cents(200)),
    ]
    let draft = try #require(Accrual.novation(novation(["to": "county"]), balances))
    #expect(
      try lines(draft) == [
        "408100 supplier:town roof 12345", "408100 supplier:county roof -12345",
        "401000 supplier:town roof -200", "401000 supplier:county roof 200",
      ])
    #expect(draft.key == "novation:n-1" && draft.date.description == "2025-07-01")
    #expect(draft.label.contains("A-7"))
    #expect(Accrual.novation(novation(["to": "county"]), []) == nil)
  }

  @Test func theCompanyTakesOverWhatTheActLists() throws {
    let draft = Accrual.novation(
      novation([
        "from": "sem",
        "balance": [
          ["account": "215340", "debit_cents": 500_000, "site": "school"],
          ["account": "281534", "credit_cents": 80_000, "site": "school"],
        ],
      ]), [])
    #expect(
      try lines(draft) == [
        "215340   500000", "281534   -80000", "404000 supplier:sem  -420000",
      ])
  }

  @Test func aContractIsWithWhomItSaysAndThenWithWhomItPassedTo() throws {
    var dossier = Dossier()
    dossier.conventions["roof"] = convention(["kind": "zero"], first: "2020-01-01")
    dossier.parties = ["town": party("town"), "county": party("county"), "region": party("region")]
    dossier.novations = [
      "n-1": novation(["to": "county"]),
      "n-2": novation(["id": "n-2", "from": "county", "to": "region", "on": "2026-01-01"]),
    ]
    dossier.settleNovations()
    #expect(dossier.party(to: "roof") == "region")
    #expect(dossier.roofContradictions().isEmpty)
    let terms = try #require(
      ConventionTerms(
        versions: [(try day("2020-01-01"), convention(["kind": "zero"], first: "2020-01-01"))],
        sites: [(try day("2020-01-01"), school)], novations: dossier.novationsByDay,
        indices: Indices()))
    #expect(try terms.owner(on: day("2025-06-30")) == "town")
    #expect(try terms.owner(on: day("2025-07-01")) == "county")
    #expect(try terms.owner(on: day("2026-01-01")) == "region")
  }

  /// What is owed passes to whoever comes, the days of the month before it among them.
  @Test func theMonthOfANovationIsOwedToWhoeverComes() throws {
    let roof = convention(["kind": "fixed", "cents_per_year": 36_500], first: "2025-01-01")
    let terms = try #require(
      ConventionTerms(
        versions: [(roof.term.first, roof)], sites: [(roof.term.first, school)],
        novations: [novation(["to": "county", "on": "2025-07-11"])], indices: Indices()))
    let parts = try Accrual.rents(terms, in: month("2025-07")) { _ in .zero }
    #expect(parts.map { "\($0.owner) \($0.amount.units)" } == ["county 3100"])
    let draft = Accrual.rent(roof, parts, in: try month("2025-07"))
    #expect(
      try lines(draft) == [
        "613200  roof 3100", "408100 supplier:county roof -3100",
      ])
  }

  private func party(_ id: String) -> Party {
    Party(table(["id": .string(id), "name": .string(id)]))
  }
}

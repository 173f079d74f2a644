import Tables
import Testing
import Units

@Suite struct ChartTests {
  @Test func theTablesAreReadWhole() {
    #expect(Chart.pcg.count == 838)
    #expect(Chart.own.count == 64)
    #expect(Chart.pcg["701"] == "Ventes de produits finis")
  }

  /// The accounts that bookings post to by number.
  @Test(arguments: Chart.own.keys.sorted())
  func everyOwnAccountStandsUnderThePCGOrInClassNine(_ number: String) throws {
    let account = try #require(Chart.own[number])
    #expect(account.number == number)
    #expect(number.count == 6 && number.allSatisfy(\.isNumber))
    #expect(!account.frenchLabel.isEmpty && !account.englishLabel.isEmpty)
    let known = (3...6).contains { Chart.pcg[String(number.prefix($0))] != nil }
    #expect(known != number.hasPrefix("9"))
    #expect((account.unit == .cents) || number.hasPrefix("9"))
    #expect(Chart.account(number) == account)
  }

  /// No account of the PCG hangs in the air: the number without its last digit is there too.
  @Test func everyAccountOfThePCGHasItsParent() {
    let orphans = Chart.pcg.keys.filter { $0.count > 1 && Chart.pcg[String($0.dropLast())] == nil }
    #expect(orphans.sorted() == [])
  }

  static let accounts: [(number: String, label: String?)] = [
    ("512100", "Banque"), ("613200", "Redevances de toitures"), ("616000", "Primes d'assurances"),
    ("101300", "Capital souscrit - appelé, versé"), ("101310", "Capital non amorti"),
    ("101399", "Capital souscrit - appelé, versé"), ("106300", "Réserves statutaires"),
    ("911000", "Énergie produite"), ("919999", nil), ("999999", nil), ("000000", nil),
    ("100000", nil), ("512", nil), ("5121000", nil), ("51210a", nil), ("51210 ", nil), ("", nil),
    ("٥١٢١٠٠", nil), ("-51210", nil),
  ]

  @Test(arguments: accounts)
  func anAccountIsFoundByItsNumberOrNot(_ number: String, _ label: String?) {
    let account = Chart.account(number)
    #expect(account?.frenchLabel == label)
    #expect(account == nil || account?.number == number)
  }
}

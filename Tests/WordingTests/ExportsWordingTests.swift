import Exports
import Testing
import Units
import Wording

/// Every fault of a tax file is told in both languages, with what stands there.
@Suite struct ExportsWordingTests {
  @Test(arguments: FECFault.allCases) func `a fault says what, why and what to do`(
    fault: FECFault
  ) {
    let told = FECFinding(fault, line: 3, column: .compteLib, value: "VALEUR", other: "AUTRE")
      .explanation
    for language in Language.allCases {
      for words in [told.what, told.why, told.remedy] { #expect(!words[language].isEmpty) }
    }
    #expect(told.what.french != told.what.english)
  }

  @Test func `no two faults are told alike`() {
    let told = FECFault.allCases.map {
      FECFinding($0, column: .compteLib, value: "VALEUR", other: "AUTRE").explanation.what.french
    }
    #expect(Set(told).count == told.count)
  }

  @Test func `the description tells the file's size, fingerprint and sums`() {
    var checker = FECChecker(name: "012345674FEC20251231.txt")
    let report = checker.finish()
    let year = Period(
      first: Month(year: 2025, monthOfYear: 1).first, last: Month(year: 2025, monthOfYear: 12).last)
    for isInterim in [true, false] {
      let text = TaxFileDescription(
        name: FECName(siren: "012345674", closing: year.last ?? year.first),
        organisation: "Petit Essai", year: year, isInterim: isInterim, showsNames: !isInterim,
        report: report, bytes: 12_345, digest: Digest(Array(repeating: 0xAB, count: 32))
      ).text
      #expect(text.contains("012345674FEC20251231.txt"))
      #expect(text.contains("12345 octets"))
      #expect(text.contains(String(repeating: "ab", count: 32)))
      #expect(text.contains("0,00 EUR"))
      #expect(text.contains("du 1er janvier 2025 au 31 décembre 2025"))
      #expect(text.contains("intermédiaire") == isInterim)
      #expect(FECColumn.allCases.allSatisfy { text.contains($0.name) })
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
  }
}

import Testing
import Units
import Wording

/// The notice by which a statement takes back an earlier one.
@Suite struct StatementWordsTests {
  @Test func `one signed statement is taken back in figures, several in sum`() {
    let january = Month(year: 2025, monthOfYear: 1)
    let one = StatementWords.supersedes(
      january, 1, energy: (WattHours(12_100), WattHours(13_200)),
      entitlement: (Cents(1_200), Cents(1_234)))
    #expect(plain(one.french).hasPrefix("Rectifie janvier 2025 (clôture nº 1)"))
    #expect(plain(one.french).contains("13,200 kWh au lieu de 12,100 kWh"))
    #expect(plain(one.french).hasSuffix("12,34 € au lieu de 12,00 €."))
    #expect(one.english.hasSuffix("€12.34, not €12.00."))
    let several = StatementWords.supersedes(
      3, january, january.adding(2), energy: WattHours(-1_100), entitlement: Cents(-34))
    #expect(plain(several.french).contains("3 relevés signés, de janvier 2025 à mars 2025"))
    #expect(plain(several.french).contains("-1,100 kWh et -0,34 € en tout"))
    #expect(plain(several.english).contains("-1.100 kWh and -€0.34 in all"))
  }

  /// With plain spaces, as one reads it.
  private func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }
}

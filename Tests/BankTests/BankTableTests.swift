import Bank
import Testing
import Units

/// Tables as the web sites of French banks export them.
@Suite struct BankTableTests {
  /// One month in the habits of several banks: 1 000,00 + 250,00 − 9,99 = 1 240,01.
  static let tables: [String] = [
    // A balance a row, from old to new.
    """
    Date;Date de valeur;Débit;Crédit;Libellé;Solde
    10/01/2025;11/01/2025;;250,00;VIR VILLE;1250,00
    15/01/2025;15/01/2025;-9,99;;FRAIS;1240,01
    """,
    // A balance a row, from new to old, on one day, thousands parted by spaces.
    """
    Date;Libellé;Montant;Solde
    15/01/2025;FRAIS;-9,99;1 240,01
    15/01/2025;VIR VILLE;250,00;1 250,00
    """,
    // A heading of its own, one balance above the rows, from new to old.
    """
    Numéro Compte   ;1234567X020
    Type         ;CCP
    Compte tenu en  ;euros
    Date            ;31/01/2025
    Solde (EUROS)   ;1240,01
    Solde (FRANCS)  ;8134,20

    Date;Libellé;Montant(EUROS);Montant(FRANCS)
    15/01/2025;FRAIS;-9,99;-65,53
    10/01/2025;VIR VILLE;250,00;1639,89
    """,
    // Debit without a sign, labels over two lines, the balance in words.
    """
    Téléchargement du 01/02/2025

    Compte de dépôt carte n° 12345678901
    Solde au 31/01/2025 1 240,01 €

    Date;Libellé;Débit euros;Crédit euros;
    10/01/2025;"VIREMENT EN VOTRE FAVEUR
    VILLE";;250,00;
    15/01/2025;"FRAIS";9,99;;
    """,
  ]

  @Test(arguments: tables) func habitsAreUnderstood(text: String) throws {
    let statement = try #require(try readBankFile(Array(text.utf8), file: "f.csv").first)
    #expect(statement.opening == Cents(100_000) && statement.closing == Cents(124_001))
    #expect(statement.lines.map(\.amount) == [Cents(25_000), Cents(-999)])
    #expect(statement.lines[0].text.hasSuffix("VILLE") && statement.lines[1].text == "FRAIS")
    #expect(statement.format == .table && statement.account == .untold)
  }

  @Test func oldLettersAreRead() throws {
    let text = "Date;Libellé;Débit;Crédit;Solde\n10/01/2025;Prélèvement;5,00;;-5,00\n"
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars { bytes.append(UInt8(scalar.value)) }
    let statement = try #require(try readBankFile(bytes, file: "f.csv").first)
    #expect(statement.lines[0].text == "Prélèvement" && statement.closing == Cents(-500))
    #expect(statement.opening == .zero)
  }

  static let bare = "Date;Libellé;Montant\n10/01/2025;VIR;250,00\n"

  @Test func balancesComeFromTheTreasurerWhereTheFileHasNone() throws {
    let bytes = Array(Self.bare.utf8)
    func read(_ hints: BankTableHints, _ known: Cents? = nil) throws -> BankStatement {
      try readBankTable(bytes, file: "f", hints: hints, known: known)
    }
    let closed = try read(BankTableHints(closing: Cents(30_000)))
    #expect(closed.opening == Cents(5000))
    let opened = try read(BankTableHints(opening: Cents(100)))
    #expect(opened.closing == Cents(25_100))
    #expect(throws: Refusals.self) {
      try read(BankTableHints(opening: Cents(1), closing: Cents(2)))
    }
    let error = #expect(throws: Refusals.self) { try read(BankTableHints(), Cents(100)) }
    #expect(error?.code == "balance-is-not-told")
  }

  static let refused: [(text: String, code: String, line: Int?)] = [
    ("a;b\n1;2\n", "heading-is-not-found", nil),
    ("Date;Libellé;Débit;Crédit\n10/01/2025;X;1,00;2,00\n", "row-has-not-one-amount", 2),
    ("Date;Libellé;Débit;Crédit\n10/01/2025;X;;\n", "row-has-not-one-amount", 2),
    ("Date;Libellé;Débit;Crédit\n10/01/2025;X;0,00;0,00\n", "row-has-not-one-amount", 2),
    (
      "Date;Montant;Solde\n10/01/2025;1,00;1,00\n10/01/2025;1,00;3,00\n", "balance-does-not-follow",
      3
    ),
    ("Date;Montant;Solde\n10/13/2025;1,00;1,00\n", "day-is-not-a-calendar-day", 2),
    ("Date;Montant;Solde\n10/01/25;1,00;1,00\n", "year-has-two-digits", 2),
    ("Date;Montant;Solde\n10/01/2025;1.234,00;1,00\n", "number-is-ambiguous", 2),
    ("Date;Montant;Solde\n10/01/2025;1,234;1,00\n", "number-is-too-fine", 2),
    ("Date;Montant;Solde\n", "balance-is-not-told", 1),
    ("Date;Montant;Météo\n10/01/2025;1,00;x\n", "csv-column-is-unknown", 1),
  ]

  @Test(arguments: refused)
  func eachFaultIsTold(text: String, code: String, line: Int?) throws {
    let error = #expect(throws: Refusals.self) {
      try readBankFile(Array(text.utf8), file: "f.csv")
    }
    let located = try #require(error?.all.first as? Located)
    #expect(located.code == code && located.place.line == line)
  }
}

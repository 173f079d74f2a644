import Documents
import Units
import Wording

/// Invented pages to print.
enum SamplePage {
  static let june = Month(year: 2025, monthOfYear: 6)
  static let data = Digest(Array(repeating: 0xD4, count: 32))
  static let attachment = Array("{\"format\":\"soleil-statement/1\",\"member\":\"M0042\"}\n".utf8)
  static let signedAt = Instant(seconds: 1_751_443_200)

  static func page(_ language: Language, movements: Int = 1, steps: Int = 3) -> StatementPage {
    let isFrench = language == .french
    let kinds = StatementPage.Movement.Kind.allCases
    var page = StatementPage(
      language: language,
      company: .init(
        name: "Carreau de Soleil", legalForm: "SAS à capital variable", siren: "012345674",
        office: "1 place du Kiosque, 62999 Merquincourt-en-Gohelle"),
      member: .init(
        number: "M0042", name: "Zoé Lœuillet (d'Aÿ)", college: isFrench ? "Citoyens" : "Citizens"),
      month: june, openingShares: Shares(18),
      movements: (0..<movements).map { index in
        .init(
          day: june.first.adding(days: 11 + index), kind: kinds[index % kinds.count],
          order: 1_131 + index, shares: Shares(index % 4 < 2 ? 2 : -2))
      },
      closingShares: Shares(20), capital: Cents(100_000), energy: WattHours(574_083),
      companyEnergy: WattHours(57_390_123), result: Cents(321_504),
      steps: (0..<steps).map { index in
        switch index {
        case 0:
          .init(
            label: isFrench ? "Réserve légale" : "Legal reserve", company: Cents(16_075),
            member: nil)
        case 1:
          .init(
            label: isFrench
              ? "Fonds de solidarité et de sobriété" : "Solidarity and energy-saving fund",
            company: Cents(32_150), member: nil)
        default:
          .init(
            label: isFrench
              ? "Part des associés, par collège, parts et jours"
              : "Members' part, by college, shares and days",
            company: Cents(273_279), member: Cents(2_733))
        }
      },
      entitlement: Cents(2_733), yearStart: june.adding(-5).first,
      energySinceYearStart: WattHours(2_281_904), entitlementSinceYearStart: Cents(4_187),
      chart: zip(0..., [57_9, 51_2, 40_8, 27_1, 15_0, 11_1, 13_0, 20_8, 38_1, 52_1, 56_6, 57_4]).map
      {
        .init(month: june.adding($0 - 11), energy: WattHours($1 * 100_000))
      },
      closingSequence: 6, closing: Digest(Array(repeating: 0xC1, count: 32)),
      authority: Digest((0..<32).map { UInt8($0 * 7) }), data: data,
      note: isFrench ? "Coopérative fictive : rien de ceci n'est réel." : "Fictional cooperative.")
    page.shareDays = (578, 126_420)
    return page
  }

  static func document(_ page: StatementPage) throws -> UnsignedDocument {
    try StatementPDF(page: page, attachment: attachment, signedAt: signedAt)
      .unsigned(signatureCapacity: 4_096)
  }
}

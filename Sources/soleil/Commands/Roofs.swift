import Agreements
import ArgumentParser
import Intake
import Store
import Text
import Units
import Wording

/// `roofs`: each roof with its stage, its convention and its rent, and what is to be decided.
struct Roofs: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "roofs", abstract: HelpWords.roofs[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?

  private struct Row {
    let name: String
    let stage: RoofLife.Stage?
    let convention: Convention?
    let owner: String
    let rent: Cents?
  }

  func answer(in world: World) throws -> Answer {
    let day = try Read.day(asOf, else: world.today)
    let book = try world.book().read { try RoofBook($0, on: day) }
    let rows = try rows(book)
    let alerts = book.alerts
    return Answer(
      json: ["roofs": .array(rows.map(json)), "alerts": .array(alerts.map(Roofs.json))],
      text: (rows.isEmpty ? RoofWords.noRoof : table(rows)) + Roofs.text(alerts))
  }

  /// The roofs that are declared, then the sites that no roof became.
  private func rows(_ book: RoofBook) throws -> [Row] {
    let declared = book.dossier.roofs.values.sorted { $0.id < $1.id }
    let known = Set(declared.compactMap(\.site))
    var rows: [Row] = []
    for roof in declared {
      rows.append(try row(roof.id, roof.stage(on: book.today), roof.owner, roof.site, book))
    }
    for site in book.dossier.sites.values.sorted(by: { $0.id < $1.id })
    where !known.contains(site.id) {
      let stage: RoofLife.Stage? = site.commissioned <= book.today ? .producing : nil
      rows.append(try row(site.id, stage, site.owner, site.id, book))
    }
    return rows
  }

  private func row(
    _ name: String, _ stage: RoofLife.Stage?, _ owner: String, _ site: String?, _ book: RoofBook
  ) throws -> Row {
    let convention = book.dossier.conventions.values
      .filter { $0.site == site && $0.term.contains(book.today) }.min { $0.id < $1.id }
    return Row(
      name: name, stage: stage, convention: convention,
      owner: convention.flatMap { book.terms[$0.id]?.owner(on: book.today) } ?? owner,
      rent: try convention.flatMap { try book.yearlyRent($0.id) })
  }

  private func table(_ rows: [Row]) -> Words {
    var table = TextTable([
      .text(RoofWords.roof), .text(RoofWords.stage), .text(RoofWords.convention),
      .text(RoofWords.party), .text(RoofWords.until), .number(RoofWords.rent),
    ])
    for row in rows {
      let rent = row.rent.map { euros($0) }
      table.add(
        Words(both: row.name), row.stage.map(RoofWords.name) ?? Words(both: "–"),
        Words(both: row.convention?.id ?? "–"), Words(both: row.owner),
        Words(both: row.convention?.term.last?.description ?? ""),
        rent ?? (row.convention == nil ? Words(both: "–") : RoofWords.partOfSales))
    }
    return table.words
  }

  private func json(_ row: Row) -> JSON {
    [
      "roof": .string(row.name), "stage": row.stage.map { .string($0.rawValue) } ?? .null,
      "convention": row.convention.map { .string($0.id) } ?? .null, "owner": .string(row.owner),
      "last": row.convention?.term.last.map { .string($0.description) } ?? .null,
      "yearlyRentCents": row.rent.map { .integer($0.units) } ?? .null,
    ]
  }

  /// What wants a decision, one sentence a line.
  static func text(_ alerts: [RoofAlert]) -> Words {
    guard !alerts.isEmpty else { return Words(both: "") }
    return alerts.map { Words(both: "\n  • ") + RoofWords.sentence($0) }
      .reduce(Words(both: "\n\n") + RoofWords.alerts, +)
  }

  static func json(_ alert: RoofAlert) -> JSON {
    [
      "code": .string(alert.kind.rawValue), "subject": .string(alert.subject),
      "other": alert.other.map(JSON.string) ?? .null, "day": .string(alert.day.description),
    ]
  }
}

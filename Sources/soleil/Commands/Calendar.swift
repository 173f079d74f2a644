import Agreements
import ArgumentParser
import Bookings
import Intake
import Store
import Text
import Units
import Wording

/// `calendar`: what falls due in a period, in the terminal and as an iCalendar file.
struct CalendarCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: HelpWords.calendar[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.period[Spoken.language])) var period: String?
  @Option(help: .init(HelpWords.calendarFile[Spoken.language], valueName: "file")) var ics: String?

  func answer(in world: World) throws -> Answer {
    // A year from today on, when nothing else is asked for.
    let days =
      try period.map(Read.period)
      ?? Period(first: world.today, last: world.today.adding(months: 12).previous)
    let (dates, alerts, company) = try world.book().read { page in
      let roofs = try RoofBook(page, on: world.today)
      return (try roofs.dueDates(in: days), roofs.alerts, roofs.dossier.organisation?.name ?? "")
    }
    if let ics { try write(dates, company, to: ics, world) }
    return Answer(
      json: ["dueDates": .array(dates.map(json)), "alerts": .array(alerts.map(Roofs.json))],
      text: text(dates) + Roofs.text(alerts)
        + (ics.map { Words(both: "\n") + RoofWords.written(dates.count, to: $0) }
          ?? Words(both: "")))
  }

  private func write(_ dates: [DueDate], _ company: String, to path: String, _ world: World) throws
  {
    let file = CalendarFile(
      name: RoofWords.calendarName(company)[world.language], stamp: world.now,
      dates.map { date in
        CalendarEntry(
          uid: [
            date.kind.rawValue, date.subject, (date.period?.first ?? date.day).description,
          ].joined(separator: ".") + "@soleil", day: date.day,
          summary: summary(date)[world.language],
          description: [date.party, date.period?.description].compactMap(\.self)
            .joined(separator: "\n"))
      })
    try Disk.replace(path, file.bytes)
  }

  private func summary(_ date: DueDate) -> Words {
    RoofWords.name(date.kind) + Words(" : ", ": ") + Words(both: date.subject)
      + (date.amount.map { Words(both: ", ") + euros($0) } ?? Words(both: ""))
  }

  private func text(_ dates: [DueDate]) -> Words {
    guard !dates.isEmpty else { return RoofWords.nothingDue }
    var table = TextTable([
      .text(ViewWords.date), .text(RoofWords.what), .text(RoofWords.about),
      .text(RoofWords.party), .number(ViewWords.amount), .text(RoofWords.covers),
    ])
    for date in dates {
      table.add(
        Words(both: date.day.description), RoofWords.name(date.kind), Words(both: date.subject),
        Words(both: date.party ?? ""), date.amount.map { euros($0) } ?? Words(both: ""),
        Words(both: date.period?.description ?? ""))
    }
    return table.words
  }

  private func json(_ date: DueDate) -> JSON {
    [
      "day": .string(date.day.description), "kind": .string(date.kind.rawValue),
      "subject": .string(date.subject), "party": date.party.map(JSON.string) ?? .null,
      "cents": date.amount.map { .integer($0.units) } ?? .null,
      "first": date.period.map { .string($0.first.description) } ?? .null,
      "last": date.period?.last.map { .string($0.description) } ?? .null,
    ]
  }
}

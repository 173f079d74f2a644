import Foundation
import GRDB
import Intake
import MonthEnd
import Seal
import Simulation
import Store
import TestSupport
import Text
import Units

/// A cooperative with three closed months, made once and only read by the tests.
struct ClosedBook: Sendable {
  let folder: TemporaryFolder
  let figures: [Month: Figures]
  /// What the meters delivered, known apart from the book.
  let truth: [String: [Day: Int64]]

  /// What closing a month answered.
  struct Figures: Sendable {
    let energy: WattHours
    let sales: Cents
    let result: Cents
  }

  /// The cooperatives tried: one to reckon by hand, one of the size of a real one.
  enum Which: String, CaseIterable, Sendable { case tiny, sample }

  static func shared(_ which: Which) throws -> ClosedBook {
    switch which {
    case .tiny: try tiny.get()
    case .sample: try sample.get()
    }
  }

  static let months = (0..<3).map { Month(year: 2025, monthOfYear: 1).adding($0) }
  private static let tiny = Result { try ClosedBook(OpenBook.tiny()) }
  private static let sample = Result { try ClosedBook(OpenBook.sample()) }

  private init(_ open: OpenBook) throws {
    folder = open.folder
    truth = open.truth
    var figures: [Month: Figures] = [:]
    for month in Self.months {
      let closed = try open.monthEnd.close(month, signer: TestSigner.shared.get())
      figures[month] = Figures(
        energy: closed.reckoning.energy, sales: closed.reckoning.sales,
        result: closed.reckoning.result)
    }
    self.figures = figures
  }

  func book() throws -> Book { try Book(opening: folder.path("book.soleil")) }

  func file(_ month: Month, _ name: String) throws -> [UInt8] {
    try folder.bytes("closings/\(month)/\(name)")
  }

  func manifest(_ month: Month) throws -> JSON {
    try JSON(reading: try file(month, "manifest.json"))
  }

  /// The rows of a CSV file, by the names of its heading.
  func rows(_ month: Month, _ name: String) throws -> [[String: String]] {
    let lines = String(decoding: try file(month, name), as: UTF8.self)
      .split(separator: "\n").map(cells)
    return lines.dropFirst().map { cells in
      Dictionary(uniqueKeysWithValues: zip(lines[0], cells))
    }
  }

  /// The cells of a line, where quotes hide commas.
  private func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// Whole numbers by a name, as raw SQL finds them.
  func numbers(_ sql: String) throws -> [String: Int64] {
    try DatabaseQueue(path: folder.path("book.soleil")).read { db in
      try Dictionary(
        uniqueKeysWithValues: Row.fetchAll(db, sql: sql).map { row in
          (row[0] as String? ?? "", row[1] as Int64? ?? 0)
        })
    }
  }
}

/// A cooperative whose months are still open.
final class OpenBook {
  let folder: TemporaryFolder
  let book: Book
  let truth: [String: [Day: Int64]]
  let monthEnd: MonthEnd

  static let now = Tiny.now

  private init(
    statutes: InputFile, facts: [InputFile], members: InputFile, shares: InputFile,
    entries: [InputFile], production: [InputFile], truth: [String: [Day: Int64]]
  ) throws {
    folder = try TemporaryFolder()
    let path = folder.path("book.soleil")
    _ = try found(
      bookAt: path, statutes: statutes, secret: Array(repeating: 5, count: 32), now: Self.now)
    book = try Book(opening: path)
    self.truth = truth
    _ = try apply(facts, to: book, now: Self.now)
    _ = try importMembers(members, to: book, now: Self.now)
    _ = try importShares(shares, to: book, now: Self.now)
    _ = try post(entries, to: book, now: Self.now)
    let merged = try importProduction(
      production, to: book, options: ReadingOptions(), now: Self.now)
    precondition(merged.refusal == nil, "the fixture's production is accepted")
    monthEnd = MonthEnd(
      book: book, closings: folder.path("closings"), now: Self.now, software: "essai")
  }

  static func tiny(
    months: Int = 3, statutes: String = Tiny.statutes, changing changes: [Day: Int64] = [:]
  ) throws -> OpenBook {
    let span = ClosedBook.months.prefix(months)
    var truth: [String: [Day: Int64]] = [:]
    for meter in ["nord-1", "sud-1"] {
      for day in span.flatMap(\.period.days) {
        truth[meter, default: [:]][day] = Tiny.energy(meter, day)
      }
    }
    return try OpenBook(
      statutes: file("statutes.toml", statutes),
      facts: [file("sites.toml", Tiny.sites), file("contracts.toml", Tiny.contracts)],
      members: file("members.csv", Tiny.members), shares: file("shares.csv", Tiny.shares),
      entries: [file("entries.toml", Tiny.entries)],
      production: truth.keys.flatMap { meter in
        span.map { month in
          let changes = meter == "nord-1" ? changes : [:]
          return file("\(meter)-\(month).csv", Tiny.readings(meter, month, changing: changes))
        }
      }, truth: truth)
  }

  static func sample() throws -> OpenBook {
    let scale = Scale(months: 3)
    var production: [InputFile] = []
    let truths = scale.produce { production.append(file($0.path, $0.text)) }
    let sample = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Ledger/Sample/carreau-de-soleil").standardizedFileURL.path
    return try OpenBook(
      statutes: InputFile(reading: "\(sample)/statutes.toml"),
      facts: InputFile.read(["\(sample)/contracts"], endings: [".toml"]),
      members: InputFile(reading: "\(sample)/members.csv"),
      shares: InputFile(reading: "\(sample)/shares.csv"),
      entries: InputFile.read(["\(sample)/entries"], endings: [".toml"]), production: production,
      truth: Dictionary(
        uniqueKeysWithValues: truths.map { truth in
          let days = truth.days.map { ($0.day, $0.energy.units) }
          return (truth.meter, Dictionary(uniqueKeysWithValues: days))
        }))
  }

  private static func file(_ path: String, _ text: String) -> InputFile {
    InputFile(path: path, bytes: Array(text.utf8))
  }
}

/// A signing key for all tests, valid from the year before.
enum TestSigner {
  static let shared = Result { try signer(from: Instant(seconds: 1_735_000_000)) }

  static func signer(from start: Instant) throws -> SigningKey {
    let name = try OrganisationName(name: "Petit Essai", siren: "012345674")
    let authority = try Authority(for: name, from: start)
    let key = try PrivateKey()
    return try SigningKey(
      key, certificate: authority.issueSigningCertificate(for: name, key: key, from: start),
      chain: [authority.certificate])
  }
}

import Foundation
import Intake
import Membership
import MonthEnd
import Store
import TestSupport
import Testing
import Text
import Units

/// What must hold of any closed month, looked at with raw SQL and the files, not with our views.
@Suite struct InvariantTests {
  private typealias Which = ClosedBook.Which

  @Test(arguments: ClosedBook.Which.allCases)
  func `debits equal credits in each unit, entry by entry and in all`(which: ClosedBook.Which)
    throws
  {
    let closed = try ClosedBook.shared(which)
    let sums = try closed.numbers("SELECT unit, sum(debit) - sum(credit) FROM posting GROUP BY 1")
    #expect(sums == ["cents": 0, "shares": 0, "wh": 0])
    let entries = try closed.numbers(
      "SELECT entry || unit, sum(debit) - sum(credit) FROM posting GROUP BY 1")
    #expect(entries.values.allSatisfy { $0 == 0 })
    for month in ClosedBook.months {
      let rows = try closed.rows(month, "journal.csv")
      #expect(!rows.isEmpty)
      for (_, lines) in Dictionary(
        grouping: rows, by: { "\($0["series"] ?? "") \($0["unit"] ?? "")" })
      {
        #expect(sum(lines, "debit") == sum(lines, "credit"))
      }
      let balance = try closed.rows(month, "trial-balance.csv")
      for row in balance {
        #expect(
          value(row, "opening") + value(row, "debit") - value(row, "credit")
            == value(row, "closing"))
      }
      for unit in ["cents", "shares", "wh"] {
        #expect(sum(balance.filter { $0["unit"] == unit }, "closing") == 0)
      }
    }
  }

  @Test(arguments: ClosedBook.Which.allCases)
  func `what members and reserves get is the result, each month and all months together`(
    which: ClosedBook.Which
  ) throws {
    let closed = try ClosedBook.shared(which)
    let results = try closed.numbers(
      """
      SELECT substr(date, 1, 7), sum(credit) - sum(debit) FROM posting
      JOIN entry ON entry.id = entry WHERE account GLOB '[67]*' GROUP BY 1
      """)
    var given: Int64 = 0
    var earned: Int64 = 0
    for month in ClosedBook.months {
      let result = results[month.description] ?? 0
      #expect(closed.figures[month]?.result.units == result)
      let final = try closed.rows(month, "allocation.csv")
        .filter { $0["unit"] == "cents" && $0["final"] == "yes" }
      #expect(sum(final, "amount") == result, "\(month)")
      let statements = try closed.book().read { try $0.statements(of: month) }
      let entitled = try statements.map {
        try JSON(reading: $0.body)["entitlement"]?["cents"]?.integerValue ?? 0
      }.reduce(0, +)
      let members = final.filter { $0["beneficiary"]?.hasPrefix("member:") == true }
      #expect(entitled == sum(members, "amount"))
      given += sum(final, "amount")
      earned += result
      let booked = try closed.numbers(
        """
        SELECT 'all', sum(credit) - sum(debit) FROM posting JOIN entry ON entry.id = entry
        WHERE account IN ('934000', '935000', '936000') AND date <= '\(month.last)'
        """)
      #expect(booked["all"] == earned)
    }
    #expect(given == earned)
  }

  @Test(arguments: ClosedBook.Which.allCases)
  func `what members get of the energy is what the meters delivered, to the watt-hour`(
    which: ClosedBook.Which
  ) throws {
    let closed = try ClosedBook.shared(which)
    for month in ClosedBook.months {
      let delivered = closed.truth.values.reduce(Int64(0)) { sum, days in
        sum + days.filter { $0.key.month == month }.values.reduce(0, +)
      }
      #expect(closed.figures[month]?.energy.units == delivered)
      let shared = try closed.rows(month, "allocation.csv")
        .filter { $0["unit"] == "wh" && $0["final"] == "yes" }
      #expect(sum(shared, "amount") == delivered)
      let production = try closed.rows(month, "production.csv")
      for row in production {
        let day = try Day(row["day"] ?? "")
        #expect(closed.truth[row["meter"] ?? ""]?[day] == value(row, "wh"), "\(row)")
      }
      #expect(production.count == closed.truth.count * month.length)
      #expect(try closed.manifest(month)["totals"]?["wh"]?.integerValue == delivered)
    }
  }

  @Test(arguments: ClosedBook.Which.allCases)
  func `shares times their nominal value are the capital in the books on every day`(
    which: ClosedBook.Which
  ) throws {
    let closed = try ClosedBook.shared(which)
    let first = try Day("2025-01-01")
    let register = try closed.book().read { page in
      try page.register(Cooperative(page, on: first).statutes)
    }
    for offset in stride(from: 0, to: 340, by: 1) {
      let day = first.adding(days: offset)
      let movesHere = register.movements.contains { $0.movement.date == day }
      guard movesHere || offset.isMultiple(of: 50) else { continue }
      let booked = try closed.numbers(
        """
        SELECT account, sum(credit) - sum(debit) FROM posting JOIN entry ON entry.id = entry
        WHERE (account GLOB '1013*' OR account = '901000') AND date <= '\(day)' GROUP BY 1
        """)
      let shares = register.movements.filter { $0.effective.map { $0 <= day } ?? false }
        .reduce(Int64(0)) {
          switch ($1.giver, $1.receiver) {
          case (nil, _?): $0 + $1.moved.units
          case (_?, nil): $0 - $1.moved.units
          default: $0
          }
        }
      let capital = booked.filter { $0.key != "901000" }.values.reduce(0, +)
      #expect(capital == shares * 5000 && booked["901000"] ?? 0 == shares, "\(day)")
      #expect(register.capital(on: day).units == capital)
    }
    for month in ClosedBook.months {
      let rows = try closed.rows(month, "register.csv")
      let capital = try closed.rows(month, "trial-balance.csv")
        .filter { $0["account"]?.hasPrefix("1013") == true }
      #expect(sum(rows, "capital_cents") == -sum(capital, "closing"))
      #expect(sum(rows, "shares") * 5000 == sum(rows, "capital_cents"))
    }
  }

  @Test(arguments: ClosedBook.Which.allCases)
  func `every line of the allocation proves itself, and every division is whole`(
    which: ClosedBook.Which
  ) throws {
    let closed = try ClosedBook.shared(which)
    for month in ClosedBook.months {
      let rows = try closed.rows(month, "allocation.csv")
      #expect(!rows.isEmpty)
      for row in rows {
        let (amount, divided) = (wide(row, "amount"), wide(row, "divided"))
        #expect(
          amount * wide(row, "total_weight") + wide(row, "residue_out")
            == divided * wide(row, "weight") + wide(row, "residue_in"), "\(row)")
      }
      for (division, lines) in Dictionary(grouping: rows, by: { $0["division"] ?? "" }) {
        #expect(sum(lines, "amount") == value(lines[0], "divided"), "\(division)")
        #expect(lines.reduce(Int128(0)) { $0 + wide($1, "residue_out") } == 0, "\(division)")
        #expect(sum(lines, "weight") == value(lines[0], "total_weight"), "\(division)")
      }
    }
  }

  @Test(arguments: ClosedBook.Which.allCases)
  func `a statement of the year so far is the sum of its months`(which: ClosedBook.Which) throws {
    let closed = try ClosedBook.shared(which)
    var cents: [String: Int64] = [:]
    var energy: [String: Int64] = [:]
    for month in ClosedBook.months {
      for stored in try closed.book().read({ try $0.statements(of: month) }) {
        let json = try JSON(reading: stored.body)
        let member = stored.member.description
        cents[member, default: 0] += json["entitlement"]?["cents"]?.integerValue ?? 0
        energy[member, default: 0] += json["energy"]?["wh"]?.integerValue ?? 0
        #expect(json["entitlement"]?["yearCents"]?.integerValue == cents[member])
        #expect(json["energy"]?["yearWh"]?.integerValue == energy[member])
        #expect(json["month"]?.stringValue == month.description)
      }
    }
    #expect(cents.count >= 3)
  }
}

func value(_ row: [String: String], _ column: String) -> Int64 {
  Int64(row[column] ?? "") ?? Int64.min
}

private func wide(_ row: [String: String], _ column: String) -> Int128 {
  Int128(row[column] ?? "") ?? Int128.min
}

func sum(_ rows: [[String: String]], _ column: String) -> Int64 {
  rows.reduce(0) { $0 + value($1, column) }
}

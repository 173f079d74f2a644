import Allocation
import Foundation
import Journal
import Membership
import MonthEnd
import Seal
import Store
import TestSupport
import Testing
import Text
import Units
import Wording

/// Every figure reckoned again from its explanation's JSON alone, by arithmetic of this file.
struct Recomputed {
  let json: JSON

  /// Divides one unit after the other to whoever is owed most, from the whole units down.
  private func divide(_ amount: Int128, _ rows: [(weight: Int128, owed: Int128)]) -> [Int128] {
    let sign: Int128 = amount < 0 ? -1 : 1
    let total = rows.reduce(0) { $0 + $1.weight }
    var due = rows.map { $0.owed * sign + amount * sign * $0.weight }
    var parts = rows.map { _ in Int128(0) }
    var left = amount * sign
    for index in rows.indices where due[index] >= total {
      let whole = min(left, max(0, due[index] / total - 2))
      (parts[index], due[index], left) = (whole, due[index] - whole * total, left - whole)
    }
    while left > 0 {
      let best = due.indices.reduce(0) { due[$1] > due[$0] ? $1 : $0 }
      (parts[best], due[best], left) = (parts[best] + 1, due[best] - total, left - 1)
    }
    return parts.map { $0 * sign }
  }

  /// The parts of a division, checked against what it says of itself.
  func parts(_ division: JSON) throws -> [String: Int64] {
    let key = division["key"]?.arrayValue ?? []
    let divided = Int128(division["divided"]?.integerValue ?? 0)
    guard division["fallback"] != true else {
      return [key[0]["to"]?.stringValue ?? "": Int64(divided)]
    }
    let rows = try key.map { row in
      (
        weight: Int128(try #require(row["weight"]?.integerValue)),
        owed: try #require(Int128(row["residueIn"]?.stringValue ?? ""))
      )
    }
    let parts = divide(divided, rows)
    let total = rows.reduce(0) { $0 + $1.weight }
    for (index, row) in key.enumerated() {
      #expect(row["part"]?.integerValue.map { Int128($0) } == parts[index])
      let out = divided * rows[index].weight + rows[index].owed - parts[index] * total
      #expect(row["residueOut"]?.stringValue == String(out))
    }
    return Dictionary(
      zip(key.map { $0["to"]?.stringValue ?? "" }, parts.map { Int64($0) }),
      uniquingKeysWith: +)
  }

  /// The result from the entries; those of contracts from energy and price, energy from the days,
  /// those of longer times from their portion.
  func result() throws -> Int64 {
    var sum: Int64 = 0
    var sold: [String: Int64] = [:]
    for entry in json["result"]?["entries"]?.arrayValue ?? [] {
      let cents = try #require(entry["cents"]?.integerValue)
      sum += cents
      let terms = entry["terms"]?.arrayValue ?? []
      #expect(try terms.isEmpty || terms.reduce(0) { try $0 + part($1) } == cents)
      let prices = entry["prices"]?.arrayValue ?? []
      let isAccrued = entry["key"]?.stringValue?.contains(":sales") ?? false
      guard !prices.isEmpty else {
        #expect(!isAccrued, "\(entry["key"]?.stringValue ?? "")")
        continue
      }
      #expect(try prices.reduce(0) { try $0 + sales($1) } == cents)
      let site = try #require(prices[0]["site"]?.stringValue)
      sold[site, default: 0] += prices.reduce(0) { $0 + ($1["wh"]?.integerValue ?? 0) }
    }
    let days = json["energy"]?["days"]?.arrayValue ?? []
    for (site, energy) in sold {
      let measured = days.filter { $0["site"]?.stringValue == site }
      #expect(measured.reduce(0) { $0 + ($1["wh"]?.integerValue ?? 0) } == energy)
    }
    return sum
  }

  /// Energy × price, to the nearest cent, halves away from zero.
  private func sales(_ price: JSON) throws -> Int64 {
    guard let text = price["eurPerKwh"]?.stringValue else {
      return try #require(price["cents"]?.integerValue)
    }
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    let digits = try #require(Int128(text.filter { $0 != "." }))
    let scale = (0..<decimals).reduce(Int128(10)) { scale, _ in scale * 10 }
    let energy = try #require(price["wh"]?.integerValue)
    let size = (2 * Int128(abs(energy)) * digits + scale) / (2 * scale)
    return Int64(energy < 0 ? -size : size)
  }

  /// A part of a whole, to the nearest cent, halves away from zero.
  private func part(_ term: JSON) throws -> Int64 {
    let whole = Int128(try #require(term["wholeCents"]?.integerValue))
    let words = try #require(term["part"]?.stringValue).split(separator: "/")
    let (above, below) = (
      try #require(Int128(words[0])), try #require(Int128(words.last ?? ""))
    )
    let size = (2 * abs(whole) * above + below) / (2 * below)
    return Int64(whole < 0 ? -size : size)
  }

  /// What every beneficiary receives, in cents or in watt-hours.
  func standings(energy: Bool) throws -> [String: Int64] {
    var all: [String: Int64] = [:]
    for stretch in json["stretches"]?.arrayValue ?? [] {
      if energy {
        all.merge(try parts(try #require(stretch["energy"])), uniquingKeysWith: +)
        continue
      }
      var left = try #require(stretch["dividedCents"]?.integerValue)
      for step in stretch["steps"]?.arrayValue ?? [] {
        #expect(step["beforeCents"]?.integerValue == left)
        var taken = step["take"] == "remainder" ? left : 0
        for division in step["divisions"]?.arrayValue ?? [] {
          let parts = try parts(division)
          if division["division"]?.stringValue?.hasSuffix("/cut") == true {
            taken = parts["taken"] ?? 0
          }
          guard division["final"] == true else { continue }
          all.merge(parts, uniquingKeysWith: +)
        }
        #expect(step["takenCents"]?.integerValue == taken)
        left -= taken
      }
      #expect(left == 0)
    }
    return all
  }
}

@Suite struct ExplanationTests {
  @Test(arguments: ClosedBook.Which.allCases)
  func `every cent and watt-hour of every statement follows from its explanation alone`(
    which: ClosedBook.Which
  ) throws {
    let closed = try ClosedBook.shared(which)
    for month in ClosedBook.months {
      let (found, statements) = try closed.book().read { page in
        (try page.explanation(of: month), try page.statements(of: month))
      }
      let value = try #require(found.value(.whole))
      let explained = Recomputed(
        json: try JSON(
          reading: found.json("\(month)", value: value.value, unit: value.unit).canonical))
      #expect(try explained.result() == closed.figures[month]?.result.units)
      let cents = try explained.standings(energy: false)
      let energy = try explained.standings(energy: true)
      #expect(cents.values.reduce(0, +) == closed.figures[month]?.result.units)
      #expect(energy.values.reduce(0, +) == closed.figures[month]?.energy.units)
      for statement in statements {
        let body = try JSON(reading: statement.body)
        let name = "member:\(statement.member)"
        #expect(body["entitlement"]?["cents"]?.integerValue == cents[name] ?? 0, "\(name)")
        #expect(body["energy"]?["wh"]?.integerValue == energy[name] ?? 0, "\(name)")
      }
    }
  }

  @Test func `a member's weight follows from holdings and movements, to files and lines`() throws {
    let closed = try ClosedBook.shared(.tiny)
    let month = ClosedBook.months[1]
    let found = try closed.book().read { try $0.explanation(of: month, for: "M0003") }
    let one = FigureReference.Subject.beneficiary(.member("M0003"), .money)
    let (value, unit) = try #require(found.value(one))
    let json = found.json("2025-02/M0003", value: value, unit: unit)
    // 11 shares up to 6 February, 18 from the 7th: by hand.
    let held = (json["holdings"]?.arrayValue ?? []).map { $0["shares"]?.integerValue }
    #expect(held.first == 11 && held.last == 18)
    let weight = found.holdings.reduce(Int64(0)) { $0 + $1.shares * Int64($1.days.length ?? 0) }
    let division = try #require(
      found.shared.stretches[0].money.divisions.first { $0.name.hasSuffix("/citizens") })
    let place = try #require(division.place(of: .member("M0003")))
    #expect(weight == division.key.weights[place] * division.key.divisor)
    let moved = found.movements.reduce(Int64(0)) { sum, movement in
      sum + (found.holder.map(movement.change) ?? 0)
    }
    #expect(moved == 18)
    let day = try #require(json["energy"]?["days"]?.arrayValue?.first)
    #expect(day["file"]?.stringValue?.hasSuffix(".csv") == true)
    #expect((day["firstLine"]?.integerValue ?? 0) > 9)
    let tree = try #require(found.tree(Words(both: "2025-02/M0003"), one))
    #expect(tree.drawn(.french).contains("(OT-1)") && tree.drawn(.french).contains("+7"))
    #expect(tree.page(.french).contains("<li>"))
  }

  @Test func `what a member has of the year and holds is explained to the entries`() throws {
    let closed = try ClosedBook.shared(.sample)
    let month = try #require(ClosedBook.months.last)
    try closed.book().read { page in
      for statement in try page.statements(of: month) {
        let body = try JSON(reading: statement.body)
        let one = Beneficiary.member(statement.member.description)
        let money = try #require(try page.explanation(ofYearThrough: month, for: one, .money))
        let energy = try #require(try page.explanation(ofYearThrough: month, for: one, .energy))
        #expect(body["entitlement"]?["yearCents"]?.integerValue == money.value)
        #expect(body["energy"]?["yearWh"]?.integerValue == energy.value)
        // Every line has a name of its own, and that name explains it.
        let line = try #require(money.lines.last)
        let entry = try page.explanation(of: line.entry.reference)
        #expect(entry.figure(line.line) == "\(month)/\(statement.member)")
      }
      let reserve = try page.explanation(ofYearThrough: month, for: .reserve("106100"), .money)
      #expect(reserve == nil)
    }
    let held = try closed.book().read { try $0.explanation(of: month, for: "M0001") }
    let statement = try closed.book().read { try $0.statements(of: month)[0] }
    #expect(statement.member.description == "M0001")
    #expect(
      try JSON(reading: statement.body)["holdings"]?["closingShares"]?.integerValue
        == held.value(.shares(.member("M0001")))?.value)
  }

  @Test func `rents, depreciation, interest and sales name the facts they follow from`() throws {
    let closed = try ClosedBook.shared(.sample)
    let found = try closed.book().read { try $0.explanation(of: ClosedBook.months[1]) }
    let accrued = found.entries.filter { $0.key.hasPrefix("close:") }
    for entry in accrued where !entry.key.contains(":ifer:") {
      #expect(entry.facts.count == 1, "\(entry.key)")
      #expect(entry.facts.allSatisfy { $0.origin.contains(".toml:") }, "\(entry.key)")
    }
    let kinds = [":depreciation:", ":rent:", ":interest:"]
    let periodic = accrued.filter { entry in kinds.contains { entry.key.contains($0) } }
    #expect(periodic.count > 10)
    // Between two due dates: what the interval bore by now, less what it bore by the month before.
    let interest = periodic.filter { $0.key.contains(":interest:") }
    #expect(interest.contains { $0.terms.contains { $0.whole > .zero } })
    #expect(interest.contains { $0.terms.contains { $0.whole < .zero } })
    for entry in periodic { #expect(!entry.terms.isEmpty, "\(entry.key) \(entry.amount)") }
    #expect(accrued.filter(\.isSales).allSatisfy { !$0.prices.isEmpty })
    let name = try #require(periodic.first).reference
    let entry = try closed.book().read { try $0.explanation(of: name) }
    #expect(entry.tree([1]).drawn(.french).contains(".toml:"))
  }

  @Test(arguments: [
    ("2025-03", FigureReference.month(Month(year: 2025, monthOfYear: 3), .whole)),
    ("2025-03/sales", .month(Month(year: 2025, monthOfYear: 3), .sales)),
    ("2025-03/pot", .month(Month(year: 2025, monthOfYear: 3), .step("pot"))),
    (
      "2025-03/M0042/energy",
      .month(Month(year: 2025, monthOfYear: 3), .beneficiary(.member("M0042"), .energy))
    ),
    (
      "2025-03/reserve:106100",
      .month(Month(year: 2025, monthOfYear: 3), .beneficiary(.reserve("106100"), .money))
    ),
    (
      "2025-03/M0042/year",
      .year(Month(year: 2025, monthOfYear: 3), .member("M0042"), .money)
    ),
    (
      "2025-03/M0042/shares",
      .month(Month(year: 2025, monthOfYear: 3), .shares(.member("M0042")))
    ),
    (
      "2025-06/2025-03/M0042/energy",
      .correction(
        in: Month(year: 2025, monthOfYear: 6), of: Month(year: 2025, monthOfYear: 3),
        .member("M0042"), .energy)
    ),
    (
      "2025/EX57:3",
      .entry(EntryReference(year: "2025", isMemorandum: true, number: 57), line: 3)
    ),
  ])
  func `figures are called by name`(_ text: String, _ figure: FigureReference) {
    #expect(FigureReference(text) == figure)
  }

  @Test(arguments: [
    "", "2025", "2025-03/", "2025-13", "2025-03/a/b", "2025/57:0", "2025/57:1:2",
    "2025-03/2025-06/M0042", "2025-06/2025-03", "2025-06/2025-03/M0042/pot", "2025-03/M0042/year/a",
  ])
  func `other texts name no figure`(_ text: String) { #expect(FigureReference(text) == nil) }
}

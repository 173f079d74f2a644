import Simulation
import Units

/// A seeded share register: members, and their movements in order of date over ten years.
public struct BenchRegister: Sendable {
  /// The seed of every draw.
  public let seed: UInt64
  /// The number of members.
  public let members: Int
  /// The number of movements, one subscription a member among them.
  public let movements: Int

  /// A register of so many members and movements.
  ///
  /// - Precondition: at least one movement a member.
  public init(seed: UInt64, members: Int, movements: Int) {
    precondition(members >= 2 && movements >= members, "each member subscribes once")
    self.seed = seed
    self.members = members
    self.movements = movements
  }

  private static let nominal = 5_000
  /// The day of the first movement, and the first after the last.
  static let days = (
    first: Month(year: 2016, monthOfYear: 1).first, end: Month(year: 2026, monthOfYear: 1).first
  )
  /// The day at which the register is asked: three quarters of the movements have happened.
  static let asked = days.first.adding(days: days.first.days(until: days.end) * 3 / 4)

  func writeStatutes(_ path: String) throws {
    let file = try StreamedFile(path)
    try file.write(
      """
      format = "soleil-statutes/1"

      [organisation]
      name = "Banc"
      legal_form = "SAS"
      siren = "012345674"
      registered_office = "1 rue du Banc, 62999 Banc"
      commune = "Banc"

      [capital]
      share_nominal_cents = \(Self.nominal)
      floor_cents = 0
      ceiling_cents = 1000000000000

      [fiscal_year]
      first_start = \(Self.days.first)
      first_end = \(Self.days.first.adding(months: 12).previous)

      """)
    for (index, id) in ["citizens", "companies"].enumerated() {
      try file.write(
        """

        [[college]]
        id = "\(id)"
        name_fr = "\(id)"
        name_en = "\(id)"
        account = "1013\(index + 1)0"
        admits = ["\(index == 0 ? "person" : "company")"]
        voting_weight = 50
        revenue_weight = 50
        valid_from = \(Self.days.first)

        """)
    }
    try file.close()
  }

  func writeMembers(_ path: String) throws {
    let file = try StreamedFile(path)
    try file.write("member,college,kind,last_name,first_name,organisation,joined\n")
    for member in 0..<members {
      let row =
        member % 50 == 0
        ? "companies,company,,,Essai \(member)" : "citizens,person,Essai,No \(member),"
      try file.write("\(number(member)),\(row),\(Self.days.first)\n")
    }
    try file.close()
  }

  /// Subscriptions, transfers and withdrawals, none beyond what its member holds free.
  func writeMovements(_ path: String) throws {
    var generator = Generator(seed: seed, purpose: "bench register")
    var held = [Int](repeating: 0, count: members)
    let file = try StreamedFile(path)
    try file.write("date,kind,member,counterparty,shares,amount_cents,reference\n")
    let days = Self.days.first.days(until: Self.days.end)
    for index in 0..<movements {
      let day = Self.days.first.adding(days: index * days / movements)
      let member = index < members ? index : generator.draw(0...members - 1)
      let kind = index < members ? 0 : generator.draw(0...9)
      if kind < 6 || held[member] < 2 {
        let shares = generator.draw(1...9)
        held[member] += shares
        try file.write(row(day, "subscription", member, nil, shares, index))
      } else if kind < 9 {
        let other = (member + 1 + generator.draw(0...members - 2)) % members
        // Received shares count from the next day: they are left alone.
        held[member] -= 1
        try file.write(row(day, "transfer", member, other, 1, index))
      } else {
        held[member] -= 1
        try file.write(row(day, "withdrawal", member, nil, 1, index))
      }
    }
    try file.close()
  }

  private func row(
    _ day: Day, _ kind: String, _ member: Int, _ other: Int?, _ shares: Int, _ index: Int
  ) -> String {
    "\(day),\(kind),\(number(member)),\(other.map(number) ?? ""),\(shares),"
      + "\(shares * Self.nominal),B-\(index)\n"
  }

  private func number(_ member: Int) -> String {
    let digits = String(member + 1)
    return "M" + String(repeating: "0", count: max(0, 7 - digits.utf8.count)) + digits
  }
}

import Units

/// A citizen of the fictional cooperative.
struct Citizen: Hashable, Sendable {
  let first: String
  let last: String
  let email: String
  let street: String
  let commune: String
  let language: String
}

extension Scale {
  /// The member number as the files write it: `M0042`.
  func memberNumber(_ member: Int) -> String { "M" + padded(member, 4) }

  /// `members.csv`.
  var membersFile: String {
    let joined = joiningDays
    var text =
      "member,college,kind,last_name,first_name,organisation,email,street,postcode,commune,"
      + "language,joined\n"
    for (index, institution) in Institution.allCases.enumerated() {
      text += line([
        memberNumber(index + 1), institution.college, institution.kind, "", "", institution.name,
        "\(institution.rawValue)@example.org", "\(index + 1) place du Kiosque", Fiction.postcode,
        Fiction.commune, "fr", joined[index + 1]?.description ?? "",
      ])
    }
    for (index, citizen) in people.enumerated() {
      let member = index + Institution.allCases.count + 1
      text += line([
        memberNumber(member), "citizens", "person", citizen.last, citizen.first, "", citizen.email,
        citizen.street, Fiction.postcode, citizen.commune, citizen.language,
        joined[member]?.description ?? "",
      ])
    }
    return text
  }

  /// `shares.csv`.
  var sharesFile: String {
    var text = "date,kind,member,counterparty,shares,amount_cents,reference\n"
    for (movement, reference) in zip(movements, movementReferences) {
      text += line([
        movement.day.description, movement.kind.rawValue, memberNumber(movement.member),
        movement.counterparty.map(memberNumber) ?? "", String(movement.shares),
        String(Int64(movement.shares) * nominal), reference,
      ])
    }
    return text
  }

  /// The reference of each movement: its kind, year and number.
  var movementReferences: [String] {
    var numbers: [Movement.Kind: Int] = [:]
    return movements.map { movement in
      numbers[movement.kind, default: 0] += 1
      let prefix =
        switch movement.kind {
        case .subscription: "BS"
        case .transfer: "OT"
        case .withdrawal: "RT"
        }
      return "\(prefix)-\(movement.day.calendar.year)-\(padded(numbers[movement.kind] ?? 0, 4))"
    }
  }

  /// The day each member first receives shares.
  private var joiningDays: [Int: Day] {
    var days: [Int: Day] = [:]
    for movement in movements {
      let receiver = movement.counterparty ?? movement.member
      if days[receiver] == nil { days[receiver] = movement.day }
    }
    return days
  }

  /// The citizens: pairs of names drawn without repetition while there are enough.
  private var people: [Citizen] {
    var generator = Generator(seed: seed, purpose: "people")
    let pairs = generator.shuffle(Array(0..<Names.first.count * Names.last.count))
    return (0..<citizens).map { index in
      let pair = pairs[index % pairs.count]
      let first = Names.first[pair % Names.first.count]
      let last = Names.last[pair / Names.first.count]
      let round = index < pairs.count ? "" : String(index / pairs.count + 1)
      let street = Names.streets[generator.draw(0...Names.streets.count - 1)]
      return Citizen(
        first: first, last: last,
        email: "\(Names.plain(first)).\(Names.plain(last))\(round)@example.org",
        street: "\(generator.draw(1...140)) \(street)",
        commune: generator.draw(0...5) == 0 ? Fiction.neighbour : Fiction.commune,
        language: generator.draw(0...39) == 0 ? "en" : "fr")
    }
  }

  private func line(_ fields: [String]) -> String { fields.joined(separator: ",") + "\n" }
}

extension Scale {
  /// `shares-2026.csv`: what the second year brings: a subscription paid in two parts, the second of
  /// them late; a gift to a child who is a member too; an exit that is repaid a month later.
  ///
  /// It is the largest citizen holder who gives and leaves a part, so nobody's holding ends.
  var secondYearFile: String {
    let year = first.first.calendar.year + 1
    let giver = memberNumber(largestCitizen)
    let child = memberNumber(largestCitizen == 5 ? 6 : 5)
    let rows = [
      ["01-05", "subscription", child, "", "4", "10000", "BS-\(year)-0001", "", "02-15", ""],
      ["01-12", "gift", giver, child, "1", "0", "DON-\(year)-0001", "", "", ""],
      ["02-02", "payment", child, "", "", "5000", "VT-\(year)-0001", "BS-\(year)-0001", "", ""],
      ["02-09", "withdrawal", giver, "", "2", "0", "RT-\(year)-0001", "", "03-31", "10000"],
      ["03-16", "payment", child, "", "", "5000", "VT-\(year)-0002", "BS-\(year)-0001", "", ""],
      ["03-30", "repayment", giver, "", "", "10000", "RB-\(year)-0001", "RT-\(year)-0001", "", ""],
    ]
    var text = "date,kind,member,counterparty,shares,amount_cents,reference,of,due,price_cents\n"
    for row in rows {
      var fields = row
      fields[0] = "\(year)-\(row[0])"
      if !row[8].isEmpty { fields[8] = "\(year)-\(row[8])" }
      text += fields.joined(separator: ",") + "\n"
    }
    return text
  }

  /// The citizen who holds most at the end of the first year; of equals the last.
  private var largestCitizen: Int {
    var held: [Int: Int] = [:]
    for movement in movements {
      let receiver = movement.counterparty ?? movement.member
      if movement.kind != .withdrawal { held[receiver, default: 0] += movement.shares }
      if movement.kind != .subscription { held[movement.member, default: 0] -= movement.shares }
    }
    return held.filter { $0.key > Institution.allCases.count }
      .max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? Institution.allCases.count + 1
  }
}

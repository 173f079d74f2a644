import Units

extension Scale {
  /// The roofs: the eight of the sample, or as many drawn ones.
  public var roofs: [Roof] { sites == 8 ? sampleRoofs : (0..<sites).map(drawnRoof) }

  /// Two of the eight stand on one land unit: together they stay below 100 kWc.
  private var sampleRoofs: [Roof] {
    let town = Institution.town.rawValue
    let agglomeration = Institution.agglomeration.rawValue
    return [
      roof(
        0, "salle-des-tilleuls", "Salle polyvalente des Tilleuls", town, 99_900, "AB-0101",
        "concession", .zero, inverters: 2),
      roof(
        1, "centre-technique", "Centre technique municipal", town, 82_500, "AC-0044",
        "concession", .percentage("4", floor: 20_000, cap: 60_000)),
      roof(
        2, "ecole-des-glycines", "École des Glycines", town, 35_880, "AB-0230",
        "cot", .fixed(cents: 15_000)),
      roof(
        3, "ecole-du-moulin-a", "École du Moulin, bâtiment A", town, 52_250, "AD-0012",
        "concession", .perPeak(cents: 400)),
      roof(
        4, "ecole-du-moulin-b", "École du Moulin, bâtiment B", town, 45_500, "AD-0012",
        "concession", .perPeak(cents: 400)),
      roof(
        5, "gymnase-du-terril", "Gymnase du Terril", agglomeration, 80_600, "AE-0307",
        "aot", .perArea(cents: 80)),
      roof(
        6, "mediatheque", "Médiathèque de la Lampisterie", agglomeration, 17_370, "AE-0311",
        "lease", .fixed(cents: 24_000)),
      roof(
        7, "hangar-du-chemin-vert", "Hangar du Chemin Vert", "ferme-du-chemin-vert", 36_000,
        "ZK-0008", "private-lease", .fixed(cents: 60_000)),
    ]
  }

  private func roof(
    _ index: Int, _ id: String, _ name: String, _ owner: String, _ peakWatts: Int64,
    _ landUnit: String, _ convention: String, _ rent: Rent, inverters: Int = 1
  ) -> Roof {
    let portal = portal(of: index)
    return Roof(
      id: id, name: name, owner: owner,
      commune: id == "hangar-du-chemin-vert" ? Fiction.neighbour : Fiction.commune,
      peakWatts: peakWatts, tilt: [15, 10, 30, 20, 20, 10, 25, 15][index % 8],
      landUnit: landUnit, convention: convention, rent: rent, portal: portal,
      serials: (0..<inverters).map { serial(portal, site: index, inverter: $0) },
      commissioned: first.adding(-60 + index % 5).first.adding(days: 13 + index))
  }

  private func drawnRoof(_ index: Int) -> Roof {
    var generator = Generator(seed: hashed(seed, UInt64(index)), purpose: "roof")
    let kinds: [(String, Rent)] = [
      ("concession", .zero), ("concession", .percentage("4", floor: 20_000, cap: 60_000)),
      ("cot", .fixed(cents: 15_000)), ("concession", .perPeak(cents: 400)),
      ("aot", .perArea(cents: 80)), ("lease", .fixed(cents: 24_000)),
    ]
    let (convention, rent) = kinds[index % kinds.count]
    let number = padded(index + 1, 4)
    return roof(
      index, "toit-\(number)", "Toit public n° \(index + 1)", Institution.town.rawValue,
      Int64(generator.draw(90...990)) * 100, "AZ-\(number)", convention, rent)
  }

  private func portal(of index: Int) -> Portal {
    switch index % 8 {
    case 0...2: .sunnyExplorer
    case 3...5: .fusionSolar
    default: .enedis
    }
  }

  private func serial(_ portal: Portal, site: Int, inverter: Int) -> String {
    switch portal {
    case .sunnyExplorer: "2199\(padded(site + 1, 5))\(inverter + 1)"
    case .fusionSolar: "CARREAU-\(padded(site + 1, 4))/onduleur \(inverter + 1)"
    case .enedis: "0999\(padded(site + 1, 9))\(inverter + 1)"
    }
  }
}

/// A number in ASCII digits, zero-padded to a width.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

import Units

extension Scale {
  /// `contracts/`: what `soleil apply` records.
  var contractFiles: [TextFile] {
    [
      TextFile("contracts/parties.toml", Fiction.notice + parties),
      TextFile("contracts/sites.toml", Fiction.notice + roofs.map(site).joined()),
      TextFile("contracts/conventions.toml", Fiction.notice + roofs.map(convention).joined()),
      TextFile("contracts/purchase.toml", Fiction.notice + roofs.map(purchase).joined()),
      TextFile("contracts/loan.toml", Fiction.notice + loan),
      TextFile("contracts/plants.toml", Fiction.notice + roofs.map(plant).joined()),
      TextFile("contracts/rules.toml", Fiction.notice + rules),
    ] + (sites == 8 ? [TextFile("contracts/changes.toml", Fiction.notice + changes)] : [])
  }

  private var parties: String {
    let others = [
      ("ferme-du-chemin-vert", "Ferme du Chemin Vert (fictive)", "company", Fiction.neighbour),
      ("banque", "Banque Mutuelle du Beffroi (fictive)", "company", Fiction.commune),
      ("acheteur", "Acheteur obligé (fictif)", "company", Fiction.commune),
      ("assureur", "Assurances de la Gohelle (fictives)", "company", Fiction.commune),
      ("maintenance", "Entretien Solaire des Terrils (fictif)", "company", Fiction.neighbour),
    ]
    let shareholders = Institution.allCases.map {
      ($0.rawValue, $0.name, $0.kind, Fiction.commune)
    }
    return (shareholders + others).map { id, name, kind, commune in
      """

      [[party]]
      id = "\(id)"
      name = "\(name)"
      kind = "\(kind)"
      commune = "\(commune)"
      valid_from = \(first.first)

      """
    }.joined()
  }

  private func site(_ roof: Roof) -> String {
    let meters = zip(roof.meters, roof.serials).map { id, serial in
      """

      [[meter]]
      id = "\(id)"
      site = "\(roof.id)"
      serial = "\(serial)"
      kind = "\(roof.portal == .enedis ? "grid" : "inverter")"
      counts = true
      valid_from = \(first.first)

      """
    }.joined()
    return """

      [[site]]
      id = "\(roof.id)"
      name = "\(roof.name)"
      commune = "\(roof.commune)"
      owner = "\(roof.owner)"
      operator = "\(Institution.industrial.rawValue)"
      peak_watts = \(roof.peakWatts)
      area_m2 = \(roof.area)
      vector = "photovoltaic"
      land_unit = "\(roof.landUnit)"
      commissioned = \(roof.commissioned)
      valid_from = \(first.first)

      """ + meters
  }

  private func convention(_ roof: Roof) -> String {
    let signed = first.adding(-62).first.adding(days: 17)
    let act =
      roof.convention == "concession"
      ? "Concession de service du \(signed), transférée à la société au \(first.first) (fictive)"
      : "Convention du \(signed), transférée à la société au \(first.first) (fictive)"
    return """

      [[convention]]
      id = "titre-\(roof.id)"
      site = "\(roof.id)"
      type = "\(roof.convention)"
      owner = "\(roof.owner)"
      first = \(signed)
      last = \(signed.adding(months: 360).previous)
      act = "\(act)"

      [convention.rent]
      \(rent(roof.rent))

      """
  }

  private func rent(_ rent: Rent) -> String {
    switch rent {
    case .zero: #"kind = "zero""#
    case .fixed(let cents): "kind = \"fixed\"\ncents_per_year = \(cents)"
    case .perPeak(let cents): "kind = \"per-kwc\"\ncents_per_kwc_year = \(cents)"
    case .perArea(let cents): "kind = \"per-m2\"\ncents_per_m2_year = \(cents)"
    case .percentage(let percent, let floor, let cap):
      "kind = \"percentage\"\npercent = \"\(percent)\"\nof = \"sales\"\n"
        + "floor_cents_per_year = \(floor)\ncap_cents_per_year = \(cap)"
    }
  }

  private func purchase(_ roof: Roof) -> String {
    """

    [[purchase_contract]]
    id = "oa-\(roof.id)"
    site = "\(roof.id)"
    buyer = "acheteur"
    number = "FICTIF-\(roof.landUnit)-\(roof.peakWatts)"
    regime = "S17"
    mode = "total-sale"
    effective = \(roof.commissioned)
    ends = \(roof.commissioned.adding(months: 240).previous)
    annual_cap_hours = 1600
    price_above_cap = "0.05"

    [[purchase_contract.price]]
    from = \(roof.commissioned)
    eur_per_kwh = "\(roof.tariff)"
    source = "Conditions particulières (fictives)"

    """
  }

  private var loan: String {
    """

    [[loan]]
    id = "emprunt"
    lender = "banque"
    principal_cents = \(loanPrincipal)
    drawn = \(drawdownDay)
    method = "constant-annuity"
    rate = "0.0165"
    instalments = 180
    first_due = \(drawdownDay.adding(months: 1))
    day_count = "30/360"

    [[bank_account]]
    id = "compte-courant"
    iban = "\(Scale.iban)"
    account = "512100"
    bank = "banque"

    """
  }

  private func plant(_ roof: Roof) -> String {
    """

    [[plant]]
    id = "centrale-\(roof.id)"
    site = "\(roof.id)"
    account = "215340"
    depreciation_account = "281534"
    cost_cents = \(roof.cost)
    in_service = \(start)
    life_months = 180

    """
  }

  private var rules: String {
    """

    [[rules]]
    name = "partage"
    version = 1
    valid_from = \(first.first)
    adopted_by = "Statuts, article 24 (fictif)"
    base = "net-result"
    when_negative = "mirror"

    [[rules.step]]
    id = "reserve-legale"
    label_fr = "Réserve légale"
    label_en = "Legal reserve"
    take = "percent"
    percent = "5"
    of = "base"
    to = "reserve:106100"
    nature = "reserve"

    [[rules.step]]
    id = "fonds-sobriete"
    label_fr = "Fonds de solidarité et de sobriété"
    label_en = "Solidarity and energy-saving fund"
    take = "percent"
    percent = "10"
    of = "base"
    to = "reserve:106300"
    nature = "reserve"

    [[rules.step]]
    id = "part-des-colleges"
    label_fr = "Part des associés, par collège, parts et jours"
    label_en = "Members' part, by college, shares and days"
    take = "remainder"
    of = "remaining"
    to = "colleges"
    key = "shares-days"
    nature = "entitlement"
    fallback = "reserve:106800"

    [rules.energy]
    key = "shares-days"

    """
  }
}

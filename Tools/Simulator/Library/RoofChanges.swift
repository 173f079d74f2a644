import Units

extension Scale {
  /// `contracts/changes.toml`: what befalls the roofs of the sample in the second half of its first year:
  /// a rent that begins to follow an index, a grant, a convention that changes hands, roofs to come.
  var changes: String {
    let july = first.adding(6).first
    return index(july) + indexedRent(july) + """

      [[grant]]
      id = "aide-gymnase"
      plant = "centrale-gymnase-du-terril"
      payer = "agglomeration"
      cents = 900000
      granted = \(july.adding(days: 14))
      act = "Délibération n° 2025-61 (fictive)"
      eligible_cents = 3000000
      percent = "30"
      ceiling_cents = 4500000

      [[novation]]
      id = "transfert-des-glycines"
      contracts = ["titre-ecole-des-glycines"]
      on = \(first.adding(8).first)
      from = "ville"
      to = "agglomeration"
      act = "Avenant de transfert de la compétence scolaire (fictif)"

      [[roof]]
      id = "toit-halle-aux-grains"
      name = "Halle aux Grains"
      commune = "\(Fiction.neighbour)"
      owner = "agglomeration"
      procurement = "call-for-interest"

      [[roof.study]]
      kind = "structure"
      on = \(july.adding(days: 20))
      payer = "agglomeration"
      act = "Étude de structure n° 2025-18 (fictive)"

      [[roof.study]]
      kind = "yield"
      on = \(july.adding(days: 41))
      payer = "partenaire"
      act = "Étude de productible n° 2025-07 (fictive)"

      [[roof.step]]
      stage = "prospect"
      on = \(first.adding(3).first)
      act = "Réponse à l'appel à manifestation d'intérêt (fictive)"

      [[roof.step]]
      stage = "studied"
      on = \(july.adding(days: 41))

      """
  }

  private func index(_ july: Day) -> String {
    """

    [[index]]
    id = "indice-fictif"
    month = "\(first.adding(2))"
    value = "137.45"
    published = \(july.adding(days: -11))
    source = "Valeur inventée"

    """
  }

  /// The media library's rent, from July on at the pace of an index.
  private func indexedRent(_ july: Day) -> String {
    let signed = first.adding(-62).first.adding(days: 17)
    return """

      [[convention]]
      id = "titre-mediatheque"
      site = "mediatheque"
      type = "lease"
      owner = "agglomeration"
      first = \(signed)
      last = \(signed.adding(months: 360).previous)
      act = "Avenant n° 1 du \(july) (fictif)"
      end_of_term = "free-return"
      notice_months = 12
      valid_from = \(july)

      [convention.rent]
      kind = "fixed"
      cents_per_year = 24000

      [convention.rent.indexation]
      index = "indice-fictif"
      base_period = "\(first.adding(-10))"
      base_value = "134.58"
      rule = "last-published"
      revised_on = "07-01"

      """
  }
}

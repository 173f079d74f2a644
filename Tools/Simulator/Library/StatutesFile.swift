import Units

extension Scale {
  /// `statutes.toml`.
  var statutesFile: String {
    let capital = Int64(totalShares) * nominal
    return Fiction.notice + "\n" + """
      format = "soleil-statutes/1"

      [organisation]
      name = "\(Fiction.name)"
      legal_form = "SAS à capital variable"
      siren = "\(Fiction.siren)"
      registered_office = "1 place du Kiosque, \(Fiction.postcode) \(Fiction.commune)"
      commune = "\(Fiction.commune)"
      language = "fr"

      [capital]
      share_nominal_cents = \(nominal)
      floor_cents = \(capital / 10)
      ceiling_cents = \(capital * 2)
      valid_from = \(first.first)

      [fiscal_year]
      first_start = \(first.first)
      first_end = \(yearEnd)

      """ + colleges
  }

  private var colleges: String {
    [
      ("citizens", "Citoyens", "Citizens", "101310", "person", 37, 37),
      (
        "semi-public", "Société d'économie mixte", "Semi-public company", "101320", "company", 33,
        38
      ),
      ("industrial", "Partenaire industriel", "Industrial partner", "101330", "company", 20, 20),
      ("municipalities", "Collectivités", "Municipalities", "101340", "public-body", 10, 5),
    ].map { id, french, english, account, admits, votes, revenue in
      """

      [[college]]
      id = "\(id)"
      name_fr = "\(french)"
      name_en = "\(english)"
      account = "\(account)"
      admits = ["\(admits)"]
      voting_weight = \(votes)
      revenue_weight = \(revenue)
      valid_from = \(first.first)

      """
    }.joined()
  }
}

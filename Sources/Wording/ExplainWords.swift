public import Units

/// The words of an explanation: what each line of the tree says.
public enum ExplainWords {
  /// The heading: what is asked for, and the amount.
  public static func heading(_ reference: Words, _ amount: Words) -> Words {
    reference + Words(" : ", ": ") + amount
  }
  /// The closing that signed it.
  public static func signed(_ month: Month, _ sequence: Int) -> Words {
    Words(
      "Signé par la clôture nº \(sequence), \(month)", "Signed by closing no. \(sequence), \(month)"
    )
  }
  /// A closing that came later, and knew more.
  public static func knownAt(_ month: Month, _ closing: Month, _ sequence: Int) -> Words {
    Words(
      "\(month) tel que connu à la clôture nº \(sequence), \(closing)",
      "\(month) as known at closing no. \(sequence), \(closing)")
  }
  /// How a month stood before a correction.
  public static let before = Words("Jusqu'alors", "Until then")
  /// How it stands since.
  public static let after = Words("Depuis", "Since")
  /// A fact that somebody declared.
  public static func fact(_ kind: String, _ id: String, from origin: String) -> Words {
    Words(both: "[[\(kind)]] \(id)") + Words(both: origin.isEmpty ? "" : " [\(origin)]")
  }
  /// Parts of wholes that sum to an amount.
  public static func terms(_ terms: [(whole: Words, part: Ratio)]) -> Words {
    let sum = terms.dropFirst().reduce(
      terms.first.map { $0.whole + Words(both: " × \($0.part)") } ?? Words(both: "")
    ) { sum, term in sum + Words(both: " + ") + term.whole + Words(both: " × \(term.part)") }
    return sum
      + (terms.count > 1
        ? Words(", chacun au centime", ", each to the cent")
        : Words(", au centime", ", to the cent"))
  }
  /// The rules of a run of days.
  public static func rules(
    _ rules: String, adoptedBy: String, from origin: String, _ days: Period
  ) -> Words {
    let last = days.last?.description ?? ""
    let place = origin.isEmpty ? "" : " [\(origin)]"
    return Words(
      "Règles \(rules), adoptées par « \(adoptedBy) »\(place), du \(days.first) au \(last)",
      "Rules \(rules), adopted by “\(adoptedBy)”\(place), from \(days.first) to \(last)")
  }
  /// A step and what it took.
  public static func step(_ id: String, _ label: Words, took: Words, of before: Words) -> Words {
    Words("Étape \(id), ", "Step \(id), ") + label + Words(" : prend ", ": takes ") + took
      + Words(" de ", " of ") + before
  }
  /// A division's line: exact fraction, residues, amount.
  public static func share(
    _ division: String, to name: String, weight: Int64, total: Int64, divided: Words,
    numerator: String, residueIn: String, residueOut: String, amount: Words
  ) -> Words {
    Words("\(division) → \(name) : ", "\(division) → \(name): ") + amount
      + Words(" = part de ", " = part of ") + divided
      + Words(
        ", poids \(weight)/\(total), exactement \(numerator)/\(total) reste entrant "
          + "\(residueIn) compris, reste sortant \(residueOut)",
        ", weight \(weight)/\(total), exactly \(numerator)/\(total) with residue in \(residueIn), "
          + "residue out \(residueOut)")
  }
  /// Nobody weighed anything.
  public static func fallback(_ division: String, to name: String, _ amount: Words) -> Words {
    Words(
      "\(division) : personne n'y a de poids, le tout va à \(name) : ",
      "\(division): nobody weighs anything, the whole goes to \(name): ") + amount
  }
  /// The base.
  public static func base(_ amount: Words, entries: Int) -> Words {
    Words("Base : résultat du mois ", "Base: result of the month ") + amount
      + Words(
        entries == 1 ? ", 1 écriture" : ", \(entries) écritures",
        entries == 1 ? ", 1 entry" : ", \(entries) entries")
  }
  /// A base that is divided together with an earlier deficit.
  public static func deficit(_ before: Words, _ after: Words) -> Words {
    Words("Déficit reporté : ", "Deficit carried: ") + before + Words(both: " → ") + after
  }
  /// An entry.
  public static func entry(
    _ reference: String, _ label: String, _ amount: Words, from origin: String
  ) -> Words {
    Words("\(reference) \(label) : ", "\(reference) \(label): ") + amount
      + Words(both: origin.isEmpty ? "" : " [\(origin)]")
  }
  /// Energy at a price.
  public static func price(
    _ contract: String, _ energy: Words, _ price: Ratio, _ amount: Words, isAboveCap: Bool
  ) -> Words {
    Words("contrat \(contract) : ", "contract \(contract): ") + energy
      + (isAboveCap ? Words(" au-delà du plafond", " above the cap") : Words(both: ""))
      + Words(
        " × \(price.decimalDescription) €/kWh = ", " × €\(price.decimalDescription)/kWh = ")
      + amount
  }
  /// The fixed term of a contract.
  public static func fixedTerm(_ contract: String, _ price: Ratio, _ amount: Words) -> Words {
    Words("contrat \(contract) : terme fixe, ", "contract \(contract): fixed term, ")
      + Words(
        "\(price.decimalDescription) €/kW par an : ", "€\(price.decimalDescription)/kW a year: ")
      + amount
  }
  /// The energy of the month.
  public static func energy(_ amount: Words, days: Int) -> Words {
    Words("Énergie mesurée : ", "Measured energy: ") + amount
      + Words(" en \(days) jours de compteur", " on \(days) days of meters")
  }
  /// What a file says of a meter.
  public static func file(
    _ meter: String, _ file: String, lines: String, days: Int, _ energy: Words
  ) -> Words {
    Words(
      "\(meter) : \(file), lignes \(lines), \(days) jours : ",
      "\(meter): \(file), lines \(lines), \(days) days: ") + energy
  }
  /// What somebody held.
  public static func weight(_ shareDays: Int64) -> Words {
    Words(
      "Poids : \(shareDays) parts × jours", "Weight: \(shareDays) shares × days")
  }
  /// A run of days with one holding.
  public static func holding(_ shares: Int64, _ days: Period) -> Words {
    let last = days.last?.description ?? ""
    return Outcomes.count(
      Int(shares), (one: "part", many: "parts"), (one: "share", many: "shares"))
      + Words(" du \(days.first) au \(last), ", " from \(days.first) to \(last), ")
      + Outcomes.count(
        days.length ?? 0, (one: "jour", many: "jours"), (one: "day", many: "days"))
  }
  /// A movement of the register.
  public static func movement(
    _ order: Int, _ reference: String, _ change: Int64, from day: Day
  ) -> Words {
    let signed = change > 0 ? "+\(change)" : "\(change)"
    return Words(
      "mouvement nº \(order) (\(reference)) : \(signed) parts à partir du \(day)",
      "movement no. \(order) (\(reference)): \(signed) shares from \(day)")
  }
  /// What the annex is called.
  public static let annex = Words(
    "Annexe : d'où vient ce chiffre", "Annex: where this figure comes from")
  /// How the annex may be checked.
  public static let check = Words(
    "Chaque ligne se vérifie avec des entiers : montant × poids total + reste sortant = montant "
      + "divisé × poids + reste entrant.",
    "Each line is checked with whole numbers: amount × total weight + residue out = divided × weight "
      + "+ residue in.")
  /// The annex was written.
  public static func written(_ path: String) -> Words {
    Words("Annexe écrite : \(path)", "Annex written: \(path)")
  }
  /// What an entry line that shares a month goes on to.
  public static func sharedIn(_ reference: String) -> Words {
    Words(
      "Vient de la répartition : soleil explain \(reference)",
      "Comes from the allocation: soleil explain \(reference)")
  }
  /// A line of an entry.
  public static func line(_ number: Int, _ account: String, _ who: String, _ amount: Words)
    -> Words
  {
    Words("ligne \(number) : \(account) \(who) ", "line \(number): \(account) \(who) ") + amount
  }
}

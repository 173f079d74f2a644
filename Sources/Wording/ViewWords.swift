public import Closing
public import Store
public import Units

/// The headings and labels of the tables that commands print.
public enum ViewWords {
  /// An account of the chart.
  public static let account = Words("Compte", "Account")
  /// What an account, an entry or a site is called.
  public static let label = Words("Libellé", "Label")
  /// The left side.
  public static let debit = Words("Débit", "Debit")
  /// The right side.
  public static let credit = Words("Crédit", "Credit")
  /// Debits minus credits.
  public static let balance = Words("Solde", "Balance")
  /// The balance before a period.
  public static let opening = Words("Ouverture", "Opening")
  /// The balance at its end.
  public static let closing = Words("Clôture", "Closing")
  /// The unit of a figure.
  public static let unit = Words("Unité", "Unit")
  /// A sum of the rows above.
  public static let total = Words("Total", "Total")
  /// A sum of money.
  public static let amount = Words("Montant", "Amount")
  /// A day.
  public static let date = Words("Date", "Date")
  /// A day of readings.
  public static let day = Words("Jour", "Day")
  /// A month.
  public static let month = Words("Mois", "Month")
  /// The number of an entry.
  public static let number = Words("Nº", "No.")
  /// A journal of the book.
  public static let journal = Words("Journal", "Journal")
  /// The voucher an entry rests on.
  public static let voucher = Words("Pièce", "Voucher")
  /// Whom a line concerns.
  public static let auxiliary = Words("Auxiliaire", "Auxiliary")
  /// A contract.
  public static let contract = Words("Contrat", "Contract")
  /// A member.
  public static let member = Words("Associé", "Member")
  /// A college of members.
  public static let college = Words("Collège", "College")
  /// Shares of the company.
  public static let shares = Words("Parts", "Shares")
  /// What shares are worth at their nominal.
  public static let capital = Words("Capital", "Capital")
  /// Members who hold shares.
  public static let holders = Words("Porteurs", "Holders")
  /// When somebody joined.
  public static let joined = Words("Entrée", "Joined")
  /// What a member is before the law.
  public static let kind = Words("Nature", "Kind")
  /// A site.
  public static let site = Words("Site", "Site")
  /// A meter.
  public static let meter = Words("Compteur", "Meter")
  /// Energy.
  public static let energy = Words("Énergie", "Energy")
  /// The part of a day that readings cover.
  public static let coverage = Words("Couverture", "Coverage")
  /// How a reading is known.
  public static let quality = Words("Qualité", "Quality")
  /// A file.
  public static let file = Words("Fichier", "File")
  /// A reading profile.
  public static let profile = Words("Profil", "Profile")
  /// What recording a fact did.
  public static let change = Words("Effet", "Effect")
  /// A fact's own name.
  public static let name = Words("Nom", "Name")
  /// From which day a fact holds.
  public static let validFrom = Words("Valable dès", "Valid from")
  /// From the beginning.
  public static let always = Words("toujours", "always")
  /// A part of a whole.
  public static let part = Words("Part", "Part")
  /// Days.
  public static let days = Words("Jours", "Days")
  /// What is decided of a file.
  public static let verdict = Words("Verdict", "Verdict")
  /// What was found in a file.
  public static let finding = Words("Constat", "Finding")
  /// A check of the checklist.
  public static let check = Words("Contrôle", "Check")
  /// What a check is about.
  public static let subject = Words("Objet", "Subject")
  /// How a check came out.
  public static let result = Words("Résultat", "Result")
  /// Why something was decided.
  public static let reason = Words("Raison", "Reason")
  /// A step of the allocation.
  public static let step = Words("Étape", "Step")
  /// Who takes part in the allocation.
  public static let beneficiary = Words("Bénéficiaire", "Beneficiary")
  /// The weight of a beneficiary.
  public static let weight = Words("Poids", "Weight")
  /// What a beneficiary is still owed by rounding.
  public static let owed = Words("Reste dû", "Owed")

  /// What a count is of.
  public static func name(_ unit: Unit) -> Words {
    switch unit {
    case .cents: Words("euros", "euros")
    case .wh: Words("kilowattheures", "kilowatt-hours")
    case .shares: Words("parts", "shares")
    }
  }

  /// What recording a fact did.
  public static func name(_ change: FactChange) -> Words {
    switch change {
    case .new: Words("nouveau", "new")
    case .changed: Words("changé", "changed")
    case .same: Words("inchangé", "unchanged")
    }
  }

  /// How a check came out.
  public static func name(_ result: CheckItem.Result) -> Words {
    switch result {
    case .passed: Words("en règle", "passed")
    case .failed: Words("s'oppose", "failed")
    case .waived: Words("levé", "waived")
    }
  }

  /// How a day's energy is known: the words of the book, or the word itself when it is none.
  public static func name(ofQuality quality: String) -> Words {
    switch quality {
    case "measured": Words("mesurée", "measured")
    case "estimated": Words("estimée", "estimated")
    case "incomplete": Words("incomplète", "incomplete")
    case "held": Words("en attente", "on hold")
    default: Words(both: quality)
    }
  }

  /// The month of the year, from 1 to 12.
  ///
  /// - Precondition: `month` is from 1 to 12.
  public static func name(ofMonth month: Int) -> Words {
    Words(frenchMonths[month - 1], englishMonths[month - 1])
  }
}

/// An amount in its unit, as people write it: `12,00 €`, `1,250 kWh`, `3 parts`.
public func amount(_ units: Int64, _ unit: Unit) -> Words {
  switch unit {
  case .cents: return euros(Cents(units))
  case .wh: return kilowattHours(WattHours(units))
  case .shares:
    let one = Words(" part", " share")
    let many = Words(" parts", " shares")
    let words =
      units.magnitude < 2 ? Words(one.french, units == 1 ? one.english : many.english) : many
    return number(units) + words
  }
}

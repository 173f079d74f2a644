import Agreements
import Units

extension AgreementRefusal {
  var explanationOfAmount: Explanation {
    switch self {
    case .rentPercentageIsOutOfRange(let percent):
      Explanation(
        what: Words(
          "La redevance est de \(decimal(percent).french) % des ventes.",
          "The rent is \(decimal(percent).english)% of the sales."),
        why: Words(
          "Une part des ventes va de 0 à 100 %.", "A part of the sales goes from 0 to 100%."),
        remedy: Words(
          "Écrivez le pourcentage du contrat : \"2.5\" pour 2,5 %.",
          "Write the contract's percentage: \"2.5\" for 2.5%."))
    case .rentFloorExceedsTheCap(let floor, let cap):
      Explanation(
        what: Words("La redevance minimale, ", "The least rent, ") + euros(floor)
          + Words(", dépasse la maximale, ", ", exceeds the greatest, ") + euros(cap)
          + Words(both: "."),
        why: Words(
          "Aucun montant ne satisferait les deux bornes.", "No amount would meet both bounds."),
        remedy: Words(
          "Vérifiez floor_cents_per_year et cap_cents_per_year dans le contrat.",
          "Check floor_cents_per_year and cap_cents_per_year in the contract."))
    case .electricityPriceIsNegative(let price):
      Explanation(
        what: Words(
          "Le prix est de \(decimal(price).french) € par kWh.",
          "The price is €\(decimal(price).english) a kWh."),
        why: Words(
          "Vendre coûterait : la recette du mois serait une dépense.",
          "Selling would cost: the month's revenue would be an expense."),
        remedy: Words(
          "Recopiez le prix des conditions particulières, sans signe : \"0.1207\".",
          "Copy the price of the particular conditions, without a sign: \"0.1207\"."))
    default: explanationOfRate
    }
  }

  private var explanationOfRate: Explanation {
    let rate = if case .loanRateIsOutOfRange(let rate) = self { rate } else { Ratio.zero }
    return Explanation(
      what: Words(
        "Le taux de l'emprunt vaut \(decimal(rate).french) ; il va de 0 à 1, c'est-à-dire 100 %.",
        "The loan's rate is \(decimal(rate).english); it goes from 0 to 1, that is 100%."),
      why: Words(
        "Un taux écrit en pour cent donnerait des intérêts cent fois trop élevés.",
        "A rate written in percent would make the interest a hundred times too high."),
      remedy: Words(
        "Écrivez la fraction : \"0.031\" pour 3,1 %.", "Write the fraction: \"0.031\" for 3.1%."))
  }

  var explanationOfBounds: Explanation {
    switch self {
    case .plantAccountIsMalformed(let account):
      Explanation(
        what: Words(
          "« \(account) » n'est pas un compte d'immobilisation.",
          "“\(account)” is no account of fixed assets."),
        why: Words(
          "Une centrale s'inscrit à six chiffres en classe 2, hors 28 et 29 (PCG).",
          "A plant stands in class 2, six digits, not under 28 or 29 (PCG)."),
        remedy: Words(
          "Écrivez par exemple 215340 (sur sol d'autrui).",
          "Write for example 215340 (on the land of others)."))
    case .depreciationAccountIsMalformed(let account):
      Explanation(
        what: Words(
          "« \(account) » n'est pas un compte d'amortissement.",
          "“\(account)” is no account of depreciation."),
        why: Words(
          "L'amortissement s'inscrit à six chiffres sous 28, face à l'immobilisation (PCG).",
          "Depreciation stands under 28, six digits, against the asset (PCG)."),
        remedy: Words("Écrivez par exemple 281534.", "Write for example 281534."))
    case .serialIsShared(let serial, let meters):
      Explanation(
        what: Words(
          "Le numéro de série « \(serial) » est celui de plusieurs compteurs le même jour : ",
          "The serial number “\(serial)” is that of several meters on one day: ")
          + listed(meters),
        why: Words(
          "Un fichier de relevés ne nomme que ce numéro : rien ne dirait quel compteur a produit.",
          "A file of readings names only this number: nothing would say which meter produced."),
        remedy: Words(
          "Corrigez « serial », ou donnez à l'ancien compteur la date « removed » de sa dépose.",
          "Correct “serial”, or give the old meter the date it was “removed”."))
    case .energyCountsTwice(let site, let meters):
      Explanation(
        what: Words(
          "Sur le site « \(site) », l'onduleur et le compteur du réseau comptent le même jour : ",
          "On site “\(site)” the inverter and the grid operator's meter count on one day: ")
          + listed(meters),
        why: Words(
          "Tous deux mesurent la même énergie : elle serait vendue deux fois.",
          "Both measure the same energy: it would be sold twice."),
        remedy: Words(
          "Gardez counts = true sur celui qui fait foi, et counts = false sur l'autre.",
          "Keep counts = true on the one that is the authority, and counts = false on the other."))
    case .firstYearEndsWithinAMonth(let day):
      Explanation(
        what: Words(
          "Le premier exercice finirait le \(longDay(day).french), au cours d'un mois.",
          "The first fiscal year would end on \(longDay(day).english), within a month."),
        why: Words(
          "Les comptes se clôturent mois par mois : un mois appartient à un seul exercice.",
          "Accounts are closed month by month: a month belongs to one fiscal year."),
        remedy: Words(
          "Donnez à first_end le \(longDay(day.month.last).french) ou la fin d'un autre mois.",
          "Set first_end to \(longDay(day.month.last).english) or the end of another month."))
    default: tooLongYear
    }
  }

  private var tooLongYear: Explanation {
    let (first, last) =
      if case .firstYearIsTooLong(let first, let last) = self {
        (longDay(first), longDay(last))
      } else { (Words(both: ""), Words(both: "")) }
    return Explanation(
      what: Words(
        "Le premier exercice irait du \(first.french) au \(last.french).",
        "The first fiscal year would go from \(first.english) to \(last.english)."),
      why: Words(
        "L'usage admet un premier exercice plus long que douze mois, mais pas que vingt-quatre.",
        "Practice admits a first fiscal year of more than twelve months, not of more than "
          + "twenty-four."),
      remedy: Words("Vérifiez first_start et first_end.", "Check first_start and first_end."))
  }
}

import Units
import YearEnd

extension YearEndRefusal {
  var explanationOfFile: Explanation {
    switch self {
    case .dividendIsGivenTwice:
      Explanation(
        what: Words(
          "Le dividende est donné deux fois : en tout et par part.",
          "The dividend is given twice: in all and by the share."),
        why: Words(
          "Les deux montants peuvent se contredire.", "The two amounts may contradict each other."),
        remedy: Words(
          "Gardez dividend_cents ou dividend_per_share.",
          "Keep dividend_cents or dividend_per_share."))
    case .dividendIsNegative(let euros):
      Explanation(
        what: Words(
          "Le dividende par part, \(decimal(euros).french) €, est négatif.",
          "The dividend by the share, €\(decimal(euros).english), is below zero."),
        why: Words(
          "Un associé ne doit rien à la société au titre d'un dividende.",
          "No member owes the company a dividend."),
        remedy: Words("Corrigez dividend_per_share.", "Mend dividend_per_share."))
    default:
      Explanation(
        what: Words("La résolution n'a pas de référence.", "The resolution has no reference."),
        why: Words(
          "Elle est la pièce justificative de l'écriture (PCG, art. 1032-2).",
          "It is the voucher of the entry (PCG, art. 1032-2)."),
        remedy: Words(
          "Donnez celle du procès-verbal, par exemple reference = \"AG-2026-1\".",
          "Give that of the minutes, for instance reference = \"AG-2026-1\"."))
    }
  }

  var explanationOfParts: Explanation {
    switch self {
    case .legalReserveIsTooLow(let asked, let due, let base, let room):
      Explanation(
        what: Words(
          "La réserve légale reçoit \(euros(asked).french) au lieu de \(euros(due).french) au moins.",
          "The legal reserve gets \(euros(asked).english) instead of \(euros(due).english) at least."
        ),
        why: Words(
          "Un vingtième de \(euros(base).french) lui revient, tant qu'il lui manque "
            + "\(euros(room).french) pour le dixième du capital, à peine de nullité (C. com., art. L232-10).",
          "It is due a twentieth of \(euros(base).english), while it lacks \(euros(room).english) of a "
            + "tenth of the capital; else the decision is void (C. com., art. L232-10)."),
        remedy: Words(
          "Retirez legal_reserve_cents pour affecter juste ce minimum.",
          "Remove legal_reserve_cents to appropriate just that least."))
    case .tooMuchIsTaken(let account, let asked, let there):
      Explanation(
        what: Words(
          "La résolution prend \(euros(asked).french) sur le compte \(account), où il y a "
            + "\(euros(there).french).",
          "The resolution takes \(euros(asked).english) from account \(account), which holds "
            + "\(euros(there).english)."),
        why: Words(
          "L'assemblée ne dispose que des réserves qui existent (C. com., art. L232-11).",
          "The meeting disposes only of reserves that exist (C. com., art. L232-11)."),
        remedy: Words("Prenez-y au plus ", "Take from it at most ") + euros(there)
          + Words(both: "."))
    default: wrongSum
    }
  }

  private var wrongSum: Explanation {
    guard case .partsDoNotMakeTheResult(let parts, let result) = self else { return blank }
    return Explanation(
      what: Words(
        "Les parts font \(euros(parts).french), pour \(euros(result).french) à affecter.",
        "The parts make \(euros(parts).english), of \(euros(result).english) to appropriate."),
      why: Words(
        "Chaque centime du résultat, et de ce qui est pris aux réserves, a une place et une seule.",
        "Every cent of the result, and of what is taken from reserves, has one place and only one."),
      remedy: Words(
        "Retirez carry_forward_cents pour reporter le reste ; au-delà du résultat, prenez sur "
          + "from_carry_forward_cents ou from_other_reserves_cents.",
        "Remove carry_forward_cents to carry the rest forward; beyond the result, take from "
          + "from_carry_forward_cents or from_other_reserves_cents."))
  }

  var explanationOfDividend: Explanation {
    switch self {
    case .lossesComeBeforeDividends(let losses, let dividend, let distributable):
      Explanation(
        what: Words(
          "Le dividende de \(euros(dividend).french) laisserait des pertes antérieures, qui sont de "
            + "\(euros(losses).french).",
          "The dividend of \(euros(dividend).english) would leave losses brought forward, which are "
            + "\(euros(losses).english)."),
        why: law,
        remedy: Words("Distribuez au plus ", "Distribute at most ") + euros(distributable)
          + Words(
            ", et couvrez les pertes (from_carry_forward_cents s'il le faut).",
            ", and clear the losses (from_carry_forward_cents if need be)."))
    case .lossYieldsNoDividend(let dividend, let result, let distributable):
      Explanation(
        what: Words(
          "L'exercice finit à \(euros(result).french) : il ne donne pas de dividende de "
            + "\(euros(dividend).french).",
          "The year ends at \(euros(result).english): it yields no dividend of "
            + "\(euros(dividend).english)."),
        why: law,
        remedy: Words(
          "Couvrez d'abord la perte sur les reports et réserves libres ; il resterait à distribuer ",
          "First cover the loss from carried profits and free reserves; left to distribute would be "
        )
          + euros(distributable) + Words(both: "."))
    case .profitComesBeforeReserves(let taken, let kept):
      Explanation(
        what: Words(
          "Le dividende prend \(euros(taken).french) aux réserves, alors que \(euros(kept).french) de "
            + "l'exercice sont gardés.",
          "The dividend takes \(euros(taken).english) from reserves while \(euros(kept).english) of the "
            + "year are kept."),
        why: Words(
          "Un dividende se prend d'abord sur le bénéfice de l'exercice (C. com., art. L232-11).",
          "A dividend is taken from the year's profit first (C. com., art. L232-11)."),
        remedy: Words(
          "Prenez moins aux réserves, ou gardez moins.", "Take less from reserves, or keep less."))
    default: tooLargeDividend
    }
  }

  private var law: Words {
    Words(
      "Le bénéfice distribuable est diminué des pertes ; distribuer davantage serait un dividende fictif (C. com., art. L232-11, L232-12).",
      "Losses reduce what may be distributed; more would be a fictitious dividend (C. com., art. L232-11, L232-12)."
    )
  }

  private var tooLargeDividend: Explanation {
    guard case .dividendExceedsTheDistributable(let dividend, let distributable) = self else {
      return blank
    }
    return Explanation(
      what: Words(
        "Le dividende de \(euros(dividend).french) dépasse les \(euros(distributable).french) "
          + "distribuables.",
        "The dividend of \(euros(dividend).english) exceeds the \(euros(distributable).english) that "
          + "may be distributed."),
      why: law,
      remedy: Words(
        "Réduisez-le, ou puisez aux réserves libres (from_other_reserves_cents).",
        "Reduce it, or draw on the free reserves (from_other_reserves_cents)."))
  }

  var explanationOfFunds: Explanation {
    switch self {
    case .netAssetsAreTooLow(let after, let least):
      Explanation(
        what: Words(
          "Les capitaux propres tomberaient à \(euros(after).french), sous \(euros(least).french).",
          "The own funds would fall to \(euros(after).english), below \(euros(least).english)."),
        why: Words(
          "Ils ne descendent pas sous le capital et les réserves indisponibles par une distribution (C. com., art. L232-11).",
          "No distribution takes them below the capital and the reserves that are not free (C. com., art. L232-11)."
        ),
        remedy: Words("Réduisez le dividende d'au moins ", "Reduce the dividend by at least ")
          + euros(least - after) + Words(both: "."))
    case .formationExpensesStand(let expenses, let free):
      Explanation(
        what: Words(
          "Des frais d'établissement de \(euros(expenses).french) ne sont pas amortis ; les réserves "
            + "libres sont de \(euros(free).french).",
          "Formation expenses of \(euros(expenses).english) are not amortised; the free reserves are "
            + "\(euros(free).english)."),
        why: Words(
          "Ils interdisent tout dividende que des réserves libres ne couvrent pas (C. com., art. R123-187).",
          "They bar any dividend unless free reserves cover them (C. com., art. R123-187)."),
        remedy: Words(
          "Affectez d'abord aux réserves libres, ou attendez l'amortissement.",
          "First appropriate to free reserves, or wait for the amortisation."))
    default: noHolder
    }
  }

  private var noHolder: Explanation {
    guard case .nobodyHeldShares(let period) = self else { return blank }
    return Explanation(
      what: Words(
        "Personne n'a détenu de parts dans la période \(period).",
        "Nobody held shares in the period \(period)."),
      why: Words(
        "Un dividende suit les parts et les jours de détention.",
        "A dividend follows shares and the days they are held."),
      remedy: Words(
        "Importez les mouvements de parts : soleil shares import",
        "Import the share movements: soleil shares import"))
  }
}

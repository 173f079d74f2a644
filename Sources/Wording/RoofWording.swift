public import Agreements
import Units

extension RoofRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .indexPeriodIsMalformed, .dayOfYearIsMalformed, .coefficientFloorExceedsTheCap:
      explanationOfIndexation
    case .stageIsOutOfOrder, .stageLacks: explanationOfLife
    case .grantIsNotItsTerms, .grantExceedsThePlant: explanationOfGrant
    case .novationLeavesNobody, .novationChangesNothing, .contractIsUnknown,
      .accountIsMalformed:
      explanationOfHands
    case .dismantlingIsHalfSaid(let id):
      Explanation(
        what: Words(
          "La convention « \(id) » chiffre une remise en état sans la prévoir, ou sans dernier jour.",
          "Convention “\(id)” prices a dismantling that it does not provide for, or has no last day."
        ),
        why: Words(
          "Le coût est mis de côté jour après jour jusqu'au terme : il faut l'un et l'autre. (PCG, compte 152)",
          "The cost is set aside day after day until the end: both are needed. (PCG, account 152)"),
        remedy: Words(
          "Indiquez end_of_term = \"dismantling\" et last = la dernière date.",
          "Give end_of_term = \"dismantling\" and last = the last day."))
    }
  }

  private var explanationOfIndexation: Explanation {
    switch self {
    case .indexPeriodIsMalformed(let text):
      Explanation(
        what: Words(
          "« \(text) » n'est ni un mois ni un trimestre.",
          "“\(text)” is neither a month nor a quarter."),
        why: Words(
          "La redevance suit l'indice depuis cette valeur de base.",
          "The rent follows the index from this base value."),
        remedy: Words(
          "Écrivez le mois, 2025-03, ou le trimestre, 2025-T1.",
          "Write the month, 2025-03, or the quarter, 2025-Q1."))
    case .dayOfYearIsMalformed(let text):
      Explanation(
        what: Words(
          "« \(text) » n'est pas un jour de l'année.", "“\(text)” is no day of the year."),
        why: Words(
          "La redevance est révisée une fois l'an à cette date.",
          "The rent is revised once a year on this day."),
        remedy: Words(
          "Écrivez MM-JJ, par exemple 01-01, ou anniversary.",
          "Write MM-DD, such as 01-01, or anniversary."))
    default:
      Explanation(
        what: coefficients,
        why: Words(
          "Aucun coefficient ne peut respecter les deux bornes.",
          "No coefficient can keep within both bounds."),
        remedy: Words(
          "Vérifiez least_coefficient et most_coefficient.",
          "Check least_coefficient and most_coefficient."))
    }
  }

  private var coefficients: Words {
    guard case .coefficientFloorExceedsTheCap(let floor, let cap) = self else {
      return Words(both: "")
    }
    return Words(
      "Le plancher du coefficient, \(floor.decimalDescription), dépasse son plafond, "
        + "\(cap.decimalDescription).",
      "The coefficient's floor, \(floor.decimalDescription), exceeds its cap, "
        + "\(cap.decimalDescription).")
  }

  private var explanationOfLife: Explanation {
    switch self {
    case .stageIsOutOfOrder(let roof, let stage, let after):
      Explanation(
        what: Words(
          "Le toit « \(roof) » passe à l'étape \(stage) après l'étape \(after).",
          "Roof “\(roof)” comes to stage \(stage) after stage \(after)."),
        why: Words(
          "Un toit vit dans l'ordre : prospect, studied, signed, built, producing, ended ; chaque "
            + "étape une fois, à une date qui ne recule pas.",
          "A roof lives in order: prospect, studied, signed, built, producing, ended; each stage "
            + "once, on a day that does not go back."),
        remedy: Words(
          "Remettez les [[roof.step]] dans l'ordre.", "Put the [[roof.step]] tables in order."))
    default:
      Explanation(
        what: lacking,
        why: Words(
          "Chaque étape repose sur un acte : études, procédure de sélection, convention signée. "
            + "(CG3P, art. L2122-1-1)",
          "Each stage rests on an act: studies, selection, a signed convention. "
            + "(CG3P art. L2122-1-1)"),
        remedy: Words(
          "Complétez la section [[roof]], ou retirez l'étape qui n'est pas atteinte.",
          "Complete the [[roof]] section, or remove the stage that was not reached."))
    }
  }

  private var lacking: Words {
    guard case .stageLacks(let roof, let stage, let need) = self else { return Words(both: "") }
    return Words(
      "Le toit « \(roof) » est à l'étape \(stage) sans « \(need) ».",
      "Roof “\(roof)” is at stage \(stage) without “\(need)”.")
  }

  private var explanationOfGrant: Explanation {
    switch self {
    case .grantIsNotItsTerms(let declared, let terms):
      Explanation(
        what: Words(
          "La subvention est de \(euros(declared).french), ses propres termes donnent "
            + "\(euros(terms).french).",
          "The grant is \(euros(declared).english); its own terms yield \(euros(terms).english)."),
        why: Words(
          "Le taux, l'assiette et le plafond de la décision fixent le montant.",
          "The rate, base and ceiling of the decision set the amount."),
        remedy: Words(
          "Vérifiez cents, percent, eligible_cents et ceiling_cents.",
          "Check cents, percent, eligible_cents and ceiling_cents."))
    case .grantExceedsThePlant(let id, let grant, let cost):
      Explanation(
        what: Words(
          "La subvention « \(id) », \(euros(grant).french), dépasse le coût de sa centrale, "
            + "\(euros(cost).french).",
          "Grant “\(id)”, \(euros(grant).english), exceeds the cost of its plant, "
            + "\(euros(cost).english)."),
        why: Words(
          "Elle est rapportée au rythme de l'amortissement de la centrale. (PCG, art. 312-1)",
          "It is released at the pace of the plant's depreciation. (PCG art. 312-1)"),
        remedy: Words(
          "Vérifiez les deux montants, et la centrale nommée.",
          "Check both amounts, and the plant that is named."))
    default: Explanation(what: lacking, why: lacking, remedy: lacking)
    }
  }

  private var explanationOfHands: Explanation {
    switch self {
    case .novationLeavesNobody(let id, let contract, let party, let holder):
      Explanation(
        what: Words(
          "La novation « \(id) » fait sortir « \(party) » du contrat « \(contract) », qui est avec "
            + "« \(holder) ».",
          "Novation “\(id)” takes “\(party)” out of contract “\(contract)”, which is with "
            + "“\(holder)”."),
        why: Words(
          "Une partie ne cède que le contrat qu'elle a. (Code civil, art. 1216)",
          "A party hands over only the contract it has. (Code civil art. 1216)"),
        remedy: Words(
          "Corrigez from, ou déclarez la novation qui manque entre les deux.",
          "Correct from, or declare the novation that lacks in between."))
    case .novationChangesNothing(let id):
      Explanation(
        what: Words(
          "La novation « \(id) » a la même partie avant et après.",
          "Novation “\(id)” has the same party before and after."),
        why: Words("Rien ne change de mains.", "Nothing changes hands."),
        remedy: Words(
          "Corrigez from ou to ; sans to, c'est la société qui entre.",
          "Correct from or to; without to, it is the company that comes in."))
    case .contractIsUnknown(let id):
      Explanation(
        what: Words("Aucun contrat « \(id) ».", "No contract “\(id)”."),
        why: Words(
          "Le livre ne connaît que les contrats que soleil apply a enregistrés.",
          "The book knows only the contracts that soleil apply recorded."),
        remedy: Words("Voyez leur liste : soleil contract list", "See them: soleil contract list"))
    default:
      Explanation(
        what: account,
        why: Words(
          "Le fichier fiscal demande des comptes de six chiffres du plan comptable. (LPF, art. A47 A-1)",
          "The tax file wants accounts of six digits of the chart. (LPF art. A47 A-1)"),
        remedy: Words(
          "Écrivez les six chiffres, par exemple \"404000\".",
          "Write the six digits, such as \"404000\"."))
    }
  }

  private var account: Words {
    guard case .accountIsMalformed(let number, let heading) = self else { return Words(both: "") }
    return Words(
      "« \(number) » n'est pas un compte de six chiffres"
        + (heading.isEmpty ? "." : " commençant par \(heading)."),
      "“\(number)” is no account of six digits"
        + (heading.isEmpty ? "." : " that begins with \(heading)."))
  }
}

public import Agreements
import Units

extension LoanRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .deferralDoesNotFit(let deferred, let instalments):
      Explanation(
        what: Words(
          "\(deferred) échéances différées sur \(instalments) : le différé ne se lit pas.",
          "\(deferred) of \(instalments) instalments deferred: the deferral cannot be read."),
        why: Words(
          "Un différé dit sa nature et son nombre d'échéances, et il en reste une pour rembourser.",
          "A deferral tells its kind and its number of instalments, and one is left that repays."),
        remedy: Words(
          "Donnez deferral = \"partial\" ou \"total\" avec deferred = N, ou ni l'un ni l'autre.",
          "Give deferral = \"partial\" or \"total\" with deferred = N, or neither."))
    case .stepsDoNotFit(let first, let last):
      Explanation(
        what: Words(
          "Les paliers ne couvrent pas les échéances \(first) à \(last).",
          "The steps do not cover instalments \(first) to \(last)."),
        why: Words(
          "Un emprunt à paliers dit la somme de chaque échéance ; un autre n'a pas de palier.",
          "A stepped loan tells the sum of each instalment; another has no step."),
        remedy: Words(
          "Donnez des [[loan.step]] croissants dont le premier porte from = \(first).",
          "Give [[loan.step]] in order, the first with from = \(first)."))
    case .stepDoesNotPayInterest(let loan, let number, let paid, let interest):
      Explanation(
        what: Words(
          "Emprunt \(loan), échéance \(number) : \(euros(paid).french) pour "
            + "\(euros(interest).french) d'intérêts.",
          "Loan \(loan), instalment \(number): \(euros(paid).english) for interest of "
            + "\(euros(interest).english)."),
        why: Words(
          "La dette grandirait sans que le contrat le dise.",
          "The debt would grow though no contract says so."),
        remedy: Words(
          "Vérifiez instalment_cents du palier ; un différé total se dit deferral = \"total\".",
          "Check instalment_cents of the step; a total deferral is deferral = \"total\"."))
    case .repaymentDoesNotFit(let loan, let day, let asked, let left):
      Explanation(
        what: Words(
          "Emprunt \(loan) : \(euros(asked).french) à rembourser le \(longDay(day).french), quand il "
            + "reste dû \(euros(left).french).",
          "Loan \(loan): \(euros(asked).english) to be repaid on \(longDay(day).english), when "
            + "\(euros(left).english) is owed."),
        why: Words(
          "On ne rembourse pas plus que le capital restant dû, ni après la dernière échéance.",
          "No more is repaid than the principal owed, nor after the last instalment."),
        remedy: Words(
          "Vérifiez date et principal_cents ; soleil contract show \(loan) donne le capital restant dû.",
          "Check date and principal_cents; soleil contract show \(loan) tells the principal owed."))
    }
  }
}

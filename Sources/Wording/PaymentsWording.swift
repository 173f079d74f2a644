public import Payments
import Tables
import Units

extension PaymentsRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .nothingToPay, .sumIsTooLarge, .rateIsUnknown, .memberIsAbroad, .referenceIsMalformed,
      .balanceIsBelowTheReturned, .batchReferenceIsTaken:
      explanationOfBatch
    case .batchIsUnknown, .paymentIsUnknown, .paymentCameBackAlready, .returnIsBeforeThePayment:
      explanationOfReturn
    case .monthIsDeclared, .monthHasNoTax, .yearHasNoPayment, .editionIsUnknown,
      .siretIsMalformed, .identityIsIncomplete:
      explanationOfForms
    case .attestationIsForPersons, .attestationIsLate, .attestationIsKnown, .attestationIsToCome:
      explanationOfAttestation
    case .detailsAreMissing, .accountIsWrong, .bankCodeIsMalformed, .payeeHasNoName,
      .executionIsPast, .transferIsOutOfRange:
      explanationOfTransfer
    case .nothingIsPrescribed(let member, let day):
      Explanation(
        what: Words(
          "Rien de \(member) n'a cinq ans au \(longDay(day).french).",
          "Nothing of \(member) is five years old on \(longDay(day).english)."),
        why: Words(
          "Un dividende revient à l'État cinq ans après sa mise en paiement, pas avant (CG3P, art. L1126-1).",
          "A dividend goes to the State five years after it could be paid, not before (CG3P, art. L1126-1)."
        ),
        remedy: Words(
          "Voyez les dates : soleil payment unclaimed", "See the days: soleil payment unclaimed"))
    }
  }

  private var explanationOfBatch: Explanation {
    switch self {
    case .nothingToPay(let day):
      Explanation(
        what: Words(
          "Il n'y a rien à payer au \(longDay(day).french).",
          "There is nothing to pay on \(longDay(day).english)."),
        why: Words(
          "On ne paie que ce qui est dû ce jour-là, à partir du montant minimal demandé.",
          "Only what is owed on that day is paid, from the least amount asked for."),
        remedy: Words(
          "Voyez ce qui est dû : soleil balance ; affectez d'abord le résultat, ou baissez --minimum.",
          "See what is owed: soleil balance; appropriate the result first, or lower --minimum."))
    case .rateIsUnknown(let levy, let day):
      Explanation(
        what: Words(
          "Le taux « \(PaymentWords.name(levy).french) » n'est pas connu au \(longDay(day).french).",
          "The rate of “\(PaymentWords.name(levy).english)” is not known on \(longDay(day).english)."
        ),
        why: Words(
          "Le taux suit le jour du paiement (CGI, art. 117 quater ; CSS, art. L136-8).",
          "The rate follows the day of payment (CGI, art. 117 quater; CSS, art. L136-8)."),
        remedy: Words(
          "Vérifiez la date ; un taux plus ancien s'ajoute à Ledger/Tables/levies.csv.",
          "Check the day; an older rate is added to Ledger/Tables/levies.csv."))
    case .memberIsAbroad(let member):
      Explanation(
        what: Words(
          "L'associé \(member) a son domicile fiscal hors de France.",
          "Member \(member) lives abroad for taxes."),
        why: Words(
          "Une autre retenue s'y applique, selon la convention fiscale (CGI, art. 119 bis et 187).",
          "Another levy holds there, as the tax treaty says (CGI, art. 119 bis and 187)."),
        remedy: Words(
          "Payez les autres avec --member, et cet associé par une écriture, conseil pris.",
          "Pay the others with --member, and this one by an entry, once advised."))
    case .balanceIsBelowTheReturned(let member, let balance, let returned):
      Explanation(
        what: Words(
          "\(euros(balance).french) sont dus à \(member), mais \(euros(returned).french) lui sont revenus de la banque.",
          "\(euros(balance).english) is owed to \(member), but \(euros(returned).english) came back from the bank."
        ),
        why: Words(
          "Ce qui est revenu est déjà imposé et ne l'est pas deux fois : le compte doit le montrer.",
          "What came back is taxed already and not twice: the account must show it."),
        remedy: Words(
          "Une écriture manuelle a touché ce compte : soleil ledger 457000 --aux member:\(member)",
          "A manual entry touched this account: soleil ledger 457000 --aux member:\(member)"))
    case .sumIsTooLarge:
      Explanation(
        what: Words("Les sommes sont trop grandes.", "The sums are too large."),
        why: Words(
          "Elles ne tiennent pas dans le livre.", "They do not fit into the book."),
        remedy: Words("Vérifiez les montants dus.", "Check the amounts owed."))
    default: explanationOfReference
    }
  }

  private var explanationOfReference: Explanation {
    if case .batchReferenceIsTaken(let reference) = self {
      return Explanation(
        what: Words(
          "La référence « \(reference) » est celle d'un autre paiement.",
          "The reference “\(reference)” is that of another payment."),
        why: Words(
          "La banque et le livre reconnaissent un paiement à sa référence : elle ne sert qu'une fois.",
          "Bank and book know a payment by its reference: it serves once."),
        remedy: Words("Donnez-en une autre.", "Give another."))
    }
    guard case .referenceIsMalformed(let text) = self else { return blank }
    return Explanation(
      what: Words(
        "« \(text) » ne peut pas être la référence d'un paiement.",
        "“\(text)” cannot be the reference of a payment."),
      why: Words(
        "Elle part à la banque : 1 à 20 lettres, chiffres ou traits d'union, sans accent.",
        "It goes to the bank: 1 to 20 letters, digits or hyphens, without accents."),
      remedy: Words("Par exemple : DIV-2025", "For example: DIV-2025"))
  }

  private var explanationOfReturn: Explanation {
    switch self {
    case .batchIsUnknown(let reference, let known):
      Explanation(
        what: Words(
          "Aucun paiement n'a la référence « \(reference) ».",
          "No payment has the reference “\(reference)”."),
        why: Words(
          "On ne peut suivre que ce qui a été préparé et n'a pas été annulé.",
          "Only what was prepared and not cancelled can be followed."),
        remedy: Words("Les paiements connus : ", "The payments known: ")
          + Words(both: known.joined(separator: ", ")))
    case .paymentIsUnknown(let name):
      Explanation(
        what: Words("Aucun virement « \(name) » n'est parti.", "No transfer “\(name)” went out."),
        why: Words(
          "La banque rend la référence qui est partie avec le virement.",
          "The bank gives back the reference that went out with the transfer."),
        remedy: Words(
          "Voyez les références : soleil payment show RÉFÉRENCE",
          "See the references: soleil payment show REFERENCE"))
    case .paymentCameBackAlready(let name):
      Explanation(
        what: Words(
          "Le virement « \(name) » est déjà revenu.", "Transfer “\(name)” came back already."),
        why: Words(
          "Un virement ne revient qu'une fois ; la somme est de nouveau due à l'associé.",
          "A transfer comes back once; the sum is owed to the member again."),
        remedy: Words(
          "Payez-le à nouveau : soleil payment prepare", "Pay it again: soleil payment prepare"))
    case .returnIsBeforeThePayment(let day, let paid):
      Explanation(
        what: Words(
          "Le \(longDay(day).french) ne vient pas après le \(longDay(paid).french).",
          "\(longDay(day).english) does not come after \(longDay(paid).english)."),
        why: Words(
          "Un virement revient après être parti ; un mois se déclare une fois fini.",
          "A transfer comes back after it went; a month is declared once it is over."),
        remedy: Words("Vérifiez la date.", "Check the day."))
    default: blank
    }
  }

  /// For a case that another branch has told: never shown.
  var blank: Explanation {
    Explanation(what: Words(both: code), why: Words(both: ""), remedy: Words(both: ""))
  }
}

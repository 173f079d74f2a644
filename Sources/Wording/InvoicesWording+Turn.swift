import Invoices
import Units

extension InvoiceRefusal {
  var explanationOfNames: Explanation {
    switch self {
    case .contractIsUnknown(let name):
      Explanation(
        what: Words(
          "Aucun contrat ne s'appelle « \(name) » ni ne porte ce numéro.",
          "No contract is called “\(name)” or has this number."),
        why: Words(
          "Sans contrat, la facture ne peut solder ce qui a été compté pour lui.",
          "Without a contract the invoice cannot true up what was accrued for it."),
        remedy: Words(
          "Vérifiez « contract », ou enregistrez le contrat : soleil apply.",
          "Check “contract”, or record the contract: soleil apply."))
    case .contractNumberIsShared(let number):
      Explanation(
        what: Words(
          "Plusieurs contrats portent le numéro « \(number) ».",
          "Several contracts have the number “\(number)”."),
        why: Words(
          "Rien ne dit duquel est la facture.", "Nothing says whose invoice it is."),
        remedy: Words(
          "Nommez le contrat par son identifiant.", "Name the contract by its identifier."))
    case .partyIsNotOfTheContract(let party, let contract):
      Explanation(
        what: Words(
          "Le contrat « \(contract) » n'est pas passé avec « \(party) ».",
          "Contract “\(contract)” is not with “\(party)”."),
        why: Words(
          "Le compte d'un autre tiers serait mouvementé.",
          "The account of another party would be moved."),
        remedy: Words("Corrigez l'un des deux.", "Correct one of the two."))
    default: explanationOfParty
    }
  }

  private var explanationOfParty: Explanation {
    switch self {
    case .partyIsUnknown(let party):
      Explanation(
        what: Words(
          "Le tiers « \(party) » est inconnu.", "The party “\(party)” is unknown."),
        why: Words(
          "Chaque facture est due à quelqu'un, ou par quelqu'un.",
          "Each invoice is owed to somebody, or by somebody."),
        remedy: Words(
          "Donnez « party », ou ajoutez une section [[party]] : soleil apply.",
          "Give “party”, or add a section [[party]]: soleil apply."))
    case .accountIsMissing(let number, let line):
      Explanation(
        what: Words(
          "Facture \(number), ligne \(line) : ni compte ni contrat.",
          "Invoice \(number), line \(line): neither account nor contract."),
        why: Words(
          "Rien ne dit quelle charge c'est.", "Nothing says which charge it is."),
        remedy: Words(
          "Ajoutez account = \"615600\", ou le contrat de service.",
          "Add account = \"615600\", or the service contract."))
    default:
      Explanation(
        what: Words(
          "Le compte donné ne reçoit pas d'achat.", "The account given takes no purchase."),
        why: Words(
          "Un achat se compte en classe 6, ou en classe 2 pour une immobilisation, à six chiffres.",
          "A purchase is counted in class 6, or in class 2 for a fixed asset, six digits."),
        remedy: Words(
          "Écrivez par exemple 615600, 616100 ou 215340.",
          "Write for example 615600, 616100 or 215340."))
    }
  }

  var explanationOfTurn: Explanation {
    switch self {
    case .periodIsMissing(let number):
      Explanation(
        what: Words(
          "La facture \(number) ne dit pas de quels jours elle est.",
          "Invoice \(number) does not say which days it is about."),
        why: Words(
          "Elle solde ce que les clôtures ont compté pour ces jours-là.",
          "It trues up what closings accrued for those days."),
        remedy: Words("Donnez « first » et « last ».", "Give “first” and “last”."))
    case .contractIsNotInForce(let contract, let period):
      Explanation(
        what: Words(
          "Le contrat « \(contract) » n'est pas en vigueur du \(longDay(period.first).french) au "
            + "\(longDay(period.last ?? period.first).french).",
          "Contract “\(contract)” is not in force from \(longDay(period.first).english) to "
            + "\(longDay(period.last ?? period.first).english)."),
        why: Words(
          "Hors contrat, rien n'est dû à ce prix.",
          "Outside the contract nothing is owed at its price."),
        remedy: Words(
          "Vérifiez les dates, ou le contrat nommé.", "Check the dates, or the contract named."))
    case .periodIsOutOfTurn(let number, let expected, let told):
      Explanation(
        what: Words(
          "La facture \(number) commence le \(longDay(told).french) ; on attend celle du "
            + "\(longDay(expected).french).",
          "Invoice \(number) begins on \(longDay(told).english); the one of "
            + "\(longDay(expected).english) is awaited."),
        why: Words(
          "Les factures d'un contrat se suivent : sinon des jours seraient oubliés, ou vendus deux "
            + "fois.",
          "The invoices of a contract follow one another: else days would be left out, or sold "
            + "twice."),
        remedy: Words(
          "Importez d'abord celle qui manque ; une rectification nomme « corrects ».",
          "Import the missing one first; a correction names “corrects”."))
    default: explanationOfOther
    }
  }

  private var explanationOfOther: Explanation {
    switch self {
    case .earlierMonthIsOpen(let number, let month):
      Explanation(
        what: Words(
          "La facture \(number) couvre des jours d'un mois encore ouvert, \(longMonth(month).french), "
            + "d'avant le sien.",
          "Invoice \(number) covers days of a month still open, \(longMonth(month).english), before "
            + "its own."),
        why: Words(
          "Ce que ces jours ont rapporté appartient à leur mois, et peut-être à l'exercice d'avant.",
          "What those days earned belongs to their month, and maybe to the fiscal year before."),
        remedy: Words("Clôturez d'abord ", "First close ") + longMonth(month)
          + Words(" : soleil close \(month)", ": soleil close \(month)"))
    case .vatDoesNotFitTheContract(let number, let contract, let told, let expected):
      Explanation(
        what: Words(
          "La facture \(number) porte \(euros(told).french) de TVA ; le contrat « \(contract) » en "
            + "veut \(euros(expected).french).",
          "Invoice \(number) bears \(euros(told).english) of VAT; contract “\(contract)” wants "
            + "\(euros(expected).english)."),
        why: Words(
          "L'électricité vendue à qui la revend est en autoliquidation : l'acheteur doit la TVA "
            + "(CGI, art. 283-2 quinquies) ; vendue à qui la consomme, nous la devons.",
          "Electricity sold to who sells it on is under the reverse charge: the buyer owes the VAT "
            + "(CGI, art. 283-2 quinquies); sold to who uses it, we owe it."),
        remedy: Words(
          "Vérifiez la facture, puis « vat » dans le contrat.",
          "Check the invoice, then “vat” in the contract."))
    case .invoiceIsUnknown(let number):
      Explanation(
        what: Words(
          "Aucune facture \(number) n'a été prise.", "No invoice \(number) was taken in."),
        why: Words(
          "Une facture contrepassée ne compte plus, et n'est plus montrée.",
          "An invoice that was reversed counts no more, and is not shown."),
        remedy: Words("Voyez « soleil invoice list ».", "See “soleil invoice list”."))
    case .invoiceIsAnother(let number, let entry):
      Explanation(
        what: Words(
          "Une autre facture \(number) de ce tiers est déjà passée, écriture \(entry).",
          "Another invoice \(number) of this party is booked already, entry \(entry)."),
        why: Words(
          "Un numéro désigne une seule facture.", "A number names one invoice."),
        remedy: Words(
          "Comparez : soleil invoice show \(number). Fausse, elle se contrepasse : soleil reverse "
            + "\(entry).",
          "Compare: soleil invoice show \(number). A wrong one is reversed: soleil reverse "
            + "\(entry)."))
    default: correctedUnknown
    }
  }

  private var correctedUnknown: Explanation {
    let number = if case .correctedIsUnknown(let number) = self { number } else { "" }
    return Explanation(
      what: Words(
        "La facture rectifiée \(number) n'est pas connue pour ces jours.",
        "The corrected invoice \(number) is not known for these days."),
      why: Words(
        "Une rectification ne porte que sur une facture passée, de la même période.",
        "A correction is about an invoice booked before, of the same period."),
      remedy: Words(
        "Voyez « soleil invoice list ».", "See “soleil invoice list”."))
  }

  var explanationOfVAT: Explanation {
    switch self {
    case .vatIsDeclared(let period):
      Explanation(
        what: Words(
          "Des jours du \(longDay(period.first).french) au "
            + "\(longDay(period.last ?? period.first).french) sont déjà déclarés.",
          "Days from \(longDay(period.first).english) to "
            + "\(longDay(period.last ?? period.first).english) are declared already."),
        why: Words(
          "La TVA d'un jour se déclare une fois (CGI, art. 287).",
          "The VAT of a day is declared once (CGI, art. 287)."),
        remedy: Words(
          "Voyez « soleil vat list » ; une déclaration fausse se contrepasse.",
          "See “soleil vat list”; a wrong return is reversed."))
    case .periodIsOpen(let period):
      Explanation(
        what: Words(
          "La période qui finit le \(longDay(period.last ?? period.first).french) n'est pas close.",
          "The period that ends on \(longDay(period.last ?? period.first).english) is not closed."),
        why: Words(
          "Un mois ouvert peut encore recevoir des factures.",
          "An open month may still take invoices."),
        remedy: Words(
          "Clôturez ses mois ; « soleil vat show » en donne déjà la position.",
          "Close its months; “soleil vat show” already tells the position."))
    case .periodIsNotOfMonths:
      Explanation(
        what: Words(
          "La période demandée n'est pas faite de mois entiers.",
          "The period asked for is not made of whole months."),
        why: Words(
          "La TVA se déclare par mois, trimestre ou année (CGI, art. 287).",
          "VAT is declared by month, quarter or year (CGI, art. 287)."),
        remedy: Words(
          "Écrivez 2025-03, 2025, ou 2025-01-01..2025-03-31.",
          "Write 2025-03, 2025, or 2025-01-01..2025-03-31."))
    default: explanationOfRefund
    }
  }

  private var explanationOfRefund: Explanation {
    switch self {
    case .refundExceedsTheCredit(let refund, let credit):
      Explanation(
        what: Words(
          "On demande \(euros(refund).french), le crédit est de \(euros(credit).french).",
          "\(euros(refund).english) is asked back, the credit is \(euros(credit).english)."),
        why: Words(
          "L'État ne rembourse que le crédit (CGI, art. 271-IV).",
          "The State pays back the credit alone (CGI, art. 271-IV)."),
        remedy: Words("Demandez au plus le crédit.", "Ask for the credit at most."))
    case .refundIsTooSmall(let refund, let least):
      Explanation(
        what: Words(
          "On demande \(euros(refund).french), au moins \(euros(least).french) est exigé.",
          "\(euros(refund).english) is asked back, at least \(euros(least).english) is required."),
        why: Words(
          "150 € avec la déclaration de décembre, 760 € en cours d'année (CGI ann. II, art. "
            + "242-0 C).",
          "€150 with the return of December, €760 during the year (CGI ann. II, art. 242-0 C)."),
        remedy: Words("Reportez le crédit.", "Carry the credit on."))
    default:
      Explanation(
        what: Words(
          "Rien n'a mouvementé la TVA de cette période.", "Nothing moved the VAT of this period."),
        why: Words(
          "Une déclaration « néant » n'a pas d'écriture.", "A nil return has no entry."),
        remedy: Words(
          "Déposez-la sur impots.gouv.fr ; ici il n'y a rien à faire.",
          "File it with the administration; here there is nothing to do."))
    }
  }
}

import Payments
import Units

extension PaymentsRefusal {
  var explanationOfForms: Explanation {
    switch self {
    case .monthIsDeclared(let month):
      Explanation(
        what: Words(
          "Les prélèvements de \(longMonth(month).french) sont déjà déclarés et payés.",
          "The levies of \(longMonth(month).english) are declared and paid already."),
        why: Words(
          "La déclaration 2777 porte sur tous les paiements du mois : elle n'en verrait pas un de plus.",
          "The return 2777 covers all payments of the month: it would miss one more."),
        remedy: Words(
          "Choisissez un jour d'un autre mois, ou faites une déclaration rectificative.",
          "Choose a day of another month, or file a corrective return."))
    case .monthHasNoTax(let month):
      Explanation(
        what: Words(
          "Rien n'a été prélevé en \(longMonth(month).french).",
          "Nothing was withheld in \(longMonth(month).english)."),
        why: Words(
          "Sans revenu versé à une personne physique, il n'y a pas de déclaration 2777.",
          "Without income paid to a natural person there is no return 2777."),
        remedy: Words(
          "Voyez les paiements : soleil payment list", "See the payments: soleil payment list"))
    case .yearHasNoPayment(let year):
      Explanation(
        what: Words(
          "Aucun revenu n'a été versé à un associé en \(year).",
          "No income was paid to a member in \(year)."),
        why: Words(
          "La déclaration 2561 suit l'année du paiement, pas l'exercice.",
          "The return 2561 follows the year of payment, not the fiscal year."),
        remedy: Words("Vérifiez l'année.", "Check the year."))
    case .editionIsUnknown(let form, let year):
      Explanation(
        what: Words(
          "La mise en forme de la déclaration \(form) n'est pas connue pour \(year).",
          "The layout of return \(form) is not known for \(year)."),
        why: Words(
          "L'administration la publie chaque année en novembre.",
          "The administration issues it every November."),
        remedy: Words(
          "Elle s'ajoute à Ledger/Tables/editions.csv.",
          "It is added to Ledger/Tables/editions.csv."))
    case .siretIsMalformed(let text):
      Explanation(
        what: Words("« \(text) » n'est pas un SIRET.", "“\(text)” is no SIRET."),
        why: Words(
          "Il a quatorze chiffres, dont deux clés (C. com., art. R123-221).",
          "It has fourteen digits, two of them check digits (C. com., art. R123-221)."),
        remedy: Words("Donnez celui du siège : --siret", "Give that of the seat: --siret"))
    default: incompleteIdentity
    }
  }

  private var incompleteIdentity: Explanation {
    guard case .identityIsIncomplete(let member, let missing) = self else { return blank }
    return Explanation(
      what: Words(
        "Il manque à l'associé \(member) : \(missing.joined(separator: ", ")).",
        "Member \(member) lacks: \(missing.joined(separator: ", "))."),
      why: Words(
        "La déclaration identifie chaque bénéficiaire (CGI, art. 242 ter ; annexe II, art. 57).",
        "The return identifies every beneficiary (CGI, art. 242 ter; annexe II, art. 57)."),
      remedy: Words(
        "Complétez le fichier donné à --details.", "Complete the file given to --details."))
  }

  var explanationOfAttestation: Explanation {
    switch self {
    case .attestationIsForPersons(let member):
      Explanation(
        what: Words(
          "L'associé \(member) n'est pas une personne physique.",
          "Member \(member) is no natural person."),
        why: Words(
          "Seule une personne physique subit l'acompte de 12,8 %, et peut en être dispensée (CGI, art. 117 quater).",
          "Only a natural person bears the 12.8 % advance, and can be spared it (CGI, art. 117 quater)."
        ),
        remedy: Words("Vérifiez le numéro.", "Check the number."))
    case .attestationIsLate(let member, let received, let limit):
      Explanation(
        what: Words(
          "L'attestation de \(member), reçue le \(longDay(received).french), vient après le \(longDay(limit).french).",
          "The attestation of \(member), received on \(longDay(received).english), comes after \(longDay(limit).english)."
        ),
        why: Words(
          "Elle vaut pour l'année qui suit le 30 novembre où elle est reçue au plus tard ; un nouvel associé la remet en souscrivant (CGI, art. 242 quater).",
          "It holds for the year after the 30 November by which it is received; a new member hands it in on subscribing (CGI, art. 242 quater)."
        ),
        remedy: Words(
          "L'acompte est prélevé cette année ; l'impôt le rendra. Enregistrez-la pour l'année suivante.",
          "The advance is withheld this year; the income tax gives it back. Record it for the next year."
        ))
    case .attestationIsKnown(let member, let year):
      Explanation(
        what: Words(
          "Une autre attestation de \(member) est connue pour \(year).",
          "Another attestation of \(member) is known for \(year)."),
        why: Words(
          "Elle a pu décider de l'impôt d'un paiement : elle ne change plus.",
          "It may have decided the tax of a payment: it changes no more."),
        remedy: Words(
          "Gardez la première reçue ; la suivante vaudra pour l'année suivante.",
          "Keep the first received; the next one holds for the next year."))
    case .attestationIsToCome(let day, let today):
      Explanation(
        what: Words(
          "Le \(longDay(day).french) est à venir : nous sommes le \(longDay(today).french).",
          "\(longDay(day).english) is still to come: today is \(longDay(today).english)."),
        why: Words(
          "Une attestation se note une fois reçue.", "An attestation is noted once received."),
        remedy: Words("Vérifiez --received.", "Check --received."))
    default: blank
    }
  }

  var explanationOfTransfer: Explanation {
    switch self {
    case .detailsAreMissing(let owner):
      Explanation(
        what: Words(
          "Ni le livre ni le fichier de coordonnées ne dit où payer \(owner), ou qui c'est.",
          "Neither the book nor the file of details says where to pay \(owner), or who it is."),
        why: Words(
          "Sans elles, ni la banque ni l'administration ne sait de qui il s'agit.",
          "Without them neither the bank nor the administration knows who it is."),
        remedy: Words(
          "Importez son IBAN (soleil members import), ou ajoutez sa ligne au fichier donné à --details.",
          "Import the IBAN (soleil members import), or add a row to the file given to --details."))
    case .accountIsWrong(let owner, let fault):
      Explanation(
        what: Words("L'IBAN de \(owner) ", "The IBAN of \(owner) ") + PaymentWords.name(fault),
        why: Words(
          "La banque refuserait le virement, ou l'enverrait à un autre (ISO 13616).",
          "The bank would refuse the transfer, or send it to somebody else (ISO 13616)."),
        remedy: Words(
          "Reprenez-le du RIB ; il n'est pas montré ici.",
          "Take it from the bank's own paper; it is not shown here."))
    case .bankCodeIsMalformed(let owner):
      Explanation(
        what: Words("Le BIC de \(owner) n'en est pas un.", "The BIC of \(owner) is none."),
        why: Words(
          "La banque refuserait le virement (ISO 9362).",
          "The bank would refuse the transfer (ISO 9362)."),
        remedy: Words(
          "Laissez-le vide : dans la zone SEPA l'IBAN suffit.",
          "Leave it empty: within SEPA the IBAN is enough."))
    case .payeeHasNoName(let owner):
      Explanation(
        what: Words(
          "Il ne reste rien du nom de \(owner) dans l'alphabet des banques.",
          "Nothing is left of the name of \(owner) in the alphabet of banks."),
        why: Words(
          "Un virement sans nom est refusé, et le nom est vérifié (règlement UE 2024/886).",
          "A transfer without a name is refused, and the name is checked (EU regulation 2024/886)."),
        remedy: Words(
          "Donnez son nom en lettres latines.", "Give the name in Latin letters."))
    default: explanationOfOrder
    }
  }

  private var explanationOfOrder: Explanation {
    if case .executionIsPast(let day, let today) = self {
      return Explanation(
        what: Words(
          "Le \(longDay(day).french) est passé : nous sommes le \(longDay(today).french).",
          "\(longDay(day).english) is past: today is \(longDay(today).english)."),
        why: Words(
          "Une banque refuse un ordre daté dans le passé.",
          "A bank refuses an order dated in the past."),
        remedy: Words(
          "Annulez le paiement (soleil payment cancel) et préparez-le à un jour à venir.",
          "Cancel the payment (soleil payment cancel) and prepare it on a day to come."))
    }
    guard case .transferIsOutOfRange(let name, let amount) = self else { return blank }
    return Explanation(
      what: Words(
        "Le virement « \(name) » est de \(euros(amount).french).",
        "Transfer “\(name)” is of \(euros(amount).english)."),
      why: Words(
        "Un virement SEPA va de 0,01 € à 999 999 999,99 €.",
        "A SEPA transfer goes from €0.01 to €999,999,999.99."),
      remedy: Words("Vérifiez ce qui est dû.", "Check what is owed."))
  }
}

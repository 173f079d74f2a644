extension HelpWords {
  /// `payment`.
  public static let payment = Words(
    "Ce qui est payé aux associés, net de prélèvements.",
    "What members are paid, net of taxes.")
  /// `payment prepare`.
  public static let paymentPrepare = Words(
    "Paie à une date ce qui est dû : prélèvements, écriture, virements.",
    "Pays on a day what is owed: taxes, entry, transfers.")
  /// `payment list`.
  public static let paymentList = Words(
    "Les paiements, et ce qui est revenu de la banque.",
    "The payments, and what came back from the bank.")
  /// `payment show`.
  public static let paymentShow = Words(
    "Un paiement, associé par associé.", "A payment, member by member.")
  /// `payment returned`.
  public static let paymentReturned = Words(
    "Un virement revenu de la banque : la somme est de nouveau due, l'impôt reste prélevé.",
    "A transfer that came back: the sum is owed again, the tax stays withheld.")
  /// `payment cancel`.
  public static let paymentCancel = Words(
    "Annule un paiement que la banque n'a jamais exécuté.",
    "Undoes a payment that the bank never carried out.")
  /// `payment taxes`.
  public static let paymentTaxes = Words(
    "La déclaration 2777 d'un mois, et son paiement.",
    "The return 2777 of a month, and its payment.")
  /// `payment attest`.
  public static let paymentAttest = Words(
    "Note l'attestation fiscale d'un associé.", "Notes what a member told about taxes.")
  /// `payment unclaimed`.
  public static let paymentUnclaimed = Words(
    "Les dividendes que personne n'a reçus, et leur prescription.",
    "The dividends that nobody was paid, and when they go to the State.")
  /// `payment prescribe`.
  public static let paymentPrescribe = Words(
    "Verse à l'État ce qu'un associé n'a pas réclamé en cinq ans.",
    "Hands to the State what a member did not claim in five years.")
  /// `export sepa`.
  public static let exportSEPA = Words(
    "Les virements d'un paiement, pour la banque (pain.001.001.09).",
    "The transfers of a payment, for the bank (pain.001.001.09).")
  /// `export ifu`.
  public static let exportIFU = Words(
    "La déclaration annuelle 2561 des revenus versés (TD-RCM).",
    "The yearly return 2561 of the incomes paid (TD-RCM).")
  /// The reference of a payment.
  public static let paymentReference = Words(
    "La référence du paiement.", "The payment's reference.")
  /// The reference of a new payment.
  public static let paymentNewReference = Words(
    "Sa référence, par exemple DIV-2025.", "Its reference, such as DIV-2025.")
  /// `--pay-on`.
  public static let payOn = Words(
    "Le jour du paiement, qui décide des taux.", "The day of payment, which decides the rates.")
  /// `--interest`.
  public static let payInterest = Words(
    "Paie les intérêts des avances au lieu des dividendes.",
    "Pays the interest of advances instead of dividends.")
  /// `--minimum`.
  public static let payMinimum = Words(
    "Le montant net minimal ; le reste attend.", "The least net amount; the rest waits.")
  /// `--member`.
  public static let payMember = Words(
    "Seulement ces associés.", "Only these members.")
  /// The reference of a transfer.
  public static let endToEnd = Words(
    "La référence du virement, rendue par la banque.",
    "The transfer's reference, as the bank gives it back.")
  /// `--reason` of a return.
  public static let returnReason = Words(
    "Le motif ou le code de la banque, par exemple AC04.",
    "The bank's reason or code, such as AC04.")
  /// `--on` of a return.
  public static let returnDay = Words("Le jour du retour.", "The day it came back.")
  /// `--reason` of a cancellation.
  public static let cancelReason = Words("Pourquoi.", "Why.")
  /// `--pay-on` of taxes.
  public static let taxesPayOn = Words(
    "Passe le paiement de la déclaration à ce jour.",
    "Posts the payment of the return on this day.")
  /// `--kind` of an attestation.
  public static let attestKind = Words(
    "dividend, interest (dispense d'acompte), abroad ou resident (domicile fiscal).",
    "dividend, interest (to be spared the advance), abroad or resident (home for taxes).")
  /// `--year` of an attestation.
  public static let attestYear = Words(
    "L'année des paiements visés.", "The year of the payments it is for.")
  /// `--received`.
  public static let attestReceived = Words(
    "Le jour où elle a été reçue.", "The day it was received.")
  /// `--paper`.
  public static let attestPaper = Words(
    "Le document, dont le livre garde l'empreinte seule.",
    "The paper, of which the book keeps the digest alone.")
  /// `--iban`.
  public static let ownIBAN = Words(
    "L'IBAN de la coopérative.", "The cooperative's IBAN.")
  /// `--bic`.
  public static let ownBIC = Words(
    "Son BIC, si la banque y tient.", "Its BIC, if the bank wants it.")
  /// `--details`.
  public static let details = Words(
    "CSV qui complète les coordonnées du livre (member, name, iban, sex, siret…) sans y entrer.",
    "CSV that adds to the book's details (member, name, iban, sex, siret…) without entering it.")
  /// `payment advances`.
  public static let paymentAdvances = Words(
    "Les avances des associés : capital, intérêts d'une année civile, part déductible.",
    "What members lend: principal, interest of a calendar year, deductible part.")
  /// The year of incomes.
  public static let incomeYear = Words(
    "L'année civile des paiements : AAAA.", "The calendar year of the payments: YYYY.")
  /// `--siret`.
  public static let siret = Words("Le SIRET du siège.", "The SIRET of the seat.")
  /// `--street`.
  public static let street = Words("Sa voie.", "Its street.")
  /// `--postcode`.
  public static let postcode = Words("Son code postal.", "Its postcode.")
  /// `--contact`.
  public static let contact = Words(
    "Qui l'administration peut joindre.", "Whom the administration may ask.")
  /// `--phone`.
  public static let phone = Words("Son téléphone.", "Their telephone.")
  /// `--email`.
  public static let email = Words("Son adresse électronique.", "Their e-mail address.")
  /// `--correction`.
  public static let correction = Words(
    "Remplace une déclaration déjà déposée.", "Replaces a return that was filed.")
}

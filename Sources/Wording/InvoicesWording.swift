public import Invoices
import Units

extension InvoiceRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .invoiceHasNoLine, .lineIsNotItsProduct, .vatIsNotItsRate, .invoiceDoesNotSum,
      .reverseChargeDoesNotFit,
      .rowsOfInvoiceDiffer:
      explanationOfSums
    case .contractIsUnknown, .contractNumberIsShared, .partyIsNotOfTheContract, .partyIsUnknown,
      .accountIsMissing, .accountIsNoCharge:
      explanationOfNames
    case .periodIsMissing, .contractIsNotInForce, .periodIsOutOfTurn, .earlierMonthIsOpen,
      .vatDoesNotFitTheContract, .invoiceIsAnother, .invoiceIsUnknown, .correctedIsUnknown:
      explanationOfTurn
    case .fileIsNoInvoice, .fieldIsMissing, .fieldIsMalformed, .currencyIsNotEuro:
      explanationOfFile
    case .vatIsDeclared, .periodIsOpen, .periodIsNotOfMonths, .refundExceedsTheCredit,
      .refundIsTooSmall, .nothingToDeclare:
      explanationOfVAT
    }
  }

  private var explanationOfSums: Explanation {
    switch self {
    case .lineIsNotItsProduct(let number, let line, let product, let told):
      Explanation(
        what: Words(
          "Facture \(number), ligne \(line) : énergie × prix fait \(euros(product).french), la "
            + "facture dit \(euros(told).french).",
          "Invoice \(number), line \(line): energy × price makes \(euros(product).english), the "
            + "invoice says \(euros(told).english)."),
        why: Words(
          "Au-delà d'un centime ce n'est plus un arrondi : un des trois chiffres est faux.",
          "Beyond a cent it is no rounding: one of the three figures is wrong."),
        remedy: Words(
          "Recopiez la ligne de la facture, ou demandez-en une rectifiée.",
          "Copy the line from the invoice, or ask for a corrected one."))
    case .vatIsNotItsRate(let number, let rate, let product, let told):
      Explanation(
        what: Words(
          "Facture \(number) : la TVA au taux \(decimal(rate).french) ferait "
            + "\(euros(product).french), la facture dit \(euros(told).french).",
          "Invoice \(number): VAT at the rate \(decimal(rate).english) would be "
            + "\(euros(product).english), the invoice says \(euros(told).english)."),
        why: Words(
          "Une TVA fausse ne se déduit pas (CGI, art. 271 ; EN 16931, BR-S-09).",
          "Wrong VAT cannot be deducted (CGI, art. 271; EN 16931, BR-S-09)."),
        remedy: Words(
          "Vérifiez base et taux ; sinon demandez une facture rectifiée.",
          "Check base and rate; else ask for a corrected invoice."))
    case .invoiceDoesNotSum(let number, let sum, let told):
      Explanation(
        what: Words(
          "Facture \(number) : lignes et TVA font \(euros(sum).french), le total dit "
            + "\(euros(told).french).",
          "Invoice \(number): lines and VAT make \(euros(sum).english), the total says "
            + "\(euros(told).english)."),
        why: Words(
          "Il manque une ligne, ou un montant est faux : rien n'est comptabilisé.",
          "A line is missing, or an amount is wrong: nothing is booked."),
        remedy: Words("Complétez les lignes ou le total.", "Complete the lines or the total."))
    case .rowsOfInvoiceDiffer(let column):
      Explanation(
        what: Words(
          "Les lignes d'une même facture n'ont pas le même « \(column) », ou ne se suivent pas.",
          "The rows of one invoice do not have the same “\(column)”, or do not stand together."),
        why: Words(
          "Une facture a une date, un contrat et une période, répétés à chaque ligne.",
          "An invoice has one date, contract and period, repeated on each row."),
        remedy: Words(
          "Accordez et regroupez les lignes.", "Make the rows agree, and group them."))
    case .reverseChargeDoesNotFit(let number, let base, let net):
      reverseCharge(number, base, net)
    default: withoutLine
    }
  }

  private func reverseCharge(_ number: String, _ base: Cents, _ net: Cents) -> Explanation {
    Explanation(
      what: Words(
        "Facture \(number) : l'autoliquidation porte sur \(euros(base).french), les lignes sur "
          + "\(euros(net).french), ou c'est une vente.",
        "Invoice \(number): the reverse charge is on \(euros(base).english), the lines on "
          + "\(euros(net).english), or it is a sale."),
      why: Words(
        "C'est l'acheteur qui doit la TVA d'une autoliquidation, une fois. (CGI art. 283)",
        "Under a reverse charge the buyer owes the VAT, once. (CGI art. 283)"),
      remedy: Words(
        "Pour un achat, mettez reverse_charge ou vat selon la facture ; une vente n'en porte pas.",
        "For a purchase, give reverse_charge or vat as the invoice says; a sale has none."))
  }

  private var withoutLine: Explanation {
    let number = if case .invoiceHasNoLine(let number) = self { number } else { "" }
    return Explanation(
      what: Words("La facture \(number) n'a aucune ligne.", "Invoice \(number) has no line."),
      why: Words(
        "Sans ligne, rien ne dit ce qui est payé.", "Without a line nothing says what is paid for."),
      remedy: Words(
        "Ajoutez « lines » : énergie, prix, montant.", "Add “lines”: energy, price, amount."))
  }

  private var explanationOfFile: Explanation {
    switch self {
    case .fieldIsMissing(let field):
      Explanation(
        what: Words("Le champ « \(field) » manque.", "The field “\(field)” is missing."),
        why: Words(
          "Une facture ne se comptabilise pas sans lui (CGI ann. II, art. 242 nonies A).",
          "An invoice cannot be booked without it (CGI ann. II, art. 242 nonies A)."),
        remedy: Words(
          "Demandez un fichier complet, ou saisissez la facture en TOML.",
          "Ask for a complete file, or enter the invoice as TOML."))
    case .fieldIsMalformed(let field, let value):
      Explanation(
        what: Words(
          "Le champ « \(field) » vaut « \(value) », qui ne se lit pas.",
          "The field “\(field)” is “\(value)”, which cannot be read."),
        why: Words(
          "Deviner un montant ou un mot ferait une écriture fausse.",
          "To guess an amount or a word would make a wrong entry."),
        remedy: Words(
          "Écrivez des centimes entiers, des jours AAAA-MM-JJ, et les mots du modèle.",
          "Write whole cents, days YYYY-MM-DD, and the words of the template."))
    case .currencyIsNotEuro(let currency):
      Explanation(
        what: Words("La facture est en « \(currency) ».", "The invoice is in “\(currency)”."),
        why: Words(
          "Le livre est tenu en euros (C. com., art. L123-22).",
          "The book is kept in euros (C. com., art. L123-22)."),
        remedy: Words(
          "Passez-la par « soleil post », au cours du jour.",
          "Enter it with “soleil post”, at the day's rate."))
    default:
      Explanation(
        what: Words(
          "Ce fichier n'est pas une facture que l'on sait lire.",
          "This file is no invoice in a form that is read."),
        why: Words(
          "On lit TOML (soleil-invoice/1), CSV, et le XML CII d'une facture Factur-X.",
          "TOML (soleil-invoice/1), CSV and the CII XML of a Factur-X invoice are read."),
        remedy: Words(
          "Extrayez factur-x.xml du PDF, ou saisissez la facture en TOML.",
          "Extract factur-x.xml from the PDF, or enter the invoice as TOML."))
    }
  }
}

import Agreements
import Units

extension AgreementRefusal {
  var explanationOfSale: Explanation {
    switch self {
    case .chargeAccountIsMalformed(let account):
      Explanation(
        what: Words(
          "« \(account) » n'est pas un compte de charge.", "“\(account)” is no account of charges."),
        why: Words(
          "Un service se compte en classe 6, à six chiffres (PCG).",
          "A service is counted in class 6, six digits (PCG)."),
        remedy: Words(
          "Écrivez par exemple 615600 (maintenance).", "Write for example 615600 (maintenance)."))
    case .priceIsRepeated(let contract, let day):
      Explanation(
        what: Words(
          "Le contrat « \(contract) » donne deux prix à partir du \(longDay(day).french).",
          "Contract “\(contract)” gives two prices from \(longDay(day).english) on."),
        why: Words(
          "Rien ne dit lequel des deux l'acheteur paiera.",
          "Nothing says which of the two the buyer will pay."),
        remedy: Words("Gardez-en un seul par date.", "Keep one of them for each date."))
    case .partsDoNotSum(let price):
      Explanation(
        what: Words(
          "Les composantes données ne font pas \(decimal(price).french) €.",
          "The parts given do not make €\(decimal(price).english)."),
        why: Words(
          "Un prix et ses composantes doivent dire la même chose, au dernier chiffre.",
          "A price and its parts must say the same, to the last digit."),
        remedy: Words(
          "Reprenez le prix et « parts » du contrat ou de la facture.",
          "Take the price and “parts” again from the contract or the invoice."))
    case .vatRateIsOutOfRange(let percent):
      Explanation(
        what: Words(
          "Le taux de TVA donné est \(decimal(percent).french) %.",
          "The rate of VAT given is \(decimal(percent).english)%."),
        why: Words(
          "Un taux va de 0 exclu à 100 %, et ne s'écrit que si nous facturons la TVA : en "
            + "autoliquidation, l'acheteur la doit (CGI, art. 283-2 quinquies).",
          "A rate goes from 0, excluded, to 100%, and stands only where we charge VAT: under the "
            + "reverse charge the buyer owes it (CGI, art. 283-2 quinquies)."),
        remedy: Words(
          "Écrivez vat_percent = \"20\" avec vat = \"standard\", ou ôtez-le.",
          "Write vat_percent = \"20\" with vat = \"standard\", or remove it."))
    default: explanationOfIndex
    }
  }

  private var explanationOfIndex: Explanation {
    switch self {
    case .indexIsOutOfRange(let value):
      Explanation(
        what: Words(
          "La valeur d'indice \(decimal(value).french) n'en est pas une.",
          "The figure \(decimal(value).english) is none of an index."),
        why: Words(
          "Un indice publié est positif, sous un million, à quatre décimales au plus ; le prix de "
            + "l'année en dépend.",
          "A published index is above zero, below a million, with four decimals at most; the "
            + "year's price hangs on it."),
        remedy: Words(
          "Recopiez la valeur publiée : \"136.0\".", "Copy the figure as published: \"136.0\"."))
    case .indexIsPublishedBeforeItsMonth(let month, let published):
      Explanation(
        what: Words(
          "L'indice de \(longMonth(month).french) serait publié le \(longDay(published).french).",
          "The index of \(longMonth(month).english) would be published on "
            + "\(longDay(published).english)."),
        why: Words(
          "Un indice se publie après le mois qu'il mesure : publié trop tôt, il compterait trop tôt.",
          "An index is published after the month it measures: too soon, it would count too soon."),
        remedy: Words("Vérifiez « month » et « published ».", "Check “month” and “published”."))
    case .weightIsOutOfRange(let weight):
      Explanation(
        what: Words(
          "Le coefficient vaut \(decimal(weight).french).",
          "The coefficient is \(decimal(weight).english)."),
        why: Words(
          "Chaque coefficient de L = a + b·I/I₀ + c·J/J₀ va de 0 à 1, à six décimales au plus.",
          "Each coefficient of L = a + b·I/I₀ + c·J/J₀ goes from 0 to 1, with six decimals at most."
        ),
        remedy: Words("Écrivez par exemple \"0.1\".", "Write for example \"0.1\"."))
    default:
      Explanation(
        what: Words(
          "Les coefficients de la formule d'indexation ne font pas 1.",
          "The coefficients of the price formula do not make 1."),
        why: Words(
          "Avec des indices inchangés, le prix doit rester le prix : a + b + c = 1.",
          "With indices unchanged the price must stay the price: a + b + c = 1."),
        remedy: Words(
          "Reprenez a et les sections [[purchase_contract.indexation.term]] du contrat.",
          "Take a and the sections [[purchase_contract.indexation.term]] again from the contract."))
    }
  }
}

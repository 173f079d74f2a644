public import Agreements
public import Bookings
public import Invoices
public import Units

/// The words of sales, invoices and VAT.
public enum SaleWords {
  /// The number of an invoice.
  public static let number = Words("Facture", "Invoice")
  /// When it was issued.
  public static let issued = Words("Émise le", "Issued")
  /// The other party.
  public static let party = Words("Tiers", "Party")
  /// The first day of a period.
  public static let first = Words("Du", "From")
  /// Its last day.
  public static let last = Words("Au", "To")
  /// What is to be paid.
  public static let total = Words("Total TTC", "Total")
  /// What was accrued.
  public static let accrued = Words("Déjà compté", "Accrued")
  /// What no closing has accrued yet.
  public static let pending = Words("Mois ouvert", "Open month")
  /// The true-up.
  public static let trueUp = Words("Écart", "True-up")
  /// What of it comes from the energy.
  public static let byEnergy = Words("dont kWh", "of it kWh")
  /// What of it comes from the price.
  public static let byPrice = Words("dont prix", "of it price")
  /// Paid in advance.
  public static let prepaid = Words("D'avance", "In advance")
  /// Charged.
  public static let charged = Words("Charge", "Charge")
  /// A price of energy.
  public static let price = Words("€/kWh", "€/kWh")
  /// From which day a price holds.
  public static let from = Words("À partir du", "From")
  /// The coefficient of indexation.
  public static let coefficient = Words("L", "L")
  /// What the indices make of the price.
  public static let computed = Words("Calculé", "Computed")
  /// What the buyer tells.
  public static let announced = Words("Annoncé", "Announced")
  /// What the buyer's figure has more.
  public static let difference = Words("Différence", "Difference")
  /// The figures a coefficient comes from.
  public static let indices = Words("Indices", "Indices")
  /// What is awaited.
  public static let expected = Words("Attendu", "Expected")
  /// Where an invoice stands.
  public static let state = Words("État", "State")
  /// A premium.
  public static let premium = Words("Prime", "Premium")
  /// An unknown figure.
  public static let unknown = Words("inconnu", "unknown")

  /// What of the VAT is to be paid.
  public static let vatDue = Words("TVA à payer", "VAT to pay")
  /// What of it was asked back.
  public static let refunded = Words("Remboursement", "Refund")
  /// What credit is carried on.
  public static let carriedOn = Words("À reporter", "Carried on")

  /// What a line of a sale is for.
  public static func name(_ kind: SaleLine.Kind) -> Words {
    switch kind {
    case .energy: Words("énergie", "energy")
    case .aboveCap: Words("au-delà du plafond", "above the cap")
    case .fixed: Words("terme fixe", "fixed term")
    }
  }

  /// What a line of an invoice is for.
  public static func name(_ kind: Invoice.LineKind) -> Words {
    switch kind {
    case .energy: Words("énergie", "energy")
    case .premium: Words("prime", "premium")
    case .other: Words("autre", "other")
    }
  }

  /// Whether we sell or buy.
  public static func name(_ kind: Invoice.Kind) -> Words {
    kind == .sale ? Words("vente", "sale") : Words("achat", "purchase")
  }

  /// Where the invoice of a period stands.
  public static func state(isTaken: Bool, isLate: Bool) -> Words {
    isTaken
      ? Words("reçue", "taken in")
      : isLate ? Words("attendue", "awaited") : Words("à venir", "to come")
  }

  /// A price, exact.
  public static func price(_ price: Ratio) -> Words { decimal(price) }

  /// The figures of a coefficient.
  public static func figures(_ used: [IndexValue]) -> Words {
    used.enumerated().reduce(Words(both: "")) { words, item in
      words + Words(both: "\(item.offset > 0 ? "; " : "")\(item.element.id) \(item.element.month) ")
        + decimal(item.element.value)
    }
  }

  /// An invoice was taken in.
  public static func taken(_ record: InvoiceRecord, entry: String, isNew: Bool) -> Words {
    let invoice = record.invoice
    guard isNew else {
      return Words(
        "Facture \(invoice.number) : déjà connue, écriture \(entry).",
        "Invoice \(invoice.number): known already, entry \(entry).")
    }
    let head =
      Words("Facture \(invoice.number) : ", "Invoice \(invoice.number): ")
      + euros(invoice.total) + Words(", écriture \(entry).", ", entry \(entry).")
    return head + (record.trueUp.map(told) ?? Words(both: ""))
      + record.charges.reduce(Words(both: "")) { $0 + told($1) }
  }

  private static func told(_ trueUp: TrueUp) -> Words {
    let byEnergy = (try? trueUp.byEnergy()) ?? .zero
    let byPrice = trueUp.difference - byEnergy
    func line(_ label: Words, _ amount: Cents) -> Words {
      Words(both: "\n  ") + label + Words(both: " ") + euros(amount)
    }
    return line(Words("déjà compté         ", "accrued so far      "), trueUp.accrued)
      + (trueUp.pending == .zero
        ? Words(both: "")
        : line(Words("jours du mois ouvert", "days of open month  "), trueUp.pending))
      + line(Words("écart               ", "true-up             "), trueUp.difference)
      + Words(" (kWh ", " (kWh ") + euros(byEnergy) + Words(", prix ", ", price ")
      + euros(byPrice) + Words(both: ")")
      + line(Words("facturé hors taxe   ", "invoiced before VAT "), trueUp.invoiced)
  }

  private static func told(_ charge: ChargeSplit) -> Words {
    let head =
      Words(both: "\n  \(charge.account)") + Words(" charge ", " charge ") + euros(charge.charged)
    let accrued =
      charge.accrued == .zero
      ? Words(both: "") : Words(", déjà compté ", ", accrued ") + euros(charge.accrued)
    let prepaid =
      charge.prepaid == .zero
      ? Words(both: "") : Words(", d'avance ", ", in advance ") + euros(charge.prepaid)
    return head + accrued + prepaid
  }

  /// The lines of a return of VAT, each with its amount.
  public static func lines(_ form: VATReturn) -> [(Words, Cents)] {
    let taxed = form.taxed.sorted { $0.key < $1.key }.map { rate, base in
      (
        Words(
          "Ventes taxées à \(decimal(rate).french)", "Sales taxed at \(decimal(rate).english)"),
        base
      )
    }
    let selfAssessed = form.selfAssessed.sorted { $0.key < $1.key }.map { rate, base in
      (
        Words(
          "Achats dont nous devons la TVA, à \(decimal(rate).french)",
          "Purchases whose VAT we owe, at \(decimal(rate).english)"), base
      )
    }
    return taxed + selfAssessed + [
      (
        Words(
          "Autres opérations non imposables (autoliquidation)",
          "Other operations not taxed (reverse charge)"), form.reverseCharged
      ),
      (Words("TVA collectée (44571)", "VAT collected (44571)"), form.collected),
      (
        Words("TVA déductible, biens et services (44566)", "Input VAT, goods and services (44566)"),
        form.deductible
      ),
      (
        Words("TVA déductible, immobilisations (44562)", "Input VAT, fixed assets (44562)"),
        form.deductibleOnPlants
      ),
      (Words("Crédit reporté (44567)", "Credit carried in (44567)"), form.carriedIn),
      (Words("TVA à payer (44551)", "VAT to pay (44551)"), form.due),
      (Words("Crédit de TVA", "Credit of VAT"), form.credit),
      (Words("Remboursement demandé (44583)", "Refund asked for (44583)"), form.refund),
      (Words("Crédit à reporter (44567)", "Credit carried on (44567)"), form.carriedOut),
    ]
  }

  /// A return was entered.
  public static func declared(entry: String, isNew: Bool) -> Words {
    isNew
      ? Words("\nDéclaration passée, écriture \(entry).", "\nReturn entered, entry \(entry).")
      : Words(
        "\nDéclaration déjà passée, écriture \(entry).", "\nReturn entered already, entry \(entry)."
      )
  }
}

extension HelpWords {
  /// `invoice`.
  public static let invoice = Words(
    "Les factures : ce qu'elles soldent, ce qui est attendu.",
    "Invoices: what they true up, what is awaited.")
  /// `invoice import`.
  public static let invoiceImport = Words(
    "Prend des factures : l'acheteur d'électricité, les fournisseurs.",
    "Takes invoices in: the buyer of electricity, suppliers.")
  /// Files of invoices.
  public static let invoiceFiles = Words(
    "Des fichiers TOML, CSV ou XML (Factur-X), ou leurs dossiers.",
    "TOML, CSV or XML (Factur-X) files, or their folders.")
  /// `--late` of an invoice.
  public static let invoiceLate = Words(
    "Passe au premier jour ouvert celle d'un mois clos, avec sa vraie date.",
    "Enters one of a closed month on the first open day, with its true date.")
  /// `--account` of an invoice.
  public static let invoiceAccount = Words(
    "Le compte des lignes d'achat qui n'en disent pas (Factur-X).",
    "The account of purchase lines that tell none (Factur-X).")
  /// `invoice list`.
  public static let invoiceList = Words("Les factures prises.", "The invoices taken in.")
  /// `invoice show`.
  public static let invoiceShow = Words(
    "Une facture : ses lignes et l'écart expliqué.", "An invoice: its lines, the true-up explained."
  )
  /// The number of an invoice.
  public static let invoiceNumber = Words("Le numéro de la facture.", "The invoice's number.")
  /// `invoice due`.
  public static let invoiceDue = Words(
    "Le calendrier de facturation, avec les montants attendus.",
    "The billing calendar, with the amounts expected.")
  /// `prices`.
  public static let prices = Words(
    "Les prix d'un contrat : indices, coefficient, chiffre de l'acheteur.",
    "The prices of a contract: indices, coefficient, the buyer's figure.")
  /// A purchase contract.
  public static let purchaseContract = Words("Le contrat d'achat.", "The purchase contract.")
  /// `vat`.
  public static let vat = Words("La TVA : position, déclaration.", "VAT: position, return.")
  /// `vat show`.
  public static let vatShow = Words(
    "La position de TVA de mois entiers.", "The VAT position of whole months.")
  /// `vat declare`.
  public static let vatDeclare = Words(
    "Passe la déclaration de mois clos : dû, crédit, remboursement.",
    "Enters the return of closed months: due, credit, refund.")
  /// `vat list`.
  public static let vatList = Words("Les déclarations passées.", "The returns entered.")
  /// `--refund`.
  public static let refund = Words(
    "Le remboursement demandé, en centimes.", "The refund asked for, in cents.")
  /// The day of a return.
  public static let declareOn = Words(
    "Le jour de l'écriture ; aujourd'hui sinon.", "The day of the entry; else today.")
}

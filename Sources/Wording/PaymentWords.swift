public import Agreements
public import Payments
public import Tables
public import Units

/// The words of payments, taxes and returns.
public enum PaymentWords {
  /// A levy.
  public static func name(_ levy: Levy) -> Words {
    switch levy {
    case .incomeTax: Words("acompte d'impôt sur le revenu", "advance on income tax")
    case .csg: Words("CSG", "CSG (social contribution)")
    case .crds: Words("CRDS", "CRDS (social debt)")
    case .solidarity: Words("prélèvement de solidarité", "solidarity levy")
    }
  }

  /// What is wrong with an account number.
  public static func name(_ fault: AccountNumber.Fault) -> Words {
    switch fault {
    case .malformed: Words("n'a pas la forme d'un IBAN.", "is malformed.")
    case .outsideSepa:
      Words("est d'un pays hors de la zone SEPA.", "is of a country outside SEPA.")
    case .wrongLength:
      Words("n'a pas la longueur de son pays.", "has not the length of its country.")
    case .wrongCheckDigits: Words("a une clé fausse.", "has wrong check digits.")
    }
  }

  /// How an income is taxed.
  public static func name(_ status: TaxStatus) -> Words {
    switch status {
    case .person: Words("tous prélèvements", "every levy")
    case .exempt: Words("dispensé d'acompte", "spared the advance")
    case .organisation: Words("sans prélèvement", "nothing withheld")
    }
  }

  /// A kind of income.
  public static func name(_ kind: IncomeKind) -> Words {
    kind == .dividend ? Words("dividendes", "dividends") : Words("intérêts", "interest")
  }

  /// Columns.
  public static let gross = Words("Brut", "Gross")
  /// What is withheld for income tax.
  public static let incomeTax = Words("Acompte IR", "Income tax")
  /// What is withheld for the social levies.
  public static let social = Words("Prél. sociaux", "Social levies")
  /// What reaches the member.
  public static let net = Words("Net", "Net")
  /// How an income is taxed.
  public static let status = Words("Régime", "Taxed")
  /// A reference of a payment.
  public static let reference = Words("Référence", "Reference")
  /// The day of a payment.
  public static let paidOn = Words("Payé le", "Paid on")
  /// The kind of income.
  public static let kind = Words("Revenus", "Income")
  /// How many payments.
  public static let count = Words("Virements", "Transfers")
  /// A levy.
  public static let levy = Words("Prélèvement", "Levy")
  /// The line of a form.
  public static let line = Words("Ligne", "Line")
  /// A rate.
  public static let rate = Words("Taux", "Rate")
  /// A base in euros.
  public static let base = Words("Base", "Base")
  /// A tax in euros.
  public static let tax = Words("Impôt", "Tax")
  /// What was withheld.
  public static let withheld = Words("Prélevé", "Withheld")
  /// From which day it could be paid.
  public static let payable = Words("Exigible le", "Payable on")
  /// When it goes to the State.
  public static let prescribed = Words("Prescrit le", "Prescribed on")
  /// When it came back.
  public static let returnedOn = Words("Revenu le", "Came back on")
  /// Why it came back.
  public static let reason = Words("Motif", "Reason")
  /// An agreement.
  public static let agreement = Words("Convention", "Agreement")
  /// What it is.
  public static let nature = Words("Nature", "Nature")
  /// How days are counted.
  public static let dayCount = Words("Jours", "Days")
  /// What stands.
  public static let principal = Words("Capital", "Principal")
  /// The interest of the year.
  public static let interest = Words("Intérêts", "Interest")
  /// What may be deducted.
  public static let deductible = Words("Déductible", "Deductible")
  /// What is added back.
  public static let addedBack = Words("À réintégrer", "Added back")

  /// What an advance is.
  public static func name(_ nature: Advance.Nature) -> Words {
    nature == .currentAccount
      ? Words("compte courant", "current account") : Words("prêt citoyen", "citizens' loan")
  }

  /// Why the deductible part is not known, and what the law asks besides.
  public static func notes(cap: Ratio?, hasPublicBody: Bool) -> Words {
    var words =
      cap.map {
        Words("\nTaux plafond de l'année : ", "\nCap of the year: ") + percent($0)
          + Words(
            " ; capital entièrement libéré exigé (CGI, art. 39-1-3° et 212).",
            "; the capital must be fully paid up (CGI, art. 39-1-3° and 212).")
      }
      ?? Words(
        "\nLe taux plafond de l'année n'est pas encore connu en entier (CGI, art. 39-1-3°).",
        "\nThe cap of the year is not known in full yet (CGI, art. 39-1-3°).")
    if hasPublicBody {
      words =
        words
        + Words(
          "\nUne collectivité prête : durée et montant sont bornés (CGCT, art. L1522-5), à vérifier.",
          "\nA public body lends: term and amount are bounded (CGCT, art. L1522-5), to be checked.")
    }
    return words
  }

  /// Everything together.
  public static let total = Words("Total", "Total")

  /// A rate in percent: `12,8 %`.
  public static func percent(_ rate: Ratio) -> Words {
    decimal(Ratio(rate.numerator * 100, rate.denominator)) + Words("\u{00A0}%", "%")
  }

  /// Whole euros.
  public static func wholeEuros(_ euros: Int64) -> Words {
    Words("\(number(euros).french)\u{00A0}€", "€\(number(euros).english)")
  }
}

extension Outcomes {
  /// What `payment prepare` did.
  public static func prepared(
    _ batch: PaymentBatch, entry: String, waiting: Int, isNew: Bool, dryRun: Bool
  ) -> Words {
    guard isNew else {
      return Words(
        "Le paiement « \(batch.reference) » est déjà au livre : rien n'a changé.",
        "Payment “\(batch.reference)” is in the book already: nothing changed.")
    }
    let head =
      dryRun
      ? Words("À blanc, rien n'a changé. ", "A trial run; nothing changed. ") : Words(both: "")
    let rest =
      waiting == 0
      ? Words(both: "")
      : Words(both: "\n")
        + Outcomes.count(
          waiting, ("virement attend", "virements attendent"), ("transfer waits", "transfers wait"))
        + Words(" : sous le montant minimal.", ": below the least amount.")
    return head
      + Outcomes.count(
        batch.payments.count, ("virement", "virements"), ("transfer", "transfers"))
      + Words(
        ", \(euros(batch.net).french) net, le \(longDay(batch.paidOn).french), écriture \(entry).",
        ", \(euros(batch.net).english) net, on \(longDay(batch.paidOn).english), entry \(entry)."
      ) + rest
  }

  /// What `payment returned` did.
  public static func cameBack(_ name: String, _ amount: Cents, entry: String) -> Words {
    Words(
      "Le virement « \(name) » est revenu : \(euros(amount).french) de nouveau dus, écriture \(entry).",
      "Transfer “\(name)” came back: \(euros(amount).english) owed again, entry \(entry).")
  }

  /// What `payment cancel` did.
  public static func cancelled(_ reference: String, entry: String) -> Words {
    Words(
      "Le paiement « \(reference) » est annulé, écriture \(entry).",
      "Payment “\(reference)” is cancelled, entry \(entry).")
  }

  /// What a month's return asks.
  public static func taxes(
    _ form: MonthlyReturn, isDeclared: Bool, entry: String?
  ) -> Words {
    var words = Words(
      "À payer : \(euros(form.toPay).french), au plus tard le \(longDay(form.due).french).",
      "To pay: \(euros(form.toPay).english), by \(longDay(form.due).english).")
    if form.rounding != .zero {
      let (amount, isLess) = (euros(form.rounding.magnitude), form.rounding.isNegative)
      words =
        words
        + Words(
          "\nL'arrondi à l'euro fait \(amount.french) de \(isLess ? "moins" : "plus") que le prélevé (CGI, art. 1657).",
          "\nRounding to the euro makes \(amount.english) \(isLess ? "less" : "more") than was withheld (CGI, art. 1657)."
        )
    }
    if !form.isConfirmed {
      words =
        words
        + Words(
          "\nÀ vérifier sur le formulaire de l'année : les lignes changent.",
          "\nTo be checked on this year's form: lines change.")
    }
    if let entry {
      words = words + Words("\nPayé, écriture \(entry).", "\nPaid, entry \(entry).")
    } else if isDeclared {
      words = words + Words("\nDéjà déclaré et payé.", "\nDeclared and paid already.")
    }
    return words
  }

  /// What `payment attest` did.
  public static func attested(_ attestation: Attestation, isNew: Bool) -> Words {
    let head = Words(
      isNew
        ? "Attestation de \(attestation.member) notée pour \(attestation.year)."
        : "Attestation déjà connue : rien n'a changé.",
      isNew
        ? "Attestation of \(attestation.member) noted for \(attestation.year)."
        : "Attestation known already: nothing changed.")
    guard let kind = attestation.kind.spares else { return head }
    let limits = Attestation.incomeLimits(kind)
    return head
      + Words(
        "\nElle suppose un revenu fiscal de référence de l'avant-dernière année inférieur à \(euros(limits.single).french) (\(euros(limits.joint).french) à deux).",
        "\nIt supposes a reference income two years before below \(euros(limits.single).english) (\(euros(limits.joint).english) jointly)."
      )
  }

  /// What `payment prescribe` did.
  public static func prescribed(_ member: String, _ amount: Cents, entry: String) -> Words {
    Words(
      "\(euros(amount).french) de \(member) vont à l'État, écriture \(entry).",
      "\(euros(amount).english) of \(member) goes to the State, entry \(entry).")
  }
}

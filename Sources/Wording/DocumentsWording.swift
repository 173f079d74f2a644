import Tables
public import Units

/// What a member's statement says, in both languages: plain words for people who are no accountants.
public enum StatementWords {
  /// The title above the month.
  public static let title = Words("Votre relevé mensuel", "Your monthly statement")
  /// The name of the file's subject, for the window of a reader.
  public static func documentTitle(_ month: Month, member: String) -> Words {
    title + Words(both: " · ") + longMonth(month) + Words(both: " · \(member)")
  }

  /// Member number and college below the name.
  public static func member(_ number: String, college: String) -> Words {
    Words(
      "n° d'associé \(number) · collège : \(college)", "member no. \(number) · college: \(college)"
    )
  }

  /// What the company is, below its name.
  public static func company(_ legalForm: String, siren: String, office: String) -> Words {
    Words(both: "\(legalForm) · SIREN \(siren) · \(office)")
  }

  /// The heading of the card that shows the holding.
  public static let cardShares = Words("Vos parts", "Your shares")
  /// The heading of the card that shows the energy.
  public static let cardEnergy = Words(
    "Votre part de l'énergie du mois", "Your part of the month's energy")
  /// The heading of the card that shows the entitlement.
  public static let cardEntitlement = Words(
    "Votre part du résultat du mois", "Your part of the month's result")

  /// A number of shares: `1 part`, `20 parts`.
  public static func shares(_ count: Shares) -> Words {
    number(count.units)
      + (abs(count.units) < 2 ? Words(" part", " share") : Words(" parts", " shares"))
  }

  /// What the shares are worth at their nominal value.
  public static func capital(_ amount: Cents) -> Words {
    Words("soit ", "that is ") + euros(amount) + Words(" de capital", " of capital")
  }

  /// What all the roofs together produced in the month.
  public static func produced(_ energy: WattHours) -> Words {
    Words("sur ", "of ") + kilowattHours(energy) + Words(" produits ensemble", " produced together")
  }

  /// That a signed statement no longer holds: what it said, and what is known now.
  public static func supersedes(
    _ month: Month, _ sequence: Int, energy: (before: WattHours, after: WattHours),
    entitlement: (before: Cents, after: Cents)
  ) -> Words {
    let (now, then) = (kilowattHours(energy.after), kilowattHours(energy.before))
    let (due, said) = (euros(entitlement.after), euros(entitlement.before))
    return Words(
      "Rectifie \(longMonth(month).french) (clôture nº \(sequence)) : \(now.french) au lieu de "
        + "\(then.french) ; \(due.french) au lieu de \(said.french).",
      "Corrects \(longMonth(month).english) (closing no. \(sequence)): \(now.english), not "
        + "\(then.english); \(due.english), not \(said.english).")
  }

  /// That several signed statements no longer hold: what changes in all.
  public static func supersedes(
    _ count: Int, _ first: Month, _ last: Month, energy: WattHours, entitlement: Cents
  ) -> Words {
    let (energy, cents) = (kilowattHours(energy), euros(entitlement))
    return Words(
      "Rectifie \(count) relevés signés, de \(longMonth(first).french) à \(longMonth(last).french) : "
        + "\(energy.french) et \(cents.french) en tout ; détail dans releve.json.",
      "Corrects \(count) signed statements, \(longMonth(first).english) to "
        + "\(longMonth(last).english): \(energy.english) and \(cents.english) in all; details in "
        + "releve.json.")
  }

  /// That an entitlement is not money paid.
  public static let notAPayment = Words(
    "un droit, pas encore un versement", "a right, not yet a payment")

  /// That a loss is nobody's debt.
  public static let notADebt = Words(
    "un mois en perte : rien à payer", "a month at a loss: nothing to pay")

  /// The heading of the holdings.
  public static let holdings = Words("Vos parts ce mois-ci", "Your shares this month")
  /// The columns of the holdings.
  public static let holdingColumns = [
    Words("Date", "Date"), Words("Mouvement", "Movement"),
    Words("N° d'ordre", "Order no."), Words("Parts", "Shares"),
  ]
  /// The holding before the month.
  public static let openingHolding = Words("Vous aviez", "You held")
  /// The holding after the month.
  public static let closingHolding = Words("Vous avez", "You hold")
  /// That nothing moved.
  public static let noMovement = Words("aucun mouvement ce mois-ci", "no movement this month")
  /// The movements that the page has no room for.
  public static func moreMovements(_ count: Int) -> Words {
    Words(
      "et \(count) autres mouvements, dans le fichier joint releve.json",
      "and \(count) more movements, in the attached file releve.json")
  }

  /// What the parts by shares and days are reckoned from.
  public static func shareDays(_ own: Int64, of all: Int64) -> Words {
    let (own, all) = (number(own), number(all))
    return Words(
      "Chaque part compte un jour par jour où vous la détenez : \(own.french) pour vous, sur "
        + "\(all.french) pour tous les associés.",
      "Each share counts one day for each day you hold it: \(own.english) for you, of "
        + "\(all.english) for all members.")
  }

  /// New shares.
  public static let subscription = Words("souscription", "subscription")
  /// Shares received from another member.
  public static let received = Words(
    "parts reçues d'un autre associé", "shares received from a member")
  /// Shares handed to another member.
  public static let handedOver = Words(
    "parts cédées à un autre associé", "shares handed to a member")
  /// Shares paid back.
  public static let withdrawal = Words("retrait", "withdrawal")

  /// The heading of the way from the company's result to the member's part.
  public static let steps = Words(
    "De l'argent du mois à votre part", "From the month's money to your part")
  /// The columns of the steps.
  public static let stepColumns = [
    Words("Étape", "Step"), Words("Toute la société", "Whole company"), Words("Vous", "You"),
  ]
  /// The result the steps divide.
  public static let result = Words(
    "Résultat du mois : ventes moins dépenses", "Result of the month: sales less costs")
  /// The member's part in all.
  public static let entitlement = Words("Votre part", "Your part")

  /// The heading of what stands on the member's account and what was paid.
  public static let money = Words(
    "Votre compte et ce qui vous est versé", "Your account and what you are paid")

  /// What the company owes the member beside the shares, through the month.
  public static func account(opening: Cents, moved: Cents, balance: Cents) -> Words {
    let (opening, moved, balance) = (euros(opening), euros(moved), euros(balance))
    return Words(
      "La société vous devait \(opening.french) au début du mois (compte courant, prêts, dividendes "
        + "à verser) ; mouvement du mois \(moved.french) ; elle vous doit \(balance.french) à la fin.",
      "The company owed you \(opening.english) when the month began (current account, loans, "
        + "dividends to be paid); the month moved \(moved.english); it owes you "
        + "\(balance.english) at its end.")
  }

  /// A payment with what was withheld from it.
  public static func paid(
    isDividend: Bool, on day: Day, gross: Cents, repaid: Cents,
    levies: [(name: String, basisPoints: Int64, amount: Cents)], net: Cents
  ) -> Words {
    let what = isDividend ? Words("Dividende", "Dividend") : Words("Intérêts", "Interest")
    let head =
      what + Words(" du ", " of ") + longDay(day) + Words(" : brut ", ": gross ") + euros(gross)
    let withheld = levies.reduce(Words(both: "")) { text, one in
      let levy = Levy(rawValue: one.name).map(PaymentWords.name) ?? Words(both: one.name)
      let rate = PaymentWords.percent(Ratio(one.basisPoints, 10_000))
      return text + Words(both: ", ") + levy + Words(both: " (") + rate + Words(both: ") −")
        + euros(one.amount)
    }
    let again =
      repaid == .zero
      ? Words(both: "")
      : Words(", revenu de la banque et versé à nouveau ", ", back from the bank and paid again ")
        + euros(repaid)
    return head + withheld + again + Words(", net versé ", ", net paid ") + euros(net)
      + Words(both: ".")
  }

  /// The payments that the page has no room for.
  public static func morePayments(_ count: Int) -> Words {
    Words(
      "Autres versements, dans le fichier joint releve.json : \(count).",
      "More payments, in the attached file releve.json: \(count).")
  }

  /// The heading of the cumulative figures.
  public static let cumulative = Words("Où vous en êtes", "Where you stand")
  /// The columns of the cumulative figures.
  public static func cumulativeColumns(_ month: Month, since day: Day) -> [Words] {
    [
      Words(both: ""), longMonth(month), Words("depuis le ", "since ") + longDay(day),
    ]
  }
  /// The row of the energy.
  public static let yourEnergy = Words("Votre part de l'énergie", "Your part of the energy")
  /// The row of the entitlement.
  public static let yourEntitlement = Words("Votre part du résultat", "Your part of the result")

  /// The heading of the chart.
  public static let chart = Words(
    "Ce que nos toits ont produit, en MWh par mois", "What our roofs produced, in MWh a month")
  /// The letters below a bar: `janv.`, `Jan`.
  public static func shortMonth(_ month: Month) -> Words {
    let french = [
      "janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
      "déc.",
    ]
    let english = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return Words(french[month.monthOfYear - 1], english[month.monthOfYear - 1])
  }
  /// The height of a bar in tenths of a megawatt-hour: `57,4`.
  public static func megawattHours(tenths: Int64) -> Words {
    Words(decimalText(tenths, decimals: 1, mark: ","), decimalText(tenths, decimals: 1))
  }

  /// What the chart shows, for those who listen to the page.
  public static func chartInWords(_ bars: [(month: Month, tenths: Int64)]) -> Words {
    let months = bars.map {
      longMonth($0.month) + Words(both: " ") + megawattHours(tenths: $0.tenths)
    }
    return Words(
      "Diagramme en barres. Production de tous nos toits en MWh par mois, du plus ancien au plus récent : ",
      "Bar chart. Production of all our roofs in MWh a month, oldest first: ")
      + Words(
        months.map(\.french).joined(separator: " ; "),
        months.map(\.english).joined(separator: "; "))
      + Words(both: ".")
  }

  /// The heading of the advice on checking.
  public static let checking = Words("Comment vérifier ce relevé", "How to check this statement")
  /// What to do to check the statement, in the order of effort.
  public static let checks = [
    Words(
      "Ouvrez-le dans un lecteur de PDF : il annonce une signature valable pour tout le document.",
      "Open it in a PDF reader: it reports a signature that is valid for the whole document."),
    Words(
      "Comparez l'empreinte ci-dessous à celle que la coopérative affiche : elles sont identiques.",
      "Compare the fingerprint below with the one the cooperative publishes: they are the same."),
    Words(
      "Pour tout vérifier sans nous et sans notre logiciel, suivez les lignes au dos.",
      "To check it all without us and without our software, follow the lines on the back."),
  ]
  /// Where a question goes, and what the part of the result is not.
  public static let reservation = Words(
    "Votre part est provisoire : l'assemblée générale décide chaque année de ce qui est versé.",
    "Your part is provisional: the general meeting decides each year what is paid out.")

  /// The label of the closing in the footer.
  public static func closing(_ sequence: Int) -> Words {
    Words("Clôture n° \(sequence), empreinte", "Closing no. \(sequence), fingerprint")
  }
  /// The label of the authority in the footer.
  public static let authority = Words(
    "Autorité de la coopérative, empreinte", "The cooperative's authority, fingerprint")
  /// The label of the statement's own data in the footer.
  public static let data = Words(
    "Pièce jointe releve.json, empreinte", "Attachment releve.json, fingerprint")
  /// What the attached file is.
  public static let attachment = Words("Données du relevé", "Data of the statement")

  /// Why a character cannot be printed, and what to do.
  public static func noGlyph(_ scalar: UInt32) -> Explanation {
    let name = "U+" + String(scalar, radix: 16, uppercase: true)
    return Explanation(
      what: Words(
        "Le caractère \(name) ne peut pas être imprimé sur un relevé.",
        "The character \(name) cannot be printed on a statement."),
      why: Words(
        "Les polices du relevé connaissent les lettres latines d'Europe et du Viêt Nam ; un nom imprimé avec un trou tromperait son lecteur.",
        "The statement's fonts know the Latin letters of Europe and Vietnam; a name printed with a gap would mislead its reader."
      ),
      remedy: Words(
        "Écrivez ce nom en lettres latines, comme sur la pièce d'identité ou le passeport.",
        "Write this name in Latin letters, as on the identity card or passport."))
  }

  /// Why a statement cannot show the steps, and what to do.
  public static func tooManySteps(_ count: Int, most: Int) -> Explanation {
    Explanation(
      what: Words(
        "Les règles de partage ont \(count) étapes ; un relevé en montre \(most) au plus.",
        "The allocation rules have \(count) steps; a statement shows \(most) at most."),
      why: Words(
        "Une étape passée sous silence rendrait le calcul impossible à suivre.",
        "A step left out would make the calculation impossible to follow."),
      remedy: Words(
        "Réunissez des étapes dans les règles, puis clôturez le mois suivant avec elles.",
        "Merge steps in the rules, and close the next month with them."))
  }

  /// Why a file cannot be stamped, and what to do.
  public static let noSignedStatement = Explanation(
    what: Words(
      "Ce fichier n'est pas un relevé signé, tel que Soleil l'a écrit.",
      "This file is not a signed statement as Soleil wrote it."),
    why: Words(
      "Un horodatage se glisse dans la place laissée par la signature, sans toucher à ce qui est signé.",
      "A time stamp goes into the room the signature leaves, and touches nothing that is signed."),
    remedy: Words(
      "Donnez le fichier d'origine, par exemple statements/2025-06/M0042.pdf.",
      "Name the original file, such as statements/2025-06/M0042.pdf."))

  /// Why a time stamp cannot be kept in a statement, and what to do.
  public static func stampTooLong(_ bytes: Int, room: Int) -> Explanation {
    Explanation(
      what: Words(
        "La signature horodatée ferait \(bytes) octets ; le relevé en réserve \(room).",
        "The stamped signature would take \(bytes) bytes; the statement keeps \(room)."),
      why: Words(
        "Agrandir la place changerait le fichier signé.",
        "Making the room larger would change the file that is signed."),
      remedy: Words(
        "Demandez à l'autorité un jeton sans toute sa chaîne de certificats, ou horodatez la clôture : elle date aussi ses relevés.",
        "Ask the authority for a token without its whole chain of certificates, or stamp the closing: it dates its statements too."
      ))
  }
}

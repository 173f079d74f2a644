public import Agreements
public import Bookings
import Units

/// What views of roofs, contracts and due dates say.
public enum RoofWords {
  /// What a roof is at in its life.
  public static let stage = Words("Étape", "Stage")
  /// A roof.
  public static let roof = Words("Toit", "Roof")
  /// A convention.
  public static let convention = Words("Convention", "Convention")
  /// Whom something is due to or comes from.
  public static let party = Words("Avec", "With")
  /// The first day.
  public static let from = Words("Du", "From")
  /// The last day.
  public static let until = Words("Au", "Until")
  /// The rent of a year.
  public static let rent = Words("Redevance annuelle", "Rent a year")
  /// What falls due.
  public static let what = Words("Échéance", "Due")
  /// What a due date is about.
  public static let about = Words("Objet", "About")
  /// The days that a payment is for.
  public static let covers = Words("Pour", "For")
  /// Nothing falls due.
  public static let nothingDue = Words("Rien n'échoit.", "Nothing falls due.")
  /// No roof is known.
  public static let noRoof = Words("Aucun toit.", "No roof.")
  /// A part of the sales.
  public static let partOfSales = Words("part des ventes", "part of sales")
  /// The documents of a contract.
  public static let documents = Words("Documents signés", "Signed documents")
  /// The versions of a contract.
  public static let versions = Words("Versions", "Versions")
  /// What changed from one version to the next.
  public static let changes = Words("Ce qui change", "What changes")
  /// The parties of a contract over time.
  public static let hands = Words("Parties", "Parties")
  /// The cooperative itself, as a party.
  public static let company = Words("la société", "the company")
  /// What wants a decision.
  public static let alerts = Words("À décider", "To decide")
  /// The name of an iCalendar file.
  public static func calendarName(_ company: String) -> Words {
    Words("Échéances de \(company)", "Due dates of \(company)")
  }

  /// What was attached.
  public static func attached(_ new: Int, known: Int, to contract: String) -> Words {
    Words(
      "Contrat \(contract) : \(new) document\(new > 1 ? "s" : "") joint\(new > 1 ? "s" : ""), "
        + "\(known) déjà connu\(known > 1 ? "s" : "").",
      "Contract \(contract): \(new) document\(new == 1 ? "" : "s") attached, \(known) known before."
    )
  }

  /// How many due dates a calendar file holds.
  public static func written(_ count: Int, to path: String) -> Words {
    Words(
      "\(count) échéance\(count > 1 ? "s" : "") : \(path)",
      "\(count) due date\(count == 1 ? "" : "s"): \(path)")
  }

  /// A stage of a roof's life.
  public static func name(_ stage: RoofLife.Stage) -> Words {
    switch stage {
    case .prospect: Words("prospect", "prospect")
    case .studied: Words("étudié", "studied")
    case .signed: Words("signé", "signed")
    case .built: Words("construit", "built")
    case .producing: Words("en production", "producing")
    case .ended: Words("terminé", "ended")
    }
  }

  /// What falls due.
  public static func name(_ kind: DueDate.Kind) -> Words {
    switch kind {
    case .rent: Words("Redevance à payer", "Rent to pay")
    case .rentRevision: Words("Révision de la redevance", "Rent revised")
    case .notice: Words("Dernier jour de préavis", "Last day of notice")
    case .conventionEnds: Words("Fin de convention", "Convention ends")
    case .invoice: Words("Facture à établir", "Invoice to issue")
    case .contractEnds: Words("Fin de contrat", "Contract ends")
    case .instalment: Words("Échéance d'emprunt", "Loan instalment")
    case .earlyRepayment: Words("Remboursement anticipé", "Early repayment")
    case .covenant: Words("Engagement à justifier au prêteur", "Covenant to show to the lender")
    case .localTax: Words("Impôt local à payer", "Local tax to pay")
    case .networkTax: Words("IFER à payer", "IFER to pay")
    case .grantEnds: Words("Subvention entièrement rapportée", "Grant wholly released")
    case .novation: Words("Changement de partie", "Change of party")
    case .closing: Words("Dernier jour pour clore le mois", "Last day to close the month")
    }
  }

  /// What wants a decision, in a sentence.
  public static func sentence(_ alert: RoofAlert) -> Words {
    let (subject, other) = (alert.subject, alert.other ?? "")
    let day = longDay(alert.day)
    switch alert.kind {
    case .conventionIsOver:
      return Words(
        "La convention \(subject) est finie depuis le \(day.french), et son site produit encore.",
        "Convention \(subject) is over since \(day.english), and its site still produces.")
    case .conventionEndsSoon:
      return Words(
        "La convention \(subject) prend fin le \(day.french), et rien ne la suit.",
        "Convention \(subject) ends on \(day.english), and nothing follows it.")
    case .childOutlivesParent:
      return Words(
        "La convention \(subject) survit à \(other), dont elle dépend et qui finit le \(day.french).",
        "Convention \(subject) outlives \(other), which it rests on and which ends on \(day.english)."
      )
    case .contractOutlivesConvention:
      return Words(
        "Le contrat d'achat \(subject) dure au-delà de la convention \(other), qui finit le "
          + "\(day.french).",
        "Purchase contract \(subject) lasts beyond convention \(other), which ends on \(day.english)."
      )
    case .plantOutlivesConvention:
      return Words(
        "La centrale \(subject) revient au propriétaire avec \(other) le \(day.french), avant d'être "
          + "amortie : amortissement de caducité à étudier.",
        "Plant \(subject) returns to the owner with \(other) on \(day.english), before it is written "
          + "down: see to its depreciation.")
    case .covenantIsDue:
      return Words(
        "Emprunt \(subject) : « \(other) » est à justifier au prêteur le \(day.french).",
        "Loan \(subject): “\(other)” is to be shown to the lender on \(day.english).")
    case .indexIsMissing:
      return Words(
        "La redevance de \(subject), à réviser le \(day.french), attend une valeur de l'indice \(other).",
        "The rent of \(subject), to be revised on \(day.english), waits for a value of index \(other)."
      )
    case .roofHasNoConvention:
      return Words(
        "Le toit \(subject) produit sans convention en vigueur.",
        "Roof \(subject) produces with no convention in force.")
    case .endIsNotSaid:
      return Words(
        "La convention \(subject) finit le \(day.french) et ne dit pas ce que devient la centrale.",
        "Convention \(subject) ends on \(day.english) and does not say what becomes of the plant.")
    }
  }
}

extension HelpWords {
  /// `calendar`.
  public static let calendar = Words(
    "Ce qui échoit dans une période : redevances, révisions, échéances, impôts, fins de contrat.",
    "What falls due in a period: rents, revisions, instalments, taxes, ends of contracts.")
  /// `calendar --ics`.
  public static let calendarFile = Words(
    "Écrit aussi un fichier iCalendar, que tout agenda importe.",
    "Also writes an iCalendar file, which any calendar imports.")
  /// `roofs`.
  public static let roofs = Words(
    "Les toits : étape, convention, propriétaire, redevance, et ce qui est à décider.",
    "Roofs: stage, convention, owner, rent, and what is to be decided.")
  /// `contract`.
  public static let contract = Words(
    "Les contrats : versions, parties, documents signés.",
    "Contracts: versions, parties, signed documents.")
  /// `contract list`.
  public static let contractList = Words(
    "Les contrats en vigueur à une date.", "The contracts in force on a day.")
  /// `contract show`.
  public static let contractShow = Words(
    "Un contrat : chaque version, ce qu'elle change, les parties, les documents.",
    "A contract: each version, what it changes, the parties, the documents.")
  /// `contract attach`.
  public static let contractAttach = Words(
    "Garde dans le livre le document signé d'un contrat, avec son empreinte.",
    "Keeps the signed document of a contract in the book, with its digest.")
  /// A contract's identifier.
  public static let contractID = Words("L'identifiant du contrat.", "The contract's identifier.")
  /// `contract show --out`.
  public static let contractOut = Words(
    "Le dossier où écrire les documents.", "The folder to write the documents to.")
}

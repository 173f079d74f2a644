public import Bank
public import Intake
import Units

/// The words of what the bank says.
public enum BankWords {
  /// A bank account.
  public static let account = Words("Compte", "Account")
  /// The day of a closing balance.
  public static let closedOn = Words("Arrêté au", "Closed on")
  /// A format.
  public static let format = Words("Format", "Format")
  /// A balance before.
  public static let opening = Words("Solde initial", "Opening")
  /// A balance after.
  public static let closing = Words("Solde final", "Closing")
  /// How many are new.
  public static let fresh = Words("Nouveaux", "New")
  /// How many are known.
  public static let known = Words("Déjà connus", "Known")
  /// A movement's number.
  public static let line = Words("Nº", "No")
  /// The day it was booked.
  public static let booked = Words("Date", "Day")
  /// What came in or went out.
  public static let amount = Words("Montant", "Amount")
  /// What the bank wrote.
  public static let words = Words("Libellé de la banque", "Bank's words")
  /// What it is thought to be.
  public static let proposal = Words("Proposition", "Proposal")
  /// How sure that is.
  public static let confidence = Words("Confiance", "Confidence")
  /// Why.
  public static let reasons = Words("Raisons", "Reasons")
  /// Letters set.
  public static let letters = Words("Lettrage", "Letters")
  /// In or out.
  public static let direction = Words("Sens", "Direction")
  /// An auxiliary.
  public static let auxiliary = Words("Auxiliaire", "Auxiliary")
  /// How often.
  public static let times = Words("Confirmé", "Confirmed")
  /// The bank's balance.
  public static let bankBalance = Words("Solde de la banque", "Bank's balance")
  /// The book's balance.
  public static let bookBalance = Words("Solde du livre", "Book's balance")
  /// What remains unexplained.
  public static let unexplained = Words("Écart inexpliqué", "Unexplained")
  /// Every movement is matched.
  public static let nothingWaits = Words(
    "Tous les mouvements de la banque sont rapprochés.", "Every movement of the bank is matched.")

  /// In or out.
  public static func direction(_ isIncome: Bool) -> Words {
    isIncome ? Words("entrée", "in") : Words("sortie", "out")
  }

  /// A line that the bank has not told.
  public static func onlyInBook(_ name: String) -> Words {
    Words("+ au livre seul, \(name)", "+ in the book alone, \(name)")
  }

  /// A movement that the book has not.
  public static func onlyAtBank(_ name: String) -> Words {
    Words("− à la banque seule, nº \(name)", "− at the bank alone, no \(name)")
  }

  /// What `bank import` did.
  public static func imported(fresh: Int, known: Int, dryRun: Bool) -> Words {
    Outcomes.rehearsal(dryRun)
      + Outcomes.count(
        fresh, ("mouvement nouveau", "mouvements nouveaux"), ("new movement", "new movements"))
      + Words(both: ", ")
      + Outcomes.count(
        known, ("déjà connu", "déjà connus"), ("known before", "known before")) + Words(both: ".")
  }

  /// What `bank confirm` did.
  public static func confirmed(_ lines: Int, dryRun: Bool) -> Words {
    Outcomes.rehearsal(dryRun)
      + Outcomes.count(
        lines, ("mouvement rapproché", "mouvements rapprochés"),
        ("movement matched", "movements matched")) + Words(both: ".")
  }

  /// What `bank unmatch` did.
  public static func unmatched(_ line: String, _ reversal: String?) -> Words {
    Words(
      "Le rapprochement du mouvement \(line) est défait", "The match of movement \(line) is undone")
      + (reversal.map {
        Words(", son écriture contrepassée par \($0).", ", its entry reversed by \($0).")
      } ?? Words(both: "."))
  }

  /// What a movement is thought to be.
  public static func proposal(of proposed: ProposedMatch) -> Words {
    guard let proposal = proposed.proposal else { return Words("rien trouvé", "nothing found") }
    if let rule = proposal.rule {
      return Words("compte ", "account ")
        + Words(both: [rule.account, rule.auxiliary].compactMap(\.self).joined(separator: " "))
    }
    let names = proposed.items.map(\.name)
    let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? "…" : "")
    let words = kind(proposed.items[0].kind) + Words(both: " " + shown)
    guard !proposed.rivals.isEmpty else { return words }
    return words
      + Words(
        " ou " + proposed.rivals.map(\.name).joined(separator: ", "),
        " or " + proposed.rivals.map(\.name).joined(separator: ", "))
  }

  private static func kind(_ kind: MatchItem.Kind) -> Words {
    switch kind {
    case .entry: Words("au livre :", "in the book:")
    case .instalment: Words("échéance", "instalment")
    case .openItem: Words("règle", "settles")
    }
  }

  /// How sure a proposal is, with its points.
  public static func confidence(of proposed: ProposedMatch) -> Words {
    guard let proposal = proposed.proposal else { return Words(both: "") }
    return name(proposal.confidence) + Words(both: " \(proposal.points)")
  }

  /// A level of confidence.
  public static func name(_ confidence: Confidence) -> Words {
    switch confidence {
    case .possible: Words("possible", "possible")
    case .likely: Words("probable", "likely")
    case .certain: Words("sûre", "certain")
    }
  }

  /// Why it is proposed.
  public static func reasons(of proposed: ProposedMatch) -> Words {
    (proposed.proposal?.reasons ?? []).map(name).reduce(Words(both: "")) { text, reason in
      text.french.isEmpty ? reason : text + Words(both: ", ") + reason
    }
  }

  private static func name(_ reason: MatchReason) -> Words {
    switch reason {
    case .amount: Words("montant", "amount")
    case .reference: Words("référence", "reference")
    case .party: Words("tiers", "party")
    case .nearDay: Words("date", "day")
    case .farDay: Words("date proche", "near in time")
    case .posted: Words("déjà passé", "posted already")
    case .due: Words("échéance", "due")
    case .learned: Words("appris", "learned")
    case .alone: Words("seul de ce montant", "alone of this amount")
    }
  }

  /// What to do with proposals.
  public static func next(_ found: [ProposedMatch]) -> Words {
    let certain = found.filter { $0.confidence == .certain }.reduce(0) { $0 + $1.lines.count }
    return next(all: found.reduce(0) { $0 + $1.lines.count }, certain: certain)
  }

  /// What to do when so many wait.
  public static func next(all: Int, certain: Int) -> Words {
    Words(
      "\(number(all).french) à rapprocher, dont \(number(certain).french) sûrs. "
        + "→ soleil bank confirm --all certain, ou soleil bank confirm Nº.",
      "\(number(all).english) to match, \(number(certain).english) of them certain. "
        + "→ soleil bank confirm --all certain, or soleil bank confirm NO.")
  }
}

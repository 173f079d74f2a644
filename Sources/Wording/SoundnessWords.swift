public import Store

/// What `doctor` says beside its findings.
public enum SoundnessWords {
  /// What each check looks at.
  public static func name(_ check: SoundnessCheck) -> Words {
    switch check {
    case .file: Words("Fichier et contraintes", "File and constraints")
    case .schema: Words("Schéma et gardes", "Schema and guards")
    case .log: Words("Journal scellé, ligne à ligne", "Sealed log, row by row")
    case .numbers: Words("Numéros sans trou", "Numbers without a gap")
    case .entries: Words("Règles des écritures", "Rules of the entries")
    case .totals: Words("Totaux par compte et mois", "Totals by account and month")
    case .register: Words("Registre, parts et capital", "Register, shares and capital")
    case .closings: Words("Chaîne des clôtures", "Chain of closings")
    case .years: Words("À-nouveaux et résultats", "Openings and results")
    case .vouchers: Words("Pièces jointes", "Vouchers")
    case .bank: Words("Relevés de banque", "Bank statements")
    case .folders: Words("Dossiers de clôture", "Closing folders")
    case .sharing: Words("Répartitions recalculées", "Allocations recomputed")
    }
  }

  /// A number of what was looked at.
  public static func count(_ count: SoundnessResult.Count) -> Words {
    let (french, english): ((String, String), (String, String)) =
      switch count.figure {
      case .objects: (("objet", "objets"), ("object", "objects"))
      case .leaves: (("feuille", "feuilles"), ("leaf", "leaves"))
      case .rows: (("ligne scellée", "lignes scellées"), ("sealed row", "sealed rows"))
      case .entries: (("écriture", "écritures"), ("entry", "entries"))
      case .lines: (("ligne", "lignes"), ("line", "lines"))
      case .totals: (("total", "totaux"), ("total", "totals"))
      case .movements: (("mouvement", "mouvements"), ("movement", "movements"))
      case .closings: (("clôture", "clôtures"), ("closing", "closings"))
      case .openings: (("à-nouveau", "à-nouveaux"), ("opening", "openings"))
      case .vouchers: (("pièce", "pièces"), ("voucher", "vouchers"))
      case .bankStatements: (("relevé", "relevés"), ("statement", "statements"))
      case .bankLines:
        (("mouvement de banque", "mouvements de banque"), ("bank line", "bank lines"))
      case .bankMatches: (("rapprochement", "rapprochements"), ("match", "matches"))
      case .folders: (("dossier", "dossiers"), ("folder", "folders"))
      case .allocations: (("répartition", "répartitions"), ("allocation", "allocations"))
      }
    return Outcomes.count(
      count.number, (one: french.0, many: french.1), (one: english.0, many: english.1))
  }

  /// How a check ended.
  public static func name(_ ending: SoundnessResult.Ending) -> Words {
    switch ending {
    case .sound: Words("sain", "sound")
    case .warned: Words("à voir", "look")
    case .unsound: Words("FAUX", "WRONG")
    case .impossible: Words("impossible", "impossible")
    }
  }

  /// What was looked at.
  public static let looked = Words("Examiné", "Looked at")

  /// A finding in full: what, why, what to do, and its name.
  public static func finding(_ fault: BookFault) -> Words {
    let told = fault.explanation
    return told.what + Words(both: " [\(fault.code)]\n  ") + told.why + Words(both: "\n  → ")
      + told.remedy
  }

  /// What kept a check from being carried out.
  public static func obstacle(_ check: SoundnessCheck, _ message: String) -> Words {
    name(check) + Words(" : impossible : \(message)", ": impossible: \(message)")
  }

  /// More findings of a check than are told.
  public static func more(_ check: SoundnessCheck, _ count: Int) -> Words {
    name(check)
      + Words(
        " : … et \(number(count).french) autres.", ": … and \(number(count).english) more.")
  }

  /// The verdict.
  public static func verdict(_ report: SoundnessReport, path: String) -> Words {
    report.isSound
      ? Words("SAIN : \(path)", "SOUND: \(path)")
      : Words("PAS SAIN : \(path)", "NOT SOUND: \(path)")
  }
}

extension HelpWords {
  /// `doctor`.
  public static let doctor = Words(
    "Prouve que le livre est sain, ou dit exactement ce qui ne l'est pas ; n'y écrit rien.",
    "Proves the book is sound, or says exactly what is not; writes nothing to it.")
  /// `doctor --closings`.
  public static let closingsFolder = Words(
    "Le dossier des clôtures ; par défaut celui qui est à côté du livre.",
    "The folder of the closings; by default the one beside the book.")
}

extension StoreRefusal {
  static func interrupted(_ path: String) -> Explanation {
    Explanation(
      what: Words(
        "La dernière écriture dans « \(path) » a été interrompue : son journal est encore à côté.",
        "The last write to “\(path)” was interrupted: its journal still lies beside it."),
      why: Words(
        "La prochaine commande l'annulera ; l'examen, lui, ne change rien au livre.",
        "The next command will undo it; examining changes nothing of the book."),
      remedy: Words(
        "Au besoin, copiez les deux fichiers ; puis soleil balance une fois, et soleil doctor.",
        "Copy both files if you need to; then soleil balance once, and soleil doctor."))
  }
}

public import Journal
public import Units

extension HelpWords {
  /// `post --draft`.
  public static let draft = Words(
    "Garde les écritures en brouillon, libres jusqu'à leur validation.",
    "Keeps the entries as drafts, free until they are validated.")
  /// `post --late`.
  public static let late = Words(
    "Entre au premier jour ouvert ce qui est daté d'un mois clos ; le libellé dit la vraie date.",
    "Enters what is dated in a closed month on the first open day; the label tells the true date.")
  /// `drafts`.
  public static let drafts = Words(
    "Les brouillons : écritures libres, sans numéro.", "Drafts: free entries, without a number.")
  /// `drafts list`.
  public static let draftsList = Words("Montre les brouillons.", "Lists the drafts.")
  /// `drafts validate`.
  public static let draftsValidate = Words(
    "Valide des brouillons (tous si aucun n'est nommé) : ils ne changent plus.",
    "Validates drafts (all when none is named): they never change again.")
  /// `drafts discard`.
  public static let draftsDiscard = Words("Jette des brouillons.", "Throws drafts away.")
  /// Keys of drafts.
  public static let draftKeys = Words("Les clés des brouillons.", "The keys of the drafts.")
  /// `reverse`.
  public static let reverse = Words(
    "Contrepasse une écriture : son inverse exact, une seule fois.",
    "Reverses an entry: its exact inverse, once.")
  /// An entry's name.
  public static let entryReference = Words(
    "L'écriture : 2025/57, ou 2025/EX57 pour le suivi.",
    "The entry: 2025/57, or 2025/EX57 for the memorandum.")
  /// `reverse --reason`.
  public static let reversalReason = Words(
    "Pourquoi ; le libellé le dira.", "Why; the label will tell.")
  /// `reverse --date`.
  public static let reversalDay = Words(
    "Le jour de l'inverse, dans un mois ouvert.", "The day of the inverse, in an open month.")
  /// `reverse --replace`.
  public static let replacement = Words(
    "Fichier TOML de la bonne écriture, passée avec l'inverse.",
    "TOML file of the right entry, posted with the inverse.")
  /// `entry`.
  public static let entryShow = Words(
    "Tout ce que le livre sait d'une écriture.", "Everything the book holds of one entry.")
  /// `account`.
  public static let accounts = Words(
    "Nomme et ferme des comptes du plan.", "Names and closes accounts of the chart.")
  /// `account open`.
  public static let accountOpen = Words(
    "Ouvre un compte sous un libellé à soi, avant son premier emploi.",
    "Opens an account under a label of one's own, before its first use.")
  /// `account close`.
  public static let accountClose = Words(
    "Ferme un compte soldé : il ne reçoit plus rien.",
    "Closes an account that stands at zero: it takes nothing more.")
  /// `account open --label`.
  public static let accountLabel = Words("Le libellé, en français.", "The label, in French.")
  /// `account open --label-en`.
  public static let accountEnglishLabel = Words("Le libellé anglais.", "The English label.")
  /// `account close --from`.
  public static let accountFrom = Words(
    "Le premier jour où il est fermé.", "The first day on which it is closed.")
  /// `letter`.
  public static let letter = Words(
    "Lettre des lignes qui s'éteignent l'une l'autre.", "Letters lines that settle one another.")
  /// Line references.
  public static let lineReferences = Words(
    "Des lignes d'un même compte : 2025/57:2.", "Lines of one account: 2025/57:2.")
  /// `letter --auto`.
  public static let letterAuto = Words(
    "Lettre ce qui est sans équivoque sur les comptes qui commencent ainsi.",
    "Letters what is plain by itself on accounts that begin so.")
  /// `unletter`.
  public static let unletter = Words("Défait un lettrage.", "Undoes letters.")
  /// An account number.
  public static let account = Words("Le compte, six chiffres.", "The account, six digits.")
  /// A lettering code.
  public static let letterCode = Words("Le code du lettrage.", "The code of the letters.")
  /// `--aux`.
  public static let auxiliary = Words(
    "Le compte auxiliaire, supplier:assureur.", "The auxiliary, supplier:insurer.")
  /// `attach`.
  public static let attach = Words(
    "Joint des pièces à une écriture, avec leur SHA-256.",
    "Attaches vouchers to an entry, with their SHA-256.")
  /// Voucher files.
  public static let voucherFiles = Words(
    "Les pièces, telles quelles : PDF, XML, image.", "The vouchers, as they are: PDF, XML, image.")
  /// `vouchers`.
  public static let vouchers = Words(
    "Les pièces jointes, d'une écriture ou de toutes.", "The vouchers of an entry, or of all.")
  /// `vouchers --out`.
  public static let vouchersOut = Words(
    "Réécrit les pièces dans ce dossier.", "Writes the vouchers out to this folder.")
}

extension ViewWords {
  /// An idempotency key.
  public static let key = Words("Clé", "Key")
  /// An entry.
  public static let entry = Words("Écriture", "Entry")
  /// The date of a voucher.
  public static let voucherDate = Words("Date de la pièce", "Voucher date")
  /// Where something comes from.
  public static let origin = Words("Origine", "Origin")
  /// When something was first recorded.
  public static let recordedAt = Words("Enregistrée", "Recorded")
  /// When it was validated.
  public static let validatedAt = Words("Validée", "Validated")
  /// The entry that another corrects.
  public static let corrects = Words("Corrige", "Corrects")
  /// The entry that reverses it.
  public static let reversedBy = Words("Contrepassée par", "Reversed by")
  /// A size.
  public static let bytes = Words("Octets", "Bytes")
  /// What is wrong.
  public static let fault = Words("Défaut", "Fault")
}

extension Outcomes {
  /// `post --draft`.
  public static func drafted(_ drafts: Int, dryRun: Bool) -> Words {
    rehearsal(dryRun)
      + count(
        drafts, ("brouillon gardé", "brouillons gardés"), ("draft kept", "drafts kept"))
      + Words(both: ".")
  }

  /// `drafts discard`.
  public static func discarded(_ drafts: Int) -> Words {
    count(
      drafts, ("brouillon jeté.", "brouillons jetés."), ("draft discarded.", "drafts discarded."))
  }

  /// `account open`.
  public static func accountOpened(_ account: String, _ label: String) -> Words {
    Words("Le compte \(account) est ouvert : \(label).", "Account \(account) is open: \(label).")
  }

  /// `account close`.
  public static func accountClosed(_ account: String, _ day: Day) -> Words {
    Words(
      "Le compte \(account) est fermé à partir du \(longDay(day).french).",
      "Account \(account) is closed from \(longDay(day).english) on.")
  }

  /// `reverse`.
  public static func reversed(
    _ entry: EntryReference, by reversal: EntryReference, _ replacements: [EntryReference],
    dryRun: Bool
  ) -> Words {
    let replaced =
      replacements.isEmpty
      ? Words(both: ".")
      : Words(", remplacée par ", ", replaced by ")
        + Words(both: replacements.map(\.description).joined(separator: ", ") + ".")
    return rehearsal(dryRun)
      + Words(
        "L'écriture \(entry) est contrepassée par \(reversal)",
        "Entry \(entry) is reversed by \(reversal)") + replaced
  }

  /// `reverse`, when lines of the entry are lettered: what they settled is due again.
  public static func stillLettered(
    _ letters: [(account: String, auxiliary: String?, code: String)]
  ) -> Words {
    guard !letters.isEmpty else { return Words(both: "") }
    let commands = letters.map { letter in
      "\n  soleil unletter \(letter.account) \(letter.code)"
        + (letter.auxiliary.map { " --aux \($0)" } ?? "")
    }
    return Words(
      "\nDes lignes contrepassées sont lettrées ; ce qu'elles réglaient est de nouveau dû :",
      "\nReversed lines are lettered; what they settled is due again:")
      + Words(both: commands.joined())
  }

  /// `letter`.
  public static func lettered(
    _ letters: [(account: String, auxiliary: String?, code: String)], dryRun: Bool
  ) -> Words {
    guard !letters.isEmpty else {
      return rehearsal(dryRun)
        + Words("Rien de plus ne se lettre sans équivoque.", "Nothing more is plain by itself.")
    }
    let lines = letters.map { letter in
      "\n  \(letter.account) \(letter.auxiliary ?? "") \(letter.code)"
    }
    return rehearsal(dryRun)
      + count(letters.count, ("lettrage :", "lettrages :"), ("lettering:", "letterings:"))
      + Words(both: lines.joined())
  }

  /// `unletter`.
  public static func unlettered(_ account: String, _ code: String) -> Words {
    Words(
      "Le lettrage \(code) du compte \(account) est défait.",
      "Letters \(code) of account \(account) are undone.")
  }

  /// The vouchers under an entry, if any.
  public static func vouchersOfEntry(_ vouchers: [(name: String, digest: String)]) -> Words {
    vouchers.reduce(Words(both: "")) { text, voucher in
      text
        + Words(
          "\n\nPièce jointe : \(voucher.name), SHA-256 \(voucher.digest)",
          "\n\nVoucher: \(voucher.name), SHA-256 \(voucher.digest)")
    }
  }

  /// `attach`.
  public static func attached(_ new: Int, known: Int, to entry: String) -> Words {
    count(new, ("pièce jointe", "pièces jointes"), ("voucher attached", "vouchers attached"))
      + Words(" à \(entry), ", " to \(entry), ")
      + count(known, ("déjà connue.", "déjà connues."), ("known before.", "known before."))
  }
}

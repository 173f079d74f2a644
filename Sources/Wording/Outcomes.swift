public import Production
public import Units

/// What commands say when they have done their work.
public enum Outcomes {
  static func rehearsal(_ dryRun: Bool) -> Words {
    dryRun
      ? Words("À blanc, rien n'a changé. ", "Rehearsed, nothing changed. ") : Words(both: "")
  }

  /// A number with its noun, in the plural when it asks for it.
  static func count(
    _ count: Int, _ french: (one: String, many: String), _ english: (one: String, many: String)
  ) -> Words {
    Words(
      "\(number(count).french) \(count > 1 ? french.many : french.one)",
      "\(number(count).english) \(count == 1 ? english.one : english.many)")
  }

  /// `init`.
  public static func founded(_ name: String, _ path: String) -> Words {
    Words(
      "Le livre de \(name) est créé : \(path)", "The book of \(name) is created: \(path)")
  }

  /// `apply`.
  public static func applied(changed: Int, same: Int, dryRun: Bool) -> Words {
    rehearsal(dryRun)
      + count(
        changed, ("fait nouveau ou changé", "faits nouveaux ou changés"),
        ("new or changed fact", "new or changed facts"))
      + Words(both: ", ")
      + count(
        same, ("fait déjà connu", "faits déjà connus"),
        ("fact known before", "facts known before")) + Words(both: ".")
  }

  /// `members import`.
  public static func members(new: Int, known: Int, dryRun: Bool) -> Words {
    rehearsal(dryRun)
      + count(
        new, ("nouvel associé", "nouveaux associés"), ("new member", "new members"))
      + Words(both: ", ")
      + count(
        known, ("déjà connu", "déjà connus"), ("known before", "known before")) + Words(both: ".")
  }

  /// `shares import`.
  public static func movements(_ new: Int, first: Int?, dryRun: Bool) -> Words {
    guard let first else {
      return rehearsal(dryRun)
        + Words("Aucun mouvement nouveau.", "No new movement.")
    }
    return rehearsal(dryRun)
      + count(
        new, ("mouvement de parts enregistré", "mouvements de parts enregistrés"),
        ("share movement recorded", "share movements recorded"))
      + Words(", à partir de l'ordre \(first).", ", from order \(first).")
  }

  /// `post`.
  public static func posted(_ new: Int, known: Int, dryRun: Bool) -> Words {
    rehearsal(dryRun)
      + count(
        new, ("écriture passée", "écritures passées"), ("entry posted", "entries posted"))
      + Words(both: ", ")
      + count(
        known, ("déjà connue", "déjà connues"), ("known before", "known before")) + Words(both: ".")
  }

  /// One finding of a production file, at its place.
  public static func finding(_ finding: Finding) -> Words {
    let place = finding.place.description
    let what = finding.explanation.what
    return Words(
      "\(place) : \(what.french) [\(finding.code.rawValue)]",
      "\(place): \(what.english) [\(finding.code.rawValue)]")
  }

  /// `production import`.
  public static func production(
    files: Int, days: Int, energy: WattHours, dryRun: Bool
  ) -> Words {
    let counted = kilowattHours(energy)
    return rehearsal(dryRun) + count(files, ("fichier", "fichiers"), ("file", "files"))
      + Words(both: ", ")
      + count(
        days, ("jour de compteur", "jours de compteur"), ("meter day", "meter days"))
      + Words(" : \(counted.french).", ": \(counted.english).")
  }

  /// `close --dry-run`.
  public static func rehearsed(_ month: Month) -> Words {
    Words(
      "À blanc : \(longMonth(month).french) peut être clos, rien n'a changé.",
      "Rehearsed: \(longMonth(month).english) can be closed, nothing changed.")
  }

  /// `close`.
  public static func closed(_ month: Month, sequence: Int) -> Words {
    Words(
      "\(longMonth(month).french) est clos (nº \(sequence)).",
      "\(longMonth(month).english) is closed (no. \(sequence)).")
  }

  /// The figures of a closing.
  public static func figures(
    energy: WattHours, sales: Cents, result: Cents, waived: Int
  ) -> Words {
    let (kwh, sold, left) = (kilowattHours(energy), euros(sales), euros(result))
    let waivers = Words(
      waived > 0 ? "\n  dérogations  \(waived)" : "", waived > 0 ? "\n  waivers      \(waived)" : ""
    )
    return Words(
      "\n  énergie      \(kwh.french)\n  ventes       \(sold.french)\n  résultat     \(left.french)",
      "\n  energy       \(kwh.english)\n  sales        \(sold.english)\n  result       \(left.english)"
    )
      + waivers
  }

  /// Where a closing was written.
  public static func sealedFolder(_ path: String) -> Words {
    Words("\n  dossier      \(path)", "\n  folder       \(path)")
  }

  /// `statements`.
  public static func statements(written: Int, kept: Int, folder: String) -> Words {
    count(
      written, ("relevé signé", "relevés signés"), ("statement signed", "statements signed"))
      + Words(both: ", ")
      + count(kept, ("déjà émis", "déjà émis"), ("issued before", "issued before"))
      + Words(" : \(folder)", ": \(folder)")
  }

  /// `key create`, `key show`.
  public static func fingerprints(authority: String, signing: String) -> Words {
    Words(
      """
      Empreinte de l'autorité, à publier au procès-verbal de l'assemblée générale :
        \(authority)
      Empreinte de la clé de signature :
        \(signing)
      """,
      """
      Fingerprint of the authority, to publish in the minutes of the general meeting:
        \(authority)
      Fingerprint of the signing key:
        \(signing)
      """)
  }
}

/// A part of a whole as people write it, to a tenth of a percent: `37,0 %`, `37.0 %`.
public func percentage(_ part: Int64, of whole: Int64) -> Words {
  guard whole > 0 else { return Words(both: "–") }
  let tenths = Rounding.halfAwayFromZero.quotient(Int128(part) * 1000, Int128(whole))
  let value = Int64(clamping: tenths)
  return Words(
    "\(decimalText(value, decimals: 1, mark: ","))\u{00A0}%",
    "\(decimalText(value, decimals: 1))\u{00A0}%")
}

public import Production
public import Units

/// What commands say when they have done their work.
public enum Outcomes {
  private static func rehearsal(_ dryRun: Bool) -> Words {
    dryRun
      ? Words("À blanc, rien n'a changé. ", "Rehearsed, nothing changed. ") : Words(both: "")
  }

  /// A number with its noun, in the plural when it asks for it.
  static func count(_ count: Int, _ french: String, _ english: String) -> Words {
    Words(
      "\(number(count).french) \(french)\(count > 1 ? "s" : "")",
      "\(number(count).english) \(english)\(count == 1 ? "" : "s")")
  }

  /// `init`.
  public static func founded(_ name: String, _ path: String) -> Words {
    Words(
      "Le livre de \(name) est créé : \(path)", "The book of \(name) is created: \(path)")
  }

  /// `apply`.
  public static func applied(changed: Int, same: Int, dryRun: Bool) -> Words {
    rehearsal(dryRun) + count(changed, "fait nouveau ou changé", "new or changed fact")
      + Words(both: ", ") + count(same, "fait déjà connu", "fact known before") + Words(both: ".")
  }

  /// `members import`.
  public static func members(new: Int, known: Int, dryRun: Bool) -> Words {
    rehearsal(dryRun) + count(new, "nouvel associé", "new member") + Words(both: ", ")
      + count(known, "déjà connu", "known before") + Words(both: ".")
  }

  /// `shares import`.
  public static func movements(_ new: Int, first: Int?, dryRun: Bool) -> Words {
    guard let first else {
      return rehearsal(dryRun)
        + Words("Aucun mouvement nouveau.", "No new movement.")
    }
    return rehearsal(dryRun) + count(new, "mouvement de parts enregistré", "share movement recorded")
      + Words(", à partir de l'ordre \(first).", ", from order \(first).")
  }

  /// `post`.
  public static func posted(_ new: Int, known: Int, dryRun: Bool) -> Words {
    rehearsal(dryRun) + count(new, "écriture passée", "entry posted") + Words(both: ", ")
      + count(known, "déjà connue", "known before") + Words(both: ".")
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
    files: Int, days: Int, energy: WattHours, verdict: Verdict, dryRun: Bool
  ) -> Words {
    guard verdict <= .acceptWithWarning else {
      let held = verdict == .hold
      return Words(
        held
          ? "En attente de votre décision : rien n'a été importé, d'aucun fichier."
          : "Refusé : rien n'a été importé, d'aucun fichier.",
        held
          ? "On hold until you decide: nothing was imported, of any file."
          : "Refused: nothing was imported, of any file.")
    }
    let counted = kilowattHours(energy)
    return rehearsal(dryRun) + count(files, "fichier", "file") + Words(both: ", ")
      + count(days, "jour de compteur", "meter day")
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
      waived > 0 ? "\n  dérogations  \(waived)" : "", waived > 0 ? "\n  waivers      \(waived)" : "")
    return Words(
      "\n  énergie      \(kwh.french)\n  ventes       \(sold.french)\n  résultat     \(left.french)",
      "\n  energy       \(kwh.english)\n  sales        \(sold.english)\n  result       \(left.english)")
      + waivers
  }

  /// Where a closing was written.
  public static func sealedFolder(_ path: String) -> Words {
    Words("\n  dossier      \(path)", "\n  folder       \(path)")
  }

  /// `statements`.
  public static func statements(written: Int, kept: Int, folder: String) -> Words {
    count(written, "relevé signé", "statement signed") + Words(both: ", ")
      + count(kept, "déjà émis", "issued before") + Words(" : \(folder)", ": \(folder)")
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
    "\(decimalText(value, decimals: 1, mark: ","))\u{00A0}%", "\(decimalText(value, decimals: 1))\u{00A0}%")
}

public import Exports
public import Units

extension Outcomes {
  private static func rows(_ count: Int) -> Words {
    Outcomes.count(count, ("ligne", "lignes"), ("row", "rows"))
  }

  private static func entries(_ count: Int) -> Words {
    Outcomes.count(count, ("écriture", "écritures"), ("entry", "entries"))
  }

  /// `export fec`.
  public static func taxFile(
    _ path: String, year: String, isInterim: Bool, report: FECReport
  ) -> Words {
    let (rows, entries) = (rows(report.rows), entries(report.entries))
    let interim =
      isInterim
      ? Words(
        "\n  Intermédiaire : l'exercice n'est pas clos, ce fichier peut encore changer.",
        "\n  Interim: the fiscal year is not closed, this file can still change.") : Words(both: "")
    return Words(
      "FEC de l'exercice \(year) : \(path)\n  \(entries.french), \(rows.french), aucune erreur",
      "FEC of the fiscal year \(year): \(path)\n  \(entries.english), \(rows.english), no error")
      + Words(both: ", ") + warnings(report.warnings) + Words(both: ".") + interim
  }

  /// An export for other programs.
  public static func exported(_ path: String, rows count: Int) -> Words {
    let rows = rows(count)
    return Words("\(path) : \(rows.french).", "\(path): \(rows.english).")
  }

  /// What the book remembers of an export, and where an earlier one went.
  public static func remembered(_ digest: Digest, isNew: Bool, replaced: String?) -> Words {
    let known =
      isNew
      ? Words(both: "")
      : Words(
        "\n  Le même que la dernière fois : le livre le connaît déjà.",
        "\n  The same as last time: the book knows it already.")
    let kept =
      replaced.map { folder in
        Words(
          "\n  L'export précédent, différent, est gardé : \(folder)",
          "\n  The earlier export, which differs, is kept: \(folder)")
      } ?? Words(both: "")
    return Words(both: "\n  SHA-256 \(digest.hex)") + known + kept
  }

  /// A tax file that the book exported.
  public static func exportIsKnown(at: Instant) -> Words {
    Words(
      "\n  Le livre l'a exporté le \(at), à l'octet près.",
      "\n  The book exported it on \(at), to the byte.")
  }

  /// A tax file that was changed after the book exported it.
  public static func exportIsAltered(at: Instant) -> Words {
    Words(
      """
      \n  Le livre a exporté un fichier de ce nom le \(at), avec une autre empreinte : celui-ci a été \
      modifié depuis, ou n'en vient pas.
        → Reprenez l'original (soleil export list), ou exportez de nouveau. [fec-is-altered]
      """,
      """
      \n  The book exported a file of this name on \(at), with another fingerprint: this one was \
      changed since, or comes from elsewhere.
        → Take the original (soleil export list), or export again. [fec-is-altered]
      """)
  }

  /// A tax file of another origin.
  public static let exportIsUnknown = Words(
    "\n  Aucun export du livre n'a ni ce nom ni cette empreinte.",
    "\n  No export of the book has this name or fingerprint.")

  /// What was found in a tax file.
  public static func examined(_ path: String, _ report: FECReport) -> Words {
    let (rows, entries) = (rows(report.rows), entries(report.entries))
    let errors = Outcomes.count(report.errors, ("erreur", "erreurs"), ("error", "errors"))
    let head =
      Words(
        "\(path) : \(entries.french), \(rows.french) : \(errors.french), ",
        "\(path): \(entries.english), \(rows.english): \(errors.english), ")
      + warnings(report.warnings) + Words(both: ".")
    return report.findings.reduce(head) { $0 + Words(both: "\n") + finding($1, in: path) }
  }

  /// A finding at its place: what is wrong, and what to do.
  private static func finding(_ finding: FECFinding, in path: String) -> Words {
    let place = Place(file: path, line: finding.line, column: finding.position).description
    let told = finding.explanation
    let kind =
      finding.fault.isWarning ? Words("avertissement", "warning") : Words("erreur", "error")
    let code = finding.fault.rawValue
    let check = finding.fault.check
    return Words(
      "\(place) : \(kind.french) : \(told.what.french)\n  → \(told.remedy.french) [\(code), contrôle \(check)]",
      "\(place): \(kind.english): \(told.what.english)\n  → \(told.remedy.english) [\(code), check \(check)]"
    )
  }

  private static func warnings(_ count: Int) -> Words {
    count == 0
      ? Words("aucun avertissement", "no warning")
      : Outcomes.count(
        count, ("avertissement", "avertissements"), ("warning", "warnings"))
  }
}

/// What tells two tax files apart, for people: at most so many entries of each kind, all counted.
public func differenceWords(_ difference: FECDifference) -> Words {
  guard !difference.isEmpty else {
    return Words("Les deux fichiers disent la même chose.", "Both files say the same.")
  }
  let pair: (FECDifference.Pair) -> Words = { pair in
    let (before, after) = (cents(pair.before.debit), cents(pair.after.debit))
    return Words(
      "\n  \(pair.before.number) (ligne \(pair.before.line), \(before.french)) → \(pair.after.number) (ligne \(pair.after.line), \(after.french))",
      "\n  \(pair.before.number) (line \(pair.before.line), \(before.english)) → \(pair.after.number) (line \(pair.after.line), \(after.english))"
    )
  }
  let single: (FECDifference.Entry) -> Words = { entry in
    let debit = cents(entry.debit)
    return Words(
      "\n  \(entry.number) (ligne \(entry.line), \(debit.french))",
      "\n  \(entry.number) (line \(entry.line), \(debit.english))")
  }
  return totals(difference)
    + section(Words("Ajoutées", "Added"), difference.added, single)
    + section(Words("Retirées", "Removed"), difference.removed, single)
    + section(Words("Changées", "Changed"), difference.changed, pair)
    + section(Words("Lettrage seul", "Lettering alone"), difference.lettered, pair)
    + section(Words("Renumérotées", "Renumbered"), difference.renumbered, pair)
}

private func totals(_ difference: FECDifference) -> Words {
  let side: (FECDifference.Totals) -> Words = { totals in
    let (debit, credit) = (cents(totals.debit), cents(totals.credit))
    return Words(
      "\(number(totals.rows).french) lignes, débits \(debit.french), crédits \(credit.french)",
      "\(number(totals.rows).english) rows, debits \(debit.english), credits \(credit.english)")
  }
  let (before, after) = (side(difference.before), side(difference.after))
  return Words(
    "avant : \(before.french)\naprès : \(after.french)",
    "before: \(before.english)\nafter: \(after.english)")
}

private func section<Item>(
  _ title: Words, _ items: [Item], _ line: (Item) -> Words
) -> Words {
  guard !items.isEmpty else { return Words(both: "") }
  let most = 50
  let head = Words(
    "\n\(title.french) : \(number(items.count).french)",
    "\n\(title.english): \(number(items.count).english)")
  let told = items.prefix(most).reduce(head) { $0 + line($1) }
  return items.count > most ? told + Words(both: "\n  …") : told
}

private func cents(_ amount: Int128) -> Words { euros(Cents(Int64(clamping: amount))) }

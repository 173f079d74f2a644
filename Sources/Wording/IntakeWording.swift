public import Intake
import Units

extension IntakeRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .accountFollowsFromElsewhere(let account):
      Explanation(
        what: Words(
          "Le compte \(account) ne s'écrit pas à la main.",
          "Account \(account) is not written by hand."),
        why: Words(
          "Le capital, les parts et l'énergie découlent du registre et des relevés : écrits à part, "
            + "ils les contrediraient.",
          "Capital, shares and energy follow from the register and the readings: written apart, they "
            + "would contradict them."),
        remedy: Words(
          "Passez par « soleil shares import » ou « soleil production import » ; un versement reçu va "
            + "au 456300.",
          "Go through “soleil shares import” or “soleil production import”; a payment received goes "
            + "to 456300."))
    case .bookHasNoStatutes, .nothingToTakeIn, .lineHasNotOneSide: explanationOfContent
    case .rowsOfEntryDiffer, .rowsOfEntryAreRepeated, .readingStopped, .amountIsNoInteger:
      explanationOfTable
    case .meterIsUnknown, .profileIsUnknown: explanationOfName
    case .fileTellsConsumption: consumption
    case .keyIsReserved, .factReachesIntoClosedMonths, .termsAreFixed: closed
    case .filesWereRefused, .filesAreHeld, .fileChanged: explanationOfFiles
    }
  }

  private var explanationOfContent: Explanation {
    switch self {
    case .nothingToTakeIn(let paths):
      Explanation(
        what: Words("Rien à prendre dans « \(paths) ».", "Nothing to take in from “\(paths)”."),
        why: Words(
          "Une commande sans effet cache le plus souvent un mauvais chemin.",
          "A command without effect most often hides a wrong path."),
        remedy: Words(
          "Vérifiez le chemin et la terminaison des fichiers (.toml, .csv).",
          "Check the path and the ending of the files (.toml, .csv)."))
    case .lineHasNotOneSide:
      Explanation(
        what: Words(
          "La ligne n'a pas un montant et un seul.", "The line has not one amount and one only."),
        why: Words(
          "Une ligne est au débit ou au crédit, dans une seule unité.",
          "A line stands at the debit or at the credit, in one unit only."),
        remedy: Words(
          "Donnez un seul de debit_cents, credit_cents, debit_wh, credit_wh, debit_shares, "
            + "credit_shares.",
          "Give just one of debit_cents, credit_cents, debit_wh, credit_wh, debit_shares, "
            + "credit_shares."))
    default:
      Explanation(
        what: Words(
          "Le livre n'a pas de statuts complets.", "The book has no complete statutes."),
        why: Words(
          "Sans société, capital ni exercice, rien ne peut être compté.",
          "Without company, capital and fiscal year nothing can be reckoned."),
        remedy: Words(
          "Recréez-le avec « soleil init --statutes », ou reprenez une copie de secours.",
          "Create it again with “soleil init --statutes”, or go back to a spare copy."))
    }
  }

  private var explanationOfTable: Explanation {
    switch self {
    case .rowsOfEntryDiffer(let column):
      Explanation(
        what: Words(
          "Les lignes de cette écriture n'ont pas toutes le même « \(column) ».",
          "The rows of this entry do not all have the same “\(column)”."),
        why: Words(
          "Une écriture a une date, un journal, une pièce et un libellé, répétés à chaque ligne.",
          "An entry has one date, journal, voucher and label, repeated on each row."),
        remedy: Words(
          "Accordez les lignes, ou donnez des clés différentes à deux écritures.",
          "Make the rows agree, or give two entries different keys."))
    case .readingStopped(let count):
      Explanation(
        what: Words(
          "La lecture s'est arrêtée après \(count) fautes ; la suite n'a pas été lue.",
          "Reading stopped after \(count) faults; what follows was not read."),
        why: Words(
          "Autant de fautes ont le plus souvent une seule cause : une colonne, un format.",
          "So many faults most often have one cause: a column, a format."),
        remedy: Words(
          "Corrigez la cause et recommencez : rien n'a été écrit.",
          "Mend the cause and start again: nothing was written."))
    case .rowsOfEntryAreRepeated(let rows):
      Explanation(
        what: Words(
          "Les \(rows) lignes de cette écriture s'y trouvent deux fois de suite.",
          "The \(rows) rows of this entry stand there twice in a row."),
        why: Words(
          "Deux fichiers mis bout à bout doubleraient le montant sans que rien ne le dise.",
          "Two files put end to end would double the amount and nothing would tell."),
        remedy: Words(
          "Retirez le second bloc, ou donnez-lui sa propre clé.",
          "Remove the second block, or give it a key of its own."))
    default: unreadAmount
    }
  }

  private var unreadAmount: Explanation {
    let text = if case .amountIsNoInteger(let text) = self { text } else { "" }
    return Explanation(
      what: Words(
        "« \(text) » n'est pas un nombre entier.", "“\(text)” is no whole number."),
      why: Words(
        "Les montants sont en centimes, en Wh ou en parts : sans virgule, rien ne s'arrondit.",
        "Amounts are in cents, Wh or shares: without a decimal mark nothing is rounded."),
      remedy: Words("Écrivez 1234 pour 12,34 €.", "Write 1234 for €12.34."))
  }

  private var explanationOfName: Explanation {
    switch self {
    case .profileIsUnknown(let profile, let known):
      Explanation(
        what: Words(
          "Il n'y a pas de profil « \(profile) ».", "There is no profile “\(profile)”."),
        why: Words(
          "Le profil dit comment lire les colonnes, les unités et l'heure du fichier.",
          "The profile tells how to read the columns, units and time of the file."),
        remedy: Words("Les profils connus : ", "The profiles known: ") + listed(known))
    default: unknownMeter
    }
  }

  private var unknownMeter: Explanation {
    let meter = if case .meterIsUnknown(let meter) = self { meter } else { "" }
    return Explanation(
      what: Words(
        "Le livre ne connaît pas le compteur « \(meter) ».", "The book knows no meter “\(meter)”."),
      why: Words(
        "Une énergie sans compteur ne revient à aucun site, donc à personne.",
        "Energy without a meter belongs to no site, hence to nobody."),
      remedy: Words(
        "Corrigez --meter, ou enregistrez d'abord une section [[meter]] avec « soleil apply ».",
        "Correct --meter, or first record a section [[meter]] with “soleil apply”."))
  }

  private var closed: Explanation {
    switch self {
    case .keyIsReserved(let key): reservedKey(key)
    case .termsAreFixed(let kind, let key): fixedTerms("\(kind) \(key)")
    case .factReachesIntoClosedMonths(let kind, let key, let from, let through):
      Explanation(
        what: Words(
          "\(kind) \(key) vaudrait dès le \(longDay(from).french), et le livre est clos jusqu'au "
            + "\(longDay(through).french).",
          "\(kind) \(key) would hold from \(longDay(from).english), and the book is closed through "
            + "\(longDay(through).english)."),
        why: Words(
          "Les mois clos ont été calculés et signés sans lui : ils ne changent plus.",
          "The closed months were reckoned and signed without it: they change no more."),
        remedy: Words(
          "Donnez-lui valid_from = \(through.next) ou plus tard.",
          "Give it valid_from = \(through.next) or later."))
    default: unknownMeter
    }
  }

  private func reservedKey(_ key: String) -> Explanation {
    Explanation(
      what: Words("La clé « \(key) » est réservée.", "The key “\(key)” is reserved."),
      why: Words(
        "Les clôtures et les mouvements de parts passent leurs écritures sous de telles clés ; "
          + "celle-ci leur barrerait la route.",
        "Closings and share movements post their entries under such keys; this one would stand in "
          + "their way."),
      remedy: Words(
        "Choisissez une clé qui ne commence ni par close: ni par shares:.",
        "Choose a key that begins neither with close: nor with shares:."))
  }

  private func fixedTerms(_ name: String) -> Explanation {
    Explanation(
      what: Words(
        "Les termes de \(name) changent alors que des mois sont clos.",
        "The terms of \(name) change while months are closed."),
      why: Words(
        "Les échéances et dotations passées ne seraient plus celles du nouveau tableau.",
        "Past instalments and depreciation would no longer be those of the new table."),
      remedy: Words(
        "Enregistrez les nouveaux termes sous un autre identifiant, et soldez l'ancien par une "
          + "écriture.",
        "Record the new terms under another identifier, and settle the old one by an entry."))
  }

  private var consumption: Explanation {
    guard case .fileTellsConsumption(let file, let meter) = self else { return unknownMeter }
    return Explanation(
      what: Words(
        "« \(file) » donne une consommation, et le compteur « \(meter) » compte ce qui est vendu.",
        "“\(file)” tells consumption, and the meter “\(meter)” counts what is sold."),
      why: Words(
        "L'énergie soutirée au réseau deviendrait de l'énergie vendue, puis de l'argent.",
        "Energy taken from the grid would become energy sold, and then money."),
      remedy: Words(
        "Demandez la courbe de production au gestionnaire de réseau, ou rattachez ce compteur "
          + "avec counts = false.",
        "Ask the grid operator for the production curve, or record this meter with "
          + "counts = false."))
  }

  private var explanationOfFiles: Explanation {
    switch self {
    case .fileChanged(let path):
      Explanation(
        what: Words(
          "Le fichier « \(path) » a changé pendant sa lecture.",
          "The file “\(path)” changed while it was read."),
        why: Words(
          "Ses deux lectures ne disent pas la même chose : on ne sait pas laquelle croire. Rien n'a "
            + "été importé.",
          "Its two readings differ: there is no telling which to believe. Nothing was imported."),
        remedy: Words(
          "Attendez que le fichier soit entièrement écrit, ou copiez-le, puis recommencez.",
          "Wait until the file is wholly written, or copy it, then try again."))
    case .filesAreHeld(let files):
      Explanation(
        what: Words(
          files == 1
            ? "Un fichier attend une décision." : "\(files) fichiers attendent une décision.",
          files == 1 ? "One file awaits a decision." : "\(files) files await a decision."),
        why: Words(
          "Plusieurs lectures en sont possibles, et elles donneraient d'autres énergies. Rien n'a "
            + "été importé.",
          "They can be read in more than one way, and would give other energies. Nothing was "
            + "imported."),
        remedy: Words(
          "Lisez les constats ci-dessus, puis nommez le format avec --profile.",
          "Read the findings above, then name the format with --profile."))
    default: refusedFiles
    }
  }

  private var refusedFiles: Explanation {
    let files = if case .filesWereRefused(let files) = self { files } else { 0 }
    return Explanation(
      what: Words(
        files == 1 ? "Un fichier est refusé." : "\(files) fichiers sont refusés.",
        files == 1 ? "One file is refused." : "\(files) files are refused."),
      why: Words(
        "Une lecture douteuse deviendrait de l'énergie, puis de l'argent. Rien n'a été importé.",
        "A doubtful reading would become energy, and then money. Nothing was imported."),
      remedy: Words(
        "Corrigez ou retirez les fichiers nommés ci-dessus, puis recommencez.",
        "Mend or leave out the files named above, then try again."))
  }
}

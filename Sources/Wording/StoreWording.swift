public import Store

extension StoreRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .bookIsMissing, .bookExists, .fileIsNoBook, .bookIsNewer, .bookIsBusy: explanationOfBook
    case .writeWasInterrupted(let path): StoreRefusal.interrupted(path)
    case .guardHeld(let name): explanationOfGuard(name)
    case .databaseFailed, .diskFailed: explanationOfDisk
    case .totalsDoNotRecompute, .logDoesNotRecompute: explanationOfTampering
    case .fileCannotBeOpened, .fileIsNotRegular, .fileCannotBeCreated, .folderIsForeign:
      explanationOfFile
    }
  }

  private var explanationOfBook: Explanation {
    switch self {
    case .bookIsMissing(let path):
      Explanation(
        what: Words("Il n'y a pas de livre à « \(path) ».", "There is no book at “\(path)”."),
        why: Words(
          "Toutes les commandes, sauf init, verify et apportion, lisent un livre.",
          "All commands but init, verify and apportion read a book."),
        remedy: Words(
          "Indiquez-le avec --book ou $SOLEIL_BOOK, ou créez-en un : soleil init --statutes "
            + "statuts.toml",
          "Name it with --book or $SOLEIL_BOOK, or create one: soleil init --statutes "
            + "statutes.toml"))
    case .bookExists(let path):
      Explanation(
        what: Words("« \(path) » existe déjà.", "“\(path)” exists already."),
        why: Words(
          "Un livre ne s'écrase jamais : il porte dix ans de comptes.",
          "A book is never overwritten: it carries ten years of accounts."),
        remedy: Words(
          "Choisissez un autre chemin avec --book.", "Choose another path with --book."))
    case .bookIsNewer(let path, let version):
      Explanation(
        what: Words(
          "« \(path) » est d'un format plus récent (\(version)) que ce programme.",
          "“\(path)” is of a newer format (\(version)) than this program."),
        why: Words(
          "Un programme plus ancien y écrirait sans connaître ses nouvelles règles.",
          "An older program would write to it without knowing its new rules."),
        remedy: Words("Mettez soleil à jour.", "Update soleil."))
    case .bookIsBusy(let path):
      Explanation(
        what: Words(
          "« \(path) » est utilisé par un autre programme.",
          "“\(path)” is in use by another program."),
        why: Words(
          "Deux écritures à la fois se contrediraient. Rien n'a été changé.",
          "Two writers at once would contradict each other. Nothing was changed."),
        remedy: Words(
          "Attendez qu'il ait fini, fermez les autres fenêtres, puis recommencez.",
          "Wait until it has finished, close other windows, then try again."))
    default: foreignBook
    }
  }

  private var foreignBook: Explanation {
    let path = if case .fileIsNoBook(let path) = self { path } else { "" }
    return Explanation(
      what: Words("« \(path) » n'est pas un livre de Soleil.", "“\(path)” is no book of Soleil."),
      why: Words(
        "Y écrire l'abîmerait ; le lire donnerait n'importe quoi.",
        "Writing to it would damage it; reading it would yield nonsense."),
      remedy: Words(
        "Vérifiez --book ; si c'était votre livre, reprenez la dernière copie de secours.",
        "Check --book; if this was your book, go back to the last spare copy."))
  }

  private var explanationOfDisk: Explanation {
    let what =
      switch self {
      case .diskFailed(let path, let reason):
        Words(
          "Lire ou écrire « \(path) » a échoué : \(systemReason(reason).french).",
          "Reading or writing “\(path)” failed: \(systemReason(reason).english).")
      case .databaseFailed(let message):
        Words("La base du livre a échoué : \(message).", "The book's database failed: \(message).")
      default: Words(both: code)
      }
    return Explanation(
      what: what,
      why: Words(
        "Ce qui était en cours a été annulé en entier ; le livre est tel qu'il était avant.",
        "What was under way was undone as a whole; the book is as it was before."),
      remedy: Words(
        "Vérifiez la place libre et le support, faites une copie du livre, puis recommencez.",
        "Check the free space and the medium, copy the book, then try again."))
  }

  private var explanationOfFile: Explanation {
    switch self {
    case .fileCannotBeOpened(let path, let reason):
      Explanation(
        what: Words(
          "« \(path) » ne peut pas être ouvert : \(systemReason(reason).french).",
          "“\(path)” cannot be opened: \(systemReason(reason).english)."),
        why: nothingDone, remedy: checkPath)
    case .fileIsNotRegular(let path):
      Explanation(
        what: Words("« \(path) » n'est pas un fichier.", "“\(path)” is no file."),
        why: nothingDone, remedy: checkPath)
    case .fileCannotBeCreated(let path, let reason):
      Explanation(
        what: Words(
          "« \(path) » ne peut pas être créé : \(systemReason(reason).french).",
          "“\(path)” cannot be created: \(systemReason(reason).english)."),
        why: nothingDone,
        remedy: Words(
          "Vérifiez le dossier et vos droits, ou choisissez un autre endroit avec --out ou --book.",
          "Check the folder and your rights, or choose another place with --out or --book."))
    default: foreignFolder
    }
  }

  private var explanationOfTampering: Explanation {
    let what =
      if case .totalsDoNotRecompute(let account) = self {
        Words(
          "Les totaux du compte \(account) ne sont pas la somme de ses écritures.",
          "The totals of account \(account) are not the sum of its postings.")
      } else {
        Words(
          "Le journal scellé du livre n'est pas l'arbre de ses feuilles.",
          "The sealed log of the book is not the tree of its leaves.")
      }
    return Explanation(
      what: what,
      why: Words(
        "Le livre a été modifié autrement que par Soleil : rien de faux ne sera signé.",
        "The book was changed by other means than Soleil: nothing false will be signed."),
      remedy: Words(
        "Gardez ce fichier comme preuve, et reprenez la dernière copie de secours saine.",
        "Keep this file as evidence, and go back to the last sound spare copy."))
  }

  private var foreignFolder: Explanation {
    let path = if case .folderIsForeign(let path) = self { path } else { "" }
    return Explanation(
      what: Words(
        "Le dossier « \(path) » existe, mais le livre ne connaît pas cette clôture.",
        "The folder “\(path)” exists, but the book does not know that closing."),
      why: Words(
        "Il vient peut-être d'un autre livre ou d'une copie plus récente : l'écraser détruirait "
          + "une preuve.",
        "It may come from another book or a newer copy: overwriting it would destroy evidence."),
      remedy: Words(
        "Vérifiez --book ; sinon mettez ce dossier de côté, puis recommencez.",
        "Check --book; else put that folder aside, then try again."))
  }

  private var nothingDone: Words {
    Words("Rien n'a été lu ni changé.", "Nothing was read or changed.")
  }

  private var checkPath: Words {
    Words(
      "Vérifiez le chemin et vos droits de lecture.", "Check the path and your right to read it.")
  }
}

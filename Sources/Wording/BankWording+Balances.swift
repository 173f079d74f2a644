import Bank
import Units

extension BankRefusal {
  var explanationOfBalance: Explanation {
    switch self {
    case .statementDoesNotAddUp(let name, let opening, let movements, let closing):
      Explanation(
        what: Words(
          "Le relevé \(name) ne tombe pas juste : \(euros(opening).french) + "
            + "\(euros(movements).french) de mouvements ≠ \(euros(closing).french).",
          "Statement \(name) does not add up: \(euros(opening).english) + "
            + "\(euros(movements).english) of movements ≠ \(euros(closing).english)."),
        why: Words(
          "Il manque un mouvement, ou il y en a un de trop.",
          "A movement is missing, or one too many."),
        remedy: Words(
          "Téléchargez le relevé de la période entière, ou vérifiez --opening et --closing.",
          "Download the statement of the whole period, or check --opening and --closing."))
    case .balanceDoesNotFollow(let told, let expected):
      Explanation(
        what: Words(
          "Le solde de la ligne est \(euros(told).french) ; les lignes d'avant donnent "
            + "\(euros(expected).french).",
          "The row's balance is \(euros(told).english); the rows before it give "
            + "\(euros(expected).english)."),
        why: Words(
          "Une ligne manque, ou leur ordre a été changé.",
          "A row is missing, or their order was changed."),
        remedy: Words(
          "Reprenez l'export de la banque tel quel, sans le trier.",
          "Take the bank's export as it is, without sorting it."))
    case .balanceIsNotTold:
      Explanation(
        what: Words(
          "Le fichier ne dit aucun solde de la banque.", "The file tells no balance of the bank."),
        why: Words(
          "Sans solde, rien ne prouve qu'il ne manque aucun mouvement.",
          "Without a balance nothing proves that no movement is missing."),
        remedy: Words(
          "Lisez-le sur le site de la banque : --closing 1234,56 (solde après le dernier mouvement).",
          "Read it on the bank's site: --closing 1234.56 (balance after the last movement)."))
    default: explanationOfChain
    }
  }

  /// How a statement stands to those before it.
  private var explanationOfChain: Explanation {
    switch self {
    case .statementDoesNotFollow(let account, let opening, let expected, let day):
      Explanation(
        what: Words(
          "Compte « \(account) » : le relevé part de \(euros(opening).french) au "
            + "\(longDay(day).french), et le livre connaît \(euros(expected).french), soit "
            + "\(euros(opening - expected).french) d'écart.",
          "Account “\(account)”: the statement starts from \(euros(opening).english) on "
            + "\(longDay(day).english), and the book knows \(euros(expected).english): "
            + "\(euros(opening - expected).english) apart."),
        why: Words(
          "Un relevé manque entre les deux : ses mouvements seraient perdus.",
          "A statement is missing between the two: its movements would be lost."),
        remedy: Words(
          "Importez d'abord, ou en même temps, le relevé qui manque (soleil bank list).",
          "Import the missing statement first, or together with this one (soleil bank list)."))
    case .statementContradicts(let account, let day, let told, let known):
      Explanation(
        what: Words(
          "Compte « \(account) », \(longDay(day).french) : le relevé dit \(euros(told).french) de "
            + "mouvements, le livre en a \(euros(known).french).",
          "Account “\(account)”, \(longDay(day).english): the statement tells \(euros(told).english) "
            + "of movements, the book has \(euros(known).english)."),
        why: Words(
          "Ce jour est déjà connu en entier par un relevé qui tombait juste.",
          "That day is known in full from a statement that added up."),
        remedy: Words(
          "Comparez avec le site de la banque : l'un des deux fichiers a été coupé ou modifié.",
          "Compare with the bank's site: one of the two files was cut or edited."))
    default: Explanation(what: Words(both: code), why: Words(both: ""), remedy: Words(both: ""))
    }
  }

  var explanationOfLine: Explanation {
    switch self {
    case .lineIsUnknown(let id):
      Explanation(
        what: Words(
          "Le livre n'a pas de mouvement bancaire nº \(id).", "The book has no bank movement \(id)."
        ),
        why: Words(
          "Un rapprochement porte sur un mouvement qu'un relevé a dit.",
          "A match is about a movement that a statement told."),
        remedy: Words(
          "Voyez leurs numéros : soleil bank list", "See their numbers: soleil bank list"))
    case .lineIsMatched(let id, let entry):
      Explanation(
        what: Words(
          "Le mouvement nº \(id) est déjà rapproché : écriture \(entry).",
          "Movement \(id) is matched already: entry \(entry)."),
        why: Words(
          "Compté deux fois, il fausserait le solde.",
          "Counted twice it would make the balance wrong."),
        remedy: Words(
          "S'il l'est à tort : soleil bank unmatch \(id) --reason \"…\"",
          "If wrongly so: soleil bank unmatch \(id) --reason \"…\""))
    case .lineIsNotMatched(let id):
      Explanation(
        what: Words(
          "Le mouvement nº \(id) n'est pas rapproché.", "Movement \(id) is not matched."),
        why: Words("Il n'y a rien à défaire.", "There is nothing to undo."),
        remedy: Words("Voyez : soleil bank list", "See: soleil bank list"))
    case .lineIsAmbiguous(let id, let candidates):
      Explanation(
        what: Words(
          "Pour le mouvement nº \(id), plusieurs lignes conviennent autant : ",
          "For movement \(id) several lines fit equally well: ") + listed(candidates),
        why: Words("Laquelle est réglée est une décision.", "Which one is settled is a decision."),
        remedy: Words(
          "Choisissez : soleil bank confirm \(id) --with \(candidates.first ?? "")",
          "Choose: soleil bank confirm \(id) --with \(candidates.first ?? "")"))
    case .lineHasNoProposal(let id):
      Explanation(
        what: Words(
          "Rien dans le livre ne ressemble au mouvement nº \(id).",
          "Nothing in the book looks like movement \(id)."),
        why: Words(
          "Un mouvement ne se passe pas sans savoir ce qu'il est.",
          "A movement is not posted without knowing what it is."),
        remedy: Words(
          "Dites-le : --with ÉCRITURE:LIGNE, ou --to COMPTE (627000 pour des frais) ; ou passez "
            + "d'abord la facture.",
          "Say it: --with ENTRY:LINE, or --to ACCOUNT (627000 for fees); or post the invoice first."
        ))
    default: Explanation(what: Words(both: code), why: Words(both: ""), remedy: Words(both: ""))
    }
  }

  var explanationOfChoice: Explanation {
    switch self {
    case .choiceDoesNotSum(let bank, let chosen):
      Explanation(
        what: Words(
          "La banque dit \(euros(bank).french), ce qui est choisi fait \(euros(chosen).french) : "
            + "\(euros(bank - chosen).french) d'écart.",
          "The bank tells \(euros(bank).english), what is chosen makes \(euros(chosen).english): "
            + "\(euros(bank - chosen).english) apart."),
        why: Words(
          "Un rapprochement est juste au centime.", "A match is right to the cent."),
        remedy: Words(
          "Ajoutez les lignes qui manquent (--with), ou dites où va l'écart (--to 627000).",
          "Add the missing lines (--with), or say where the rest goes (--to 627000)."))
    case .itemIsNotOpen(let name):
      Explanation(
        what: Words(
          "La ligne \(name) n'est pas ouverte : lettrée, rapprochée, contrepassée ou d'un autre compte.",
          "Line \(name) is not open: lettered, matched, reversed or of another account."),
        why: Words(
          "Une même ligne ne se règle pas deux fois.", "One line is not settled twice."),
        remedy: Words("Regardez-la : soleil entry", "Look at it: soleil entry"))
    case .accountFollowsFromElsewhere(let account):
      Explanation(
        what: Words(
          "Le compte \(account) ne reçoit pas directement un mouvement de banque.",
          "Account \(account) does not take a bank movement directly."),
        why: Words(
          "Le capital et l'énergie viennent du registre des parts et des relevés ; la banque a son compte.",
          "Capital and energy come from the share register and the readings; the bank has its account."
        ),
        remedy: Words(
          "Enregistrez le mouvement de parts (soleil shares pay), puis rapprochez avec --with.",
          "Record the movement of shares (soleil shares pay), then match using --with."))
    case .nothingIsChosen:
      Explanation(
        what: Words("Rien ne dit ce qu'est le mouvement.", "Nothing says what the movement is."),
        why: Words(
          "--aux, --site et --contract précisent un compte : il en faut un.",
          "--aux, --site and --contract tell more of an account: there must be one."),
        remedy: Words("Ajoutez --to COMPTE.", "Add --to ACCOUNT."))
    default: Explanation(what: Words(both: code), why: Words(both: ""), remedy: Words(both: ""))
    }
  }
}

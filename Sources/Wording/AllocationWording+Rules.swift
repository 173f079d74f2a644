internal import Allocation
internal import Units

extension AllocationRefusal {
  /// What is wrong with a line of the rules, and why: the remedy is the same for all.
  func corrected(_ sentences: (what: Words, why: Words)) -> Explanation {
    Explanation(
      what: sentences.what, why: sentences.why,
      remedy: Words(
        "Corrigez cette ligne des règles, puis appliquez-les de nouveau (« soleil apply --dry-run » "
          + "essaie sans rien changer).",
        "Correct this line of the rules, then apply them again (“soleil apply --dry-run” tries "
          + "without changing anything)."))
  }

  /// What is wrong with what a step takes, and when.
  var takingSentences: (what: Words, why: Words) {
    switch self {
    case .priceIsOutOfRange(let step, let price):
      (
        Words(
          "L'étape « \(step) » prend \(price.decimalDescription) € par unité.",
          "The step “\(step)” takes €\(price.decimalDescription) a unit."),
        Words(
          "Un prix va de 0 à 10 € par kWh, 3 650 € par kWc et par an, 36 500 € par m² et par an.",
          "A price is from 0 to €10 a kWh, €3,650 a kWc and year, €36,500 an m² and year.")
      )
    case .capIsBelowTheFloor(let step, let least, let most):
      (
        Words("L'étape « \(step) » prend au moins ", "The step “\(step)” takes at least ")
          + euros(least) + Words(" et au plus ", " and at most ") + euros(most)
          + Words(both: "."),
        Words("Aucun montant ne tient les deux.", "No amount holds to both.")
      )
    case .stepLooksAhead(let step, let other):
      (
        Words(
          "L'étape « \(step) » prend une part de « \(other) », qui ne vient pas avant elle.",
          "The step “\(step)” takes a part of “\(other)”, which does not come before it."),
        Words(
          "Les étapes se calculent dans l'ordre.", "Steps are reckoned in their order.")
      )
    case .roundingGroupIsBroken(let name, let step):
      (
        Words(
          "L'étape « \(step) » ne peut pas être arrondie avec le groupe « \(name) ».",
          "The step “\(step)” cannot be rounded with the group “\(name)”."),
        Words(
          "Un groupe d'arrondi réunit des pourcentages d'une même base, qui se suivent ; son nom "
            + "n'est celui d'aucune étape.",
          "A rounding group holds percentages of one base that follow one another; its name is no "
            + "step's.")
      )
    default: (Words(both: code), Words(both: code))
    }
  }

  /// What is wrong with whom a step serves.
  var servingSentences: (what: Words, why: Words) {
    switch self {
    case .keyDoesNotFit(let step, let key):
      (
        Words(
          "La clé « \(key) » ne convient pas à ceux que sert « \(step) ».",
          "The key “\(key)” does not fit whom “\(step)” serves."),
        Words(
          "« declared » et « energy » demandent un groupe déclaré ; « shares-days » demande des "
            + "associés.",
          "“declared” and “energy” need a declared group; “shares-days” needs members.")
      )
    case .reserveIsNoReserve(let step, let account):
      (
        Words(
          "L'étape « \(step) » nomme la réserve « \(account) ».",
          "The step “\(step)” names the reserve “\(account)”."),
        Words(
          "Une réserve est un compte 106, 110 ou 119 (PCG).",
          "A reserve is an account 106, 110 or 119 (French chart of accounts).")
      )
    default:
      (
        Words(
          "Une charge sert des associés ou une réserve.",
          "A charge serves members or a reserve."),
        Words(
          "Seul un tiers reçoit une charge ; ce que la loi réserve à l'assemblée générale ne se "
            + "verse pas au mois (C. com. art. L232-11, L232-12).",
          "Only third parties receive a charge; what the law leaves to the general meeting is not "
            + "paid monthly (C. com. art. L232-11, L232-12).")
      )
    }
  }

  /// What is wrong with a group.
  var groupSentences: (what: Words, why: Words) {
    switch self {
    case .groupIsUnknown(let step, let group):
      (
        Words(
          "L'étape « \(step) » sert le groupe « \(group) », que les règles ne déclarent pas.",
          "The step “\(step)” serves the group “\(group)”, which the rules do not declare."),
        Words("Sa part n'aurait pas de destinataire.", "Its part would have no recipient.")
      )
    case .groupIsRepeated(let group):
      (
        Words("Deux groupes portent le nom « \(group) ».", "Two groups are named “\(group)”."),
        Words(
          "On ne saurait pas lequel une étape sert.", "Nobody could tell which one a step serves."
        )
      )
    case .partHasNoWeight(let group, let part):
      (
        Words(
          "Dans le groupe « \(group) », \(part) n'a ni poids ni toit.",
          "In the group “\(group)”, \(part) has no weight or no roof."),
        Words(
          "La clé « declared » compte les « weight », la clé « energy » les « sites ».",
          "The key “declared” counts “weight”, the key “energy” counts “sites”.")
      )
    case .groupIsEmpty(let group):
      (
        Words("Le groupe « \(group) » est vide.", "The group “\(group)” is empty."),
        Words("Sa part n'aurait pas de destinataire.", "Its part would have no recipient.")
      )
    default: (Words(both: code), Words(both: code))
    }
  }

  /// What is wrong with how rules were adopted.
  var adoptionExplanation: Explanation {
    switch self {
    case .nameIsUnknown(let kind, let name, let rules):
      Explanation(
        what: Words(
          "Les règles \(rules) nomment \(kind) « \(name) », que le livre ne connaît pas.",
          "The rules \(rules) name \(kind) “\(name)”, which the book does not know."),
        why: Words(
          "Une faute de frappe laisserait un toit ou un associé sans sa part.",
          "A misspelling would leave a roof or a member without a part."),
        remedy: Words(
          "Corrigez le nom, ou déclarez d'abord ce qu'il désigne.",
          "Correct the name, or declare first what it means."))
    case .versionIsNotNew(let name, let version):
      Explanation(
        what: Words(
          "Les règles « \(name) » changent et gardent la version \(version).",
          "The rules “\(name)” change and keep version \(version)."),
        why: Words(
          "Un relevé cite la version qu'il applique : elle ne désigne qu'un texte.",
          "A statement cites the version it applies: it names one text only."),
        remedy: Words(
          "Donnez une version plus haute et la résolution qui l'a adoptée (adopted_by).",
          "Give a higher version and the resolution that adopted it (adopted_by)."))
    case .rulesBeginTogether(let name, let other, let day):
      Explanation(
        what: Words(
          "Les règles « \(name) » et « \(other) » commencent toutes deux le "
            + "\(longDay(day).french).",
          "The rules “\(name)” and “\(other)” both begin on \(longDay(day).english)."),
        why: Words(
          "Un jour n'a qu'un jeu de règles.", "A day has one set of rules only."),
        remedy: Words(
          "Changez la date, ou gardez un seul nom et montez sa version.",
          "Change the date, or keep one name and raise its version."))
    default:
      Explanation(
        what: Words(
          "Rien ne dit qui a adopté ces règles.", "Nothing says who adopted these rules."),
        why: Words(
          "Les règles de répartition sont celles de l'assemblée générale.",
          "The allocation rules are the general meeting's."),
        remedy: Words(
          "Écrivez la résolution ou l'article des statuts sous adopted_by.",
          "Write the resolution or the article of the statutes under adopted_by."))
    }
  }
  /// What is wrong with what counts late, or with what was signed.
  var lateExplanation: Explanation {
    switch self {
    case .movementIsNotLate(let reference, let day):
      Explanation(
        what: Words(
          "Le registre compte déjà « \(reference) » à partir du \(longDay(day).french).",
          "The register counts “\(reference)” from \(longDay(day).english) already."),
        why: Words(
          "Un mouvement tardif compte dès un jour d'avant.",
          "A late movement counts from an earlier day."),
        remedy: Words(
          "Donnez à « from » un jour d'avant, ou retirez cette déclaration.",
          "Give “from” an earlier day, or remove this declaration."))
    case .signedMonthDoesNotRecompute(let month):
      Explanation(
        what: Words(
          "La répartition signée de \(month) ne se recalcule pas depuis le livre.",
          "The signed allocation of \(month) cannot be reckoned again from the book."),
        why: Words(
          "Une correction serait la différence avec autre chose que ce qui a été signé.",
          "A correction would be the difference to something else than what was signed."),
        remedy: Words(
          "Lancez « soleil doctor » ; comparez avec le dossier de clôture signé.",
          "Run “soleil doctor”; compare with the signed closing folder."))
    default: corrected((Words(both: code), Words(both: code)))
    }
  }
}

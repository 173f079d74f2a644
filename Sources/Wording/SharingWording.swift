public import Agreements
import Units

extension SharingRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .shareIsOutOfRange, .keyExceedsTheWhole, .keyIsIncomplete: explanationOfKey
    case .stepIsUnknown, .stepsAreNotTheDay, .stepIsNoFigure, .dayIsNotOfTheMonth,
      .seriesAreNotThoseNeeded:
      explanationOfSeries
    case .stampIsUnreadable, .stampIsRepeated, .stampsTellNoWholeDays, .energyIsOutOfRange,
      .sharingIsNotNamed:
      explanationOfCurves
    case .surplusIsNotAlone, .contractIsSharedTwice, .sharedContractHasACap:
      explanationOfContracts
    }
  }

  private var explanationOfKey: Explanation {
    let what =
      switch self {
      case .shareIsOutOfRange(let share):
        Words(
          "Le coefficient \(share.numerator)/\(share.denominator) n'est pas entre 0 et 1, ou a plus de "
            + "six décimales.",
          "The coefficient \(share.numerator)/\(share.denominator) is not from 0 to 1, or has more than "
            + "six decimals.")
      case .keyExceedsTheWhole(let id, let day):
        Words(
          "Les coefficients du partage « \(id) » dépassent 1 en tout",
          "The coefficients of sharing “\(id)” exceed 1 in all")
          + (day.map { Words(" le ", " on ") + longDay($0) } ?? Words(both: ""))
          + Words(both: ".")
      default:
        Words(
          "Ce partage ne donne pas exactement un coefficient à chaque acheteur.",
          "This sharing does not give each buyer exactly one coefficient.")
      }
    return Explanation(
      what: what,
      why: Words(
        "À chaque pas, Σ parts + surplus = production : on ne partage pas plus qu'il n'y a. "
          + "(C. énergie, art. L315-2)",
        "At every step the parts and the surplus sum to the production: no more is shared than there "
          + "is. (C. énergie, art. L315-2)"),
      remedy: Words(
        "Reprenez les coefficients de la convention, entre guillemets : \"0.25\" ; share ne va "
          + "qu'avec key = \"static\".",
        "Take the coefficients of the agreement, in quotes: \"0.25\"; share goes with "
          + "key = \"static\" alone."))
  }

  private var explanationOfSeries: Explanation {
    let what =
      switch self {
      case .stepIsUnknown(let minutes):
        Words(
          "Aucune courbe n'a un pas de \(minutes) minutes.",
          "No curve has a step of \(minutes) minutes.")
      case .stepsAreNotTheDay(let day, let told, let expected):
        Words("Le ", "On ") + longDay(day)
          + Words(
            ", la série a \(told) pas au lieu de \(expected).",
            " the series has \(told) steps and not \(expected).")
      case .stepIsNoFigure(let day, let step):
        Words("Le ", "On ") + longDay(day)
          + Words(
            ", le pas \(step) n'est pas un nombre entier de Wh, ou un coefficient de 0 à 1.",
            " step \(step) is not a whole number of Wh, or a coefficient from 0 to 1.")
      case .dayIsNotOfTheMonth(let day, let month):
        Words("Le ", "Day ") + longDay(day)
          + Words(" est hors de ", " is not of ") + longMonth(month)
          + Words(", ou y est deux fois.", ", or stands there twice.")
      case .seriesAreNotThoseNeeded(let id, let day, let missing, let unknown):
        Words("Partage « \(id) », ", "Sharing “\(id)”, ") + longDay(day)
          + Words(" ; il manque : ", "; missing: ") + listed(missing.isEmpty ? ["—"] : missing)
          + Words(" Inconnu : ", " Unknown: ") + listed(unknown.isEmpty ? ["—"] : unknown)
      default: Words(both: "")
      }
    return Explanation(
      what: what,
      why: Words(
        "L'énergie est partagée pas à pas, de minuit à minuit ; un jour de changement d'heure a 23 ou "
          + "25 heures. Rien ne remplace un pas absent.",
        "Energy is shared step by step, from midnight to midnight; a day on which the clock changes has "
          + "23 or 25 hours. Nothing stands for a missing step."),
      remedy: Words(
        "Reprenez les courbes que le gestionnaire de réseau transmet, et relancez la commande.",
        "Take the curves that the grid operator sends, and run the command again."))
  }

  private var explanationOfCurves: Explanation {
    Explanation(
      what: whatOfCurves,
      why: Words(
        "Un tableau de courbes va de minuit à minuit, à pas constant, heure légale ou décalage écrit : "
          + "minuit en tête ou en fin dit si l'horodate ouvre ou ferme le pas.",
        "A table of curves goes from midnight to midnight by even steps, in legal time or with its offset "
          + "written: midnight first or last tells whether a stamp opens or closes its step."),
      remedy: Words(
        "Une ligne par pas, une colonne par série : horodate ; production SITE ; consommation ACHETEUR ; "
          + "clé ACHETEUR ou SITE/ACHETEUR ; livré CONTRAT. --sharing nomme le partage, --unit l'unité.",
        "A row a step, a column a series: stamp; production.SITE; consumption.BUYER; keys.BUYER or "
          + "keys.SITE/BUYER; delivered.CONTRACT. --sharing names the sharing, --unit the unit."))
  }

  private var whatOfCurves: Words {
    switch self {
    case .stampIsUnreadable(let text):
      Words(
        "« \(text) » n'est pas une date et une heure de l'année.",
        "“\(text)” is no date and time of the year.")
    case .stampIsRepeated(let text):
      Words("L'horodate « \(text) » est là deux fois.", "The stamp “\(text)” stands twice.")
    case .stampsTellNoWholeDays(let first, let last):
      Words(
        "De \(first) à \(last), les horodates ne font pas des jours entiers à pas constant.",
        "From \(first) to \(last) the stamps make no whole days of even steps.")
    case .energyIsOutOfRange(let value):
      Words(
        "\(value.decimalDescription) n'est pas une énergie ou une puissance possible.",
        "\(value.decimalDescription) is no possible energy or power.")
    case .sharingIsNotNamed(let known):
      Words("Le partage n'est pas nommé. Connus : ", "The sharing is not named. Known: ")
        + listed(known.isEmpty ? ["—"] : known)
    default: Words(both: "")
    }
  }

  private var explanationOfContracts: Explanation {
    let what =
      switch self {
      case .surplusIsNotAlone(let id, let site):
        Words(
          "Le partage « \(id) » n'a pas un seul contrat de surplus pour le site « \(site) ».",
          "Sharing “\(id)” has not exactly one contract for the surplus of site “\(site)”.")
      case .contractIsSharedTwice(let contract, let id):
        Words(
          "Le contrat « \(contract) » du partage « \(id) » y est deux fois, a le site et l'acheteur d'un "
            + "autre, ou est d'un autre partage en même temps.",
          "Contract “\(contract)” of sharing “\(id)” stands there twice, has the site and buyer of "
            + "another, or is of another sharing at once.")
      case .sharedContractHasACap(let contract):
        Words(
          "Le contrat « \(contract) » reçoit une part et a un plafond annuel d'heures.",
          "Contract “\(contract)” is given a part and has a yearly cap of hours.")
      default: Words(both: "")
      }
    return Explanation(
      what: what,
      why: Words(
        "Chaque Wh est vendu une fois : une part à chaque acheteur, et le reste à un seul. Le plafond est "
          + "de l'obligation d'achat. (C. énergie, art. L315-2)",
        "Each Wh is sold once: a part to each buyer, and the rest to one alone. The cap is of the "
          + "obligation to buy. (C. énergie, art. L315-2)"),
      remedy: Words(
        "Vérifiez contracts et surplus du partage, et le site de chaque contrat.",
        "Check contracts and surplus of the sharing, and the site of each contract."))
  }
}

extension HelpWords {
  /// `production share`.
  public static let productionShare = Words(
    "Enregistre les courbes d'un partage (autoconsommation collective, vente directe) depuis des tableaux.",
    "Records the curves of a sharing (collective self-consumption, direct sale) from tables.")
  /// Its files.
  public static let curveFiles = Words(
    "Fichiers CSV : une ligne par pas, une colonne par série.",
    "CSV files: a row a step, a column a series.")
  /// `--sharing`.
  public static let sharing = Words(
    "Le partage ; inutile s'il n'y en a qu'un.", "The sharing; needless when there is but one.")
  /// `--unit`.
  public static let curveUnit = Words(
    "L'unité de l'énergie : wh (par défaut), kwh, ou w, la puissance moyenne du pas.",
    "The unit of energy: wh (the default), kwh, or w, the mean power of the step.")
}

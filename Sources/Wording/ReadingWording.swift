public import Intake
import Units

extension ReadingRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .readingsWait(let days): waiting(days)
    case .nothingWaits, .versionIsUnknown, .severalVersionsWait, .versionIsInForce: choice
    case .dayIsMeasured, .estimateIsImpossible, .dayIsNotOver, .meterDoesNotServe: estimate
    case .indexDatesDoNotFollow(let first, let last): IndexExplanations.dates(first, last)
    case .indexGoesBack(let meter, let first, let last):
      IndexExplanations.back(meter, first, last)
    case .curveContradictsIndex(let meter, let sum, let difference):
      IndexExplanations.differs(meter, sum, difference)
    case .daysLackBetweenIndexes(let meter, let count): IndexExplanations.lacking(meter, count)
    }
  }

  private func waiting(_ days: Int) -> Explanation {
    Explanation(
      what: Words(
        days == 1
          ? "Un jour de compteur attend une décision."
          : "\(days) jours de compteur attendent une décision.",
        days == 1 ? "One meter day awaits a decision." : "\(days) meter days await a decision."),
      why: Words(
        "Ils disent autre chose que ce qui compte, ou sautent d'une façon qu'un relevé seul n'explique "
          + "pas. Les autres jours sont dans le livre, ceux-ci à côté.",
        "They say something else than what counts, or jump in a way that readings alone do not "
          + "explain. The other days are in the book, these beside it."),
      remedy: Words(
        "Comparez-les : soleil production held ; puis soleil production confirm ou reject, avec "
          + "--reason.",
        "Compare them: soleil production held; then soleil production confirm or reject, with "
          + "--reason."))
  }

  private var choice: Explanation {
    switch self {
    case .severalVersionsWait(let meter, let day, let versions):
      let list = versions.map(String.init).joined(separator: ", ")
      return Explanation(
        what: Words(
          "Plusieurs versions de \(meter) attendent pour le \(longDay(day).french) : \(list).",
          "Several versions of \(meter) wait for \(longDay(day).english): \(list)."),
        why: Words(
          "Une seule peut compter ; les autres seront rejetées avec le même motif.",
          "Only one can count; the others are rejected for the same reason."),
        remedy: Words(
          "Nommez-la : soleil production confirm \(meter) \(day) --version N.",
          "Name it: soleil production confirm \(meter) \(day) --version N."))
    case .versionIsUnknown(let meter, let day, let version):
      return Explanation(
        what: Words(
          "\(meter) n'a pas de version \(version) du \(longDay(day).french).",
          "\(meter) has no version \(version) of \(longDay(day).english)."),
        why: Words(
          "On ne confirme que ce qui a été lu.", "Only what was read can be confirmed."),
        remedy: Words(
          "Voyez les versions : soleil production show --meter \(meter) --day \(day).",
          "See the versions: soleil production show --meter \(meter) --day \(day)."))
    case .versionIsInForce(let meter, let day, let version):
      return Explanation(
        what: Words(
          "La version \(version) de \(meter) du \(longDay(day).french) est celle qui compte.",
          "Version \(version) of \(meter) for \(longDay(day).english) is the one that counts."),
        why: Words(
          "Un jour sans valeur ne se clôt pas : on remplace ce qui compte, on ne l'efface pas.",
          "A day without a value cannot be closed: what counts is replaced, never erased."),
        remedy: Words(
          "Confirmez une autre version, ou déclarez une estimation : soleil production estimate.",
          "Confirm another version, or declare an estimate: soleil production estimate."))
    default: return nothing
    }
  }

  private var nothing: Explanation {
    let name = if case .nothingWaits(let name) = self { name } else { "" }
    return Explanation(
      what: Words(
        "Rien n'attend de décision pour « \(name) ».", "Nothing awaits a decision for “\(name)”."),
      why: Words(
        "Une décision sans objet cacherait un nom mal tapé.",
        "A decision about nothing would hide a mistyped name."),
      remedy: Words(
        "Voyez ce qui attend : soleil production held.", "See what waits: soleil production held."))
  }

  private var estimate: Explanation {
    switch self {
    case .dayIsMeasured(let meter, let day, let energy):
      let kwh = kilowattHours(energy)
      return Explanation(
        what: Words(
          "Le \(longDay(day).french) de \(meter) est mesuré en entier : \(kwh.french).",
          "\(longDay(day).english) of \(meter) is measured whole: \(kwh.english)."),
        why: Words(
          "Une estimation remplacerait une mesure.", "An estimate would replace a measure."),
        remedy: Words(
          "Si la mesure est fausse, importez le fichier rectifié et confirmez-le.",
          "If the measure is wrong, import the corrected file and confirm it."))
    case .estimateIsImpossible(let energy, let most):
      let (kwh, bound) = (kilowattHours(energy), kilowattHours(most))
      return Explanation(
        what: Words(
          "\(kwh.french) en un jour n'est pas possible ici (de 0 à \(bound.french)).",
          "\(kwh.english) in a day is not possible here (from 0 to \(bound.english))."),
        why: Words(
          "La puissance crête du site, dix heures durant, donne la borne ; l'unité est le Wh.",
          "The site's peak power for ten hours gives the bound; the unit is Wh."),
        remedy: Words(
          "Donnez l'énergie en Wh : 12500 pour 12,5 kWh.",
          "Give the energy in Wh: 12500 for 12.5 kWh."))
    case .dayIsNotOver(let day):
      return Explanation(
        what: Words(
          "Le \(longDay(day).french) n'est pas fini.", "\(longDay(day).english) is not over."),
        why: Words(
          "On n'estime pas ce qui peut encore être mesuré.",
          "What can still be measured is not estimated."),
        remedy: Words("Attendez le lendemain.", "Wait for the day after."))
    default: return service
    }
  }

  private var service: Explanation {
    guard case .meterDoesNotServe(let meter, let day) = self else { return nothing }
    return Explanation(
      what: Words(
        "\(meter) n'était pas en service le \(longDay(day).french).",
        "\(meter) did not serve on \(longDay(day).english)."),
      why: Words(
        "Son énergie de ce jour ne compterait dans aucune clôture.",
        "Its energy of that day would count in no closing."),
      remedy: Words(
        "Vérifiez le compteur et le jour ; ses dates sont dans sa section [[meter]].",
        "Check the meter and the day; its dates are in its section [[meter]]."))
  }
}

public import Membership
public import Units

extension CollegeRefusal: Worded {
  /// What is wrong, why it matters, what to do; with the article where there is one.
  public var explanation: Explanation {
    let plain = found
    guard let article else { return plain }
    return Explanation(
      what: plain.what, why: plain.why + Words(both: " (\(article))"), remedy: plain.remedy)
  }

  private var found: Explanation {
    switch self {
    case .percentageIsOutOfRange, .weightsDoNotSumToOne, .capitalAccountIsShared,
      .collegeKeepsItsAccount, .resolutionIsMissing, .nominalChangesByASplit:
      statutesExplanation
    case .collegeStillHasMembers, .nobodyPasses, .changeReachesIntoClosedMonths,
      .onlyCompaniesAreDeclared:
      passageExplanation
    case .memberHoldsTooMuch(let member, let day, let part, let cap):
      exceeded(
        Words("L'associé \(member) détiendrait", "Member \(member) would hold"), day, part, cap,
        Words("du capital", "of the capital"))
    case .memberVotesTooMuch(let member, let day, let part, let cap):
      exceeded(
        Words("L'associé \(member) pèserait", "Member \(member) would weigh"), day, part, cap,
        Words("des votes", "of the votes"))
    case .collegeHoldsTooMuch(let college, let day, let part, let cap):
      exceeded(
        Words("Le collège \(college) détiendrait", "College \(college) would hold"), day, part,
        cap, Words("du capital", "of the capital"))
    case .publicBodiesHoldTooMuch(let day, let part, let cap):
      exceeded(
        Words(
          "Les personnes publiques détiendraient ensemble", "Public bodies together would hold"),
        day, part, cap, Words("du capital", "of the capital"))
    }
  }

  private var statutesExplanation: Explanation {
    switch self {
    case .percentageIsOutOfRange(let key, let value):
      Explanation(
        what: Words(
          "\(key) vaut \(value.decimalDescription).", "\(key) is \(value.decimalDescription)."),
        why: Words(
          "Un plafond ou une cible est un pourcentage du capital ou des votes, de plus de 0 à 100.",
          "A cap or a target is a percentage of the capital or of the votes, above 0 and up to 100."
        ),
        remedy: Words(
          "Écrivez par exemple \(key) = \"37\" ou \"12.5\".",
          "Write \(key) = \"37\" or \"12.5\", for instance."))
    case .weightsDoNotSumToOne(let key, let day, let sum):
      Explanation(
        what: Words(
          "Le \(longDay(day).french), les \(key) des collèges font \(sum.decimalDescription).",
          "On \(longDay(day).english), the \(key) of the colleges make \(sum.decimalDescription)."),
        why: Words(
          "Chaque jour, les poids de tous les collèges font exactement 1, ou 100 en pourcentages.",
          "On every day the weights of all colleges make exactly 1, or 100 as percentages."),
        remedy: Words(
          "Corrigez \(key) ou les dates des collèges qui existent ce jour-là.",
          "Mend \(key), or the dates, of the colleges that exist on that day."))
    case .capitalAccountIsShared(let account, let one, let other, let day):
      Explanation(
        what: Words(
          "Le \(longDay(day).french), \(one) et \(other) ont le même compte de capital, \(account).",
          "On \(longDay(day).english), \(one) and \(other) have the same capital account, \(account)."
        ),
        why: Words(
          "Le capital de chaque collège se lit dans son compte.",
          "The capital of each college is read in its account."),
        remedy: Words(
          "Donnez à l'un d'eux un autre compte 101xxx.", "Give one of them another 101xxx account.")
      )
    case .collegeKeepsItsAccount(let id, let account, let now):
      Explanation(
        what: Words(
          "Le collège \(id) passerait du compte \(account) au compte \(now).",
          "College \(id) would go from account \(account) to account \(now)."),
        why: Words(
          "Le compte d'un collège est le même du début à la fin.",
          "A college has one account from its beginning to its end."),
        remedy: Words(
          "Gardez account = \"\(account)\", ou créez un autre collège.",
          "Keep account = \"\(account)\", or create another college."))
    default: changeExplanation
    }
  }

  private var changeExplanation: Explanation {
    switch self {
    case .nominalChangesByASplit(let from, let to, let day):
      Explanation(
        what: Words(
          "La valeur nominale passerait de \(euros(from).french) à \(euros(to).french) le "
            + "\(longDay(day).french).",
          "The nominal value would go from \(euros(from).english) to \(euros(to).english) on "
            + "\(longDay(day).english)."),
        why: Words(
          "Les parts de chacun changent avec elle : c'est une division des parts.",
          "Everybody's shares change with it: it is a split."),
        remedy: Words(
          "Laissez share_nominal_cents = \(from.units) et enregistrez la division.",
          "Leave share_nominal_cents = \(from.units) and record the split."))
    case .resolutionIsMissing(let kind, let key):
      Explanation(
        what: Words(
          "\(kind) \(key) change sans nommer de résolution.",
          "\(kind) \(key) changes without naming a resolution."),
        why: Words(
          "Les statuts ne changent que par décision collective des associés.",
          "Statutes change by a collective decision of the members only."),
        remedy: Words(
          "Ajoutez-y resolution = \"AGE du …, résolution n° …\".",
          "Add resolution = \"EGM of …, resolution No. …\" to it."))
    default: nobody
    }
  }

  private var passageExplanation: Explanation {
    switch self {
    case .collegeStillHasMembers(let id, let day, let members):
      Explanation(
        what: Words(
          "Le collège \(id) cesserait le \(longDay(day).french) avec \(members) associés.",
          "College \(id) would end on \(longDay(day).english) with \(members) members."),
        why: Words(
          "Tout associé appartient chaque jour à un collège.",
          "Every member belongs to a college on every day."),
        remedy: Words(
          "Nommez le collège qui les reçoit, passes_to = \"…\", ou faites-les passer avant : "
            + "soleil colleges move.",
          "Name the college that takes them, passes_to = \"…\", or let them pass before: "
            + "soleil colleges move."))
    case .changeReachesIntoClosedMonths(let member, let from, let through):
      Explanation(
        what: Words(
          "L'associé \(member) changerait de collège le \(longDay(from).french), et le livre est "
            + "clos jusqu'au \(longDay(through).french).",
          "Member \(member) would change college on \(longDay(from).english), and the book is "
            + "closed through \(longDay(through).english)."),
        why: Words(
          "Les mois clos ont été répartis et signés avec son collège d'alors.",
          "The closed months were shared out and signed with its college of then."),
        remedy: Words(
          "Donnez --from \(through.next) ou plus tard.", "Give --from \(through.next) or later."))
    case .onlyCompaniesAreDeclared(let member, let kind):
      Explanation(
        what: Words(
          "L'associé \(member) est de nature \(kind.rawValue).",
          "Member \(member) is of kind \(kind.rawValue)."),
        why: Words(
          "Seule une société peut être elle-même détenue par des personnes physiques.",
          "Only a company can itself be held by natural persons."),
        remedy: Words(
          "Ne déclarez que des sociétés ; les personnes comptent d'office.",
          "Declare companies only; persons count as they are."))
    default: nobody
    }
  }

  private var nobody: Explanation {
    Explanation(
      what: Words("Aucun associé n'est nommé.", "No member is named."),
      why: Words(
        "Une commande sans effet cache le plus souvent une erreur.",
        "A command without effect most often hides a mistake."),
      remedy: Words(
        "Nommez des associés, ou --all-of avec le nom d'un collège qui en a.",
        "Name members, or --all-of with the name of a college that has some."))
  }

  private func exceeded(
    _ who: Words, _ day: Day, _ part: Ratio, _ cap: Ratio, _ of: Words
  ) -> Explanation {
    let (held, most) = (hundredths(part), hundredths(cap))
    return Explanation(
      what: Words(
        "\(who.french) \(held.french) \(of.french) le \(longDay(day).french), au-dessus de "
          + "\(most.french).",
        "\(who.english) \(held.english) \(of.english) on \(longDay(day).english), above "
          + "\(most.english)."),
      why: Words(
        "Les statuts plafonnent cette part pour que personne ne décide seul.",
        "The statutes cap this part so that nobody decides alone."),
      remedy: Words(
        "Réduisez le mouvement, ou faites décider un autre plafond : soleil colleges.",
        "Make the movement smaller, or have another cap decided: soleil colleges."))
  }
}

/// A part of one as a percentage, to a hundredth: `37,25 %`, `37.25%`.
public func hundredths(_ part: Ratio) -> Words {
  let units = (try? part.of(Int64(10_000), .halfAwayFromZero)) ?? 0
  let whole = String(units / 100)
  let rest = String(abs(units) % 100 + 100).dropFirst()
  return Words("\(whole),\(rest)\u{00A0}%", "\(whole).\(rest)%")
}

public import Units

/// What the views of colleges and of the share register say.
public enum CollegeWords {
  /// `colleges`.
  public static let helpColleges = Words(
    "Les collèges : ce qu'ils détiennent, pèsent et reçoivent.",
    "The colleges: what they hold, weigh and receive.")
  /// `colleges show`.
  public static let helpShow = Words(
    "Les collèges à une date, leurs clés et leurs plafonds.",
    "The colleges at a date, their keys and their caps.")
  /// `colleges move`.
  public static let helpMove = Words(
    "Fait passer des associés d'un collège à un autre.",
    "Passes members from one college to another.")
  /// `colleges declare`.
  public static let helpDeclare = Words(
    "Note qu'une société est détenue à 75 % par des personnes physiques, ou ne l'est plus.",
    "Notes that a company is held at 75 % by natural persons, or no longer is.")
  /// `register --movements`.
  public static let helpMovements = Words(
    "Le registre des mouvements, par numéro d'ordre.",
    "The register of movements, by order number.")
  /// `--period`.
  public static let helpPeriod = Words(
    "Sur cette période : AAAA, AAAA-MM ou AAAA-MM-JJ..AAAA-MM-JJ.",
    "Over this period: YYYY, YYYY-MM or YYYY-MM-DD..YYYY-MM-DD.")
  /// `register --member`.
  public static let helpMember = Words(
    "Le compte individuel de cet associé.", "The individual account of this member.")
  /// `register --names`.
  public static let helpNames = Words(
    "Avec les noms et domiciles, tels que le livre les connaît maintenant.",
    "With names and domiciles, as the book knows them now.")
  /// `register --csv`.
  public static let helpCSV = Words(
    "Écrit aussi la liste dans ce fichier CSV.", "Also writes the list to this CSV file.")
  /// `colleges --test`.
  public static let helpTest = Words(
    "Les jours où les personnes physiques détiennent moins de ce pourcentage (CGI art. 219, I b : 75).",
    "The days on which natural persons hold less than this percentage (CGI art. 219, I b: 75).")
  /// `colleges move --to`.
  public static let helpTo = Words("Le collège d'arrivée.", "The college they pass to.")
  /// `colleges move --all-of`.
  public static let helpAllOf = Words(
    "Tous les associés de ce collège.", "All the members of this college.")
  /// `--from`.
  public static let helpFrom = Words(
    "Le premier jour, AAAA-MM-JJ.", "The first day, YYYY-MM-DD.")
  /// `--reference`.
  public static let helpReference = Words(
    "La décision ou la déclaration qui le dit.", "The decision or declaration that says so.")
  /// `colleges declare --no-longer`.
  public static let helpNoLonger = Words(
    "Elle ne l'est plus à partir de ce jour.", "It no longer is from that day on.")
  /// The members a command is about.
  public static let helpMembers = Words("Les numéros d'associé.", "The member numbers.")

  /// Who holds shares.
  public static let holder = Words("Titulaire", "Holder")
  /// Where a holder lives.
  public static let domicile = Words("Domicile", "Domicile")
  /// The number of a movement.
  public static let order = Words("Ordre", "Order")
  /// From which day holdings show a movement.
  public static let effective = Words("Effet", "Effective")
  /// How shares move.
  public static let movement = Words("Opération", "Operation")
  /// Who had the shares.
  public static let giver = Words("Ancien titulaire", "Old holder")
  /// Who has them now.
  public static let receiver = Words("Nouveau titulaire", "New holder")
  /// The name of who had the shares.
  public static let giverName = Words("Nom de l'ancien", "Old holder's name")
  /// The name of who has them now.
  public static let receiverName = Words("Nom du nouveau", "New holder's name")
  /// The nominal of a share.
  public static let nominal = Words("Nominal", "Nominal")
  /// The caller's own name of a movement.
  public static let reference = Words("Référence", "Reference")
  /// The other side of a transfer.
  public static let counterparty = Words("Autre partie", "Other party")
  /// Shares that came.
  public static let came = Words("Entrées", "In")
  /// Shares that went.
  public static let went = Words("Sorties", "Out")
  /// A part of the votes.
  public static let votes = Words("Votes", "Votes")
  /// A part of the result.
  public static let revenue = Words("Résultat", "Result")
  /// A part that is aimed at.
  public static let target = Words("Cible", "Target")
  /// The most that may be.
  public static let cap = Words("Plafond", "Cap")
  /// What a cap is about.
  public static let capped = Words("Plafonné", "Capped")
  /// How much of a cap is left.
  public static let margin = Words("Marge", "Margin")
  /// Days in a row.
  public static let days = Words("Jours", "Days")
  /// What natural persons hold.
  public static let natural = Words("Personnes physiques", "Natural persons")
  /// No cap binds.
  public static let noCap = Words("Aucun plafond n'est fixé.", "No cap is set.")

  /// How shares move, as people say it; the book's own word when it has none.
  public static func movement(_ kind: String) -> Words {
    switch kind {
    case "subscription": Words("souscription", "subscription")
    case "payment": Words("versement", "payment")
    case "call": Words("appel", "call")
    case "transfer": Words("cession", "transfer")
    case "gift": Words("don", "gift")
    case "inheritance": Words("succession", "inheritance")
    case "withdrawal": Words("retrait", "withdrawal")
    case "exclusion": Words("exclusion", "exclusion")
    case "death": Words("décès", "death")
    case "repayment": Words("remboursement", "repayment")
    case "opening": Words("ouverture", "opening")
    case "split": Words("division", "split")
    default: Words(both: kind)
    }
  }

  /// What is capped: the capital of a college or member, the votes of a member.
  public static func capital(of who: String) -> Words {
    Words("capital de \(who)", "capital of \(who)")
  }

  /// The votes of a member.
  public static func votes(of who: String) -> Words {
    Words("votes de \(who)", "votes of \(who)")
  }

  /// The capital of all public bodies.
  public static let publicBodies = Words(
    "capital des personnes publiques", "capital of public bodies")

  /// The heading of a holder's sheet.
  public static func sheetTitle(
    _ member: String, name: String?, _ stays: [(college: String, from: Day)], _ day: Day
  ) -> Words {
    let who = member + (name.map { ", \($0)" } ?? "")
    let french = stays.map { "\($0.college) dès le \(longDay($0.from).french)" }
    let english = stays.map { "\($0.college) from \(longDay($0.from).english)" }
    return Words(
      "Compte individuel de \(who), au \(longDay(day).french)\n"
        + "Collège : \(french.joined(separator: ", "))",
      "Individual account of \(who), at \(longDay(day).english)\n"
        + "College: \(english.joined(separator: ", "))")
  }

  /// `colleges move`.
  public static func moved(_ count: Int, to college: String, from day: Day, dryRun: Bool) -> Words {
    (dryRun
      ? Words("Essai, rien n'est changé : ", "Dry run, nothing is changed: ") : Words(both: ""))
      + Words(
        "\(count) \(count > 1 ? "associés passent" : "associé passe") au collège \(college) le "
          + "\(longDay(day).french).",
        "\(count) \(count == 1 ? "member passes" : "members pass") to college \(college) on "
          + "\(longDay(day).english).")
  }

  /// `colleges declare`.
  public static func declared(
    _ member: String, isHeld: Bool, isNew: Bool, from day: Day
  ) -> Words {
    guard isNew else { return Words("Le livre le savait déjà.", "The book knew that already.") }
    return isHeld
      ? Words(
        "\(member) compte comme détenue par des personnes physiques dès le \(longDay(day).french).",
        "\(member) counts as held by natural persons from \(longDay(day).english).")
      : Words(
        "\(member) ne compte plus comme détenue par des personnes physiques dès le "
          + "\(longDay(day).french).",
        "\(member) no longer counts as held by natural persons from \(longDay(day).english).")
  }

  /// How the test of natural persons ended.
  public static func tested(_ percent: Int64, failing: Int, of days: Int, _ period: Period) -> Words
  {
    let dates = Words(
      "du \(longDay(period.first).french) au \(longDay(period.last ?? period.first).french)",
      "from \(longDay(period.first).english) to \(longDay(period.last ?? period.first).english)")
    guard days > 0 else {
      return Words("Aucun capital \(dates.french).", "No capital \(dates.english).")
    }
    guard failing > 0 else {
      return Words(
        "Les personnes physiques détiennent au moins \(percent) % du capital chaque jour, "
          + "\(dates.french).",
        "Natural persons hold at least \(percent)% of the capital on every day, \(dates.english).")
    }
    return Words(
      "Les personnes physiques détiennent moins de \(percent) % du capital pendant \(failing) des "
        + "\(days) jours, \(dates.french).",
      "Natural persons hold less than \(percent)% of the capital on \(failing) of \(days) days, "
        + "\(dates.english).")
  }
}

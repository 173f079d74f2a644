public import Agreements
public import Membership
import Units

/// The words of the views about people.
public enum PeopleWords {
  /// The identifier of a party.
  public static let party = Words("Tiers", "Party")
  /// A name.
  public static let name = Words("Nom", "Name")
  /// A role.
  public static let role = Words("Rôle", "Role")
  /// Roles.
  public static let roles = Words("Rôles", "Roles")
  /// What a role is about.
  public static let subject = Words("Objet", "Subject")
  /// The first day.
  public static let since = Words("Depuis", "Since")
  /// The last day.
  public static let until = Words("Jusqu'au", "Until")

  /// What is told.
  public static let datum = Words("Donnée", "Datum")
  /// What it is.
  public static let value = Words("Valeur", "Value")
  /// How many versions of an identity there are.
  public static let versions = Words("Versions", "Versions")
  /// The birth.
  public static let birth = Words("Naissance", "Birth")
  /// The place of birth.
  public static let birthPlace = Words("Lieu de naissance", "Birth place")

  /// What a field of an identity is called.
  public static func heading(_ column: String) -> Words {
    peopleHeadings[column] ?? Words(both: column)
  }

  /// That something is kept under the privacy key, or is not known.
  public static func sealed(_ isKnown: Bool) -> Words {
    isKnown ? Words("chiffré (--private)", "encrypted (--private)") : Words("inconnu", "unknown")
  }

  /// Several words after one another.
  public static func list(_ words: [Words]) -> Words {
    Words(
      words.map(\.french).joined(separator: ", "), words.map(\.english).joined(separator: ", "))
  }

  /// `members update`.
  public static func updated(_ count: Int, dryRun: Bool) -> Words {
    Outcomes.rehearsal(dryRun)
      + Outcomes.count(
        count, ("associé mis à jour", "associés mis à jour"),
        ("member updated", "members updated")) + Words(both: ".")
  }

  /// `members relate`.
  public static func related(new: Int, known: Int, dryRun: Bool) -> Words {
    Outcomes.rehearsal(dryRun)
      + Outcomes.count(
        new, ("relation nouvelle ou changée", "relations nouvelles ou changées"),
        ("new or changed relation", "new or changed relations")) + Words(both: ", ")
      + Outcomes.count(
        known, ("déjà connue", "déjà connues"), ("known before", "known before"))
      + Words(both: ".")
  }

  /// `members erase`.
  public static func erased(_ member: MemberNumber, dryRun: Bool) -> Words {
    Outcomes.rehearsal(dryRun)
      + Words(
        "L'identité de l'associé \(member) est effacée ; son numéro, ses mouvements et tous les "
          + "sceaux demeurent. Les copies du livre et les relevés déjà écrits ne changent pas : "
          + "détruisez aussi les anciennes sauvegardes et ses relevés.",
        "The identity of member \(member) is erased; its number, its movements and every seal "
          + "remain. Copies of the book and statements already written do not change: destroy old "
          + "backups and its statements, too.")
  }

  /// What stands for a name that was erased.
  public static func erasedName(_ member: MemberNumber) -> Words {
    Words("Associé \(member) (effacé)", "Member \(member) (erased)")
  }
}

extension PartyRole.Kind {
  /// What people call it.
  public var words: Words {
    switch self {
    case .shareholder: Words("associé", "shareholder")
    case .roofOwner: Words("propriétaire du toit", "roof owner")
    case .concedingAuthority: Words("autorité concédante", "conceding authority")
    case .supplier: Words("fournisseur", "supplier")
    case .lender: Words("prêteur", "lender")
    case .buyer: Words("acheteur", "buyer")
    }
  }
}

extension HelpWords {
  /// `template`.
  public static let template = Words(
    "Écrit un modèle de tableau à remplir dans un tableur, avec deux lignes d'exemple.",
    "Writes a template of a table to fill in a spreadsheet, with two example rows.")
  /// The name of a template.
  public static let templateName = Words(
    "Le tableau ; sans nom, la liste des tableaux.", "The table; without a name, the list of them.")
  /// `parties`.
  public static let parties = Words(
    "Ceux à qui la coopérative a affaire, et leurs rôles.",
    "Whoever the cooperative deals with, and their roles.")
  /// `parties list`.
  public static let partiesList = Words(
    "Liste les tiers et les associés avec leurs rôles du jour.",
    "Lists parties and members with their roles of the day.")
  /// `parties show`.
  public static let partiesShow = Words(
    "Montre tous les rôles d'un tiers, avec leurs dates.",
    "Shows every role of a party, with its dates.")
  /// A member's number.
  public static let memberNumber = Words(
    "Le numéro d'associé, tel que M0042.", "The member's number, such as M0042.")
  /// A party's identifier.
  public static let partyID = Words(
    "L'identifiant du tiers, ou un numéro d'associé.",
    "The identifier of the party, or a member's number.")
  /// `members update`.
  public static let membersUpdate = Words(
    "Enregistre des changements d'identité depuis un fichier CSV ; l'historique reste.",
    "Records changes of identity from a CSV file; the history stays.")
  /// `members relate`.
  public static let membersRelate = Words(
    "Enregistre représentants, indivisaires, usufruitiers et payeurs depuis un fichier CSV.",
    "Records representatives, joint holders, usufructuaries and payers from a CSV file.")
  /// `members show`.
  public static let membersShow = Words(
    "Tout ce que le livre sait d'un associé (RGPD, art. 15 et 20).",
    "All that the book knows of a member (GDPR art. 15 and 20).")
  /// `members erase`.
  public static let membersErase = Words(
    "Efface l'identité d'un associé quand rien n'oblige à la garder (RGPD, art. 17).",
    "Erases a member's identity when nothing obliges to keep it (GDPR art. 17).")
  /// `--private`.
  public static let withPrivate = Words(
    "Ouvre aussi le compte et la naissance, avec la phrase de passe.",
    "Opens the account and the birth, too, with the passphrase.")
  /// `--reason` of an erasure.
  public static let erasureReason = Words(
    "Pourquoi, sans nommer personne : le motif reste dans le livre.",
    "Why, naming nobody: the reason stays in the book.")
}

public import Keys
import Units

extension KeysRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .keyIsNotThere(let path): explanationOfMissing(path)
    case .keyExists(let path):
      Explanation(
        what: Words("Il y a déjà une clé : \(path).", "There is a key already: \(path)."),
        why: Words(
          "L'écraser rendrait invérifiable ce qu'elle a signé.",
          "Overwriting it would make what it signed unverifiable."),
        remedy: Words(
          "Gardez-la ; « soleil key show » montre ses empreintes, « soleil key rotate » la remplace.",
          "Keep it; “soleil key show” shows its fingerprints, “soleil key rotate” replaces it."))
    case .trustListIsMalformed(let path):
      Explanation(
        what: Words("\(path) n'est pas une liste de confiance.", "\(path) is no list of trust."),
        why: Words(
          "Elle dit aux vérificateurs quelles clés signent, et pour quels mois.",
          "It tells verifiers which keys sign, and for which months."),
        remedy: Words(
          "Reprenez trust/ de la sauvegarde qui va avec ce livre.",
          "Take trust/ from the backup that goes with this book."))
    case .certificateIsUnknown, .certificateIsRevoked: explanationOfRevoking
    case .containerDoesNotOpen, .containerLacksItsAuthority: explanationOfContainer
    case .bookIsOlderThanSigned, .bookContradictsSigned, .folderIsNewerThanBook:
      explanationOfBook
    }
  }

  private func explanationOfMissing(_ path: String) -> Explanation {
    Explanation(
      what: Words(
        "Il n'y a pas de clé de signature : \(path) est absent.",
        "There is no signing key: \(path) is absent."),
      why: Words(
        "Une clôture et ses relevés ne valent que signés.",
        "A closing and its statements count only when signed."),
      remedy: Words(
        "Créez-la avec « soleil key create », remettez les dossiers keys/ et trust/ à côté du livre, "
          + "ou dites où est la clé de l'autorité (--authority-key CHEMIN).",
        "Create it with “soleil key create”, put the folders keys/ and trust/ back beside the book, "
          + "or say where the authority's key is (--authority-key PATH)."))
  }

  private var explanationOfRevoking: Explanation {
    let what =
      if case .certificateIsRevoked(let digest) = self {
        Words(
          "Ce certificat est déjà révoqué : \(digest.grouped).",
          "This certificate is revoked already: \(digest.grouped).")
      } else if case .certificateIsUnknown(let text) = self {
        Words(
          "Aucun certificat de signature n'a une empreinte qui commence par « \(text) ».",
          "No signing certificate has a fingerprint that begins with “\(text)”.")
      } else { Words(both: "") }
    return Explanation(
      what: what,
      why: Words(
        "Une révocation est signée par l'autorité et publiée : elle doit viser juste.",
        "A revocation is signed by the authority and published: it must hit the right one."),
      remedy: Words(
        "Donnez au moins huit chiffres de l'empreinte, telle que la montre « soleil key show ».",
        "Give at least eight digits of the fingerprint, as “soleil key show” shows it."))
  }

  private var explanationOfContainer: Explanation {
    if case .containerLacksItsAuthority(let path) = self {
      return Explanation(
        what: Words(
          "\(path) ne contient pas le certificat de l'autorité qui a délivré la clé.",
          "\(path) does not hold the certificate of the authority that issued the key."),
        why: Words(
          "Sans lui, personne ne pourrait vérifier ce qui serait signé.",
          "Without it nobody could check what is signed."),
        remedy: Words(
          "Demandez au prestataire un fichier PKCS#12 avec toute la chaîne.",
          "Ask the provider for a PKCS#12 file with the whole chain."))
    }
    return Explanation(
      what: Words(
        "Le conteneur ne s'ouvre pas : autre phrase de passe, ou pas un fichier PKCS#12.",
        "The container does not open: another passphrase, or no PKCS#12 file."),
      why: Words(
        "La clé y est chiffrée avec la phrase que le prestataire a remise.",
        "The key is encrypted there with the phrase that the provider handed over."),
      remedy: Words(
        "Donnez cette phrase avec --container-passphrase-file CHEMIN.",
        "Give that phrase with --container-passphrase-file PATH."))
  }

  private var explanationOfBook: Explanation {
    let what =
      switch self {
      case .bookIsOlderThanSigned(let month, let sequence):
        Words(
          "La clôture de \(longMonth(month).french) (nº \(sequence)) a été signée, et ce livre ne la "
            + "connaît pas.",
          "The closing of \(longMonth(month).english) (no. \(sequence)) was signed, and this book does "
            + "not know it.")
      case .bookContradictsSigned(let month, let sequence):
        Words(
          "Ce livre contredit ce qui a été signé pour \(longMonth(month).french) (nº \(sequence)).",
          "This book contradicts what was signed for \(longMonth(month).english) (no. \(sequence))."
        )
      case .folderIsNewerThanBook(let month):
        Words(
          "closings/ contient la clôture signée de \(longMonth(month).french), que ce livre ne connaît "
            + "pas.",
          "closings/ holds the signed closing of \(longMonth(month).english), which this book does not "
            + "know.")
      default: Words(both: "")
      }
    return Explanation(
      what: what,
      why: Words(
        "C'est une copie plus ancienne du livre : signer donnerait deux vérités pour un même mois.",
        "This is an older copy of the book: signing would give two truths for one month."),
      remedy: Words(
        "Reprenez la copie la plus récente du livre ; « soleil doctor » dit ce qui manque.",
        "Go back to the latest copy of the book; “soleil doctor” tells what is missing."))
  }
}

public import Seal
import Units

extension SealRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .sirenIsNotNineDigits, .nameIsEmpty, .nameIsTooLong: explanationOfName
    case .passphraseIsTooShort, .passphraseIsWrong: explanationOfPassphrase
    case .keyIsMissing, .keyIsNotEncrypted, .keyIsMalformed, .keyIsNotOfAnAllowedKind,
      .keyDoesNotMatchCertificate:
      explanationOfKey
    case .keyIsNotX25519, .boxDoesNotOpen: explanationOfPrivacy
    case .certificateIsMissing, .certificateIsMalformed, .certificateIsNotForSigning,
      .certificateIsNotAnAuthority:
      explanationOfCertificate
    case .certificateIsNotYetValid(let from, let at):
      outsideValidity(
        Words(
          "Le certificat ne vaut qu'à partir du \(day(from).french), et la signature serait du "
            + "\(day(at).french).",
          "The certificate counts from \(day(from).english) only, and the signature would be of "
            + "\(day(at).english)."))
    case .certificateHasExpired(let on, let at):
      outsideValidity(
        Words(
          "Le certificat a expiré le \(day(on).french), et la signature serait du "
            + "\(day(at).french).",
          "The certificate expired on \(day(on).english), and the signature would be of "
            + "\(day(at).english)."))
    case .frontierDoesNotFitSize, .randomnessIsUnavailable, .libraryFailed: explanationOfMachine
    }
  }

  private var explanationOfName: Explanation {
    let what =
      switch self {
      case .sirenIsNotNineDigits(let text):
        Words(
          "« \(text) » n'est pas un numéro SIREN de neuf chiffres.",
          "“\(text)” is not a SIREN of nine digits.")
      case .nameIsTooLong(let characters, let most):
        Words(
          "Le nom a \(characters) caractères ; un certificat en admet \(most).",
          "The name has \(characters) characters; a certificate admits \(most).")
      default:
        Words("Le nom de l'organisation est vide.", "The name of the organisation is empty.")
      }
    return Explanation(
      what: what,
      why: Words(
        "Le certificat dit à chacun qui a signé : le nom et le SIREN doivent s'y lire.",
        "The certificate tells everyone who signed: name and SIREN must be readable there."),
      remedy: Words(
        "Corrigez les statuts, ou donnez un nom plus court pour le certificat.",
        "Correct the statutes file, or give a shorter name for the certificate."))
  }

  private var explanationOfPassphrase: Explanation {
    guard case .passphraseIsTooShort(let bytes, let least) = self else {
      return Explanation(
        what: Words(
          "Phrase de passe incorrecte, ou fichier de clé endommagé.",
          "Wrong passphrase, or damaged key file."),
        why: Words(
          "Sans elle, la clé reste fermée et rien ne peut être signé.",
          "Without it the key stays locked and nothing can be signed."),
        remedy: Words(
          "Vérifiez la phrase (majuscules, clavier), ou reprenez la copie de secours de la clé.",
          "Check the phrase (capitals, keyboard), or go back to the spare copy of the key."))
    }
    return Explanation(
      what: Words(
        "La phrase de passe a \(bytes) octets ; il en faut au moins \(least).",
        "The passphrase has \(bytes) bytes; it needs at least \(least)."),
      why: Words(
        "Une phrase courte se devine par essais, et qui ouvre la clé signe à votre place.",
        "A short phrase can be guessed by trying, and whoever opens the key signs in your place."),
      remedy: Words(
        "Choisissez une phrase de plusieurs mots et gardez-la dans un lieu sûr.",
        "Choose a phrase of several words and keep it in a safe place."))
  }

  private var explanationOfKey: Explanation {
    let what =
      switch self {
      case .keyIsMissing:
        Words("Le fichier ne contient pas de clé privée.", "The file holds no private key.")
      case .keyIsNotEncrypted:
        Words("La clé privée n'est pas chiffrée.", "The private key is not encrypted.")
      case .keyIsNotOfAnAllowedKind:
        Words(
          "La clé n'est d'aucune sorte admise ici : demandez au prestataire une clé ECDSA P-256, "
            + "ou bien ECDSA P-384, ou RSA d'au moins 3 072 bits.",
          "The key is of no kind allowed here: ask the trust service for ECDSA P-256, or else for "
            + "ECDSA P-384, or RSA of 3,072 bits at least.")
      case .keyDoesNotMatchCertificate:
        Words(
          "La clé et le certificat ne forment pas une paire.",
          "The key and the certificate are not of one pair.")
      default: Words("La clé privée est illisible.", "The private key cannot be read.")
      }
    return Explanation(
      what: what,
      why: Words(
        "Seule une clé chiffrée, de ce type et accordée à son certificat donne des signatures "
          + "que chacun peut vérifier.",
        "Only an encrypted key, of this type and paired with its certificate, makes signatures "
          + "that everyone can check."),
      remedy: Words(
        "Indiquez le bon fichier, ou créez une clé avec « soleil key create ».",
        "Name the right file, or make a key with “soleil key create”."))
  }

  private var explanationOfCertificate: Explanation {
    let what =
      switch self {
      case .certificateIsMissing:
        Words("Le fichier ne contient pas de certificat.", "The file holds no certificate.")
      case .certificateIsNotForSigning:
        Words(
          "Ce certificat n'est pas fait pour signer des documents.",
          "This certificate is not made for signing documents.")
      case .certificateIsNotAnAuthority:
        Words(
          "Ce certificat n'est pas celui d'une autorité.",
          "This certificate is not that of an authority.")
      default: Words("Le certificat est illisible.", "The certificate cannot be read.")
      }
    return Explanation(
      what: what,
      why: Words(
        "Un vérificateur refuserait ce qui serait signé ou délivré avec lui.",
        "A verifier would refuse whatever is signed or issued with it."),
      remedy: Words(
        "Indiquez le bon fichier : ca.pem est l'autorité, l'autre certificat signe.",
        "Name the right file: ca.pem is the authority, the other certificate signs."))
  }

  private func outsideValidity(_ what: Words) -> Explanation {
    Explanation(
      what: what,
      why: Words(
        "Une signature hors de la durée du certificat est refusée par tout vérificateur.",
        "A signature outside the certificate's time is refused by every verifier."),
      remedy: Words(
        "Vérifiez la date de l'ordinateur ; si elle est juste, délivrez un nouveau certificat "
          + "avec « soleil key rotate ».",
        "Check the computer's date; if it is right, issue a new certificate with "
          + "“soleil key rotate”."))
  }

  private var explanationOfMachine: Explanation {
    let what =
      switch self {
      case .frontierDoesNotFitSize(let size, let hashes):
        Words(
          "Le journal gardé annonce \(size) faits mais porte \(hashes) empreintes.",
          "The kept log tells of \(size) facts but holds \(hashes) hashes.")
      case .libraryFailed(let operation):
        Words(
          "La bibliothèque OpenSSL a échoué (\(operation)).",
          "The OpenSSL library failed (\(operation)).")
      default:
        Words(
          "L'ordinateur n'a pas donné de nombres aléatoires.",
          "The computer gave no random numbers.")
      }
    return Explanation(
      what: what,
      why: Words(
        "Continuer donnerait une signature ou un journal auxquels on ne pourrait se fier.",
        "Going on would give a signature or a log that cannot be trusted."),
      remedy: Words(
        "Rien n'a été écrit. Lancez « soleil doctor », puis recommencez.",
        "Nothing was written. Run “soleil doctor”, then try again."))
  }

  private func day(_ instant: Instant) -> Words { longDay(instant.split(offset: 0).day) }
}

extension SealRefusal {
  fileprivate var explanationOfPrivacy: Explanation {
    let remedy = Words(
      "Reprenez keys/privacy.key.pem de la sauvegarde qui va avec ce livre.",
      "Take keys/privacy.key.pem from the backup that goes with this book.")
    guard case .keyIsNotX25519 = self else {
      return Explanation(
        what: Words(
          "Un coffret chiffré ne s'ouvre pas avec cette clé.",
          "A sealed box does not open with this key."),
        why: Words(
          "Il a été fermé pour une autre clé ou un autre associé, ou ses octets ont changé.",
          "It was closed for another key or member, or its bytes were changed."),
        remedy: remedy)
    }
    return Explanation(
      what: Words(
        "La clé n'est pas une clé de confidentialité (X25519).",
        "The key is no privacy key (X25519)."),
      why: Words(
        "Les IBAN et les naissances sont chiffrés pour une clé de ce type.",
        "IBANs and births are encrypted for a key of this type."),
      remedy: remedy)
  }
}

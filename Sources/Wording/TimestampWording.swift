public import Seal
import Units

extension TimestampRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .nothingToStamp, .stampIsThere, .queryIsMissing, .signatureIsMalformed:
      explanationOfDocument
    case .queryIsMalformed, .policyIsMalformed: explanationOfQuery
    case .replyIsMalformed, .authorityRefused: explanationOfReply
    case .replyIsForAnotherDocument, .nonceIsAnother, .policyIsAnother:
      explanationOfMismatch
    case .stampIsNotSigned, .stampIsWeak, .keyIsNotForStamping, .stampingAuthorityIsUnknown:
      explanationOfAuthority
    case .revocationListIsMalformed, .revocationListIsForeign: explanationOfRevocations
    }
  }

  private var explanationOfRevocations: Explanation {
    let what =
      self == .revocationListIsMalformed
      ? Words(
        "Le fichier n'est pas une liste de certificats révoqués.",
        "The file is not a list of revoked certificates.")
      : Words(
        "La liste de révocation n'est signée par aucune autorité d'horodatage que vous croyez.",
        "The list of revoked certificates is signed by no time-stamping authority that you believe."
      )
    return Explanation(
      what: what,
      why: Words(
        "Un relevé emporte de quoi juger son horodatage des années plus tard (ETSI EN 319 142-1, § 6, B-LT).",
        "A statement carries what its time stamp is judged by years later (ETSI EN 319 142-1 § 6, B-LT)."
      ),
      remedy: Words(
        "Téléchargez la liste (.crl) que publie l'autorité ; « key timestamping » nomme celles que vous croyez.",
        "Download the list (.crl) that the authority publishes; “key timestamping” names those you believe."
      ))
  }

  private var explanationOfDocument: Explanation {
    let what =
      switch self {
      case .stampIsThere(let path):
        Words("\(path) est déjà horodaté.", "\(path) is stamped already.")
      case .queryIsMissing(let path):
        Words("La demande d'horodatage \(path) n'est pas là.", "The query \(path) is not there.")
      case .nothingToStamp(let path):
        Words(
          "\(path) : rien de signé par Soleil ne s'y trouve.",
          "\(path): nothing signed by Soleil is there.")
      default:
        Words(
          "La signature à horodater n'a pas la forme de celles de Soleil.",
          "The signature to be stamped does not have the form of Soleil's.")
      }
    return Explanation(
      what: what,
      why: Words(
        "Un horodatage répond à une demande précise, sur une signature précise, une seule fois.",
        "A time stamp answers one query, over one signature, once."),
      remedy: Words(
        "Nommez un mois clos, un dossier signé ou un relevé ; « timestamp request » écrit la demande.",
        "Name a closed month, a signed folder or a statement; “timestamp request” writes the query."
      ))
  }

  private var explanationOfQuery: Explanation {
    let what =
      if case .policyIsMalformed(let text) = self {
        Words(
          "« \(text) » n'est pas un identifiant de politique, tel que 1.3.6.1.4.1.0.",
          "“\(text)” is not the identifier of a policy, such as 1.3.6.1.4.1.0.")
      } else {
        Words(
          "La demande conservée n'est pas une demande d'horodatage.",
          "The query that was kept is not a time-stamp query.")
      }
    return Explanation(
      what: what,
      why: Words(
        "Sans la demande telle qu'elle est partie, rien ne lie la réponse à la signature (RFC 3161, § 2.4.1).",
        "Without the query as it was sent, nothing ties the reply to the signature (RFC 3161, § 2.4.1)."
      ),
      remedy: Words(
        "Relancez « timestamp request », puis envoyez la nouvelle demande à l'autorité.",
        "Run “timestamp request” again, and send the new query to the authority."))
  }

  private var explanationOfReply: Explanation {
    let what =
      if case .authorityRefused(let status) = self {
        Words(
          "L'autorité d'horodatage a refusé la demande (état \(status)).",
          "The time-stamping authority refused the query (status \(status)).")
      } else {
        Words(
          "Le fichier reçu n'est pas la réponse d'une autorité d'horodatage, ou il est abîmé.",
          "The file received is not the reply of a time-stamping authority, or it is damaged.")
      }
    return Explanation(
      what: what,
      why: Words(
        "Sans jeton lisible, la date reste une simple déclaration (RFC 3161, § 2.4.2).",
        "Without a token that can be read, the date is a mere claim (RFC 3161, § 2.4.2)."),
      remedy: Words(
        "Vérifiez avec « openssl ts -reply -in FICHIER -text », puis redemandez un horodatage.",
        "Look at it with “openssl ts -reply -in FILE -text”, then ask for a stamp again."))
  }

  private var explanationOfMismatch: Explanation {
    let what =
      switch self {
      case .replyIsForAnotherDocument(let asked, let stamped):
        Words(
          "La réponse horodate \(stamped.prefix(16))…, la demande portait sur \(asked.hex.prefix(16))….",
          "The reply stamps \(stamped.prefix(16))…, the query was about \(asked.hex.prefix(16))….")
      case .policyIsAnother(let asked, let stamped):
        Words(
          "La réponse suit la politique \(stamped), la demande exigeait \(asked).",
          "The reply follows policy \(stamped), the query asked for \(asked).")
      default:
        Words(
          "La réponse ne répond pas à cette demande : son nombre aléatoire est un autre.",
          "The reply does not answer this query: its random number is another.")
      }
    return Explanation(
      what: what,
      why: Words(
        "Un horodatage d'autre chose, ou rejoué, ne prouve rien sur cette signature (RFC 3161, § 2.4.2).",
        "A stamp over something else, or one replayed, proves nothing about this signature (RFC 3161, § 2.4.2)."
      ),
      remedy: Words(
        "Donnez la réponse qui correspond à la demande conservée ; au besoin, envoyez celle-ci de nouveau.",
        "Hand in the reply to the query that was kept; send that query again if need be."))
  }

  private var explanationOfAuthority: Explanation {
    let what =
      switch self {
      case .stampIsWeak:
        Words(
          "L'horodatage est signé par un procédé trop faible pour être cru.",
          "The stamp is signed by way of an algorithm too weak to be believed.")
      case .keyIsNotForStamping:
        Words(
          "Le certificat qui signe n'est pas réservé à l'horodatage.",
          "The certificate that signs is not made for time stamps alone.")
      case .stampingAuthorityIsUnknown:
        Words(
          "Aucune autorité de confiance ne répond de celle qui a signé l'horodatage.",
          "No trusted authority vouches for the one that signed the stamp.")
      default:
        Words(
          "La signature de l'horodatage ne tient pas.", "The signature of the stamp does not hold.")
      }
    return Explanation(
      what: what,
      why: Words(
        "La date ne vaut que ce que vaut celui qui la donne (règlement eIDAS, art. 41 ; RFC 3161, § 2.3).",
        "A date is worth what its giver is worth (eIDAS regulation, art. 41; RFC 3161, § 2.3)."),
      remedy: Words(
        "Comparez le certificat de l'autorité à celui qu'elle publie, puis faites-le croire : « key timestamping FICHIER ».",
        "Compare the authority's certificate with the one it publishes, then have it believed: “key timestamping FILE”."
      ))
  }
}

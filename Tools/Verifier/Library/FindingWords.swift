/// The two languages of a report.
public enum Language: String, Sendable {
  /// French.
  case french = "fr"
  /// English.
  case english = "en"

  func callAsFunction(_ french: String, _ english: String) -> String {
    self == .french ? french : english
  }
}

extension Code {
  /// What the finding says to a person: what is wrong and what it means.
  ///
  /// These words stand here, away from the house's others, because the verifier shares no code with
  /// the program it checks.
  public func words(_ language: Language) -> String {
    let (french, english) =
      evidenceWords ?? timeWords ?? textWords ?? fileWords ?? chainWords ?? statementWords
    return language(french, english)
  }

  /// The evidence and the signature.
  private var evidenceWords: (String, String)? {
    switch self {
    case .trustMissing:
      (
        "aucune autorité de confiance : indiquez --trust FICHIER",
        "no authority to trust: name one with --trust FILE"
      )
    case .signatureMissing:
      (
        "signature absente : rien ne dit qui a écrit ce document",
        "no signature: nothing tells who wrote this document"
      )
    case .timestampMissing:
      (
        "horodatage exigé mais absent : la date n'est que déclarée",
        "time stamp required but missing: the date is only declared"
      )
    case .cmsMalformed:
      ("le fichier de signature est endommagé", "the signature file is damaged")
    case .cmsTrailingData:
      ("des octets ont été ajoutés après la signature", "bytes were added after the signature")
    case .weakAlgorithm:
      (
        "la signature emploie un procédé trop faible pour être crue",
        "the signature uses an algorithm too weak to be believed"
      )
    case .contentAltered:
      (
        "le contenu signé, ou sa signature, a été modifié",
        "the signed content, or its signature, was changed"
      )
    case .essMissing:
      (
        "la signature ne désigne pas son certificat",
        "the signature does not name its certificate"
      )
    case .untrustedSigner:
      (
        "le signataire n'est pas reconnu par la coopérative pour ce mois",
        "the signer is not one the cooperative recognises for this month"
      )
    case .wrongKeyUsage:
      (
        "la clé n'est pas faite pour signer des documents",
        "the key is not made for signing documents"
      )
    default: nil
    }
  }

  /// When something was signed.
  private var timeWords: (String, String)? {
    switch self {
    case .certExpired:
      (
        "le certificat n'était plus valable, ou ne l'est plus sans preuve de la date",
        "the certificate was no longer valid, or is not now without proof of the date"
      )
    case .certRevoked:
      (
        "le certificat a été révoqué, et rien ne prouve que la signature est plus ancienne",
        "the certificate was revoked, and nothing proves the signature to be older"
      )
    case .timestampInvalid:
      (
        "l'horodatage ne prouve rien : il est d'autre chose, d'un service inconnu, ou endommagé",
        "the time stamp proves nothing: it is of something else, by an unknown service, or damaged"
      )
    default: nil
    }
  }

  /// The text of a manifest.
  private var textWords: (String, String)? {
    switch self {
    case .jsonMalformed: ("les données signées sont illisibles", "the signed data cannot be read")
    case .jsonDuplicateKey:
      (
        "une rubrique figure deux fois : deux lectures sont possibles",
        "a key stands twice: it can be read two ways"
      )
    case .jsonNotCanonical:
      (
        "les données signées n'ont pas leur forme unique",
        "the signed data is not in its one canonical form"
      )
    case .formatUnknown:
      ("format inconnu de cette version", "a format this version does not know")
    case .manifestMalformed:
      ("le manifeste est incomplet ou incohérent", "the manifest is incomplete or inconsistent")
    case .wrongOrganisation:
      ("le document est d'une autre organisation", "the document is another organisation's")
    case .wrongMonth:
      (
        "le mois signé n'est pas celui du dossier", "the signed month is not that of the folder"
      )
    case .timeBeforePeriod:
      ("clôturé avant la fin du mois", "closed before the month was over")
    default: nil
    }
  }

  /// The files of a folder.
  private var fileWords: (String, String)? {
    switch self {
    case .pathUnsafe:
      ("nom de fichier dangereux dans le manifeste", "a dangerous file name in the manifest")
    case .pathDuplicate: ("fichier listé deux fois", "file listed twice")
    case .pathSymlink: ("un lien remplace le fichier", "a link stands in place of the file")
    case .pathNotAFile: ("ce n'est pas un fichier ordinaire", "this is not a regular file")
    case .fileMissing: ("fichier absent", "file missing")
    case .fileAltered:
      (
        "fichier modifié depuis la signature", "file changed since it was signed"
      )
    case .fileUnlisted:
      (
        "fichier que le manifeste ne connaît pas", "file that the manifest does not know"
      )
    case .fileTooLarge: ("fichier trop grand", "file too large")
    case .statementsRootWrong:
      (
        "les relevés des associés énumérés ne sont pas ceux que le manifeste signe",
        "the members' statements listed are not those that the manifest signs"
      )
    case .figuresDisagree:
      (
        "les chiffres signés se contredisent : ils ne peuvent pas être tous vrais",
        "the signed figures contradict each other: they cannot all be true"
      )
    default: nil
    }
  }

  /// The chain of closings.
  private var chainWords: (String, String)? {
    switch self {
    case .monthDuplicated: ("deux clôtures pour un même mois", "two closings for one month")
    case .chainGap: ("une clôture manque avant celle-ci", "a closing is missing before this one")
    case .chainBroken:
      (
        "la clôture précédente n'est pas celle sur laquelle celle-ci s'appuie",
        "the closing before is not the one that this one builds upon"
      )
    case .rollback:
      (
        "des clôtures déjà vérifiées ont disparu", "closings that were verified before are gone"
      )
    case .fork:
      (
        "une autre clôture de même numéro avait été vérifiée",
        "another closing of the same number was verified before"
      )
    default: nil
    }
  }

  /// A member's statement.
  private var statementWords: (String, String) {
    switch self {
    case .pdfMalformed: ("ce n'est pas un relevé en PDF", "this is not a statement in PDF")
    case .pdfExtended:
      (
        "le PDF a été complété ou réécrit après la signature",
        "the PDF was added to or rewritten after it was signed"
      )
    case .pdfByteRange:
      (
        "la signature ne couvre pas tout le PDF", "the signature does not cover the whole PDF"
      )
    case .pdfPadding:
      (
        "des données sont cachées à la place de la signature",
        "data is hidden in the signature's place"
      )
    case .pdfSignatureCount: ("le PDF porte plusieurs signatures", "the PDF has several signatures")
    case .pdfAttachment:
      (
        "les données du relevé (releve.json) manquent ou sont incomplètes",
        "the statement's data (releve.json) is missing or incomplete"
      )
    case .proofMalformed:
      ("la preuve d'inclusion est illisible", "the inclusion proof cannot be read")
    case .proofOfAnotherLog:
      (
        "la preuve se rapporte à une autre clôture", "the proof is about another closing"
      )
    case .proofInvalid:
      ("la preuve n'est pas celle de ce relevé", "the proof is not this statement's")
    default: (rawValue, rawValue)
    }
  }
}

extension NotChecked {
  /// What was not checked, and why.
  public func words(_ language: Language) -> String {
    switch self {
    case .publishedFingerprint:
      language(
        "l'empreinte de l'autorité : comparez-la à celle que la coopérative a publiée",
        "the authority's fingerprint: compare it with the one the cooperative published")
    case .signerList:
      language(
        "la liste des signataires (aucun trust.json fourni)",
        "the list of signers (no trust.json given)")
    case .revocation:
      language("la révocation (aucune liste fournie)", "revocation (no list given)")
    case .trustSignature:
      language(
        "que l'autorité a écrit elle-même trust.json (il n'est pas signé)",
        "whether the authority itself wrote trust.json (it is not signed)")
    case .date:
      language("la date (déclarée, sans horodatage)", "the date (declared, no time stamp)")
    case .earlierClosings:
      language("les clôtures antérieures (non fournies)", "earlier closings (not given)")
    case .continuity:
      language(
        "la continuité là où un mois n'a pas pu être jugé",
        "continuity where a month could not be judged")
    case .laterClosings:
      language(
        "l'existence de clôtures plus récentes", "whether later closings exist")
    case .statementsRoot:
      language(
        "la racine des relevés (aucun statements.csv dans la clôture)",
        "the root of the statements (no statements.csv in the closing)")
    case .inclusion:
      language(
        "la place du relevé dans la clôture (preuve ou clôture non fournie)",
        "the statement's place in the closing (no proof or closing given)")
    }
  }
}

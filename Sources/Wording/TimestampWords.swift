public import Units

/// What `timestamp` says.
public enum TimestampWords {
  /// `timestamp`.
  public static let timestamp = Words(
    "Horodatage : la demande à envoyer, la réponse à conserver ; sans réseau.",
    "Time stamps: the query to send, the reply to keep; without a network.")
  /// `timestamp request`.
  public static let request = Words(
    "Écrit la demande d'horodatage d'une clôture, d'un dossier signé ou d'un relevé.",
    "Writes the time-stamp query of a closing, a signed folder or a statement.")
  /// `timestamp attach`.
  public static let attach = Words(
    "Vérifie la réponse de l'autorité et la conserve avec ce qu'elle date.",
    "Checks the authority's reply and keeps it with what it dates.")
  /// `timestamp revocations`.
  public static let revocations = Words(
    "Garde les listes de révocation des autorités d'horodatage ; les relevés écrits ensuite les emportent.",
    "Keeps the revocation lists of time-stamping authorities; statements written afterwards carry them."
  )
  /// The argument LISTS.
  public static let lists = Words(
    "Liste de certificats révoqués (.crl), telle que l'autorité la publie.",
    "List of revoked certificates (.crl), as the authority publishes it.")
  /// `timestamp revocations` has kept the lists.
  public static func keptRevocations(_ authorities: [String]) -> Words {
    Words("Listes de révocation gardées, signées par :", "Revocation lists kept, signed by:")
      + Words(both: authorities.map { "\n  \($0)" }.joined())
  }
  /// The argument PATH.
  public static let subject = Words(
    "Mois clos (AAAA-MM), dossier signé, fichier .p7s ou relevé .pdf.",
    "Closed month (YYYY-MM), signed folder, .p7s file or .pdf statement.")
  /// `--policy`.
  public static let policy = Words(
    "Politique d'horodatage exigée, en nombres séparés par des points.",
    "Time-stamping policy asked for, as dotted numbers.")
  /// `--query`.
  public static let query = Words(
    "Fichier de la demande ; par défaut dans timestamps/ à côté du livre.",
    "File of the query; by default in timestamps/ beside the book.")
  /// The argument REPLY.
  public static let reply = Words(
    "Réponse de l'autorité (.tsr).", "Reply of the authority (.tsr).")
  /// `--authority`.
  public static let authority = Words(
    "Certificat d'une autorité d'horodatage, ou de celle qui répond d'elle (PEM), à croire cette fois ; « key timestamping » la fait croire à tous.",
    "Certificate of a time-stamping authority, or of the one above it (PEM), to be believed this once; “key timestamping” has all believe it."
  )

  /// `timestamp request` has written or found the query.
  public static func requested(_ path: String, isNew: Bool, digest: Digest) -> Words {
    (isNew
      ? Words("Demande écrite : \(path)", "Query written: \(path)")
      : Words("La demande était là : \(path)", "The query was there: \(path)"))
      + Words(
        """

          empreinte SHA-256 à dater : \(digest.hex)
          à envoyer : curl -H 'Content-Type: application/timestamp-query' --data-binary @\(path) ADRESSE > reponse.tsr
          puis : soleil timestamp attach … reponse.tsr
        """,
        """

          SHA-256 to be dated: \(digest.hex)
          to send: curl -H 'Content-Type: application/timestamp-query' --data-binary @\(path) ADDRESS > reply.tsr
          then: soleil timestamp attach … reply.tsr
        """)
  }

  /// `timestamp attach` has kept the reply.
  public static func attached(_ path: String, time: Instant, authority: String) -> Words {
    Words(
      """
      Horodatage conservé : \(path)
        date prouvée : \(time)
        signataire : \(authority)
      """,
      """
      Time stamp kept: \(path)
        date proved: \(time)
        signer: \(authority)
      """)
  }
}

public import Keys
public import Units

/// What the commands about keys say.
public enum KeyWords {
  /// The certificates that sign, and for which months.
  public static func signers(_ list: TrustList, current: Digest) -> Words {
    guard list.signers.count > 1 || list.signers.contains(where: { $0.to != nil }) else {
      return Words(both: "")
    }
    let rows = list.signers.map { signer in
      let until = signer.to.map { "\($0)" } ?? "…"
      let mark = signer.sha256 == current ? Words("  (en service)", "  (in use)") : Words(both: "")
      return Words(both: "\n  \(signer.from) → \(until)  \(signer.sha256.grouped)") + mark
    }
    return Words("\nClés de signature, mois par mois :", "\nSigning keys, by month:")
      + rows.reduce(Words(both: ""), +)
  }

  /// A certificate was taken back.
  public static func revoked(_ digest: Digest, isCurrent: Bool) -> Words {
    let next =
      isCurrent
      ? Words(
        "\nC'est la clé en service : « soleil key rotate » en met une autre à sa place.",
        "\nIt is the key in use: “soleil key rotate” puts another one in its place.")
      : Words(both: "")
    return Words(
      "Certificat révoqué : \(digest.grouped)\nPubliez trust/ (revoked.crl, trust.json) : seuls "
        + "les vérificateurs qui l'ont refuseront ce que signerait encore cette clé.",
      "Certificate revoked: \(digest.grouped)\nPublish trust/ (revoked.crl, trust.json): only "
        + "verifiers who have it will refuse what this key might still sign.") + next
  }
}

/// Help on the commands about keys.
public enum KeyHelp {
  /// `key import`.
  public static let importing = Words(
    "Reprend la clé et les certificats d'un prestataire de confiance (PKCS#12).",
    "Takes over a key and its certificates from a trust service (PKCS#12).")
  /// The container.
  public static let container = Words("Le fichier PKCS#12.", "The PKCS#12 file.")
  /// Its passphrase.
  public static let containerPassphrase = Words(
    "Fichier avec la phrase de passe du conteneur, si elle est autre.",
    "File with the container's passphrase, when it is another.")
  /// `key rotate`.
  public static let rotate = Words(
    "Met une nouvelle clé de signature à la place de celle en service.",
    "Puts a new signing key in place of the one in use.")
  /// `key revoke`.
  public static let revoke = Words(
    "Révoque un certificat de signature et publie la liste.",
    "Revokes a signing certificate and publishes the list.")
  /// Which certificate.
  public static let fingerprint = Words(
    "Le début de son empreinte ; sans elle, celui en service.",
    "The beginning of its fingerprint; without it, the one in use.")
  /// Why.
  public static let reason = Words(
    "compromise, superseded ou cessation.", "compromise, superseded or cessation.")
  /// Since when.
  public static let since = Words(
    "Le jour depuis lequel la clé est suspecte.", "The day since which the key is suspected.")
  /// `key timestamping`.
  public static let timestamping = Words(
    "Admet les horodatages d'un service, et signe de nouveau la liste de confiance.",
    "Believes the time stamps of a service, and signs the list of trust anew.")
  /// A service's certificate.
  public static let serviceCertificate = Words(
    "Le certificat du service ou de son autorité, en PEM.",
    "The certificate of the service or of its authority, in PEM.")
  /// Where the authority's key is.
  public static let authorityKey = Words(
    "Où est la clé de l'autorité, si elle est gardée ailleurs (clé USB).",
    "Where the authority's key is, when it is kept elsewhere (a USB stick).")
  /// The authority's own passphrase.
  public static let authorityPassphrase = Words(
    "Fichier avec la phrase de passe de l'autorité, si elle est autre.",
    "File with the authority's passphrase, when it is another.")
  /// `log`.
  public static let log = Words(
    "Le journal scellé de tous les faits : son état, et des preuves.",
    "The sealed log of all facts: its state, and proofs.")
  /// `log head`.
  public static let logHead = Words(
    "L'état du journal en trois lignes : nom, taille, racine.",
    "The state of the log in three lines: name, size, root.")
  /// `log prove`.
  public static let logProve = Words(
    "La preuve qu'un fait est dans le journal.", "The proof that a fact is in the log.")
  /// `log extends`.
  public static let logExtends = Words(
    "La preuve que le journal prolonge un état antérieur.",
    "The proof that the log goes on from an earlier state.")
  /// The place of a fact.
  public static let position = Words(
    "La place du fait, à partir de 0.", "The fact's place, from 0.")
  /// The earlier size.
  public static let oldSize = Words(
    "La taille de l'état antérieur.", "The size of the earlier state.")
}

public import Units

/// What the yearly archive says.
public enum ArchiveWords {
  /// Help on `archive`.
  public static let archive = Words(
    "Met à l'abri un exercice clos : clôtures, FEC, empreintes, clés et notice, signés de nouveau.",
    "Puts a closed fiscal year away: closings, tax file, digests, keys and notice, signed anew.")
  /// The fiscal year.
  public static let year = Words(
    "L'exercice ; sans lui, le dernier dont tous les mois sont clos.",
    "The fiscal year; without it, the last whose months are all closed.")

  /// What was written.
  public static func written(
    _ path: String, year: String, closings: Int, files: Int, digest: Digest
  ) -> Words {
    Words(
      "Exercice \(year) archivé : \(closings) clôtures, \(files) fichiers, dans \(path).\n"
        + "Empreinte de l'archive : \(digest.grouped)\n"
        + "Faites-la horodater, puis gardez-en une copie hors de vos murs pendant dix ans.",
      "Fiscal year \(year) archived: \(closings) closings, \(files) files, in \(path).\n"
        + "Fingerprint of the archive: \(digest.grouped)\n"
        + "Have it time-stamped, then keep a copy outside your walls for ten years.")
  }

  /// The notice that the archive carries.
  public static func notice(_ organisation: String, _ year: String) -> String {
    """
    \(organisation) - archive de l'exercice \(year)
    ================================================================

    Ce dossier contient les comptes d'un exercice, tels que clos et signés mois par mois. Formats
    ouverts seulement (CSV, JSON, texte) ; aucun logiciel particulier n'est nécessaire.

      archive.json       l'inventaire signé : chaque fichier et son empreinte, chaque clôture
      archive.json.p7s   sa signature (CMS, CAdES-B-B)
      closings/          les clôtures mensuelles, chacune avec sa propre notice LISEZMOI.txt
      fec/               le fichier des écritures comptables et sa description
      statements.csv     l'empreinte du relevé de chaque associé, mois par mois
      keys.json          l'histoire des clés : création, remplacement, révocation
      trust/             l'autorité, la liste des clés admises et des certificats révoqués

    VÉRIFIER AVEC OPENSSL SEUL (trois lignes, à taper dans ce dossier)

    openssl x509 -in trust/ca.pem -noout -fingerprint -sha256

    openssl cms -verify -cades -binary -inform DER -in archive.json.p7s -content archive.json -CAfile trust/ca.pem -partial_chain -no-CApath -no-CAstore -out /dev/null

    find . -type f ! -name 'archive.json*' -exec openssl dgst -sha256 {} +

    La première empreinte doit être celle du procès-verbal de l'assemblée générale ; les suivantes,
    celles que donne archive.json. Conservation : dix ans (C. com. art. L123-22).

    In English: this folder holds the accounts of a fiscal year as they were closed and signed month
    by month, listed and signed anew. The three commands check it with openssl alone.

    """
  }
}

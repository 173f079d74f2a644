public import Units

/// `LISEZMOI.txt`: what each file of a closing is, and how to check it with tools of the trade.
public enum ReadMe {
  /// The text for a cooperative and a month.
  public static func text(_ organisation: String, _ month: Month) -> String {
    """
    \(organisation) - clôture \(month) (\(longMonth(month).french))
    ================================================================

    Ce dossier contient les comptes d'un mois, arrêtés et signés. Aucun logiciel particulier n'est
    nécessaire pour le lire ni pour le vérifier.

    CE QUE CONTIENT CHAQUE FICHIER

      manifest.json       l'inventaire signé : chaque fichier et son empreinte, les totaux du mois,
                          l'empreinte de la clôture précédente
      manifest.json.p7s   la signature de manifest.json (CMS, CAdES-B-B)
      journal.csv         toutes les écritures du mois, en centimes, wattheures et parts
      trial-balance.csv   la balance : ouverture, mouvements et clôture de chaque compte
      production.csv      l'énergie par compteur et par jour, avec l'empreinte du fichier lu
      allocation.csv      la répartition, étape par étape, avec les restes reportés
      register.csv        le registre des parts à la fin du mois, par numéro d'associé
      checklist.json      les contrôles passés avant la clôture, et les dérogations motivées
      statements.csv      l'empreinte du relevé de chaque associé et sa place dans le journal scellé

    Les montants sont des nombres entiers : centimes d'euro, wattheures, parts. Les numéros d'écriture
    se suivent sans trou sur l'exercice, dans l'ordre de leur validation ; un mois peut donc en porter
    de plus petits et de plus grands. La série EX, à part, est le suivi extra-comptable.

    VÉRIFIER AVEC OPENSSL SEUL

    Trois lignes, à taper dans ce dossier. ../../trust/ca.pem est le certificat de l'autorité de la
    coopérative, remis avec les clôtures ; s'il est ailleurs, mettez son chemin à la place.

    1. L'autorité : l'empreinte doit être celle du procès-verbal de l'assemblée générale.

    openssl x509 -in ../../trust/ca.pem -noout -fingerprint -sha256

    2. La signature de l'inventaire : la réponse doit être « CAdES Verification successful ».

    openssl cms -verify -cades -binary -inform DER -in manifest.json.p7s -content manifest.json -CAfile ../../trust/ca.pem -partial_chain -no-CApath -no-CAstore -out /dev/null

    3. Les fichiers : chaque empreinte doit être celle que donne manifest.json, sans autre fichier.

    openssl dgst -sha256 *.csv checklist.json LISEZMOI.txt

    La suite des mois : previousManifestSha256, dans manifest.json, est l'empreinte (openssl dgst
    -sha256) du manifest.json du mois précédent. Un fichier manifest.json.p7s.tsr, s'il y en a un, est
    un horodatage de la signature : openssl ts -verify -data manifest.json.p7s -in
    manifest.json.p7s.tsr -CAfile (le certificat du service, dans ../../trust).

    Les options -no-CApath et -no-CAstore sont indispensables : sans elles, openssl accepterait aussi
    une signature de n'importe quelle autorité installée sur la machine.

    ----------------------------------------------------------------
    In English: this folder holds the accounts of one month, closed and signed. The commands above
    check the signature, the files and the chain of months with openssl alone. Amounts are whole
    numbers of euro cents, watt-hours and shares.

    """
  }
}

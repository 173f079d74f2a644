extension VerifierFault {
  /// Why the verification could not begin: what is wrong, why it matters, what to do.
  ///
  /// Three lines, to follow the program's name; the last ends with the code.
  public func words(_ language: Language) -> String {
    "\(what(language))\n  \(why(language))\n  → \(remedy(language)) [\(code)]"
  }

  private func what(_ language: Language) -> String {
    switch self {
    case .cannotOpen(let path):
      language("\(shown(path)) : impossible à ouvrir.", "\(shown(path)): cannot be opened.")
    case .nothingToVerify(let path):
      language("\(shown(path)) : ce dossier est vide.", "\(shown(path)): this folder is empty.")
    case .trustIsMalformed(let path):
      language(
        "\(shown(path)) : ni un trust.json en règle, ni le certificat d'une autorité.",
        "\(shown(path)): neither a proper trust.json nor an authority's certificate.")
    case .headIsMalformed(let path):
      language(
        "\(shown(path)) : ni un état retenu, ni un manifeste.",
        "\(shown(path)): neither a remembered head nor a manifest.")
    }
  }

  private func why(_ language: Language) -> String {
    switch self {
    case .cannotOpen:
      language(
        "Rien n'a été vérifié : ce qui ne peut pas être lu n'est ni valide ni invalide.",
        "Nothing was verified: what cannot be read is neither valid nor invalid.")
    case .nothingToVerify:
      language(
        "Il n'y a rien à vérifier : aucune clôture, aucun relevé d'associé.",
        "There is nothing to verify: no closing, no member's statement.")
    case .trustIsMalformed:
      language(
        "Sans autorité sûre, aucune signature ne peut être reconnue.",
        "Without a sure authority no signature can be recognised.")
    case .headIsMalformed:
      language(
        "Sans lui, rien ne dit si les clôtures prolongent celles déjà vérifiées.",
        "Without it nothing tells whether the closings go on from those verified before.")
    }
  }

  private func remedy(_ language: Language) -> String {
    switch self {
    case .cannotOpen:
      language(
        "Vérifiez le chemin et le droit de lire, puis recommencez.",
        "Check the path and the right to read it, then try again.")
    case .nothingToVerify:
      language(
        "Indiquez le dossier d'une clôture ou de relevés, ou faites d'abord clôturer un mois.",
        "Name the folder of a closing or of statements, or have a month closed first.")
    case .trustIsMalformed:
      language(
        "Demandez à la coopérative son trust.json et comparez l'empreinte qu'elle a publiée.",
        "Ask the cooperative for its trust.json and compare the fingerprint it published.")
    case .headIsMalformed:
      language(
        "Indiquez l'état retenu ou le manifest.json gardé la dernière fois, ou ôtez --head.",
        "Name the head remembered or the manifest.json kept last time, or leave out --head.")
    }
  }
}

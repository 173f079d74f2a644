public import Archives
import Units

extension ArchiveRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .archiveIsDamaged: damaged(Words("L'archive zip", "The zip archive"))
    case .memberIsDamaged(let name):
      damaged(Words("« \(name) », dans l'archive zip,", "“\(name)” in the zip archive"))
    case .memberIsEncrypted(let name):
      Explanation(
        what: Words(
          "« \(name) » est protégé par un mot de passe.", "“\(name)” needs a password."),
        why: Words(
          "Ce qu'on ne peut pas lire ne peut pas compter.", "What cannot be read cannot count."),
        remedy: Words(
          "Décompressez l'archive, puis importez le dossier.",
          "Unpack the archive, then import the folder."))
    case .packingIsUnknown(let name, let method):
      Explanation(
        what: Words(
          "L'archive emploie une forme qui n'est pas lue ici"
            + (name.isEmpty ? "." : " : « \(name) », méthode \(method)."),
          "The archive uses a form that is not read here"
            + (name.isEmpty ? "." : ": “\(name)”, method \(method).")),
        why: Words(
          "Seules les archives zip d'un tenant, stockées ou « deflate », sont lues.",
          "Only zip archives in one part, stored or deflated, are read."),
        remedy: Words(
          "Décompressez l'archive, puis importez le dossier.",
          "Unpack the archive, then import the folder."))
    case .archiveIsTooLarge, .archiveHasTooManyFiles: large
    }
  }

  private func damaged(_ subject: Words) -> Explanation {
    Explanation(
      what: subject + Words(" est abîmée ou incomplète.", " is damaged or cut short."),
      why: Words(
        "Ses tailles et sommes de contrôle se contredisent : rien n'en est cru, rien n'a été importé.",
        "Its sizes and check sums contradict each other: nothing of it is believed or imported."),
      remedy: Words("Téléchargez-la de nouveau.", "Download it again."))
  }

  private var large: Explanation {
    let what =
      switch self {
      case .archiveHasTooManyFiles(let count, let most):
        Words(
          "L'archive contient \(number(count).french) fichiers, et \(number(most).french) au plus "
            + "sont lus.",
          "The archive holds \(number(count).english) files, and at most \(number(most).english) "
            + "are read.")
      case .archiveIsTooLarge(let bytes, let most):
        Words(
          "Décompressée, l'archive ferait \(number(bytes).french) octets, et "
            + "\(number(most).french) au plus sont lus.",
          "Unpacked, the archive would be \(number(bytes).english) bytes, and at most "
            + "\(number(most).english) are read.")
      default: Words(both: code)
      }
    return Explanation(
      what: what,
      why: Words(
        "Une petite archive peut se déployer en un contenu énorme, et saturer la machine.",
        "A small archive can unfold into something huge, and fill the machine."),
      remedy: Words(
        "Si elle est bien à vous, décompressez-la et importez le dossier.",
        "If it is truly yours, unpack it and import the folder."))
  }
}

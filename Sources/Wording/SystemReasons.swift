/// What the system said of a file, in both languages; what is not listed stays as the system says it.
func systemReason(_ reason: String) -> Words {
  let french = frenchReasons.first { $0.english == reason }?.french
  return Words(french ?? reason, reason)
}

private let frenchReasons: [Words] = [
  Words("ce fichier ou ce dossier n'existe pas", "No such file or directory"),
  Words("accès refusé", "Permission denied"),
  Words("il n'y a plus de place sur le support", "No space left on device"),
  Words("le support est en lecture seule", "Read-only file system"),
  Words("c'est un dossier", "Is a directory"),
  Words("ce n'est pas un dossier", "Not a directory"),
  Words("il existe déjà", "File exists"),
  Words("erreur d'entrée-sortie du support", "Input/output error"),
  Words("nom trop long", "File name too long"),
]

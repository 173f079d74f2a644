/// What is said of a control character in a text or a cell.
func controlExplanation(_ byte: UInt8) -> Explanation {
  let digits = String(byte, radix: 16, uppercase: true)
  let name = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
  return Explanation(
    what: Words(
      "Le texte contient un caractère de commande invisible, \(name).",
      "The text holds an invisible control character, \(name)."),
    why: Words(
      "Il troublerait l'écran, les documents et le fichier fiscal qui reprennent ce texte.",
      "It would upset the screen, the documents and the tax file that repeat this text."),
    remedy: Words(
      "Effacez le texte et retapez-le sur une seule ligne ; s'il y en a partout, enregistrez de "
        + "nouveau le fichier en UTF-8.",
      "Erase the text and type it again on one line; if they are everywhere, save the file again "
        + "as UTF-8."))
}

/// A text with its control characters made visible, so that none reaches the terminal; tabs and
/// line ends remain.
func visible(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        switch scalar.value {
        case 0x09, 0x0A: scalar
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        case 0x80..<0xA0: "\u{FFFD}"
        default: scalar
        }
      }))
}

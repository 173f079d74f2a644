public import Production

extension ProfileProposal {
  /// The draft of a profile file: what is sure stands, the rest waits for a person behind a `#`.
  ///
  /// - Parameter file: the name of the file it was drawn from.
  public func draft(of file: String) -> Words {
    var lines = [
      Words(
        "# Brouillon de profil tiré de \(file) : répondez aux lignes marquées d'un ?, ôtez leur #.",
        "# A draft of a profile, drawn from \(file): answer the lines marked ?, drop their #.")
    ]
    if !fitting.isEmpty {
      lines.append(
        Words("# Déjà lu par : ", "# Already read by: ")
          + Words(both: fitting.joined(separator: ", ")))
    }
    lines.append(Words("name = \"mon-portail\"", "name = \"my-portal\""))
    var table = ""
    for field in fields {
      let parts = field.key.split(separator: ".").map(String.init)
      if parts.count == 2, parts[0] != table {
        table = parts[0]
        lines.append(Words(both: "\n[\(table)]"))
      }
      lines.append(line(parts.last ?? field.key, field))
    }
    return lines.dropFirst().reduce(lines[0]) { $0 + Words(both: "\n") + $1 }
  }

  private func line(_ key: String, _ field: Field) -> Words {
    let values = field.values.map(quoted)
    let value =
      switch field.shape {
      case .text: values.first ?? "\"\""
      case .list: "[" + values.joined(separator: ", ") + "]"
      case .flag: field.values.first ?? "false"
      }
    switch field.sureness {
    case .certain: return Words(both: "\(key) = \(value)")
    case .guessed:
      return Words(both: "# \(key) = \(value)")
        + Words("   # ? deviné, à confirmer", "   # ? guessed, to be confirmed")
    case .untold:
      guard !values.isEmpty else {
        return Words(both: "# \(key) = \(value)") + Words("   # ? à dire", "   # ? to be said")
      }
      return Words(both: "# \(key) = \(value)")
        + Words("   # ? à choisir : ", "   # ? choose: ")
        + Words(values.joined(separator: " ou "), values.joined(separator: " or "))
    }
  }

  /// A basic string of TOML.
  private func quoted(_ value: String) -> String {
    guard value != "\t" else { return "\"tab\"" }
    let letters = value.unicodeScalars.map { scalar in
      switch scalar {
      case "\\", "\"": "\\\(scalar)"
      case "\u{0}"..<" ", "\u{7F}":
        "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(letters.joined())\""
  }

  /// What `production profiles --new` takes.
  public static let help = Words(
    "un fichier d'un portail inconnu : un brouillon de profil est proposé d'après ses premières lignes",
    "a file of an unknown portal: a draft of a profile is proposed from its first lines")
}

/// The file shows no lines of cells.
extension Words {
  /// A file of which no layout can be guessed.
  public static func noLayout(_ file: String) -> Words {
    Words(
      "\(file) ne montre aucune ligne de cases : rien à proposer.",
      "\(file) shows no lines of cells: nothing to propose.")
  }
}

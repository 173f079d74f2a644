/// The invented names: none is that of a real commune, company or public body.
enum Fiction {
  static let name = "Carreau de Soleil"
  static let commune = "Merquincourt-en-Gohelle"
  static let neighbour = "Harnicourt"
  static let postcode = "62999"
  /// Well-formed by Luhn's key, and never given out: real numbers do not start with 0.
  static let siren = "012345674"

  /// What every file says of itself first.
  static let notice = """
    # Coopérative FICTIVE « \(name) » : personnes, communes, sociétés, contrats et montants inventés.
    # FICTIONAL cooperative: every person, place, company, contract and amount is invented.
    # Écrit par soleil-simulate / written by soleil-simulate.

    """
}

/// The shareholders that are no citizens; their raw values name the parties of the contracts.
enum Institution: String, CaseIterable, Sendable {
  case semiPublic = "sem"
  case industrial = "partenaire"
  case town = "ville"
  case agglomeration = "agglomeration"

  var name: String {
    switch self {
    case .semiPublic: "SEM Lumières de Gohelle (fictive)"
    case .industrial: "Toitures Solaires du Beffroi (fictive)"
    case .town: "Ville de \(Fiction.commune) (fictive)"
    case .agglomeration: "Agglomération des Beaux Terrils (fictive)"
    }
  }

  var kind: String {
    switch self {
    case .semiPublic, .industrial: "company"
    case .town, .agglomeration: "public-body"
    }
  }

  var college: String {
    switch self {
    case .semiPublic: "semi-public"
    case .industrial: "industrial"
    case .town, .agglomeration: "municipalities"
    }
  }

  /// Its part of the capital, in hundredths; the citizens hold the other 37.
  var percent: Int {
    switch self {
    case .semiPublic: 38
    case .industrial: 20
    case .town: 3
    case .agglomeration: 2
    }
  }
}

/// Plain first and last names to combine; the pairs are drawn, not those of known people.
enum Names {
  static let first = [
    "Adèle", "Agnès", "Alain", "Alice", "Amina", "Anaïs", "André", "Antoine", "Arnaud", "Aurélie",
    "Baptiste", "Béatrice", "Benoît", "Bruno", "Camille", "Catherine", "Cécile", "Céline",
    "Charlotte", "Chloé", "Christophe", "Claire", "Clément", "Damien", "Daniel", "David", "Édith",
    "Élise", "Émile", "Éric", "Estelle", "Fabien", "Fatima", "Florence", "François", "Gaëlle",
    "Geneviève", "Gérard", "Grégory", "Guillaume", "Hélène", "Hugo", "Inès", "Isabelle", "Jacques",
    "Jérôme", "Joëlle", "Julien", "Karim", "Laurence", "Léa", "Loïc", "Louise", "Lucie", "Malika",
    "Manon", "Marc", "Marie-Noëlle", "Mathilde", "Maxime", "Mehdi", "Michèle", "Nadia", "Nathalie",
    "Nicolas", "Noémie", "Odile", "Olivier", "Pascal", "Patricia", "Paulette", "Quentin", "Rémi",
    "Romain", "Sabine", "Samuel", "Sandrine", "Simon", "Solène", "Stéphane", "Sylvie", "Théo",
    "Thérèse", "Valérie", "Véronique", "Vincent", "Xavier", "Yann", "Yvette", "Zoé",
  ]
  static let last = [
    "Allart", "Bacquet", "Baudelot", "Bécourt", "Blanquart", "Bocquet", "Boulanger", "Brasseur",
    "Caron", "Carlier", "Cauchy", "Charlet", "Choquet", "Cnudde", "Cordonnier", "Coupin",
    "Crespel", "Darras", "Debruyne", "Delaby", "Delattre", "Delplanque", "Denoyelle", "Derancourt",
    "Desmaretz", "Dubrulle", "Duflos", "Dumortier", "Dupuich", "Fauquembergue", "Flahaut",
    "Fontaine", "Fournier", "Gaillard", "Garbe", "Godart", "Grard", "Hannequin", "Hochart",
    "Houzel", "Hurtrel", "Jankowiak", "Kaczmarek", "Lambin", "Ledru", "Lefèvre", "Legrain",
    "Lemaître", "Lesage", "Lœuillet", "Maës", "Majewski", "Maréchal", "Mercier", "Michalak",
    "Nowicki", "Obert", "Pawlak", "Penet", "Petitprez", "Piquet", "Poulain", "Quenehen", "Ringot",
    "Sénéchal", "Taillez", "Tétard", "Tison", "Vaillant", "Vanhoutte", "Vasseur", "Verdière",
    "Wattebled", "Willemetz", "Zielinski",
  ]
  static let streets = [
    "rue des Tilleuls", "rue du Carreau", "allée des Glycines", "rue de la Lampisterie",
    "chemin du Terril", "rue du Moulin", "avenue de la Gohelle", "rue des Écoles",
    "place du Kiosque", "rue du Chevalement", "impasse des Houblons", "rue Haute",
  ]

  /// The text in ASCII lower-case letters, for an e-mail address.
  static func plain(_ text: String) -> String {
    let accents: [Character: String] = [
      "à": "a", "â": "a", "ä": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i",
      "ï": "i", "ô": "o", "ö": "o", "œ": "oe", "û": "u", "ù": "u", "ü": "u",
    ]
    return text.lowercased().map { accents[$0] ?? String($0) }.joined()
  }
}

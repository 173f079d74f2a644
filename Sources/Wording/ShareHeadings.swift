import Membership

/// What the columns of the tables of shares are called, where the tables about people do not say.
let shareHeadings: [String: Words] = [
  "date": Words("Date", "Date"),
  "counterparty": Words("Nouveau titulaire", "New holder"),
  "shares": Words("Nombre de parts", "Number of shares"),
  "amount_cents": Words("Montant", "Amount"),
  "reference": Words("Référence", "Reference"),
  "premium_cents": Words("Prime d'émission", "Premium"),
  "price_cents": Words("Prix de sortie", "Exit price"),
  "of": Words("Se rapporte à", "About"),
  "tranche": Words("Tranche", "Tranche"),
  "approved": Words("Agréé le", "Approved on"),
  "due": Words("Échéance", "Due on"),
  "effective": Words("Date d'effet", "Effective on"),
]

/// What the movements in those tables are called.
let shareChoices: [String: Words] = Dictionary(
  uniqueKeysWithValues: MovementKind.allCases.map { ($0.rawValue, ShareWords.kind($0)) })

public import Text

/// The columns of `shares.csv` and `positions.csv`.
public enum MovementsFile {
  /// The columns of a file of movements, by any name a treasurer gives them.
  public static let layout = SpreadsheetLayout(
    name: "shares", columns: movement + particulars, examples: examples)

  /// The columns of the shares held when the book begins.
  public static let positions = SpreadsheetLayout(
    name: "positions",
    columns: [
      SpreadsheetColumn(
        "date", ["le", "jour", "datedeffet", "dateofacquisition", "acquisition"], .day,
        required: true),
      member, shares, reference,
    ],
    examples: [
      ["date": "2025-01-01", "member": "M0001", "shares": "10", "reference": "REP-0001"],
      ["date": "2025-01-01", "member": "M0002", "shares": "4", "reference": "REP-0002"],
    ])

  private static let kinds: SpreadsheetColumn.Content = .choice([
    .init("subscription", "souscription", "bulletin", "bulletindesouscription"),
    .init("payment", "versement", "paiement", "liberation"),
    .init("call", "appel", "appeldefonds", "appeldecapital"),
    .init("transfer", "cession", "vente", "virement", "sale"),
    .init("gift", "don", "donation"),
    .init("inheritance", "succession", "heritage", "transmission"),
    .init("withdrawal", "retrait", "rachat", "sortie", "exit"),
    .init("exclusion", "exclu"),
    .init("death", "deces"),
    .init("repayment", "remboursement"),
    .init("opening", "reprise", "ouverture", "positiondouverture"),
  ])

  private static let member = SpreadsheetColumn(
    "member",
    [
      "associe", "numero", "numerodassocie", "nassocie", "cedant", "ancientitulaire", "giver",
      "holder", "oldholder", "membernumber",
    ], required: true)
  private static let shares = SpreadsheetColumn(
    "shares", ["parts", "nombredeparts", "nbparts", "nbdeparts", "nombre", "numberofshares"],
    .integer)
  private static let reference = SpreadsheetColumn(
    "reference", ["ref", "piece", "numerodepiece", "bulletin", "voucher"], required: true)

  private static let movement = [
    SpreadsheetColumn(
      "date", ["le", "jour", "datedeloperation", "dateoperation", "datedumouvement", "day"], .day,
      required: true),
    SpreadsheetColumn(
      "kind", ["nature", "type", "operation", "mouvement", "movement"], kinds, required: true),
    member,
    SpreadsheetColumn(
      "counterparty",
      ["beneficiaire", "cessionnaire", "nouveautitulaire", "contrepartie", "receiver", "newholder"]),
    shares,
    SpreadsheetColumn("amount_cents", ["montant", "somme", "paye", "amount", "paid"], .cents),
    reference,
  ]

  private static let particulars = [
    SpreadsheetColumn("premium_cents", ["prime", "primedemission", "premium"], .cents),
    SpreadsheetColumn(
      "price_cents", ["prix", "prixdesortie", "valeur", "price", "exitprice"], .cents),
    SpreadsheetColumn(
      "of", ["de", "souscription", "surreference", "objet", "serapportea", "about", "subject"]),
    SpreadsheetColumn("tranche", ["lot", "ordre", "numerodordre", "order"], .integer),
    SpreadsheetColumn("approved", ["agrement", "agreele", "approuvele", "approvedon"], .day),
    SpreadsheetColumn("due", ["echeance", "avantle", "exigiblele", "dueon"], .day),
    SpreadsheetColumn(
      "effective", ["effet", "datedeffet", "dateeffet", "priseeffet", "effectiveon"], .day),
  ]

  private static let examples: [[String: String]] = [
    [
      "date": "2025-01-15", "kind": "subscription", "member": "M0001", "shares": "10",
      "amount_cents": "50000", "reference": "BS-0001",
    ],
    [
      "date": "2025-02-03", "kind": "subscription", "member": "M0002", "shares": "4",
      "amount_cents": "10000", "reference": "BS-0002", "due": "2025-06-30",
    ],
    [
      "date": "2025-03-10", "kind": "payment", "member": "M0002", "amount_cents": "10000",
      "reference": "VT-0001", "of": "BS-0002",
    ],
    [
      "date": "2025-06-30", "kind": "transfer", "member": "M0001", "counterparty": "M0002",
      "shares": "2", "amount_cents": "10000", "reference": "OT-0001",
    ],
  ]
}

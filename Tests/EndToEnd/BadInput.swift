/// One way to call the program wrongly, and how it must answer.
struct BadInput: CustomStringConvertible, Sendable {
  let name: String
  let stage: Prepared.Stage
  let arguments: [String]
  let exit: Int32
  /// The code in brackets; empty for what the library of the command line refuses in its own words.
  let code: String
  var files: [String: String] = [:]
  var removed: [String] = []

  var description: String { name }

  init(
    _ name: String, _ stage: Prepared.Stage, _ command: String, _ exit: Int32, _ code: String,
    files: [String: String] = [:], removed: [String] = []
  ) {
    self.name = name
    self.stage = stage
    self.arguments = command.split(separator: " ").map(String.init)
    self.exit = exit
    self.code = code
    self.files = files
    self.removed = removed
  }

  private static let key = "--passphrase-file passphrase.txt"
  private static let entryHead =
    "[[entry]]\nkey = \"Z\"\ndate = 2025-02-03\njournal = \"OD\"\nvoucher = \"V\"\nlabel = \"L\"\n"

  private static func entry(_ credit: Int, date: String = "2025-02-03") -> String {
    entryHead.replacing("2025-02-03", with: date)
      + "lines = [{ account = \"512100\", debit_cents = 7 }, "
      + "{ account = \"701000\", credit_cents = \(credit) }]\n"
  }

  private static func member(_ rest: String) -> String {
    "member,college,kind,last_name,joined\nM0009,\(rest)\n"
  }

  static let all = files + months + keys + usage + books

  /// Files that are not what they should be.
  private static let files = [
    BadInput("missing statutes", .empty, "init --statutes none.toml", 66, "file-cannot-be-opened"),
    BadInput("folder as statutes", .empty, "init --statutes coop", 66, "file-is-not-regular"),
    BadInput(
      "broken statutes", .empty, "init --statutes s.toml", 65, "toml-is-malformed",
      files: ["s.toml": "[organisation\n"]),
    BadInput("missing facts", .open, "apply none.toml", 66, "file-cannot-be-opened"),
    BadInput("folder without facts", .open, "apply coop/production", 65, "nothing-to-take-in"),
    BadInput(
      "dangling fact", .open, "apply f.toml", 65, "reference-is-unknown",
      files: [
        "f.toml": "[[site]]\nid = \"s\"\nname = \"S\"\ncommune = \"C\"\nowner = \"inconnu\"\n"
          + "peak_watts = 1\narea_m2 = 1\ncommissioned = 2020-01-01\n"
      ]),
    BadInput("missing members", .open, "members import none.csv", 66, "file-cannot-be-opened"),
    BadInput(
      "unknown college", .open, "members import m.csv", 65, "college-is-unknown",
      files: ["m.csv": member("lunaires,person,Roux,2025-01-02")]),
    BadInput(
      "day that is none", .open, "members import m.csv", 65, "day-is-not-a-calendar-day",
      files: ["m.csv": member("citizens,person,Roux,2025-02-30")]),
    BadInput(
      "too many shares withdrawn", .open, "shares import s.csv", 1, "holding-is-insufficient",
      files: [
        "s.csv": "date,kind,member,counterparty,shares,amount_cents,reference\n"
          + "2025-03-06,withdrawal,M0002,,25,125000,RT-9\n"
      ]),
    BadInput(
      "unbalanced entry", .open, "post e.toml", 65, "entry-is-unbalanced",
      files: ["e.toml": entry(6)]),
    BadInput(
      "entry in a closed month", .closed, "post e.toml", 1, "month-is-closed",
      files: ["e.toml": entry(7, date: "2025-01-31")]),
    BadInput(
      "shares given in a closed month", .closed,
      "shares transfer M0002 M0003 1 --gift --reference Z --date 2025-01-20", 1,
      "movement-is-in-a-closed-month"),
    BadInput(
      "entry before the company", .open, "post e.toml", 1, "date-is-outside-fiscal-years",
      files: ["e.toml": entry(7, date: "2024-12-31")]),
    BadInput(
      "missing readings", .open, "production import none.csv", 66, "file-cannot-be-opened"),
    BadInput(
      "unknown meter", .open, "production import coop/production/2025-01 --meter lune-1", 64,
      "meter-is-unknown"),
    BadInput(
      "unknown profile", .open, "production import coop/production/2025-01 --profile lune", 64,
      "profile-is-unknown"),
  ]

  /// Months that are not their turn.
  private static let months = [
    BadInput("wrong month", .open, "close 2025-13 \(key)", 64, "month-is-not-a-calendar-month"),
    BadInput("month in words", .open, "checklist janvier", 64, "month-is-not-a-calendar-month"),
    BadInput("month not ended", .open, "close 2025-12 \(key)", 1, "month-has-not-ended"),
    BadInput("earlier month open", .open, "close 2025-02 \(key)", 1, "earlier-month-is-open"),
    BadInput("before the book", .open, "close 2024-12 \(key)", 1, "month-is-before-the-book"),
    BadInput("already closed", .closed, "close 2025-01 \(key)", 1, "month-is-already-closed"),
    BadInput(
      "already closed, rehearsed", .closed, "close 2025-01 --dry-run", 1,
      "month-is-already-closed"),
    BadInput(
      "waiver without reason", .open, "close 2025-01 --waive production-complete \(key)",
      64, "waiver-has-no-reason"),
    BadInput(
      "waiver of nothing", .open, "close 2025-01 --waive lune --reason x \(key)", 64,
      "waiver-is-unknown"),
    BadInput(
      "statements of an open month", .closed, "statements 2025-02 \(key)", 1,
      "month-is-not-closed"),
    BadInput(
      "statement of a stranger", .closed, "statements 2025-01 --member M9999 \(key)", 1,
      "member-has-no-statement"),
    BadInput(
      "foreign folder", .open, "close 2025-01 \(key)", 1, "folder-is-foreign",
      files: ["closings/2025-01/manifest.json": "{}"]),
  ]

  /// Keys and passphrases.
  private static let keys = [
    BadInput("no key", .open, "close 2025-01 \(key)", 66, "key-is-not-there", removed: ["keys"]),
    BadInput(
      "no certificate", .open, "close 2025-01 \(key)", 66, "key-is-not-there", removed: ["trust"]),
    BadInput(
      "wrong passphrase", .open, "close 2025-01 --passphrase-file p.txt", 1, "passphrase-is-wrong",
      files: ["p.txt": "une autre phrase de passe\n"]),
    BadInput("no passphrase and no terminal", .open, "close 2025-01", 64, "passphrase-is-missing"),
    BadInput(
      "missing passphrase file", .open, "close 2025-01 --passphrase-file none", 66,
      "file-cannot-be-opened"),
    BadInput(
      "damaged key", .open, "close 2025-01 \(key)", 65, "key-is-malformed",
      files: [
        "keys/signing.key.pem": "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"
          + "-----END ENCRYPTED PRIVATE KEY-----\n"
      ]),
    BadInput("keys exist already", .open, "key create \(key)", 73, "key-exists"),
    BadInput(
      "short passphrase", .open, "key create --passphrase-file p.txt", 65,
      "passphrase-is-too-short", files: ["p.txt": "court\n"], removed: ["keys", "trust"]),
  ]

  /// Wrong words on the command line.
  private static let usage = [
    BadInput("unknown command", .open, "frobnicate", 64, ""),
    BadInput("unknown option", .open, "balance --frobnicate", 64, ""),
    BadInput("missing argument", .open, "close", 64, ""),
    BadInput("unknown language", .open, "balance --lang de", 64, ""),
    BadInput(
      "weights that are none", .open, "apportion --amount 5 --weights 1,x", 64,
      "option-is-malformed"),
    BadInput(
      "amount that is none", .open, "apportion --amount 5.5 --weights 1,2", 64,
      "option-is-malformed"),
    BadInput(
      "carry that does not cancel", .open, "apportion --amount 5 --weights 1,2 --carry 1,1",
      64, "option-is-malformed"),
    BadInput(
      "account number in words kept for ever", .open,
      "reverse 2025/1 --reason FR1420041010050500013M02606", 64, "text-holds-an-account"),
    BadInput(
      "transfer that is neither sold nor given", .open,
      "shares transfer M0001 M0002 1 --reference Z --date 2025-03-20", 64, "one-option-is-needed"),
    BadInput("wrong day", .open, "register --as-of 2025-02-30", 64, "day-is-not-a-calendar-day"),
    BadInput(
      "period that runs back", .open, "balance --period 2025-02-01..2025-01-01", 64,
      "period-ends-before-it-starts"),
    BadInput(
      "meter nobody has", .open, "production show --month 2025-01 --meter lune-1", 64,
      "meter-is-unknown"),
  ]

  /// Books that are none.
  private static let books = [
    BadInput("missing book", .empty, "balance", 66, "book-is-missing"),
    BadInput("book elsewhere", .open, "balance --book none.soleil", 66, "book-is-missing"),
    BadInput("folder as book", .open, "balance --book coop", 66, "file-is-not-regular"),
    BadInput("text as book", .open, "balance --book passphrase.txt", 65, "file-is-no-book"),
    BadInput("existing book", .open, "init --statutes coop/statutes.toml", 73, "book-exists"),
    BadInput(
      "no folder for a book", .empty, "init --statutes coop/statutes.toml --book no/b", 73,
      "file-cannot-be-created"),
    BadInput(
      "missing secret", .empty,
      "init --statutes coop/statutes.toml --salt-secret none", 66, "file-cannot-be-opened"),
  ]
}

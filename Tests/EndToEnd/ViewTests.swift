import Foundation
import TestSupport
import Testing
import Units

/// What scripts rely on: one JSON value with stable keys, results and messages apart, both languages.
@Suite struct ViewTests {
  /// A view, the list in its answer, the keys of the answer and those of an item.
  struct View: CustomStringConvertible, Sendable {
    let command: String
    let keys: [String]
    let list: String
    let item: [String]

    init(_ command: String, _ keys: [String], _ list: String, _ item: [String]) {
      self.command = command
      self.keys = keys
      self.list = list
      self.item = item
    }

    var description: String { command }
    var arguments: [String] { command.split(separator: " ").map(String.init) }
  }

  private static let holders = ["capitalCents", "college", "member", "shares"]

  @Test(arguments: [
    View(
      "balance", ["accounts"], "accounts",
      ["account", "balance", "credit", "debit", "label", "opening", "unit"]),
    View(
      "balance --as-of 2025-01-31", ["accounts"], "accounts",
      ["account", "balance", "credit", "debit", "label", "opening", "unit"]),
    View(
      "register --as-of 2025-02-28", ["asKnownOn", "asOf", "colleges", "holders"], "holders",
      holders),
    View(
      "register", ["asKnownOn", "asOf", "colleges", "holders"], "colleges",
      ["capitalCents", "college", "holders", "shares"]),
    View("production show --month 2025-01", ["meters"], "meters", ["meter", "totalWh"]),
    View(
      "production show --month 2025-01 --daily --meter sud-1", ["meters"], "meters",
      ["days", "meter", "totalWh"]),
    View("members list", ["members"], "members", ["college", "joined", "kind", "member"]),
    View("checklist 2025-02", ["checks", "month"], "checks", ["check", "result", "subject"]),
    View("verify closings", ["findings", "verdict"], "findings", ["code", "path"]),
    View(
      "production import --dry-run coop/production/2025-01", ["files"], "files",
      ["days", "findings", "path", "profile", "verdict"]),
    View(
      "apply --dry-run coop/contracts", ["facts"], "facts",
      ["change", "key", "kind", "origin", "validFrom"]),
    View(
      "journal --period 2025-01", ["lines"], "lines",
      [
        "account", "credit", "date", "debit", "journal", "label", "line", "number", "unit",
        "voucher",
      ]),
    View(
      "balance --as-of 2025-01-31 --by site", ["accounts", "by", "groups", "period"], "groups",
      ["accounts", "group", "label"]),
    View(
      "ledger 512", ["accounts", "period"], "accounts",
      ["account", "balance", "carried", "credit", "debit", "label", "lines", "opening", "unit"]),
    View(
      "income --period 2025-01", ["lines", "period", "resultCents"], "lines",
      ["cents", "kind", "label", "line"]),
    View(
      "income --period 2025-01 --by contract", ["by", "groups", "lines", "period", "resultCents"],
      "groups", ["group", "label"]),
    View(
      "sheet --as-of 2025-01-31", ["asOf", "assets", "liabilities", "resultCents", "totalCents"],
      "assets", ["grossCents", "kind", "label", "lessCents", "line", "netCents"]),
    View(
      "sheet --as-of 2026-01-31", ["asOf", "assets", "liabilities", "previousAsOf"],
      "liabilities", ["cents", "kind", "label", "line", "previousCents"]),
    View(
      "aged 4 --as-of 2025-01-31", ["asOf", "parties"], "parties",
      ["account", "notDueCents", "over30Cents", "over60Cents", "over90Cents", "totalCents"]),
    View("post --dry-run coop/entries", ["entries"], "entries", ["number", "posted"]),
  ]) func `a view is one JSON value with the keys of the interface`(view: View) throws {
    let folder = try Prepared.copy(.tiny, .closed)
    let before = try folder.contents()
    let run = try Program.soleil.run(["--json"] + view.arguments, in: folder.path)
    #expect(run.code == 0, "\(run.err)")
    #expect(run.err.isEmpty && run.out.hasSuffix("\n"))
    let value = try keys(run.out)
    #expect(Set(view.keys).isSubset(of: value.keys), "\(value.keys)")
    let items = try #require(value[view.list] as? [[String: Any]])
    #expect(items.isEmpty == (view.list == "findings"))
    for item in items { #expect(Set(view.item).isSubset(of: item.keys), "\(item.keys)") }
    #expect(try folder.contents() == before)
    #expect(!run.out.contains(/[0-9]\.[0-9]/), "whole numbers only")
  }

  @Test(
    arguments: [
      (
        "key show",
        ["authoritySha256", "signers", "signingSha256", "signingUntil", "timestamping"]
      ), ("production profiles", ["profiles"]),
      ("members import --dry-run coop/members.csv", ["known", "new"]),
      ("shares import --dry-run coop/shares.csv", ["known", "movements", "new"]),
      ("close 2025-02 --dry-run", ["dryRun", "month", "resultCents", "salesCents", "wh"]),
      (
        "close 2025-02 --passphrase-file passphrase.txt",
        [
          "dryRun", "folder", "manifestSha256", "month", "resultCents", "salesCents", "sequence",
          "wh",
        ]
      ),
      ("init --statutes coop/statutes.toml --book other", ["book", "organisation", "siren"]),
    ] as [(String, [String])])
  func `a command answers with one JSON value and these keys`(
    command: String, expected: [String]
  ) throws {
    let folder = try Prepared.copy(.tiny, .closed)
    let words = command.split(separator: " ").map(String.init)
    let run = try Program.soleil.run(words + ["--json"], in: folder.path)
    #expect(run.code == 0 && run.err.isEmpty, "\(run.err)")
    #expect(try keys(run.out).keys.sorted() == expected)
  }

  @Test(
    arguments: [
      ("income --by college", 64, "dimension-does-not-apply"),
      ("journal --page 0", 64, "page-is-missing"), ("journal --page 2", 64, "page-is-missing"),
      ("ledger 999", 1, "account-is-not-open"), ("aged x", 64, "option-is-malformed"),
      ("sheet --as-of 2024-12-31", 1, "date-is-outside-fiscal-years"),
    ] as [(String, Int32, String)])
  func `a view that cannot be given says why`(
    command: String, code: Int32, refusal: String
  ) throws {
    let folder = try Prepared.copy(.tiny, .closed)
    let words = command.split(separator: " ").map(String.init)
    let run = try Program.soleil.run(words, in: folder.path)
    #expect(run.code == code && run.out.isEmpty && run.err.contains("[\(refusal)]"), "\(run.err)")
  }

  @Test func `the sheet shows the result of the income statement, and the months sum to it`() throws
  {
    let folder = try Prepared.copy(.tiny, .closed)
    func answer(_ command: String) throws -> [String: Any] {
      let words = command.split(separator: " ").map(String.init) + ["--json"]
      return try keys(try Program.soleil.run(words, in: folder.path).out)
    }
    let closing = try answer("close 2025-02 --passphrase-file passphrase.txt")["resultCents"]
    let january = try answer("income --period 2025-01")["resultCents"]
    let both = try answer("income --as-of 2025-02-28")["resultCents"] as? Int
    let sheet = try answer("sheet --as-of 2025-02-28")
    let sum = (closing as? Int ?? 0) + (january as? Int ?? 0)
    #expect(both == sum && sheet["resultCents"] as? Int == sum)
    #expect(sheet["totalCents"] as? Int != 0)
  }

  @Test func `days carry energy, coverage and quality`() throws {
    let folder = try Prepared.copy(.tiny, .closed)
    let run = try Program.soleil.run(
      ["production", "show", "--month", "2025-01", "--daily", "--meter", "sud-1", "--json"],
      in: folder.path)
    let meters = try keys(run.out)["meters"] as? [[String: Any]]
    let days = try #require(meters?.first?["days"] as? [[String: Any]])
    #expect(days.count == 31)
    #expect(days.allSatisfy { Set($0.keys) == ["day", "wh", "coverage", "quality"] })
    #expect((days.first?["wh"] as? Int64) == Tiny.energy("sud-1", Day(number: 20_089)))
    let total = days.reduce(Int64(0)) { $0 + ($1["wh"] as? Int64 ?? 0) }
    #expect(meters?.first?["totalWh"] as? Int64 == total)
  }

  @Test func `apportion answers with parts and what is still owed`() throws {
    let folder = try TemporaryFolder()
    let run = try Program.soleil.run(
      ["--json", "apportion", "--amount", "100", "--weights", "1,1,1"], in: folder.path)
    #expect(run.code == 0 && run.out == "{\"owed\":[-2,1,1],\"parts\":[34,33,33]}\n")
    let carried = try Program.soleil.run(
      ["--json", "apportion", "--amount", "100", "--weights", "1,1,1", "--carry", "-2,1,1"],
      in: folder.path)
    #expect(try keys(carried.out)["parts"] as? [Int] == [33, 34, 33])
  }

  @Test func `the main views say the same figures in both languages, in their own words`() throws {
    let folder = try Prepared.copy(.tiny, .closed)
    for command in [
      ["balance"], ["journal"], ["register"], ["checklist", "2025-02"], ["ledger", "512"],
      ["balance", "--by", "college"], ["income", "--period", "2025", "--by", "site"], ["sheet"],
      ["aged", "4"],
    ] {
      let runs = try ["fr", "en"].map {
        try Program.soleil.run(command + ["--lang", $0], in: folder.path)
      }
      #expect(runs.allSatisfy { $0.code == 0 && $0.err.isEmpty && !$0.out.isEmpty })
      #expect(runs[0].out != runs[1].out)
      #expect(
        runs[0].out.split(separator: "\n").count == runs[1].out.split(separator: "\n").count)
    }
  }

  @Test func `the language is the option's, else the locale's, else French`() throws {
    let folder = try TemporaryFolder()
    for (arguments, environment, expected) in [
      ([], ["LANG": "en_GB.UTF-8"], "soleil: error: "),
      ([], ["LANG": "de_DE.UTF-8"], "soleil : erreur : "),
      ([], ["LANG": "en_GB", "LC_ALL": "fr_FR"], "soleil : erreur : "),
      ([], ["LANG": "fr_FR", "LC_MESSAGES": "en_US"], "soleil: error: "),
      (["--lang", "en"], ["LANG": "fr_FR"], "soleil: error: "),
      (["--lang=fr"], ["LANG": "en_GB"], "soleil : erreur : "),
    ] as [([String], [String: String], String)] {
      let run = try Program.soleil.run(
        ["balance"] + arguments, in: folder.path, environment
      ).plain
      #expect(run.code == 66 && run.err.hasPrefix(expected), "\(environment): \(run.err)")
    }
  }

  @Test func `the book is found by option before or after the command, else by the environment`()
    throws
  {
    let folder = try Prepared.copy(.tiny, .open)
    let elsewhere = try TemporaryFolder()
    let book = folder.path("book.soleil")
    let expected = try Program.soleil.run(["balance", "--json"], in: folder.path).out
    for (arguments, environment) in [
      (["--book", book, "balance", "--json"], [:]), (["balance", "--json", "--book", book], [:]),
      (["--book=\(book)", "--json", "balance"], [:]),
      (["--json", "balance"], ["SOLEIL_BOOK": book]),
      (["--json", "balance", "--book", book], ["SOLEIL_BOOK": "/none"]),
    ] as [([String], [String: String])] {
      let run = try Program.soleil.run(arguments, in: elsewhere.path, environment)
      #expect(run.code == 0 && run.out == expected, "\(arguments): \(run.err)")
    }
  }

  @Test(arguments: [
    "", "init", "apply", "members", "members import", "members list", "members update",
    "members relate", "members show", "members erase", "parties", "parties list", "parties show",
    "template", "shares", "shares import",
    "register", "production", "production import", "production profiles", "production show", "post",
    "checklist", "close", "statements", "verify", "balance", "journal", "ledger",
    "income", "sheet", "aged", "apportion", "key",
    "key create", "key show",
  ]) func `every command has help in both languages`(command: String) throws {
    let folder = try TemporaryFolder()
    let words = command.split(separator: " ").map(String.init)
    let runs = try ["fr", "en"].map {
      try Program.soleil.run(words + ["--help", "--lang", $0], in: folder.path).plain
    }
    #expect(runs.allSatisfy { $0.code == 0 && $0.err.isEmpty })
    #expect(runs[0].out.contains("USAGE :") && runs[1].out.contains("USAGE:"))
    #expect(runs[0].out != runs[1].out)
    #expect(!runs[0].out.contains("Show help"))
  }

  @Test func `dry runs change not a byte`() throws {
    let folder = try Prepared.copy(.tiny, .open)
    try folder.write(
      "m.csv", "member,college,kind,last_name,joined\nM9,citizens,person,A,2025-03-01\n")
    let before = try folder.contents()
    for command in [
      "apply --dry-run coop/contracts", "members import --dry-run m.csv",
      "shares import --dry-run coop/shares.csv", "post --dry-run coop/entries",
      "production import --dry-run coop/production/2025-01", "close 2025-01 --dry-run",
    ] {
      let run = try Program.soleil.run(
        command.split(separator: " ").map(String.init), in: folder.path)
      #expect(run.code == 0, "\(command): \(run.err)")
    }
    #expect(try folder.contents() == before)
  }
}

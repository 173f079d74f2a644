import Foundation
import TestSupport
import Testing
import Units

/// The page that a member reads says what the data attached to it say, figure by figure, written here
/// by hand.
@Suite(
  .enabled(
    if: ["pdftotext", "pdfdetach"].allSatisfy {
      FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
    }, "poppler is not installed"))
struct StatementPageTests {
  /// A statement taken apart by others: its front page in words, and its data.
  private struct Issued {
    let page: String
    let data: [String: Any]

    init(_ name: String, in folder: TemporaryFolder) throws {
      let environment = ["PATH": "/usr/bin:/bin"]
      page = try Command.run(
        "/usr/bin/pdftotext", ["-layout", "-l", "1", name, "-"], in: folder.path, environment
      ).plain.out.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      let out = "\(name).json"
      let run = try Command.run(
        "/usr/bin/pdfdetach", ["-save", "1", "-o", out, name], in: folder.path, environment)
      try #require(run.code == 0, "\(run.err)")
      let object = try JSONSerialization.jsonObject(with: Data(folder.bytes(out)))
      data = try #require(object as? [String: Any])
    }

    func number(_ path: String...) throws -> Int {
      let last = try path.dropLast().reduce(data) { object, key in
        try #require(object[key] as? [String: Any])
      }
      return try #require(last[path.last ?? ""] as? Int)
    }

    func list(_ path: String...) throws -> [[String: Any]] {
      let last = try path.dropLast().reduce(data) { object, key in
        try #require(object[key] as? [String: Any])
      }
      return last[path.last ?? ""] as? [[String: Any]] ?? []
    }
  }

  /// `1 234,56` out of a whole number of the smallest unit.
  private func written(_ value: Int, decimals: Int) -> String {
    var digits = String(value.magnitude)
    while digits.count <= decimals { digits = "0" + digits }
    let whole = digits.dropLast(decimals)
    var grouped = ""
    for (place, digit) in whole.reversed().enumerated() {
      if place > 0, place % 3 == 0 { grouped = " " + grouped }
      grouped = String(digit) + grouped
    }
    let sign = value < 0 ? "-" : ""
    return sign + grouped + (decimals > 0 ? "," + digits.suffix(decimals) : "")
  }

  private func euros(_ cents: Int) -> String { written(cents, decimals: 2) + " €" }
  private func kilowattHours(_ wh: Int) -> String { written(wh, decimals: 3) + " kWh" }

  private func day(_ text: String) throws -> String {
    let names = [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ]
    let parts = text.split(separator: "-").compactMap { Int($0) }
    try #require(parts.count >= 2)
    let name = "\(names[parts[1] - 1]) \(parts[0])"
    return parts.count == 2 ? name : "\(parts[2] == 1 ? "1er" : "\(parts[2])") \(name)"
  }

  /// Every figure of the data, as the page ought to write it.
  private func figures(of issued: Issued) throws -> [String] {
    let signed = { (count: Int) in (count < 0 ? "" : "+") + written(count, decimals: 0) }
    var figures = [
      "Vous aviez " + written(try issued.number("holdings", "openingShares"), decimals: 0),
      "Vous avez " + written(try issued.number("holdings", "closingShares"), decimals: 0),
      "soit \(euros(try issued.number("holdings", "capitalCents"))) de capital",
      "\(written(try issued.number("holdings", "shareDays"), decimals: 0)) pour vous",
      "sur \(written(try issued.number("holdings", "totalShareDays"), decimals: 0)) pour tous",
      kilowattHours(try issued.number("energy", "wh")),
      "sur \(kilowattHours(try issued.number("energy", "totalWh"))) produits ensemble",
      kilowattHours(try issued.number("energy", "yearWh")),
      "ventes moins dépenses \(euros(try issued.number("entitlement", "resultCents")))",
      "Votre part \(euros(try issued.number("entitlement", "cents")))",
      "Votre part du résultat \(euros(try issued.number("entitlement", "cents"))) "
        + euros(try issued.number("entitlement", "yearCents")),
      "Clôture n° \(try issued.number("closing", "sequence")), empreinte",
      "depuis le \(try day(#require(issued.data["yearStart"] as? String)))",
      try #require(issued.data["member"] as? String),
    ]
    for movement in try issued.list("holdings", "movements") {
      let order = try #require(movement["order"] as? Int)
      figures.append(
        "\(written(order, decimals: 0)) \(signed(try #require(movement["shares"] as? Int)))")
      figures.append(try day(#require(movement["date"] as? String)))
    }
    for part in try issued.list("entitlement", "parts") {
      let own = (part["cents"] as? Int).map(euros) ?? "–"
      figures.append(
        "\(try #require(part["label"] as? String)) "
          + "\(euros(try #require(part["takenCents"] as? Int))) \(own)")
    }
    for paid in try issued.list("taxes") {
      figures.append("net versé \(euros(try #require(paid["netCents"] as? Int)))")
      for levy in paid["levies"] as? [[String: Any]] ?? [] {
        figures.append("−\(euros(try #require(levy["cents"] as? Int)))")
      }
    }
    if try !issued.list("account", "movements").isEmpty {
      figures.append("devait \(euros(try issued.number("account", "openingCents"))) au début")
      figures.append("doit \(euros(try issued.number("account", "balanceCents"))) à la fin")
    }
    for month in try issued.list("production") {
      figures.append(written((try #require(month["wh"] as? Int) + 50_000) / 100_000, decimals: 1))
    }
    return figures
  }

  @Test func `the page shows every figure of the data`() throws {
    let folder = try Prepared.copy(.sample, .closed)
    let run = try Program.soleil.run(
      ["statements", "2025-01", "--passphrase-file", "passphrase.txt"], in: folder.path)
    try #require(run.code == 0, "\(run.err)")
    var movements = 0
    for member in [2, 3, 17, 44, 80, 101, 119, 122, 124, 126] {
      let name = "statements/2025-01/M\(String(String(10_000 + member).suffix(4))).pdf"
      guard FileManager.default.fileExists(atPath: folder.path(name)) else { continue }
      let issued = try Issued(name, in: folder)
      movements += try issued.list("holdings", "movements").count
      for figure in try figures(of: issued) {
        #expect(issued.page.contains(figure), "\(figure) in \(name):\n\(issued.page)")
      }
    }
    #expect(movements > 0)
  }

  /// Two members lend in January; interest is paid in February, after levies and without.
  @Test func `the page tells the account, and what was paid and withheld`() throws {
    let folder = try Prepared.copy(.tiny, .open)
    let pass = ["--passphrase-file", "passphrase.txt"]
    for command in [
      ["apply", "coop/avances/conventions.toml"], ["post", "coop/avances/versements.toml"],
      ["close", "2025-01"] + pass,
      ["payment", "prepare", "INT-1", "--interest", "--pay-on", "2025-02-15"],
      ["close", "2025-02"] + pass, ["statements", "2025-02"] + pass,
    ] {
      let run = try Program.soleil.run(command, in: folder.path)
      try #require(run.code == 0, "\(command): \(run.err)")
    }
    for (member, levies) in [("M0001", 0), ("M0002", 4)] {
      let issued = try Issued("statements/2025-02/\(member).pdf", in: folder)
      let paid = try issued.list("taxes")
      try #require(paid.count == 1)
      #expect((paid[0]["levies"] as? [Any])?.count == levies)
      #expect(try issued.list("account", "movements").count == 2)
      for figure in try figures(of: issued) {
        #expect(issued.page.contains(figure), "\(figure) in\n\(issued.page)")
      }
    }
  }

  /// January is mended when it is closed already: the statement of February cites the signed one.
  @Test func `a statement that takes an earlier one back says so, and by how much`() throws {
    let folder = try Prepared.copy(.tiny, .open)
    let pass = ["--passphrase-file", "passphrase.txt"]
    let mended = Tiny.readings(
      "nord-1", Month(year: 2025, monthOfYear: 1),
      changing: [try Day("2025-01-10"): 41_000, try Day("2025-01-20"): 37_500])
    try folder.write("rectifie.csv", mended)
    var codes: [Int32] = []
    for command in [
      ["close", "2025-01"] + pass, ["statements", "2025-01"] + pass,
      ["production", "import", "rectifie.csv"],
      ["production", "confirm", "rectifie.csv", "--reason", "relevé du gestionnaire"],
      ["close", "2025-02"] + pass, ["statements", "2025-02"] + pass,
    ] { codes.append(try Program.soleil.run(command, in: folder.path).code) }
    // The import holds what contradicts the readings that are known.
    try #require(codes == [0, 0, 2, 0, 0, 0])
    for member in ["M0001", "M0002", "M0003"] {
      let signed = try Issued("statements/2025-01/\(member).pdf", in: folder)
      let issued = try Issued("statements/2025-02/\(member).pdf", in: folder)
      let notes = try issued.list("supersedes")
      try #require(notes.count == 1)
      let value = { (key: String) in try #require(notes[0][key] as? Int) }
      #expect(try value("whBefore") == signed.number("energy", "wh"))
      #expect(try value("centsBefore") == signed.number("entitlement", "cents"))
      #expect(try value("wh") != value("whBefore"))
      let digest = try Command.run(
        Command.openssl ?? "/usr/bin/openssl",
        ["dgst", "-sha256", "statements/2025-01/\(member).pdf.json"], in: folder.path, [:])
      #expect(digest.out.contains(try #require(notes[0]["statementSha256"] as? String)))
      guard member != "M0003" else {
        // Luc Petit reads English.
        let points = { (value: Int, decimals: Int) in
          written(value, decimals: decimals).replacing(",", with: ".")
        }
        let notice =
          "Corrects January 2025 (closing no. 1): \(points(try value("wh"), 3)) kWh, not "
          + "\(points(try value("whBefore"), 3)) kWh; €\(points(try value("cents"), 2)), not "
          + "€\(points(try value("centsBefore"), 2))."
        #expect(issued.page.contains(notice), "\(notice) in\n\(issued.page)")
        continue
      }
      let notice =
        "Rectifie janvier 2025 (clôture nº 1) : \(kilowattHours(try value("wh"))) au lieu de "
        + "\(kilowattHours(try value("whBefore"))) ; \(euros(try value("cents"))) au lieu de "
        + "\(euros(try value("centsBefore")))."
      #expect(issued.page.contains(notice), "\(notice) in\n\(issued.page)")
      #expect(!signed.page.contains("Rectifie"))
      for figure in try figures(of: issued) {
        #expect(issued.page.contains(figure), "\(figure) in\n\(issued.page)")
      }
    }
  }
}

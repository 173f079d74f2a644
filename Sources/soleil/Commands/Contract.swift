import Agreements
import ArgumentParser
import Intake
import Seal
import Store
import Text
import Units
import Wording

/// `contract`: what the cooperative signed.
struct ContractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contract", abstract: HelpWords.contract[Spoken.language],
    subcommands: [List.self, Show.self, Attach.self])

  /// `contract list`: those in force on a day.
  struct List: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: HelpWords.contractList[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?

    func answer(in world: World) throws -> Answer {
      let day = try Read.day(asOf, else: world.today)
      let (facts, dossier, documents) = try world.book().read { page in
        (
          try page.facts(on: day).filter { FactKind.contracts.contains($0.kind) },
          try Cooperative(page, on: day).dossier, try page.documents()
        )
      }
      var table = TextTable([
        .text(ViewWords.kind), .text(ViewWords.contract), .text(RoofWords.party),
        .text(ViewWords.validFrom), .number(RoofWords.documents),
      ])
      for fact in facts {
        table.add(
          Words(both: fact.kind.rawValue), Words(both: fact.key),
          Words(both: dossier.party(to: fact.key) ?? ""),
          Words(both: fact.validFrom.description),
          number(documents.count { $0.contract == fact.key }))
      }
      return Answer(
        json: [
          "contracts": .array(
            facts.map { fact in
              [
                "kind": .string(fact.kind.rawValue), "id": .string(fact.key),
                "party": dossier.party(to: fact.key).map(JSON.string) ?? .null,
                "validFrom": .string(fact.validFrom.description),
                "documents": .integer(Int64(documents.count { $0.contract == fact.key })),
              ]
            })
        ], text: table.words)
    }
  }

  /// `contract show`: every version, every party, every document.
  struct Show: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: HelpWords.contractShow[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(HelpWords.contractID[Spoken.language])) var contract: String
    @Option(help: .init(HelpWords.contractOut[Spoken.language], valueName: "folder"))
    var out: String?

    func answer(in world: World) throws -> Answer {
      let (versions, documents, novations, tables) = try world.book().read { page in
        let versions = try RoofBook.versions(of: contract, page)
        guard !versions.isEmpty else { throw RoofRefusal.contractIsUnknown(contract) }
        let documents = try page.documents(of: contract)
        if let out { try write(documents, to: out, page) }
        let book = try RoofBook(page, on: world.today)
        return (
          versions, documents,
          book.dossier.novationsByDay.filter { $0.contracts.contains(contract) },
          try datedTables(book)
        )
      }
      var members = json(versions, documents, novations)
      for table in tables { members[table.key] = table.json }
      return Answer(
        json: .object(members),
        text: text(versions)
          + tables.map { Words(both: "\n\n") + $0.words }.reduce(Words(both: ""), +)
          + text(novations) + text(documents))
    }

    /// What the contract pays or is paid, date by date.
    private func datedTables(_ book: RoofBook) throws -> [(key: String, words: Words, json: JSON)] {
      let dossier = book.dossier
      var tables: [(key: String, words: Words, json: JSON)] = []
      if let loan = try dossier.loans[contract].map(LoanTable.init) {
        tables.append(("schedule", loan.words, loan.json))
      }
      if let rents = try RentTable(contract, book) {
        tables.append(("rents", rents.words, rents.json))
      }
      if let premium = try dossier.contracts[contract].flatMap(PremiumTable.init) {
        tables.append(("premium", premium.words, premium.json))
      }
      return tables
    }

    private func write(_ documents: [ContractDocument], to folder: String, _ page: BookReader)
      throws
    {
      try Disk.makeFolder(folder)
      for document in documents {
        guard let bytes = try page.voucher(document.digest) else { continue }
        try Disk.replace("\(folder)/\(document.name)", bytes)
      }
    }

    private func text(_ versions: [Fact]) -> Words {
      var table = TextTable([.text(ViewWords.validFrom), .text(RoofWords.changes)])
      for (index, version) in versions.enumerated() {
        let before = index == 0 ? nil : versions[index - 1].body
        let changes = version.body.differences(from: before)
        for (line, change) in changes.enumerated() {
          table.add(
            Words(both: line == 0 ? version.validFrom.description : ""), Words(both: change.text))
        }
      }
      return table.words
    }

    private func text(_ novations: [Novation]) -> Words {
      guard !novations.isEmpty else { return Words(both: "") }
      var table = TextTable([
        .text(ViewWords.date), .text(RoofWords.hands), .text(ViewWords.voucher),
      ])
      for novation in novations {
        table.add(
          Words(both: novation.day.description),
          Words(both: "\(novation.leaves) → ")
            + (novation.comes.map { Words(both: $0) } ?? RoofWords.company),
          Words(both: novation.act))
      }
      return Words(both: "\n\n") + table.words
    }

    private func text(_ documents: [ContractDocument]) -> Words {
      guard !documents.isEmpty else { return Words(both: "") }
      var table = TextTable([
        .text(RoofWords.documents), .number(ViewWords.bytes), .text(Words(both: "SHA-256")),
      ])
      for document in documents {
        table.add(
          Words(both: document.name), number(Int64(document.bytes)),
          Words(both: document.digest.hex))
      }
      return Words(both: "\n\n") + table.words
    }

    private func json(
      _ versions: [Fact], _ documents: [ContractDocument], _ novations: [Novation]
    ) -> [String: JSON] {
      [
        "id": .string(contract),
        "versions": .array(
          versions.map {
            [
              "validFrom": .string($0.validFrom.description), "body": $0.body,
              "origin": .string($0.origin),
            ]
          }),
        "novations": .array(
          novations.map {
            [
              "id": .string($0.id), "on": .string($0.day.description), "from": .string($0.leaves),
              "to": $0.comes.map(JSON.string) ?? .null, "act": .string($0.act),
            ]
          }),
        "documents": .array(
          documents.map {
            [
              "name": .string($0.name), "sha256": .string($0.digest.hex),
              "bytes": .integer(Int64($0.bytes)),
            ]
          }),
      ]
    }
  }

  /// `contract attach`: keeps its signed documents.
  struct Attach: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "attach", abstract: HelpWords.contractAttach[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(HelpWords.contractID[Spoken.language])) var contract: String
    @Argument(help: .init(HelpWords.voucherFiles[Spoken.language], valueName: "file"))
    var files: [String]

    func answer(in world: World) throws -> Answer {
      let inputs = try files.map { try InputFile(reading: $0) }
      let isNew = try attach(
        documents: inputs, to: contract, in: world.book(), now: world.now)
      let json = zip(inputs, isNew).map { input, isNew -> JSON in
        [
          "path": .string(input.path), "sha256": .string(sha256(input.bytes).hex),
          "new": .boolean(isNew),
        ]
      }
      return Answer(
        json: ["contract": .string(contract), "documents": .array(json)],
        text: RoofWords.attached(
          isNew.count { $0 }, known: isNew.count { !$0 }, to: contract))
    }
  }
}

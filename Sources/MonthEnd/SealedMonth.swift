import Agreements
import Allocation
import Closing
import Intake
import Journal
import Membership
import Seal
public import Statements
import Store
import Text
public import Units
import Wording

/// A month whose manifest is signed: the bytes of its folder.
struct SealedMonth {
  /// The manifest.
  let manifest: Manifest
  /// Every file of the folder, the manifest and its signature included.
  let files: [(name: String, bytes: [UInt8])]
}

/// A month that is closed.
public struct ClosedMonth {
  /// What was reckoned.
  public let reckoning: Reckoning
  /// What was signed.
  public let manifest: Manifest
  /// The digest of the manifest.
  public let manifestDigest: Digest

  init(_ reckoning: Reckoning, _ sealed: SealedMonth) {
    self.reckoning = reckoning
    manifest = sealed.manifest
    manifestDigest = sha256(sealed.manifest.canonical)
  }
}

extension MonthEnd {
  /// Writes down a reckoned month, signs it, and records the closing.
  func seal(_ reckoning: Reckoning, _ page: BookWriter, _ signer: some Signer) throws
    -> SealedMonth
  {
    let previous = try page.reader.closings().last
    let sequence = (previous?.sequence ?? 0) + 1
    let statements = try recordStatements(reckoning, sequence, page)
    let month = reckoning.facts.month
    let listed = try files(reckoning, statements, page.reader)
    let manifest = Manifest(
      organisationName: reckoning.facts.cooperative.organisation.name,
      siren: reckoning.facts.cooperative.organisation.siren, month: month, sequence: sequence,
      previous: previous?.digest, closedAt: now,
      log: TreeHead(size: page.head.size, root: page.head.root),
      logConsistency: try consistency(with: previous, page),
      statements: statementsHead(statements), totals: try totals(reckoning, page.reader),
      rules: rules(reckoning),
      files: listed.map {
        ListedFile(path: $0.name, bytes: $0.bytes.count, sha256: sha256($0.bytes))
      }, software: software)
    let bytes = manifest.canonical
    let signature = try signDetached(bytes, with: signer, at: now)
    try page.record(
      StoredClosing(
        month: month, sequence: sequence, closedAt: now, manifest: bytes, signature: signature))
    let signed = [("manifest.json", bytes), ("manifest.json.p7s", signature)]
    return SealedMonth(manifest: manifest, files: listed + signed)
  }

  /// The proof that the log goes on from the one that the closing before sealed.
  private func consistency(
    with previous: StoredClosing?, _ page: BookWriter
  ) throws -> [Digest] {
    guard let previous,
      let size = try JSON(reading: previous.manifest)["log"]?["size"]?.integerValue
    else { return [] }
    return try page.reader.consistencyProof(from: Int(size), to: page.head.size)
  }

  private typealias IssuedStatement = (member: MemberNumber, body: [UInt8], log: Int)

  private func recordStatements(
    _ reckoning: Reckoning, _ sequence: Int, _ page: BookWriter
  ) throws -> [IssuedStatement] {
    let bodies = try memberStatements(reckoning, sequence, page.reader).map {
      (member: $0.member, body: $0.json.canonical)
    }
    let places = try page.record(bodies, of: reckoning.facts.month)
    return zip(bodies, places).map { ($0.member, $0.body, $1) }
  }

  private func statementsHead(_ statements: [IssuedStatement]) -> TreeHead {
    let tree = MerkleTree(statements.map { leafHash($0.body) })
    return TreeHead(size: tree.size, root: tree.root)
  }

  private func files(
    _ reckoning: Reckoning, _ statements: [IssuedStatement], _ page: BookReader
  ) throws -> [(name: String, bytes: [UInt8])] {
    let facts = reckoning.facts
    let month = facts.month
    let rows = statements.enumerated().map { position, statement in
      ListedStatement(
        member: statement.member, sha256: sha256(statement.body), leaf: leafHash(statement.body),
        position: position, logPosition: statement.log)
    }
    let corrections = try reckoning.correctionRows(page)
    let corrected = corrections.isEmpty ? [] : [("corrections.csv", correctionsFile(corrections))]
    return corrected + [
      ("LISEZMOI.txt", Array(ReadMe.text(facts.cooperative.organisation.name, month).utf8)),
      ("allocation.csv", allocationFile(reckoning.shared)),
      ("checklist.json", reckoning.checklist.json.canonical),
      ("journal.csv", AccountingFiles.journal(try page.journal(over: month.period))),
      ("production.csv", productionFile(try facts.recordedDays(page))),
      ("register.csv", registerFile(facts.register.holders(on: month.last))),
      ("statements.csv", statementsFile(rows)),
      ("trial-balance.csv", AccountingFiles.trialBalance(try page.accounts(over: month.period))),
    ]
  }

  private func totals(_ reckoning: Reckoning, _ page: BookReader) throws -> ClosingTotals {
    let month = reckoning.facts.month
    let cents = try page.accounts(over: month.period).filter { $0.unit == .cents }
    let whole = Period(first: try page.firstFiscalYear()?.first ?? month.first, last: month.last)
    let perpetual = try page.accounts(over: whole)
    let produced = perpetual.first { $0.account == "911000" }
    return ClosingTotals(
      debit: try Cents.sum(cents.map { Cents($0.debit) }),
      credit: try Cents.sum(cents.map { Cents($0.credit) }),
      entries: try page.entryCount(over: month.period), energy: reckoning.energy,
      perpetualDebit: try Cents.sum(
        perpetual.filter { $0.unit == .cents }.map { Cents($0.debit) }),
      perpetualEnergy: WattHours(-(produced?.closing ?? 0)))
  }

  private func rules(_ reckoning: Reckoning) -> JSON {
    guard let rules = reckoning.facts.cooperative.rules,
      let fact = reckoning.facts.cooperative.rulesFact
    else { return [:] }
    return [
      "name": .string(rules.name), "version": .integer(Int64(rules.version)),
      "sha256": .string(sha256(fact.body.canonical).hex),
    ]
  }
}

extension Reckoning {
  /// The parts of closed months that this one corrects, each with the manifest it was signed in.
  func correctionRows(_ page: BookReader) throws -> [CorrectionRow] {
    let closings = Dictionary(
      try page.closings().map { ($0.month, $0.digest) }, uniquingKeysWith: { first, _ in first })
    return corrections.flatMap { one in
      let manifest = closings[one.month] ?? sha256([])
      return one.money.map {
        CorrectionRow(
          month: one.month, manifest: manifest, nature: $0.key.nature,
          beneficiary: $0.key.beneficiary, unit: .cents, before: $0.before.units,
          after: $0.after.units)
      }
        + one.energy.map {
          CorrectionRow(
            month: one.month, manifest: manifest, nature: $0.key.nature,
            beneficiary: $0.key.beneficiary, unit: .wh, before: $0.before.units,
            after: $0.after.units)
        }
    }
  }
}

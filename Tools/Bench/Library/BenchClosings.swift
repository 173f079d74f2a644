import Documents
import Glibc
import Seal
import Store
import Text
import Units

/// A chain of closings of a usual size, and signed statements, written to be verified.
struct BenchClosings {
  let folder: String
  let seal: BenchSeal
  private static let lines = 200
  private static let siren = "012345674"

  /// Writes whom to trust.
  init(in folder: String) throws {
    self.folder = folder
    seal = try BenchSeal()
    for name in ["trust", "closings", "statements"] { try Disk.makeFolder("\(folder)/\(name)") }
    let authority = seal.signer.chain[0]
    let trust: JSON = [
      "format": "soleil-trust/1", "organisation": ["name": "Bench", "siren": .string(Self.siren)],
      "authority": ["file": "ca.pem", "sha256": .string(authority.fingerprint.hex)],
      "signers": [["from": "2000-01", "sha256": .string(seal.signer.certificate.fingerprint.hex)]],
    ]
    try Disk.replace("\(folder)/trust/ca.pem", Array(authority.pem.utf8))
    try Disk.replace("\(folder)/trust/trust.json", trust.canonical)
  }

  /// Writes so many closings, up to September 2026; the statements belong to the last.
  func write(closings count: Int, statements: [[UInt8]]) throws {
    var previous: [UInt8] = []
    let last = Month(year: 2026, monthOfYear: 9)
    for sequence in 1...count {
      let leaves = sequence == count ? statements : []
      previous = try write(
        last.adding(sequence - count), sequence: sequence, previous: previous,
        MerkleTree(leaves.map { leafHash($0) }))
    }
  }

  private func write(
    _ month: Month, sequence: Int, previous: [UInt8], _ tree: MerkleTree
  ) throws -> [UInt8] {
    let path = "\(folder)/closings/\(month)"
    try Disk.makeFolder(path)
    let files = tables(month, sequence)
    let n = Int64(Self.lines)
    let manifest: JSON = [
      "format": "soleil-closing/1",
      "organisation": ["name": "Bench", "siren": .string(Self.siren)],
      "month": .string(month.description), "sequence": .integer(Int64(sequence)),
      "previousManifestSha256": .string(previous.isEmpty ? "" : sha256(previous).hex),
      "closedAt": .string(seal.now.description),
      "log": ["size": .integer(Int64(sequence)), "root": .string(sha256([]).hex)],
      "statements": ["count": .integer(Int64(tree.size)), "root": .string(tree.root.hex)],
      "totals": [
        "debitCents": .integer(100 * n), "creditCents": .integer(100 * n), "entries": .integer(n),
        "wh": .integer(5 * n), "perpetualDebitCents": .integer(100 * n * Int64(sequence)),
        "perpetualWh": .integer(5 * n * Int64(sequence)),
      ],
      "rules": [:], "software": "bench",
      "files": .array(
        files.map { name, bytes in
          [
            "path": .string(name), "bytes": .integer(Int64(bytes.count)),
            "sha256": .string(sha256(bytes).hex),
          ]
        }),
    ]
    let bytes = manifest.canonical
    let signature = try signDetached(bytes, with: seal.signer, at: seal.now)
    let all = files + [("manifest.json", bytes), ("manifest.json.p7s", signature)]
    for (name, content) in all { try Disk.create("\(path)/\(name)", content, durable: false) }
    return bytes
  }

  /// Tables that agree: so many sales a month, each of a euro and five watt-hours.
  private func tables(_ month: Month, _ sequence: Int) -> [(String, [UInt8])] {
    let n = Self.lines
    let before = (sequence - 1) * n
    let sale = ["512000,cents,100,0", "701000,cents,0,100", "915000,wh,5,0", "911000,wh,0,5"]
    let entries = (1...n).map { number in
      sale.enumerated().map {
        "GL,\(number),\($0 + 1),\(month.last),VE,V-\(number),\"sale, \(month)\",\($1),0\n"
      }.joined()
    }
    let balance = """
      account,label,unit,opening,debit,credit,closing
      512000,bank,cents,\(100 * before),\(100 * n),0,\(100 * (before + n))
      701000,sales,cents,\(-100 * before),0,\(100 * n),\(-100 * (before + n))
      911000,produced,wh,\(-5 * before),0,\(5 * n),\(-5 * (before + n))
      915000,delivered,wh,\(5 * before),\(5 * n),0,\(5 * (before + n))

      """
    let readings = (1...n).map { "m\($0),\(month.last),5,measured\n" }.joined()
    let parts = (1...n).map { "energy,member:M\($0),wh,\(5 * n),5,yes\n" }.joined()
    let texts = [
      ("allocation.csv", "division,beneficiary,unit,divided,amount,final\n" + parts),
      (
        "journal.csv",
        "series,number,line,date,journal,voucher,label,account,unit,debit,credit,restates\n"
          + entries.joined()
      ),
      ("production.csv", "meter,day,wh,quality\n" + readings),
      ("register.csv", "member,shares,capital_cents\n"), ("trial-balance.csv", balance),
    ]
    return texts.map { ($0, Array($1.utf8)) }
  }

  /// The data of a member's statement.
  func data(_ number: Int) -> [UInt8] {
    let json: JSON = [
      "format": "soleil-statement/1", "member": .string("M\(number)"), "month": "2026-09",
      "organisation": ["name": "Bench", "siren": .string(Self.siren)],
      "salt": .string(sha256(Array("\(number)".utf8)).hex),
      "filling": .string(String(repeating: "x", count: 1_500)),
    ]
    return json.canonical
  }

  /// Writes the statements of September 2026, each with its proof.
  func write(statements: [[UInt8]]) throws {
    let path = "\(folder)/statements/2026-09"
    try Disk.makeFolder(path)
    let tree = MerkleTree(statements.map { leafHash($0) })
    let origin = "\(Self.siren)/statements/2026-09"
    for (number, data) in statements.enumerated() {
      let document = try StatementPDF(
        page: BenchPage.page(number, data: sha256(data)), attachment: data, signedAt: seal.now
      ).unsigned(signatureCapacity: padesSignatureLengthMax(for: seal.signer))
      let ranges = document.signedRanges.map { document.bytes[$0] }
      let pdf = document.signed(
        with: try padesSignature(over: ranges, with: seal.signer, at: seal.now))
      let proof = InclusionProof(of: number, in: tree, origin: origin)
      try Disk.create("\(path)/M\(number).pdf", pdf, durable: false)
      try Disk.create("\(path)/M\(number).tlog-proof", Array(proof.text.utf8), durable: false)
    }
  }
}

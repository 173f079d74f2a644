import CSignLoop
import Documents
import Seal
import Text
import Units
import Wording

/// Signatures of closings against a C loop around `CMS_sign`, and whole statements, in one run.
public struct SigningBench {
  /// How many signatures of each kind.
  public let signatures: Int
  /// How many statements.
  public let statements: Int
  /// How many times everything is measured.
  public let runs: Int

  /// A benchmark.
  public init(signatures: Int, statements: Int, runs: Int) {
    self.signatures = signatures
    self.statements = statements
    self.runs = runs
  }

  private struct Run {
    let ours: Int64
    let peer: Int64
    let pages: Int64
  }

  /// Half of what a month's manifest and its digests may take.
  private static let content = (0..<30_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

  /// Measures everything in turn.
  ///
  /// - Throws: ``BenchFault``, ``SealRefusal``, ``DocumentsRefusal``.
  public func measure() throws -> Report {
    let seal = try BenchSeal()
    let loop = unsafe try seal.loop()
    defer { unsafe sign_loop_close(loop) }
    let results = try (0..<runs).map { _ in
      Run(
        ours: try cost { try signAll(seal) }, peer: try cost { unsafe try signAll(loop) },
        pages: try cost { try writeAll(seal) })
    }
    return report(results, bytes: try statement(0, seal, Packer()).count)
  }

  private func cost(_ work: () throws -> Void) rethrows -> Int64 {
    let start = ownCPU()
    try work()
    return max(1, ownCPU() - start)
  }

  private func signAll(_ seal: BenchSeal) throws {
    for _ in 0..<signatures {
      _ = try signDetached(Self.content, with: seal.signer, at: seal.now)
    }
  }

  private func signAll(_ loop: OpaquePointer) throws {
    let length = unsafe sign_loop_run(loop, Self.content, Self.content.count, Int32(signatures))
    guard length > 0 else { throw BenchFault.programFailed("CMS_sign", status: 1) }
  }

  private func writeAll(_ seal: BenchSeal) throws {
    let packer = Packer()
    for number in 0..<statements { _ = try statement(number, seal, packer) }
  }

  /// A statement from its figures to its last byte, signed; what is left is to write the file.
  private func statement(_ number: Int, _ seal: BenchSeal, _ packer: Packer) throws -> [UInt8] {
    let data = BenchPage.data(number)
    let document = try StatementPDF(
      page: BenchPage.page(number, data: sha256(data)), attachment: data, signedAt: seal.now
    ).unsigned(
      signatureCapacity: padesSignatureLengthMax(for: seal.signer) + 6_144, packer: packer)
    let ranges = document.signedRanges.map { document.bytes[$0] }
    return document.signed(with: try padesSignature(over: ranges, with: seal.signer, at: seal.now))
  }

  private func report(_ results: [Run], bytes: Int) -> Report {
    let ratio = median(results.map { Thousandths($0.peer, over: $0.ours) })
    let rate = median(results.map { Int64(statements) * 1_000_000 / $0.pages })
    let isLarge = signatures >= 1000 && statements >= 1000
    return Report(
      title: "signing: \(signatures) signatures over 30 kB, \(statements) statements, medians of "
        + "\(results.count)",
      figures: [
        Figure(
          name: "CAdES signatures a CPU second",
          value: "\(median(results.map { Int64(signatures) * 1_000_000 / $0.ours }))"),
        Figure(
          name: "C loop around CMS_sign, a CPU second",
          value: "\(median(results.map { Int64(signatures) * 1_000_000 / $0.peer }))"),
        Figure(
          name: "ours / C loop", value: ratio.description, goal: "at least 0.600",
          isReached: isLarge ? ratio.value >= 600 : nil),
        Figure(
          name: "statements, PDF and PAdES, a CPU second", value: "\(rate)",
          goal: "at least 1200", isReached: isLarge ? rate >= 1200 : nil),
        Figure(name: "bytes of a statement", value: "\(bytes)"),
      ],
      details: [
        "signatures": .integer(Int64(signatures)), "statements": .integer(Int64(statements)),
        "runs": .array(
          results.map {
            [
              "oursMicroseconds": .integer($0.ours), "peerMicroseconds": .integer($0.peer),
              "statementsMicroseconds": .integer($0.pages),
            ]
          }),
      ])
  }
}

/// A key, its certificate and the authority's, made for one run.
struct BenchSeal {
  let signer: SigningKey
  let now: Instant
  private let pems: [String]
  private static let phrase = "a phrase of the benchmark"

  init() throws {
    let name = try OrganisationName(name: "Bench", siren: "012345674")
    let start = Instant(seconds: 1_790_812_800)
    let authority = try Authority(for: name, from: start)
    let key = try PrivateKey()
    let leaf = try authority.issueSigningCertificate(for: name, key: key, from: start)
    signer = try SigningKey(key, certificate: leaf, chain: [authority.certificate])
    now = start.adding(seconds: 3600)
    var phrase = Array(Self.phrase.utf8)
    pems = [
      try key.encryptedPEM(Passphrase(wiping: &phrase)), leaf.pem, authority.certificate.pem,
    ]
  }

  /// The same key and certificates for the loop in C.
  func loop() throws -> OpaquePointer {
    guard let loop = unsafe sign_loop_open(pems[0], Self.phrase, pems[1], pems[2]) else {
      throw BenchFault.programFailed("sign_loop_open", status: 1)
    }
    return unsafe loop
  }
}

/// A statement as many members get it.
enum BenchPage {
  /// About as many bytes as the data of a real statement.
  static func data(_ number: Int) -> [UInt8] {
    Array(
      "{\"member\":\"M\(number)\",\"filling\":\"\(String(repeating: "x", count: 1_800))\"}".utf8)
  }

  static func page(_ number: Int, data: Digest) -> StatementPage {
    let month = Month(year: 2026, monthOfYear: 9)
    var page = StatementPage(
      language: .french,
      company: .init(
        name: "Coop\u{E9}rative d'essai", legalForm: "SAS", siren: "012345674",
        office: "1 rue Haute"),
      member: .init(
        number: "M\(number)", name: "Zo\u{E9} L\u{153}uillet \(number)", college: "Citoyens"),
      month: month, openingShares: Shares(18),
      movements: [.init(day: month.first, kind: .subscription, order: number, shares: Shares(2))],
      closingShares: Shares(20), capital: Cents(100_000), energy: WattHours(574_083),
      companyEnergy: WattHours(57_390_123), result: Cents(321_504),
      steps: ["R\u{E9}serve l\u{E9}gale", "Solidarit\u{E9}", "Part des associ\u{E9}s"].map {
        .init(label: $0, company: Cents(16_075), member: Cents(2_733))
      }, entitlement: Cents(2_733), yearStart: month.adding(-8).first,
      energySinceYearStart: WattHours(2_281_904), entitlementSinceYearStart: Cents(4_187),
      chart: (0..<12).map {
        .init(month: month.adding($0 - 11), energy: WattHours(20_000_000 + Int64($0) * 100_000))
      }, closingSequence: 21, closing: data, authority: data, data: data)
    page.shareDays = (620, 126_420)
    return page
  }
}

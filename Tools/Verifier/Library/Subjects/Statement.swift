/// A member's statement whose signature holds.
struct AuthenticStatement {
  let path: String
  let month: String
  let member: String
  let siren: String
  /// Its leaf in the tree of its month's statements.
  let leaf: [UInt8]
  let seal: Seal
  private let json: JSON

  /// Checks the PDF, its signature and its data.
  ///
  /// - Returns: the statement, when its signature holds, and what was found.
  static func authenticated(
    _ path: String, _ circumstances: Circumstances
  ) -> (AuthenticStatement?, [Finding]) {
    do throws(SignatureFault) {
      let pdf = try StatementPDF(bytes(of: path))
      let trust = circumstances.trust
      let message = try SignedMessage(pdf.signature, over: pdf.signed, trust.shelf)
      let json = try parsed(pdf.data)
      guard let month = json["month"]?.string, Month(month) != nil,
        let member = json["member"]?.string, let siren = json["organisation"]?["siren"]?.string
      else { throw SignatureFault(.pdfAttachment) }
      var findings = circumstances.findings(who: message, month: month, at: path)
      var stamp: TimeStamp?
      do throws(SignatureFault) {
        stamp = try message.token.flatMap { token throws(SignatureFault) in
          try TimeStamp(token: token, over: message.value, trust)
        }
      } catch { findings.append(Finding(error.code, path)) }
      let seal = Seal(certificate: message.certificate, signedAt: message.signedAt, stamp: stamp)
      findings += circumstances.findings(when: seal, proof: stamp?.time, at: path)
      if trust.siren.map({ $0 != siren }) ?? false {
        findings.append(Finding(.wrongOrganisation, path))
      }
      if circumstances.requireTimestamp, stamp == nil {
        findings.append(Finding(.timestampMissing, path))
      }
      let statement = AuthenticStatement(
        path: path, month: month, member: member, siren: siren, leaf: hash([0] + pdf.data),
        seal: seal, json: json)
      return (statement, findings)
    } catch { return (nil, [Finding(error.code, path)]) }
  }

  private static func bytes(of path: String) throws(SignatureFault) -> [UInt8] {
    do { return try content(of: path, most: 1 << 26) } catch { throw SignatureFault(error.code) }
  }

  private static func parsed(_ data: [UInt8]) throws(SignatureFault) -> JSON {
    do throws(JSONFault) {
      let json = try JSON(canonical: data)
      guard json["format"]?.string == "soleil-statement/1" else { throw JSONFault(.formatUnknown) }
      return json
    } catch { throw SignatureFault(error.code) }
  }

  /// The proof beside the statement, when there is one.
  var proofPath: String? {
    let (folder, name) = split(path)
    guard name.hasSuffix(".pdf") else { return nil }
    let proof = join(folder, name.dropLast(4) + ".tlog-proof")
    return kind(proof) == .nothing ? nil : proof
  }

  /// Where the closing of its month lies, when it lies where it should.
  var closingPath: String? {
    let folder = join(join(join(split(path).folder, "../.."), "closings"), month)
    return isFolder(folder) ? folder : nil
  }

  /// Checks that a proof leads from the statement's data to what a closing has signed.
  func inclusion(by proofPath: String, in closing: AuthenticFolder?) -> [Finding] {
    guard let bytes = try? content(of: proofPath, most: 1 << 16),
      let proof = InclusionProof(bytes)
    else { return [Finding(.proofMalformed, proofPath)] }
    guard proof.origin == "\(siren)/statements/\(month)" else {
      return [Finding(.proofOfAnotherLog, proofPath)]
    }
    if let signed = closing?.manifest.statements,
      signed != TreeHead(size: proof.size, root: hexadecimal(proof.root))
    {
      return [Finding(.proofOfAnotherLog, proofPath)]
    }
    return proof.leads(from: leaf) ? [] : [Finding(.proofInvalid, proofPath)]
  }

  /// Whether the account and each payment add up, every levy at its rate, rounded half away from zero.
  var addsUp: Bool {
    let account = json["account"]
    let movements = (account?["movements"]?.array ?? []).reduce(0) {
      $0 &+ ($1["cents"]?.integer ?? 0)
    }
    let opening = account?["openingCents"]?.integer ?? 0
    guard account?["balanceCents"]?.integer ?? 0 == opening &+ movements else { return false }
    return (json["taxes"]?.array ?? []).allSatisfy { payment in
      func cents(_ name: String) -> Int { payment[name]?.integer ?? 0 }
      let levies = (payment["levies"]?.array ?? []).map { one in
        (cents: one["cents"]?.integer ?? 0, rate: one["rateBasisPoints"]?.integer ?? 0)
      }
      let withheld = levies.reduce(0) { $0 &+ $1.cents }
      return cents("netCents") == cents("grossCents") &+ cents("repaidCents") &- withheld
        && levies.allSatisfy { $0.cents == (cents("grossCents") &* $0.rate &+ 5_000) / 10_000 }
    }
  }

  /// Whether what the statement tells its member is what its closing says of them.
  func agrees(with closing: AuthenticFolder, _ figures: Figures) -> Bool {
    func agrees(_ told: Int?, _ known: Int?) -> Bool {
      told == nil || known == nil || told == known
    }
    func mine(_ table: [String: Int]?) -> Int? { table.map { $0[member] ?? 0 } }
    return agrees(json["closing"]?["sequence"]?.integer, closing.manifest.sequence)
      && agrees(json["energy"]?["totalWh"]?.integer, closing.manifest.totals.wh)
      && agrees(json["energy"]?["wh"]?.integer, mine(figures.energies))
      && agrees(json["entitlement"]?["cents"]?.integer, mine(figures.entitlements))
      && agrees(json["holdings"]?["closingShares"]?.integer, mine(figures.shares))
  }
}

/// A member's statement whose signature holds.
struct AuthenticStatement {
  let path: String
  let month: String
  let member: String
  let siren: String
  let data: [UInt8]
  let signer: SignerFacts

  /// Checks the PDF, its signature and its data.
  ///
  /// - Returns: the statement, when its signature holds, and what was found.
  static func authenticated(
    _ path: String, _ circumstances: Circumstances
  ) -> (AuthenticStatement?, [Finding]) {
    do throws(SignatureFault) {
      let pdf = try StatementPDF(bytes(of: path))
      let message = try SignedMessage(pdf.signature, over: pdf.signed)
      let json = try parsed(pdf.data)
      guard let month = json["month"]?.string, Month(month) != nil,
        let member = json["member"]?.string, let siren = json["organisation"]?["siren"]?.string
      else { throw SignatureFault(.pdfAttachment) }
      let judged = circumstances.judge(message, month: month, at: path)
      let wrong = circumstances.trust.siren.map { $0 != siren } ?? false
      let statement = AuthenticStatement(
        path: path, month: month, member: member, siren: siren, data: pdf.data,
        signer: judged.signer)
      return (
        statement, judged.findings + (wrong ? [Finding(.wrongOrganisation, path)] : [])
      )
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
      signed != Manifest.Tree(size: proof.size, root: hexadecimal(proof.root))
    {
      return [Finding(.proofOfAnotherLog, proofPath)]
    }
    return proof.leads(from: data) ? [] : [Finding(.proofInvalid, proofPath)]
  }
}

/// A closing's folder of which nothing is known yet.
public struct UnverifiedFolder {
  /// The folder.
  public let path: String

  /// Takes a folder as it stands.
  public init(path: String) { self.path = path }
}

/// A closing's folder whose manifest is signed by the one who should.
///
/// The only way to have one is to verify an ``UnverifiedFolder``.
public struct AuthenticFolder {
  /// The folder.
  let path: String
  let manifest: Manifest
  let manifestSha256: String
  let signer: SignerFacts
}

/// A closing's folder that holds exactly what its signed manifest lists.
public struct VerifiedFolder {
  let authentic: AuthenticFolder

  fileprivate init(_ authentic: AuthenticFolder) { self.authentic = authentic }
}

private let manifestName = "manifest.json"
private let signatureName = "manifest.json.p7s"
private let timestampName = "manifest.json.p7s.tsr"

extension UnverifiedFolder {
  /// Checks the signature, then what is signed; nothing is read out of an unsigned manifest.
  ///
  /// - Returns: the folder, when its manifest's signature holds, and what was found.
  func authenticated(_ circumstances: Circumstances) -> (AuthenticFolder?, [Finding]) {
    let signaturePath = join(path, signatureName)
    do {
      let bytes = try read(manifestName, most: 1 << 22)
      let message = try signature(over: bytes)
      let manifest = try parsed(bytes)
      let judged = circumstances.judge(message, month: manifest.month, at: signaturePath)
      let folder = AuthenticFolder(
        path: path, manifest: manifest, manifestSha256: hexadecimal(hash(bytes)),
        signer: judged.signer)
      return (folder, judged.findings + folder.findings(circumstances))
    } catch { return (nil, [error.finding]) }
  }

  private func read(_ name: String, most limit: Int) throws(Located) -> [UInt8] {
    do { return try content(of: join(path, name), most: limit) } catch {
      let code =
        error.code == .fileMissing && name == signatureName ? .signatureMissing : error.code
      throw Located(finding: Finding(code, join(path, name)))
    }
  }

  private func signature(over bytes: [UInt8]) throws(Located) -> SignedMessage {
    let der = try read(signatureName, most: 1 << 18)
    do { return try SignedMessage(der, over: bytes) } catch {
      let name = error.code == .contentAltered ? manifestName : signatureName
      throw Located(finding: Finding(error.code, join(path, name)))
    }
  }

  private func parsed(_ bytes: [UInt8]) throws(Located) -> Manifest {
    do { return try Manifest(bytes) } catch {
      throw Located(finding: Finding(error.code, join(path, manifestName)))
    }
  }
}

private struct Located: Error { let finding: Finding }

extension AuthenticFolder {
  /// Whose closing it is, of which month, and when.
  fileprivate func findings(_ circumstances: Circumstances) -> [Finding] {
    let place = join(path, manifestName)
    var findings: [Finding] = []
    if let siren = circumstances.trust.siren, siren != manifest.organisation.siren {
      findings.append(Finding(.wrongOrganisation, place))
    }
    let name = split(path).name
    if Month(name) != nil, name != manifest.month { findings.append(Finding(.wrongMonth, place)) }
    let times = [instant(manifest.closedAt), signer.signedAt].compactMap(\.self)
    if let end = Month(manifest.month)?.end, times.contains(where: { $0 < end }) {
      findings.append(Finding(.timeBeforePeriod, place))
    }
    if circumstances.requireTimestamp {
      findings.append(Finding(.timestampMissing, join(path, timestampName)))
    }
    return findings
  }

  /// Checks each file the manifest lists, that there is no other, and the root of the statements.
  ///
  /// - Returns: the folder, when all holds, and what was found.
  func verified() -> (VerifiedFolder?, [Finding]) {
    var findings: [Finding] = []
    var listed: Set<String> = [manifestName, signatureName, timestampName]
    for file in manifest.files {
      let place = join(path, file.path)
      if !file.isSafe {
        findings.append(Finding(.pathUnsafe, place))
      } else if !listed.insert(file.path).inserted {
        findings.append(Finding(.pathDuplicate, place))
      } else if let code = fault(of: file, at: place) {
        findings.append(Finding(code, place))
      }
    }
    for name in names(in: path) where !listed.contains(name) {
      findings.append(Finding(.fileUnlisted, join(path, name)))
    }
    findings += statementsList().1.filter { !findings.contains($0) }
    return (findings.isEmpty ? VerifiedFolder(self) : nil, findings)
  }

  private func fault(of listed: Manifest.ListedFile, at place: String) -> Code? {
    do {
      let file = try OpenFile(place)
      guard file.size == listed.bytes else { return .fileAltered }
      var digest = Hash()
      try file.read { digest.update($0) }
      return hexadecimal(digest.finish()) == listed.sha256 ? nil : .fileAltered
    } catch { return error.code }
  }

  var facts: ClosingFacts {
    ClosingFacts(
      path: path, organisation: manifest.organisation.name, siren: manifest.organisation.siren,
      month: manifest.month, sequence: manifest.sequence, manifestSha256: manifestSha256,
      closedAt: manifest.closedAt, signer: signer, files: manifest.files.count,
      bytes: manifest.files.reduce(0) { $0 &+ $1.bytes }, entries: manifest.entries,
      debitCents: manifest.debitCents, creditCents: manifest.creditCents, wh: manifest.wh)
  }
}

/// A signature that holds, and what is known of who made it and when.
struct Seal {
  let certificate: Certificate
  /// When the signer says to have signed.
  let signedAt: Int64?
  /// The proof of the time, when there is one that can be believed.
  let stamp: TimeStamp?

  var facts: SignerFacts {
    SignerFacts(
      name: certificate.name, fingerprint: certificate.fingerprint, signedAt: signedAt,
      provenAt: stamp?.time, provenBy: stamp?.authority)
  }
}

/// The circumstances of a verification.
struct Circumstances {
  let trust: Trust
  let now: Int64
  let requireTimestamp: Bool
}

extension Circumstances {
  /// What is wrong with who signed for a month; the time is judged apart.
  func findings(
    who message: SignedMessage, month: String, at path: String
  ) -> [Finding] {
    if let code = trust.fault(of: message.certificate) { return [Finding(code, path)] }
    if let signers = trust.signers,
      !signers.contains(where: { $0.signs(message.certificate.fingerprint, for: month) })
    {
      return [Finding(.untrustedSigner, path)]
    }
    let hasStrays = message.others.contains { $0 != trust.authority.der }
    return hasStrays ? [Finding(.cmsMalformed, path)] : []
  }

  /// What is wrong with when something was signed.
  ///
  /// A signature of a time outside its certificate's, claimed or proved, is proof of something wrong.
  /// One whose certificate has run out or was taken back since needs proof of its time.
  /// - Parameter proof: a time at which the signature is proved to have been there.
  func findings(when seal: Seal, proof: Int64?, at path: String) -> [Finding] {
    let validity = seal.certificate.validity
    let told = [seal.signedAt, seal.stamp?.time].compactMap(\.self)
    var findings: [Finding] = []
    if told.contains(where: { !validity.contains($0) }) {
      findings.append(Finding(.certExpired, path))
    } else if now > validity.upperBound, proof.map({ $0 > validity.upperBound }) ?? true {
      findings.append(Finding(.certExpired, path, weight: .undetermined))
    }
    if let since = trust.revocations?.since(seal.certificate) {
      if told.contains(where: { $0 >= since }) {
        findings.append(Finding(.certRevoked, path))
      } else if proof.map({ $0 >= since }) ?? true {
        findings.append(Finding(.certRevoked, path, weight: .undetermined))
      }
    }
    return findings
  }
}

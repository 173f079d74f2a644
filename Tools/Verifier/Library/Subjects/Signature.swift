/// A signature that holds, and what is wrong with who made it or when.
struct JudgedSignature {
  let signer: SignerFacts
  let findings: [Finding]
}

/// The circumstances of a verification.
struct Circumstances {
  let trust: Trust
  let now: Int64
  let requireTimestamp: Bool
}

extension Circumstances {
  /// Checks a signature over some content and, when it holds, judges the signer for a month.
  ///
  /// - Throws: `SignatureFault` when the signature itself does not hold.
  func judge(
    _ message: SignedMessage, month: String, at path: String
  ) -> JudgedSignature {
    let fingerprint = hexadecimal(hash(message.certificate))
    var findings: [Finding] = []
    let strays = message.certificates.filter {
      $0 != message.certificate && $0 != encoded(trust.authority)
    }
    if let code = message.judged(by: trust.authority) {
      findings.append(Finding(code, path))
    } else if let signers = trust.signers,
      !signers.contains(where: { $0.signs(fingerprint, for: month) })
    {
      findings.append(Finding(.untrustedSigner, path))
    } else if !strays.isEmpty {
      findings.append(Finding(.cmsMalformed, path))
    }
    findings += expiry(message, path)
    return JudgedSignature(
      signer: SignerFacts(
        name: message.name, fingerprint: fingerprint, signedAt: message.signedAt),
      findings: findings)
  }

  /// A signature that claims a time outside its certificate's is proof of something wrong; one whose
  /// certificate has run out since lacks proof of its time.
  private func expiry(_ message: SignedMessage, _ path: String) -> [Finding] {
    if let signedAt = message.signedAt, !message.validity.contains(signedAt) {
      return [Finding(.certExpired, path)]
    }
    return now > message.validity.upperBound
      ? [Finding(.certExpired, path, weight: .undetermined)] : []
  }
}

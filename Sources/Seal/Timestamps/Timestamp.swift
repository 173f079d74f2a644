import COpenSSL
public import Units

/// A time stamp that was checked against its query and against whom one trusts.
///
/// - Source: RFC 3161 § 2.4.2.
public struct Timestamp: Hashable, Sendable {
  /// The time that the authority vouches for.
  public let time: Instant
  /// The policy under which it stamps, as dotted numbers.
  public let policy: String
  /// The certificate that signed.
  public let authority: Certificate
  /// The stamp itself: a CMS with its content, as a signature can carry it.
  public let token: [UInt8]

  /// Takes the reply to a query.
  ///
  /// - Parameters:
  ///   - reply: what the authority sent back.
  ///   - query: what was asked.
  ///   - trusted: the certificates of authorities that are believed, or of those above them.
  /// - Throws: ``TimestampRefusal``.
  public init(
    reply: [UInt8], to query: TimestampQuery, trusting trusted: [Certificate]
  ) throws(TimestampRefusal) {
    defer { ERR_clear_error() }
    guard let response = unsafe parsed(reply, d2i_TS_RESP, TS_RESP_free) else {
      throw .replyIsMalformed
    }
    let state = unsafe ASN1_INTEGER_get(
      TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(response.pointer)))
    guard state == 0 || state == 1 else { throw .authorityRefused(status: state) }
    guard let token = unsafe TS_RESP_get_token(response.pointer),
      let info = unsafe TS_RESP_get_tst_info(response.pointer),
      let time = unsafe instant(TS_TST_INFO_get_time(info)),
      let policy = unsafe dotted(TS_TST_INFO_get_policy_id(info)),
      let der = unsafe try? encoded("i2d_PKCS7", by: { unsafe i2d_PKCS7(token, $0) })
    else { throw .replyIsMalformed }
    let stamped = unsafe messageImprint(TS_TST_INFO_get_msg_imprint(info))
    guard stamped.algorithm == NID_sha256, stamped.digest == query.imprint.bytes else {
      throw .replyIsForAnotherDocument(asked: query.imprint, stamped: hex(stamped.digest))
    }
    guard unsafe integer(TS_TST_INFO_get_nonce(info)) == query.nonce else { throw .nonceIsAnother }
    if let asked = query.policy, asked != policy {
      throw .policyIsAnother(asked: asked, stamped: policy)
    }
    self.time = time
    self.policy = policy
    self.token = der
    authority = unsafe try signer(of: token, at: time, trusting: trusted)
  }

  /// The reply as it is kept: the stamp, and that it was granted; whatever else an authority writes
  /// around a stamp is not signed.
  public var reply: [UInt8] { DER.sequence([DER.sequence([DER.integer(0)]), token]) }
}

/// Who signed a token, when the signature holds and somebody trusted vouches for the signer at the time
/// of the stamp.
private func signer(
  of token: UnsafeMutablePointer<PKCS7>, at time: Instant, trusting trusted: [Certificate]
) throws(TimestampRefusal) -> Certificate {
  guard let store = unsafe try? Owned(X509_STORE_new(), "X509_STORE_new", freedBy: X509_STORE_free),
    let candidates = unsafe PKCS7_get0_signers(token, nil, 0)
  else { throw .stampIsNotSigned }
  defer { unsafe soleil_certificates_forget(candidates) }
  let digest = unsafe soleil_token_digest(token)
  guard [NID_sha256, NID_sha384, NID_sha512].contains(digest) else { throw .stampIsWeak }
  guard unsafe soleil_certificates_count(candidates) == 1,
    let found = unsafe soleil_certificates_at(candidates, 0)
  else { throw .stampIsNotSigned }
  guard unsafe X509_check_purpose(found, X509_PURPOSE_TIMESTAMP_SIGN, 0) == 1 else {
    throw .keyIsNotForStamping
  }
  for certificate in trusted {
    guard let copy = try? certificate.copy(),
      unsafe X509_STORE_add_cert(store.pointer, copy.pointer) == 1
    else { throw .stampingAuthorityIsUnknown }
  }
  // The authority itself may be what is trusted; and it counts at the time of the stamp, not today.
  let parameters = unsafe X509_STORE_get0_param(store.pointer)
  unsafe X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
  unsafe X509_VERIFY_PARAM_set_time(parameters, time_t(time.seconds))
  var unused: OpaquePointer?
  let holds = unsafe TS_RESP_verify_signature(token, nil, store.pointer, &unused) == 1
  let reason = Int(ERR_peek_last_error() & 0x7F_FFFF)
  unsafe X509_free(unused)
  guard holds else {
    throw reason == Int(TS_R_CERTIFICATE_VERIFY_ERROR)
      ? .stampingAuthorityIsUnknown : .stampIsNotSigned
  }
  guard let der = unsafe try? encoded("i2d_X509", by: { unsafe i2d_X509(found, $0) }),
    let certificate = try? Certificate(der: der)
  else { throw .stampIsNotSigned }
  return certificate
}

private func instant(_ time: UnsafePointer<ASN1_GENERALIZEDTIME>?) -> Instant? {
  var seconds: Int64 = 0
  return unsafe soleil_seconds(time, &seconds) == 1 ? Instant(seconds: seconds) : nil
}

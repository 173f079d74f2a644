import COpenSSL

/// A detached signature whose mathematics hold; whose it is, is judged apart.
struct SignedMessage {
  private let leaf: Handle
  /// The signer's certificate.
  let certificate: [UInt8]
  /// The certificates sent along, the signer's too.
  let certificates: [[UInt8]]
  /// When the signer says to have signed, in seconds since 1970-01-01T00:00:00Z.
  let signedAt: Int64?

  /// Checks a signature over some content.
  ///
  /// - Throws: `cmsMalformed`, `cmsTrailingData`, `weakAlgorithm`, `untrustedSigner` (no certificate
  ///   of the signer sent along), `contentAltered`, `essMissing`.
  init(_ der: [UInt8], over content: [UInt8]) throws(SignatureFault) {
    defer { ERR_clear_error() }
    let shape = try SignedDataShape(der)
    guard let message = parsed(der), isStrict(message, der), let signer = unsafe soleSigner(message)
    else {
      throw .init(.cmsMalformed)
    }
    guard unsafe CMS_set1_signers_certs(message.pointer, nil, 0) == 1,
      let leaf = unsafe certificateOf(signer)
    else { throw .init(.untrustedSigner) }
    guard isStrong(leaf) else { throw .init(.weakAlgorithm) }
    guard verifies(message, content) else { throw .init(.contentAltered) }
    guard unsafe namesItsCertificate(signer, leaf) else { throw .init(.essMissing) }
    self.leaf = leaf
    certificate = encoded(leaf)
    certificates = shape.certificates
    guard shape.names(certificate) else { throw .init(.cmsMalformed) }
    signedAt = unsafe signingTime(signer)
  }

  /// The signer's common name.
  var name: String {
    let entry = unsafe X509_NAME_get_index_by_NID(
      X509_get_subject_name(leaf.pointer), NID_commonName, -1)
    guard entry >= 0 else { return "" }
    let text = unsafe X509_NAME_ENTRY_get_data(
      X509_NAME_get_entry(X509_get_subject_name(leaf.pointer), entry))
    var utf8: UnsafeMutablePointer<UInt8>?
    let length = unsafe ASN1_STRING_to_UTF8(&utf8, text)
    guard length >= 0 else { return "" }
    defer { unsafe CRYPTO_free(utf8, "", 0) }
    return unsafe String(
      decoding: UnsafeBufferPointer(start: utf8, count: Int(length)), as: UTF8.self)
  }

  /// From when to when the signer's certificate counts.
  var validity: ClosedRange<Int64> {
    let from = unsafe seconds(X509_get0_notBefore(leaf.pointer)) ?? 0
    let to = unsafe seconds(X509_get0_notAfter(leaf.pointer)) ?? 0
    return from...max(from, to)
  }

  /// Whether the authority issued the signer's certificate for signing documents; the time at which
  /// that is asked does not matter here.
  ///
  /// - Returns: what is wrong, or nothing.
  func judged(by authority: Handle) -> Code? {
    defer { ERR_clear_error() }
    guard let store = unsafe Handle(X509_STORE_new(), freedBy: { unsafe X509_STORE_free($0) }),
      unsafe X509_STORE_add_cert(store.pointer, authority.pointer) == 1,
      let context = unsafe Handle(
        X509_STORE_CTX_new(), freedBy: { unsafe X509_STORE_CTX_free($0) }),
      unsafe X509_STORE_CTX_init(context.pointer, store.pointer, leaf.pointer, nil) == 1,
      unsafe X509_STORE_CTX_set_purpose(context.pointer, X509_PURPOSE_SMIME_SIGN) == 1
    else { return .untrustedSigner }
    unsafe X509_STORE_CTX_set_flags(context.pointer, UInt(X509_V_FLAG_NO_CHECK_TIME))
    guard unsafe X509_verify_cert(context.pointer) == 1 else {
      let error = unsafe X509_STORE_CTX_get_error(context.pointer)
      return error == X509_V_ERR_INVALID_PURPOSE ? .wrongKeyUsage : .untrustedSigner
    }
    let usage = UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)
    guard unsafe X509_get_key_usage(leaf.pointer) & usage == usage,
      unsafe X509_check_ca(leaf.pointer) == 0
    else { return .wrongKeyUsage }
    return nil
  }
}

private func parsed(_ der: [UInt8]) -> Handle? {
  let message = unsafe der.withUnsafeBufferPointer { buffer -> OpaquePointer? in
    var next = buffer.baseAddress
    return unsafe d2i_CMS_ContentInfo(nil, &next, buffer.count)
  }
  return unsafe Handle(message, freedBy: { unsafe CMS_ContentInfo_free($0) })
}

/// Whether the library writes the signature as it was read: it reads laxly and checks what it would
/// have written.
private func isStrict(_ message: Handle, _ der: [UInt8]) -> Bool {
  unsafe der == written { unsafe i2d_CMS_ContentInfo(message.pointer, $0) }
}

private func soleSigner(_ message: Handle) -> OpaquePointer? {
  let signers = unsafe CMS_get0_SignerInfos(message.pointer)
  return unsafe soleil_signers_count(signers) == 1 ? soleil_signers_at(signers, 0) : nil
}

private func certificateOf(_ signer: OpaquePointer) -> Handle? {
  var leaf: OpaquePointer?
  unsafe CMS_SignerInfo_get0_algs(signer, nil, &leaf, nil, nil)
  guard unsafe X509_up_ref(leaf) == 1 else { return nil }
  return unsafe Handle(leaf, freedBy: { unsafe X509_free($0) })
}

/// Keys that nobody is known to break: here, 256 bits on a curve.
private func isStrong(_ leaf: Handle) -> Bool {
  let key = unsafe X509_get0_pubkey(leaf.pointer)
  return unsafe EVP_PKEY_is_a(key, "EC") == 1 && EVP_PKEY_get_bits(key) >= 256
}

private func verifies(_ message: Handle, _ content: [UInt8]) -> Bool {
  guard let file = unsafe Handle(BIO_new(BIO_s_mem()), freedBy: { unsafe BIO_free_all($0) }),
    unsafe content.isEmpty
      || BIO_write(file.pointer, content, Int32(clamping: content.count)) == content.count
  else { return false }
  let flags = UInt32(CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY)
  return unsafe CMS_verify(message.pointer, nil, nil, file.pointer, nil, flags) == 1
}

/// Whether the signed attributes name the signer's certificate by its SHA-256.
///
/// - Source: RFC 5035 § 3.
private func namesItsCertificate(_ signer: OpaquePointer, _ leaf: Handle) -> Bool {
  let type = unsafe OBJ_nid2obj(NID_id_smime_aa_signingCertificateV2)
  guard let value = unsafe CMS_signed_get0_data_by_OBJ(signer, type, -3, V_ASN1_SEQUENCE) else {
    return false
  }
  let text = unsafe value.assumingMemoryBound(to: ASN1_STRING.self)
  var next = unsafe ASN1_STRING_get0_data(text)
  let length = unsafe Int(ASN1_STRING_length(text))
  guard
    let names = unsafe Handle(
      d2i_ESS_SIGNING_CERT_V2(nil, &next, length),
      freedBy: { unsafe ESS_SIGNING_CERT_V2_free($0) }),
    let chain = unsafe Handle(
      soleil_certificates_new(), freedBy: { unsafe soleil_certificates_forget($0) }),
    unsafe soleil_certificates_push(chain.pointer, leaf.pointer) == 1
  else { return false }
  return unsafe OSSL_ESS_check_signing_certs(nil, names.pointer, chain.pointer, 1) > 0
}

private func signingTime(_ signer: OpaquePointer) -> Int64? {
  let type = unsafe OBJ_nid2obj(NID_pkcs9_signingTime)
  let value =
    unsafe CMS_signed_get0_data_by_OBJ(signer, type, -3, V_ASN1_UTCTIME)
    ?? CMS_signed_get0_data_by_OBJ(signer, type, -3, V_ASN1_GENERALIZEDTIME)
  return unsafe seconds(UnsafePointer(value?.assumingMemoryBound(to: ASN1_TIME.self)))
}

func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64? {
  var seconds: Int64 = 0
  return unsafe soleil_seconds(time, &seconds) == 1 ? seconds : nil
}

func encoded(_ certificate: Handle) -> [UInt8] {
  unsafe written { unsafe i2d_X509(certificate.pointer, $0) }
}

/// What one of the library's `i2d_…` functions writes; nothing when it fails.
private func written(
  _ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32
) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: Int(max(0, write(nil))))
  unsafe bytes.withUnsafeMutableBufferPointer { buffer in
    var next = buffer.baseAddress
    if !buffer.isEmpty { _ = unsafe write(&next) }
  }
  return bytes
}

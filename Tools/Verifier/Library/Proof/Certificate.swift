import COpenSSL

/// A certificate, read once.
final class Certificate {
  /// Its bytes.
  let der: [UInt8]
  /// The subject's common name.
  let name: String
  /// From when to when it counts, in seconds since 1970-01-01T00:00:00Z.
  let validity: ClosedRange<Int64>
  /// How a signature names it: issuer and serial number.
  let issuerAndSerial: [UInt8]
  /// The SHA-256 of its bytes, in hexadecimal digits.
  let fingerprint: String
  let handle: Handle
  /// What checks signatures by its key, one for each digest, made ready once.
  private var checkers: [DigestName: Handle] = [:]

  /// Reads a certificate of exactly these bytes.
  init?(_ der: [UInt8]) {
    defer { ERR_clear_error() }
    let parsed = unsafe der.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      var next = buffer.baseAddress
      return unsafe d2i_X509(nil, &next, buffer.count)
    }
    guard let handle = unsafe Handle(parsed, freedBy: { unsafe X509_free($0) }),
      encoded(handle) == der, let names = issuerAndSerialNumber(der)
    else { return nil }
    // A certificate whose dates cannot be read counts at no time.
    let from = unsafe seconds(X509_get0_notBefore(handle.pointer)) ?? 0
    let to = unsafe seconds(X509_get0_notAfter(handle.pointer)) ?? 0
    self.der = der
    self.handle = handle
    let key = KeyKind(handle)
    isOnCurve = key.curve != nil
    isForDocuments = key.isAllowed(["prime256v1", "secp384r1"], rsa: 3072)
    isForTokens = key.isAllowed(["prime256v1", "secp384r1", "secp521r1"], rsa: 2048)
    issuerAndSerial = names
    validity = from...max(from, to)
    name = commonName(handle)
    fingerprint = hexadecimal(hash(der))
  }

  /// Whether its key lies on a curve.
  let isOnCurve: Bool
  /// Whether signatures of documents by its key are taken: P-256, P-384, or 3072 bits of RSA.
  let isForDocuments: Bool
  /// Whether time stamps by its key are: the same, P-521, and 2048 bits of RSA.
  let isForTokens: Bool

  /// Whether it may sign documents beyond denial, and issue no others.
  var signsDocuments: Bool {
    let usage = UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)
    return unsafe X509_get_key_usage(handle.pointer) & usage == usage
      && X509_check_ca(handle.pointer) == 0
  }

  /// Whether a signature over some bytes is by its key.
  func verifies(_ signature: [UInt8], over message: [UInt8], _ name: DigestName) -> Bool {
    defer { ERR_clear_error() }
    guard let checker = checkers[name] ?? checker(name) else { return false }
    checkers[name] = checker
    let imprint = digest(message, name)
    return unsafe EVP_PKEY_verify(
      checker.pointer, signature, signature.count, imprint, imprint.count) == 1
  }

  private func checker(_ name: DigestName) -> Handle? {
    guard
      let context = unsafe Handle(
        EVP_PKEY_CTX_new(X509_get0_pubkey(handle.pointer), nil),
        freedBy: { unsafe EVP_PKEY_CTX_free($0) }),
      unsafe EVP_PKEY_verify_init(context.pointer) == 1,
      unsafe EVP_PKEY_CTX_set_signature_md(context.pointer, name.algorithm) == 1
    else { return nil }
    return context
  }
}

/// What a certificate's key is.
private struct KeyKind {
  /// The curve it lies on; an empty name when the curve has none.
  let curve: String?
  private let rsaBits: Int32

  init(_ certificate: Handle) {
    let key = unsafe X509_get0_pubkey(certificate.pointer)
    let isRSA = unsafe EVP_PKEY_is_a(key, "RSA") == 1
    rsaBits = isRSA ? unsafe EVP_PKEY_get_bits(key) : 0
    var (name, length) = ([CChar](repeating: 0, count: 80), 0)
    let isNamed = unsafe EVP_PKEY_get_group_name(key, &name, name.count, &length) == 1
    let isOnCurve = unsafe EVP_PKEY_is_a(key, "EC") == 1
    let text = isNamed ? name.prefix(length).map { UInt8(bitPattern: $0) } : []
    curve = isOnCurve ? String(decoding: text, as: UTF8.self) : nil
  }

  func isAllowed(_ curves: [String], rsa least: Int32) -> Bool {
    curve.map(curves.contains) ?? (rsaBits >= least)
  }
}

/// The certificates met in one verification, each read once.
final class Shelf {
  private var known: [[UInt8]: Certificate] = [:]
  private var faults: [String: Code?] = [:]

  /// What is wrong with a certificate, found out once.
  func fault(of certificate: Certificate, _ judge: () -> Code?) -> Code? {
    if let found = faults[certificate.fingerprint] { return found }
    let found = judge()
    faults[certificate.fingerprint] = .some(found)
    return found
  }

  func certificate(_ der: [UInt8]) -> Certificate? {
    if let found = known[der] { return found }
    // What a hostile folder may make us keep is bounded.
    if known.count > 1_000 { known = [:] }
    let certificate = Certificate(der)
    known[der] = certificate
    return certificate
  }
}

/// How a certificate leads to those who are trusted.
struct Path {
  /// Whom to trust.
  let roots: [Certificate]
  /// The certificates that may stand between.
  var between: [Certificate] = []
  /// What the certificate must be made for.
  let purpose: Int32
  /// When that is asked; nothing when the time does not matter.
  var time: Int64?

  /// The certificates from one up to a trusted one.
  ///
  /// - Throws: `wrongKeyUsage`, or `untrustedSigner`.
  func chain(from leaf: Certificate) throws(SignatureFault) -> [[UInt8]] {
    defer { ERR_clear_error() }
    guard let store = unsafe Handle(X509_STORE_new(), freedBy: { unsafe X509_STORE_free($0) }),
      roots.allSatisfy({ unsafe X509_STORE_add_cert(store.pointer, $0.handle.pointer) == 1 }),
      let stack = unsafe Handle(
        soleil_certificates_new(), freedBy: { unsafe soleil_certificates_forget($0) }),
      between.allSatisfy({
        unsafe soleil_certificates_push(stack.pointer, $0.handle.pointer) > 0
      }),
      let context = unsafe Handle(
        X509_STORE_CTX_new(), freedBy: { unsafe X509_STORE_CTX_free($0) }),
      unsafe X509_STORE_CTX_init(
        context.pointer, store.pointer, leaf.handle.pointer, stack.pointer) == 1,
      unsafe X509_STORE_CTX_set_purpose(context.pointer, purpose) == 1
    else { throw .init(.untrustedSigner) }
    let whenever = time == nil ? X509_V_FLAG_NO_CHECK_TIME : 0
    unsafe X509_STORE_CTX_set_flags(
      context.pointer, UInt(whenever | X509_V_FLAG_PARTIAL_CHAIN))
    if let time { unsafe X509_STORE_CTX_set_time(context.pointer, 0, Int(time)) }
    // The context borrows both: they must outlive the search.
    defer { withExtendedLifetime((store, stack)) {} }
    guard unsafe X509_verify_cert(context.pointer) == 1 else {
      let error = unsafe X509_STORE_CTX_get_error(context.pointer)
      throw .init(error == X509_V_ERR_INVALID_PURPOSE ? .wrongKeyUsage : .untrustedSigner)
    }
    let found = unsafe X509_STORE_CTX_get0_chain(context.pointer)
    return unsafe (0..<soleil_certificates_count(found)).map { place in
      unsafe written { unsafe i2d_X509(soleil_certificates_at(found, place), $0) }
    }
  }
}

/// What names a certificate within a signature, to the byte.
private func issuerAndSerialNumber(_ certificate: [UInt8]) -> [UInt8]? {
  var file = DERReader(certificate)
  guard var content = file.enter(0x30), var signed = content.enter(0x30) else { return nil }
  _ = signed.whole(0xA0)
  guard let serial = signed.whole(0x02), signed.whole(0x30) != nil,
    let issuer = signed.whole(0x30)
  else { return nil }
  return issuer + serial
}

private func commonName(_ certificate: Handle) -> String {
  let subject = unsafe X509_get_subject_name(certificate.pointer)
  let entry = unsafe X509_NAME_get_index_by_NID(subject, NID_commonName, -1)
  guard entry >= 0 else { return "" }
  let text = unsafe X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, entry))
  var utf8: UnsafeMutablePointer<UInt8>?
  let length = unsafe ASN1_STRING_to_UTF8(&utf8, text)
  guard length >= 0 else { return "" }
  defer { unsafe CRYPTO_free(utf8, "", 0) }
  return unsafe String(
    decoding: UnsafeBufferPointer(start: utf8, count: Int(length)), as: UTF8.self)
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
